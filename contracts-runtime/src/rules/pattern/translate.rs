//! A regular expression of Rust as one of ECMA-262 with the flag `u`, which accepts the same texts.
//!
//! It is written from the parsed form, in which flags, classes and names are resolved: `(?i)`, `\d`, `[[:alpha:]]`,
//! `(?P<name>...)` and comments don't mean the same there, or nothing at all.

use std::fmt::Write as _;
use std::sync::LazyLock;

use regex_syntax::hir::{Class, ClassUnicode, Hir, HirKind, Look, Repetition};

use crate::rules::ecma;

/// The same expression in the other language; `None` if it is none. `whole` anchors it at both ends.
pub(super) fn translate(source: &str, whole: bool) -> Option<String> {
    let parsed = regex_syntax::parse(source).ok()?;
    let mut regex = String::new();
    write(&parsed, Place::Alone, &mut regex)?;
    Some(match whole {
        true => format!("^(?:{regex})$"),
        false => regex,
    })
}

/// Where an expression stands, which decides whether it needs brackets.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Alone,
    /// Beside others.
    Sequence,
    /// Before a quantifier.
    Repeated,
}

fn write(hir: &Hir, place: Place, regex: &mut String) -> Option<()> {
    match hir.kind() {
        HirKind::Empty => regex.push_str("(?:)"),
        HirKind::Literal(literal) => {
            let text = std::str::from_utf8(&literal.0).ok()?;
            let bracketed = place == Place::Repeated && text.chars().nth(1).is_some();
            grouped(bracketed, regex, |regex| {
                text.chars().for_each(|char| push(char, regex));
                Some(())
            })?;
        }
        HirKind::Class(class) => regex.push_str(&set(&unicode(class)?)),
        // The other language repeats no positions.
        HirKind::Look(look) => grouped(place == Place::Repeated, regex, |regex| {
            regex.push_str(&position(*look));
            Some(())
        })?,
        // Its name and number mean nothing to a verdict.
        HirKind::Capture(capture) => write(&capture.sub, place, regex)?,
        HirKind::Repetition(repetition) => grouped(place == Place::Repeated, regex, |regex| {
            write(&repetition.sub, Place::Repeated, regex)?;
            regex.push_str(&quantifier(repetition));
            Some(())
        })?,
        HirKind::Concat(parts) => grouped(place == Place::Repeated, regex, |regex| {
            parts.iter().try_for_each(|part| write(part, Place::Sequence, regex))
        })?,
        HirKind::Alternation(parts) => grouped(place != Place::Alone, regex, |regex| {
            for (index, part) in parts.iter().enumerate() {
                if index > 0 {
                    regex.push('|');
                }
                write(part, Place::Sequence, regex)?;
            }
            Some(())
        })?,
    }
    Some(())
}

fn grouped(needed: bool, regex: &mut String, inner: impl FnOnce(&mut String) -> Option<()>) -> Option<()> {
    if !needed {
        return inner(regex);
    }
    regex.push_str("(?:");
    inner(regex)?;
    regex.push(')');
    Some(())
}

/// How often; whether as few or as many as can be makes no difference to a verdict.
fn quantifier(repetition: &Repetition) -> String {
    match (repetition.min, repetition.max) {
        (0, None) => "*".to_owned(),
        (1, None) => "+".to_owned(),
        (0, Some(1)) => "?".to_owned(),
        (min, None) => format!("{{{min},}}"),
        (min, Some(max)) if min == max => format!("{{{min}}}"),
        (min, Some(max)) => format!("{{{min},{max}}}"),
    }
}

/// A character as it stands for itself, in a class or outside.
fn push(char: char, regex: &mut String) {
    match char {
        '\n' => regex.push_str(r"\n"),
        '\r' => regex.push_str(r"\r"),
        '\t' => regex.push_str(r"\t"),
        // Invisible ones would be lost on whoever reads the schema.
        char if char.is_control() || char.is_whitespace() && char != ' ' => {
            // Writing to a text can't fail.
            let _ = write!(regex, r"\u{{{:X}}}", u32::from(char));
        }
        char => regex.push_str(&ecma::literal(char.encode_utf8(&mut [0; 4]))),
    }
}

/// What a class of bytes holds is ASCII: others would not keep text whole.
fn unicode(class: &Class) -> Option<ClassUnicode> {
    match class {
        Class::Unicode(class) => Some(class.clone()),
        Class::Bytes(class) => class.to_unicode_class(),
    }
}

