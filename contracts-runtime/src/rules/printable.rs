//! `printable`: nothing that is invisible.

use std::cmp::Ordering;
use std::fmt;

use super::{Rule, RuleInfo, ecma};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// A text holds nothing invisible: `printable`. With `printable(multiline)` tab, line feed and carriage return pass.
///
/// Refused are control characters, line and paragraph separators, marks that turn the direction of writing, which make
/// a text look other than it is, zero-width spaces, fillers, tags, private use and noncharacters. Spaces pass, and what
/// shapes its neighbours: joiners, and variation selectors. The list is fixed, so that a verdict does not change with
/// the version of Unicode; what is not assigned yet passes.
///
/// Linear in the text; beyond ASCII each character takes a binary search in a small table.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::printable().accepts("日本 👩\u{200D}🚀"));
/// assert!(!rules::printable().accepts("user\u{202E}txt.exe")); // must not hold invisible characters
/// assert!(rules::printable().multiline().accepts("a\nb"));
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::printable().accepts(&1);
/// ```
#[must_use]
pub const fn printable() -> Printable {
    Printable { multiline: false }
}

/// The rule that [`printable()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Printable {
    multiline: bool,
}

impl Printable {
    /// Tab, line feed and carriage return pass.
    #[must_use]
    pub const fn multiline(self) -> Self {
        let _ = self;
        Printable { multiline: true }
    }
}

impl RuleInfo for Printable {
    fn code(&self) -> &'static str {
        "printable"
    }

    fn params(&self) -> Params {
        match self.multiline {
            true => Params::new().with("multiline", true),
            false => Params::new(),
        }
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must not hold invisible characters")?;
        match self.multiline {
            true => f.write_str(" apart from tabs and line breaks"),
            false => Ok(()),
        }
    }

    fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
        let shown = format!("[^{}]", ecma::ranges(INVISIBLE));
        ecma::pattern(match self.multiline {
            true => format!(r"^(?:{shown}|[\t\n\r])*$"),
            false => format!("^{shown}*$"),
        })
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        super::Samples::sorted(|text| self.accepts(text))
    }

    #[cfg(feature = "proptest")]
    fn mend(&self, value: Param) -> Param {
        super::samples::replaced(value, |char| self.accepts(char.encode_utf8(&mut [0; 4])))
    }
}

impl Rule<str> for Printable {
    #[inline]
    fn accepts(&self, value: &str) -> bool {
        value
            .chars()
            .all(|char| !invisible(char) || self.multiline && matches!(char, '\t' | '\n' | '\r'))
    }
}

/// Whether a character can't be seen, neither itself nor by what it does to its neighbours or its place.
#[inline]
pub(super) fn invisible(char: char) -> bool {
    if char < '\u{7F}' {
        return char < ' ';
    }
    INVISIBLE
        .binary_search_by(|(first, last)| match (char < *first, char > *last) {
            (true, _) => Ordering::Greater,
            (_, true) => Ordering::Less,
            _ => Ordering::Equal,
        })
        .is_ok()
}

/// The characters that can't be seen, as ranges in their order.
pub(super) const INVISIBLE: [(char, char); 36] = [
    ('\u{0}', '\u{1F}'),
    ('\u{7F}', '\u{9F}'),
    ('\u{AD}', '\u{AD}'),
    ('\u{61C}', '\u{61C}'),
    ('\u{115F}', '\u{1160}'),
    ('\u{17B4}', '\u{17B5}'),
    ('\u{180E}', '\u{180E}'),
    ('\u{200B}', '\u{200B}'),
    ('\u{200E}', '\u{200F}'),
    ('\u{2028}', '\u{202E}'),
    ('\u{2060}', '\u{206F}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{E000}', '\u{F8FF}'),
    ('\u{FDD0}', '\u{FDEF}'),
    ('\u{FEFF}', '\u{FEFF}'),
    ('\u{FFA0}', '\u{FFA0}'),
    ('\u{FFF0}', '\u{FFFB}'),
    ('\u{FFFE}', '\u{FFFF}'),
    ('\u{1BCA0}', '\u{1BCA3}'),
    ('\u{1D173}', '\u{1D17A}'),
    ('\u{1FFFE}', '\u{1FFFF}'),
    ('\u{2FFFE}', '\u{2FFFF}'),
    ('\u{3FFFE}', '\u{3FFFF}'),
    ('\u{4FFFE}', '\u{4FFFF}'),
    ('\u{5FFFE}', '\u{5FFFF}'),
    ('\u{6FFFE}', '\u{6FFFF}'),
    ('\u{7FFFE}', '\u{7FFFF}'),
    ('\u{8FFFE}', '\u{8FFFF}'),
    ('\u{9FFFE}', '\u{9FFFF}'),
    ('\u{AFFFE}', '\u{AFFFF}'),
    ('\u{BFFFE}', '\u{BFFFF}'),
    ('\u{CFFFE}', '\u{CFFFF}'),
    ('\u{DFFFE}', '\u{DFFFF}'),
    ('\u{E0000}', '\u{E00FF}'),
    ('\u{E01F0}', '\u{E0FFF}'),
    ('\u{EFFFE}', '\u{10FFFF}'),
];
