//! From the patterns of ECMA-262 with the flag `u` to the language of `regex`.

use std::fmt::Write as _;
use std::iter::Peekable;
use std::str::Chars;

/// The characters of `\s`: white space and the ends of lines.
const SPACE: &str = r"\t\n\x0B\x0C\r\x{FEFF}\p{Zs}\x{2028}\x{2029}";
const WORD: &str = "0-9A-Za-z_";
const DIGIT: &str = "0-9";

/// The same pattern for `regex`; `None` if it has no such pattern. The grammar has been held before.
pub(crate) fn rust(pattern: &str) -> Option<String> {
    let mut rust = String::with_capacity(pattern.len());
    let mut chars = pattern.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\\' => outside(&mut chars, &mut rust)?,
            '[' => class(&mut chars, &mut rust)?,
            '.' => rust.push_str(r"[^\n\r\x{2028}\x{2029}]"),
            '(' if chars.next_if_eq(&'?').is_some() => {
                // Nobody asks for what a named group has matched.
                if chars.next()? == '<' {
                    chars.by_ref().find(|char| *char == '>')?;
                }
                rust.push_str("(?:");
            }
            '(' => rust.push_str("(?:"),
            _ => rust.push(char),
        }
    }
    Some(rust)
}

/// An escape that is in no class.
fn outside(chars: &mut Peekable<Chars<'_>>, rust: &mut String) -> Option<()> {
    match chars.peek()? {
        'b' => {
            chars.next();
            rust.push_str(r"(?-u:\b)");
        }
        'd' | 'D' | 'w' | 'W' | 's' | 'S' => {
            rust.push('[');
            escape(chars, rust)?;
            rust.push(']');
        }
        _ => escape(chars, rust)?,
    }
    Some(())
}

/// A class, behind its bracket.
fn class(chars: &mut Peekable<Chars<'_>>, rust: &mut String) -> Option<()> {
    let others = chars.next_if_eq(&'^').is_some();
    if chars.next_if_eq(&']').is_some() {
        rust.push_str(if others { r"[\s\S]" } else { r"[^\s\S]" });
        return Some(());
    }
    rust.push_str(if others { "[^" } else { "[" });
    loop {
        match chars.next()? {
            ']' => break,
            '\\' => escape(chars, rust)?,
            // A range, unless it stands at an end; in `regex` two of them mean something else.
            '-' if rust.ends_with('[') || rust.ends_with("[^") || chars.peek() == Some(&']') => rust.push_str(r"\-"),
            '-' => {
                rust.push('-');
                if chars.next_if_eq(&'-').is_some() {
                    rust.push_str(r"\-");
                }
            }
            char @ ('[' | '&' | '~') => rust.extend(['\\', char]),
            char => rust.push(char),
        }
    }
    rust.push(']');
    Some(())
}

/// An escape as it stands in a class, behind its backslash.
fn escape(chars: &mut Peekable<Chars<'_>>, rust: &mut String) -> Option<()> {
    match chars.next()? {
        'd' => rust.push_str(DIGIT),
        'D' => complement(DIGIT, rust),
        'w' => rust.push_str(WORD),
        'W' => complement(WORD, rust),
        's' => rust.push_str(SPACE),
        'S' => complement(SPACE, rust),
        property @ ('p' | 'P') => {
            rust.extend(['\\', property]);
            rust.extend(chars.by_ref().take_while(|char| *char != '}'));
            rust.push('}');
        }
        'b' => rust.push_str(r"\x08"),
        'f' => rust.push_str(r"\x0C"),
        'n' => rust.push_str(r"\n"),
        'r' => rust.push_str(r"\r"),
        't' => rust.push_str(r"\t"),
        'v' => rust.push_str(r"\x0B"),
        '0' => rust.push_str(r"\x00"),
        'c' => push(u32::from(chars.next()?) % 32, rust),
        'x' => push(hex(chars, 2)?, rust),
        'u' if chars.next_if_eq(&'{').is_some() => {
            let digits: String = chars.by_ref().take_while(|char| *char != '}').collect();
            push(u32::from_str_radix(&digits, 16).ok()?, rust);
        }
        'u' => {
            let first = hex(chars, 4)?;
            let char = match first {
                0xd800..=0xdbff => {
                    // The grammar lets a half pass with its other half alone.
                    chars.nth(1)?;
                    0x1_0000 + ((first - 0xd800) << 10) + (hex(chars, 4)? - 0xdc00)
                }
                _ => first,
            };
            push(char, rust);
        }
        '/' => rust.push('/'),
        char => rust.extend(['\\', char]),
    }
    Some(())
}

/// The characters that are not in a class.
fn complement(class: &str, rust: &mut String) {
    rust.push_str("[^");
    rust.push_str(class);
    rust.push(']');
}

/// A character by its number.
fn push(char: u32, rust: &mut String) {
    // Writing to a text can't fail.
    let _ = write!(rust, r"\x{{{char:X}}}");
}

fn hex(chars: &mut Peekable<Chars<'_>>, digits: usize) -> Option<u32> {
    (0..digits).try_fold(0, |number, _| Some(number * 16 + chars.next()?.to_digit(16)?))
}
