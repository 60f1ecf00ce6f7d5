//! Writing JSON text (RFC 8259): what the reader reads again.

use std::fmt::Write as _;

/// Appends a string (RFC 8259, section 7), with the escapes that have to be.
pub(crate) fn push_string(text: &mut String, value: &str) {
    text.push('"');
    let mut rest = value;
    while let Some(at) = rest.find(|char: char| matches!(char, '"' | '\\' | '\0'..='\x1f')) {
        let (plain, special) = rest.split_at(at);
        text.push_str(plain);
        let mut chars = special.chars();
        match chars.next() {
            Some('"') => text.push_str("\\\""),
            Some('\\') => text.push_str("\\\\"),
            Some(control) => drop(write!(text, "\\u{:04x}", u32::from(control))),
            None => {}
        }
        rest = chars.as_str();
    }
    text.push_str(rest);
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::super::Reader;
    use super::push_string;

    #[test]
    fn a_string_that_is_written_is_read_again() {
        for value in ["", "a", "\"", "\\", "a\"b\\c\0d\u{1f}e\u{7f}f\n\té\u{2028}😀"] {
            let mut text = String::new();
            push_string(&mut text, value);
            let mut reader = Reader::new(&text, 0);
            assert_eq!(reader.string().ok().as_deref(), Some(value));
            assert!(reader.is_empty());
        }
    }
}
