//! What `tracing` is shown of texts: no more than a line of them, and of violations only where and which.

use std::fmt::{self, Write as _};

use tracing::field::{DisplayValue, display};

use crate::violation::{Severity, Violations};

/// How many violations are shown that differ in place or code.
const SHOWN: usize = 32;
/// How many are looked at for that.
const SEEN: usize = 256;
/// How long a name or a pattern of modules may be that somebody asked for, in bytes.
const BRIEF: usize = 256;
/// How long a reason or a code may be, in bytes.
const LINE: usize = 1024;

/// The errors of a report: the pattern of the place and the code of each, what is the same once.
///
/// `/lines/*/count: range; /email: email`. The pattern is in the contract's own names, so that nothing of what the sender
/// wrote is in it: no index, no key of a map, no name that the contract does not know.
///
pub(super) struct Failed<'a>(pub(super) Option<&'a Violations>);

impl fmt::Display for Failed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let violations = self
            .0
            .into_iter()
            .flat_map(|report| report.iter().map(move |found| (report, found)));
        let errors = violations.filter(|(_, violation)| violation.severity() == Severity::Error);
        let mut shown: Vec<(String, &str)> = Vec::new();
        for (report, violation) in errors.take(SEEN) {
            let one = (report.pattern(violation), violation.code());
            if shown.contains(&one) {
                continue;
            }
            if !shown.is_empty() {
                f.write_str("; ")?;
            }
            if shown.len() == SHOWN {
                return f.write_char('…');
            }
            if !one.0.is_empty() {
                write!(f, "{}: ", Line(&brief(&one.0)))?;
            }
            // A check of the user's own may make any text a code.
            write!(f, "{}", Line(&one.1))?;
            shown.push(one);
        }
        Ok(())
    }
}

/// The start of a text, if it is long.
pub(super) fn brief(text: &str) -> &str {
    let end = text.len().min(BRIEF);
    let end = (0..=end).rev().find(|end| text.is_char_boundary(*end));
    end.and_then(|end| text.get(..end)).unwrap_or_default()
}

/// A text that somebody else has made, in one line and not longer than that.
pub(super) fn printable<T: fmt::Display>(text: &T) -> DisplayValue<Line<'_, T>> {
    display(Line(text))
}

pub(super) struct Line<'a, T>(&'a T);

impl<T: fmt::Display> fmt::Display for Line<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line = Escaping { to: f, room: LINE };
        // It fails when the room is used up, too.
        let written = write!(line, "{}", self.0);
        match (written, line.room) {
            (Err(_), 0) => f.write_char('…'),
            (written, _) => written,
        }
    }
}

/// Writes control characters as escapes, and ends when there is no room.
struct Escaping<'f, 'b> {
    to: &'f mut fmt::Formatter<'b>,
    room: usize,
}

impl fmt::Write for Escaping<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for letter in text.chars() {
            let Some(room) = self.room.checked_sub(letter.len_utf8()) else {
                self.room = 0;
                return Err(fmt::Error);
            };
            self.room = room;
            match letter.is_control() {
                true => write!(self.to, "{}", letter.escape_default())?,
                false => self.to.write_char(letter)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_no_control_characters() {
        assert_eq!(Line(&"a\nb\u{1b}[0m").to_string(), "a\\nb\\u{1b}[0m");
    }

    #[test]
    fn a_line_ends() {
        let text = "é".repeat(LINE);
        let line = Line(&text).to_string();
        assert_eq!(line.chars().count(), LINE / 2 + 1);
        assert!(line.ends_with('…'));
        let fits = "a".repeat(LINE);
        assert_eq!(Line(&fits).to_string(), fits);
    }

    #[test]
    fn what_is_brief_ends_between_two_characters() {
        let text = format!("a{}", "é".repeat(BRIEF));
        assert_eq!(brief(&text).len(), BRIEF - 1);
        assert_eq!(brief("short"), "short");
    }
}