/// Sets of many characters that both languages know, in the words of the other one.
static KNOWN: LazyLock<Vec<(ClassUnicode, &'static str)>> = LazyLock::new(|| {
    let words = [
        (r"\w", WORD),
        (r"\p{L}", r"\p{L}"),
        (r"\p{Lu}", r"\p{Lu}"),
        (r"\p{Ll}", r"\p{Ll}"),
        (r"\p{M}", r"\p{M}"),
        (r"\p{N}", r"\p{N}"),
        (r"\d", r"\p{Nd}"),
        (r"\p{P}", r"\p{P}"),
        (r"\p{S}", r"\p{S}"),
        (r"\s", r"\p{White_Space}"),
    ];
    let class = |(source, name)| match regex_syntax::parse(source).ok()?.into_kind() {
        HirKind::Class(Class::Unicode(class)) => Some((class, name)),
        _ => None,
    };
    words.into_iter().filter_map(class).collect()
});

/// What `\w` holds, as Unicode's report on regular expressions has it.
const WORD: &str = r"\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}";

/// A class by what it holds, or by what it doesn't: whichever is shorter.
fn set(class: &ClassUnicode) -> String {
    let mut others = class.clone();
    others.negate();
    if class.ranges().is_empty() {
        return r"[^\s\S]".to_owned();
    }
    if others.ranges().is_empty() {
        return r"[\s\S]".to_owned();
    }
    let (held, lacking) = (contents(class), contents(&others));
    if held.len() <= lacking.len() {
        format!("[{held}]")
    } else {
        format!("[^{lacking}]")
    }
}

/// What stands in the brackets of a class.
fn contents(class: &ClassUnicode) -> String {
    let mut rest = class.clone();
    let mut text = String::new();
    for (known, name) in KNOWN.iter() {
        let mut lacking = known.clone();
        lacking.difference(&rest);
        if lacking.ranges().is_empty() {
            rest.difference(known);
            text.push_str(name);
        }
    }
    for range in rest.ranges() {
        let (first, last) = (range.start(), range.end());
        push_member(first, &mut text);
        if first != last {
            if u32::from(first) + 1 < u32::from(last) {
                text.push('-');
            }
            push_member(last, &mut text);
        }
    }
    text
}

/// A character in the brackets of a class.
fn push_member(char: char, text: &mut String) {
    match char {
        '-' => text.push_str(r"\-"),
        char if char.is_ascii() => push(char, text),
        char => text.push_str(&ecma::ranges([(char, char)])),
    }
}

/// A position. Words are those of Unicode unless the expression says otherwise; the other language has no such.
fn position(look: Look) -> String {
    let word = |before: &str, behind: &str| format!("(?<{before}[{WORD}])(?{behind}[{WORD}])");
    let ascii = |before: &str, behind: &str| format!(r"(?<{before}[0-9A-Z_a-z])(?{behind}[0-9A-Z_a-z])");
    match look {
        Look::Start => "^".to_owned(),
        Look::End => "$".to_owned(),
        Look::StartLF => r"(?<![^\n])".to_owned(),
        Look::EndLF => r"(?![^\n])".to_owned(),
        Look::StartCRLF => r"(?:(?<![^\n])|(?<=\r)(?!\n))".to_owned(),
        Look::EndCRLF => r"(?:(?![^\r])|(?<!\r)(?=\n))".to_owned(),
        Look::WordAscii => format!("(?:{}|{})", ascii("=", "!"), ascii("!", "=")),
        Look::WordAsciiNegate => format!("(?:{}|{})", ascii("=", "="), ascii("!", "!")),
        Look::WordUnicode => format!("(?:{}|{})", word("=", "!"), word("!", "=")),
        Look::WordUnicodeNegate => format!("(?:{}|{})", word("=", "="), word("!", "!")),
        Look::WordStartAscii => ascii("!", "="),
        Look::WordEndAscii => ascii("=", "!"),
        Look::WordStartUnicode => word("!", "="),
        Look::WordEndUnicode => word("=", "!"),
        Look::WordStartHalfAscii => r"(?<![0-9A-Z_a-z])".to_owned(),
        Look::WordEndHalfAscii => r"(?![0-9A-Z_a-z])".to_owned(),
        Look::WordStartHalfUnicode => format!("(?<![{WORD}])"),
        Look::WordEndHalfUnicode => format!("(?![{WORD}])"),
    }
}
