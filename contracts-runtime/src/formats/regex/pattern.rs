//! The grammar of ECMA-262, section 22.2.1, with the flag u.

use super::names::{Names, begins_name, continues_name};
use super::property;

/// Whether `text` is a `Pattern`.
pub(super) fn is_pattern(text: &str) -> bool {
    let mut reader = Reader {
        rest: text,
        groups: 0,
        greatest_reference: 0,
        names: Names::default(),
        open: Vec::new(),
    };
    reader.pattern().is_some()
}

struct Reader<'a> {
    rest: &'a str,
    /// Groups that capture.
    groups: u64,
    greatest_reference: u64,
    names: Names,
    /// The brackets that are open, from the outermost on.
    open: Vec<Bracket>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bracket {
    Group,
    /// It looks ahead or back, and takes no quantifier.
    Assertion,
}

/// A code point of the pattern, or a class of them.
#[derive(Debug, Clone, Copy)]
enum Atom {
    One(u32),
    Many,
}

/// Every step returns `None` where the text is no pattern.
impl<'a> Reader<'a> {
    fn pattern(&mut self) -> Option<()> {
        self.names.open();
        while let Some(next) = self.next() {
            let can_be_repeated = match next {
                '^' | '$' | '|' => {
                    if next == '|' {
                        self.names.next_alternative();
                    }
                    false
                }
                '(' => {
                    self.bracket()?;
                    false
                }
                ')' => {
                    self.names.close();
                    self.open.pop()? == Bracket::Group
                }
                '[' => self.class().map(|()| true)?,
                '\\' => self.escape()?,
                '*' | '+' | '?' | '{' | '}' | ']' => return None,
                _ => true,
            };
            if can_be_repeated {
                self.quantifier()?;
            }
        }
        let is_whole = self.open.is_empty() && self.greatest_reference <= self.groups;
        (is_whole && self.names.are_complete()).then_some(())
    }

    /// What follows an opening bracket, as far as it says what the bracket is for.
    fn bracket(&mut self) -> Option<()> {
        let mut bracket = Bracket::Group;
        if !self.takes("?") {
            self.groups += 1;
        } else if ["=", "!", "<=", "<!"].iter().any(|look| self.takes(look)) {
            bracket = Bracket::Assertion;
        } else if self.takes("<") {
            self.groups += 1;
            let name = self.name()?;
            if !self.names.group(name) {
                return None;
            }
        } else {
            self.modifiers()?;
        }
        self.names.open();
        self.open.push(bracket);
        Some(())
    }

    /// The flags between `?` and `:`, each once: those to set and, behind a hyphen, those to unset.
    fn modifiers(&mut self) -> Option<()> {
        let mut seen = [false; 3];
        let (mut count, mut has_hyphen) = (0, false);
        loop {
            let flag = match self.next()? {
                ':' => return (!has_hyphen || count > 0).then_some(()),
                '-' if !has_hyphen => {
                    has_hyphen = true;
                    continue;
                }
                'i' => 0,
                'm' => 1,
                's' => 2,
                _ => return None,
            };
            if std::mem::replace(seen.get_mut(flag)?, true) {
                return None;
            }
            count += 1;
        }
    }

    /// A quantifier, if there is one.
    fn quantifier(&mut self) -> Option<()> {
        if !["*", "+", "?"].iter().any(|sign| self.takes(sign)) {
            if !self.takes("{") {
                return Some(());
            }
            let least = self.digits()?;
            if self.takes(",") && !self.rest.starts_with('}') && is_less(self.digits()?, least) {
                return None;
            }
            if !self.takes("}") {
                return None;
            }
        }
        self.takes("?");
        Some(())
    }

    /// What follows a backslash outside a class; whether it can be repeated.
    fn escape(&mut self) -> Option<bool> {
        if self.takes("b") || self.takes("B") {
            return Some(false);
        }
        if self.takes("k") {
            if !self.takes("<") {
                return None;
            }
            let name = self.name()?;
            self.names.reference(name);
        } else if self.rest.starts_with(|digit| matches!(digit, '1'..='9')) {
            // Greater numbers refer to groups that no text has room for.
            let reference = self.digits()?.parse().unwrap_or(u64::MAX);
            self.greatest_reference = self.greatest_reference.max(reference);
        } else if !self.class_escape()? {
            self.character_escape()?;
        }
        Some(true)
    }

