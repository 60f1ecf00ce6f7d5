//! `single_line`: no line break.

use std::fmt;

use super::{Rule, RuleInfo, ecma};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// A text holds none of the line breaks that Unicode knows: U+000A to U+000D, U+0085, U+2028 and U+2029. What keeps a
/// value from becoming two lines of a log or a header. Linear in the text.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::single_line().accepts("a\tb"));
/// assert!(!rules::single_line().accepts("a\r\nSet-Cookie: b")); // must be a single line
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::single_line().accepts(&1);
/// ```
#[must_use]
pub const fn single_line() -> SingleLine {
    SingleLine
}

/// The rule that [`single_line()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct SingleLine;

impl RuleInfo for SingleLine {
    fn code(&self) -> &'static str {
        "single_line"
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must be a single line")
    }

    fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
        ecma::pattern(format!("^[^{}]*$", ecma::ranges(BREAKS)))
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

/// What breaks a line, as ranges.
const BREAKS: [(char, char); 3] = [('\n', '\r'), ('\u{85}', '\u{85}'), ('\u{2028}', '\u{2029}')];

impl Rule<str> for SingleLine {
    #[inline]
    fn accepts(&self, value: &str) -> bool {
        !value
            .chars()
            .any(|char| matches!(char, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}'))
    }
}
