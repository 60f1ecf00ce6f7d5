//! Text that neither garbles a terminal nor hides anything from its reader.

/// How many combining characters one after the other are shown as they are. More of them cover the lines around.
const COMBINING: usize = 4;

/// What a character is to a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// It is seen.
    Plain,
    /// It is seen on the character before it.
    Combining,
    /// It is not seen, or changes how others are: controls, formats, directions, what is not assigned.
    Hidden,
}

impl Look {
    pub(super) fn of(char: char) -> Self {
        if char.is_ascii() {
            return match char.is_ascii_control() {
                true => Look::Hidden,
                false => Look::Plain,
            };
        }
        // Printable for Unicode, but blank.
        let blank = matches!(
            char,
            '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{2800}'
                | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}' | '\u{e0100}'..='\u{e01ef}'
        );
        // The standard library tells a character that combines only where it comes first.
        let behind = |char: char| ['a', char].into_iter().collect::<String>().escape_debug().count() > 2;
        if blank || behind(char) {
            Look::Hidden
        } else if char.escape_debug().count() > 1 {
            Look::Combining
        } else {
            Look::Plain
        }
    }
}

/// What is shown for a character that is not shown as it is. The standard library's debug text has some that nobody sees.
pub(super) fn escaped(char: char) -> String {
    match char.escape_debug().count() {
        1 => char.escape_unicode().to_string(),
        _ => char.escape_debug().to_string(),
    }
}

/// Decides which characters of a text, one after the other, are shown as they are.
#[derive(Debug, Default)]
pub(super) struct Screen {
    /// How many combining characters came last; none may come first.
    combining: Option<usize>,
}

impl Screen {
    /// What is shown for the next character.
    pub(super) fn shown(&mut self, char: char) -> String {
        let fits = match Look::of(char) {
            Look::Plain => {
                self.combining = Some(0);
                true
            }
            Look::Combining => match &mut self.combining {
                Some(count) if *count < COMBINING => {
                    *count += 1;
                    true
                }
                Some(_) | None => false,
            },
            Look::Hidden => {
                self.combining = None;
                false
            }
        };
        match fits {
            true => char.to_string(),
            false => escaped(char),
        }
    }
}

/// The first `longest` characters of a text, on one line.
pub(super) fn printable(text: &str, longest: usize) -> String {
    let mut screen = Screen::default();
    let mut shown: String = text
        .chars()
        .take(longest)
        .map(|char| screen.shown(char))
        .collect();
    if text.chars().nth(longest).is_some() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_is_escaped() {
        for (text, shown) in [
            ("a \"b\" \\ 'c'", "a \"b\" \\ 'c'"),
            ("\u{1b}[31m", "\\u{1b}[31m"),
            ("a\nb\tc", "a\\nb\\tc"),
            ("a\u{202e}b\u{200b}c", "a\\u{202e}b\\u{200b}c"),
            ("e\u{301}", "e\u{301}"),
            ("\u{301}e", "\\u{301}e"),
            ("\u{65e5}\u{672c}", "\u{65e5}\u{672c}"),
            ("a\u{3164}b", "a\\u{3164}b"),
        ] {
            assert_eq!(printable(text, 100), shown);
        }
        let heap = "e\u{301}\u{301}\u{301}\u{301}\u{301}";
        assert_eq!(printable(heap, 100), "e\u{301}\u{301}\u{301}\u{301}\\u{301}");
        assert_eq!(printable("abc", 2), "ab…");
    }
}
