//! `not_blank`: something to see.

use std::fmt;

use super::printable::{INVISIBLE, invisible};
use super::{Rule, RuleInfo, ecma};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// A text has a character that shows: one that is neither white space nor one that [`printable`](super::printable())
/// refuses, such as a zero-width space. Linear in the text up to the first such character.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::not_blank().accepts(" a "));
/// assert!(!rules::not_blank().accepts(" \u{200B}\n")); // must not be blank
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::not_blank().accepts(&[1, 2][..]); // a list has `non_empty`
/// ```
#[must_use]
pub const fn not_blank() -> NotBlank {
    NotBlank
}

/// The rule that [`not_blank()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct NotBlank;

impl RuleInfo for NotBlank {
    fn code(&self) -> &'static str {
        "not_blank"
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must not be blank")
    }

    fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
        ecma::pattern(format!(r"[^\p{{White_Space}}{}]", ecma::ranges(INVISIBLE)))
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        super::Samples::sorted(|text| self.accepts(text))
    }
}

impl Rule<str> for NotBlank {
    #[inline]
    fn accepts(&self, value: &str) -> bool {
        value.chars().any(|char| !char.is_whitespace() && !invisible(char))
    }
}
