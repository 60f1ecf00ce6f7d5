//! `no_control`: no control characters.

use std::fmt;

use super::{Rule, RuleInfo, ecma};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// A text holds no control characters, U+0000 to U+001F and U+007F to U+009F: `no_control`. With
/// `no_control(multiline)` tab, line feed and carriage return pass, as text of several lines needs them.
///
/// What is invisible otherwise is for [`printable`](super::printable()). Linear in the text.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::no_control().accepts("a b"));
/// assert!(!rules::no_control().accepts("a\nb")); // must not hold control characters
/// assert!(rules::no_control().multiline().accepts("a\nb"));
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::no_control().accepts(&1);
/// ```
#[must_use]
pub const fn no_control() -> NoControl {
    NoControl { multiline: false }
}

/// The rule that [`no_control()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct NoControl {
    multiline: bool,
}

impl NoControl {
    /// Tab, line feed and carriage return pass.
    #[must_use]
    pub const fn multiline(self) -> Self {
        let _ = self;
        NoControl { multiline: true }
    }
}

impl RuleInfo for NoControl {
    fn code(&self) -> &'static str {
        "no_control"
    }

    fn params(&self) -> Params {
        match self.multiline {
            true => Params::new().with("multiline", true),
            false => Params::new(),
        }
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must not hold control characters")?;
        match self.multiline {
            true => f.write_str(" apart from tabs and line breaks"),
            false => Ok(()),
        }
    }

    fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
        ecma::pattern(match self.multiline {
            true => r"^[^\u{0}-\u{8}\u{B}\u{C}\u{E}-\u{1F}\u{7F}-\u{9F}]*$",
            false => r"^[^\u{0}-\u{1F}\u{7F}-\u{9F}]*$",
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

impl Rule<str> for NoControl {
    #[inline]
    fn accepts(&self, value: &str) -> bool {
        value
            .chars()
            .all(|char| !char.is_control() || self.multiline && matches!(char, '\t' | '\n' | '\r'))
    }
}