    /// An escape that stands for many characters; `false` if none is there.
    fn class_escape(&mut self) -> Option<bool> {
        if ["d", "D", "s", "S", "w", "W"].iter().any(|class| self.takes(class)) {
            return Some(true);
        }
        if !self.takes("p{") && !self.takes("P{") {
            return Some(false);
        }
        let (expression, rest) = self.rest.split_once('}')?;
        self.rest = rest;
        property::is_property(expression).then_some(true)
    }

    /// An escape that stands for one character.
    fn character_escape(&mut self) -> Option<u32> {
        Some(match self.next()? {
            't' => 9,
            'n' => 10,
            'v' => 11,
            'f' => 12,
            'r' => 13,
            'c' => match self.next()? {
                letter if letter.is_ascii_alphabetic() => u32::from(letter) % 32,
                _ => return None,
            },
            '0' => match self.rest.starts_with(|next: char| next.is_ascii_digit()) {
                true => return None,
                false => 0,
            },
            'x' => self.hexadecimal(2)?,
            'u' => self.unicode_escape()?,
            sign if is_syntax(sign) || sign == '/' => u32::from(sign),
            _ => return None,
        })
    }

    /// What follows `\u`. Two halves of a surrogate pair are one code point.
    fn unicode_escape(&mut self) -> Option<u32> {
        if self.takes("{") {
            let (digits, rest) = self.rest.split_once('}')?;
            self.rest = rest;
            if digits.starts_with('+') {
                return None;
            }
            return u32::from_str_radix(digits, 16).ok().filter(|code| *code <= 0x10_ffff);
        }
        let first = self.hexadecimal(4)?;
        let behind = self.rest;
        if (0xd800..0xdc00).contains(&first) && self.takes("\\u") {
            if let Some(second @ 0xdc00..0xe000) = self.hexadecimal(4) {
                return Some(0x1_0000 + ((first - 0xd800) << 10 | (second - 0xdc00)));
            }
        }
        self.rest = behind;
        Some(first)
    }

    /// A class, of which the opening bracket is gone.
    fn class(&mut self) -> Option<()> {
        self.takes("^");
        while !self.takes("]") {
            let first = self.class_atom()?;
            if !self.rest.starts_with('-') || self.rest.starts_with("-]") {
                continue;
            }
            self.takes("-");
            match (first, self.class_atom()?) {
                (Atom::One(first), Atom::One(last)) if first <= last => {}
                _ => return None,
            }
        }
        Some(())
    }

    fn class_atom(&mut self) -> Option<Atom> {
        let next = self.next()?;
        if next != '\\' {
            return Some(Atom::One(u32::from(next)));
        }
        if self.takes("b") {
            Some(Atom::One(8))
        } else if self.takes("-") {
            Some(Atom::One(u32::from('-')))
        } else if self.class_escape()? {
            Some(Atom::Many)
        } else {
            self.character_escape().map(Atom::One)
        }
    }

    /// A group's name and its closing bracket, with escapes resolved.
    fn name(&mut self) -> Option<String> {
        let mut name = String::new();
        loop {
            let character = match self.next()? {
                '>' => return (!name.is_empty()).then_some(name),
                '\\' => match self.takes("u") {
                    true => char::from_u32(self.unicode_escape()?)?,
                    false => return None,
                },
                character => character,
            };
            let is_allowed = if name.is_empty() { begins_name } else { continues_name };
            if !is_allowed(character) {
                return None;
            }
            name.push(character);
        }
    }

    /// A number of so many hexadecimal digits.
    fn hexadecimal(&mut self, digits: usize) -> Option<u32> {
        let (number, rest) = self.rest.split_at_checked(digits)?;
        if !number.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        self.rest = rest;
        u32::from_str_radix(number, 16).ok()
    }

    /// One decimal digit or more, without zeros in front.
    fn digits(&mut self) -> Option<&'a str> {
        let end = self.rest.bytes().position(|byte| !byte.is_ascii_digit());
        let (digits, rest) = self.rest.split_at_checked(end.unwrap_or(self.rest.len()))?;
        self.rest = rest;
        (!digits.is_empty()).then(|| digits.trim_start_matches('0'))
    }

    fn next(&mut self) -> Option<char> {
        let mut characters = self.rest.chars();
        let next = characters.next();
        self.rest = characters.as_str();
        next
    }

    fn takes(&mut self, text: &str) -> bool {
        match self.rest.strip_prefix(text) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }
}

/// Compares numbers without zeros in front.
fn is_less(a: &str, b: &str) -> bool {
    (a.len(), a) < (b.len(), b)
}

/// `SyntaxCharacter`.
fn is_syntax(character: char) -> bool {
    matches!(
        character,
        '^' | '$' | '\\' | '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '|'
    )
}
