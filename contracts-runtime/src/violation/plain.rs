//! Text from elsewhere on a line of a terminal or a log.

use std::fmt::{self, Write as _};

/// A text in one line, whatever is in it: control characters, ends of lines and marks of direction are escaped, as they
/// could end the line, hide in it, or be obeyed by a terminal.
pub(super) struct Plain<'t>(pub(super) &'t str);

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some((at, char)) = rest.char_indices().find(|(_, char)| is_obeyed(*char)) {
            let (before, behind) = rest.split_at(at);
            f.write_str(before)?;
            for escaped in char.escape_debug() {
                f.write_char(escaped)?;
            }
            rest = behind.get(char.len_utf8()..).unwrap_or_default();
        }
        f.write_str(rest)
    }
}

fn is_obeyed(char: char) -> bool {
    char.is_control()
        || matches!(
            char,
            // Ends of lines and paragraphs; marks, embeddings, overrides and isolates of direction; the mark of byte order.
            '\u{2028}' | '\u{2029}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}' | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_line_or_is_obeyed() {
        let text = "it's \"a\\b\"\n\u{1b}[31m\0\u{85}\u{202e}e\u{301}\u{1f600}\u{feff}";
        let plain = Plain(text).to_string();
        assert_eq!(
            plain,
            "it's \"a\\b\"\\n\\u{1b}[31m\\0\\u{85}\\u{202e}e\u{301}\u{1f600}\\u{feff}"
        );
    }
}
