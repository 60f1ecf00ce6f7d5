//! `trimmed`: no white space around it.

use std::fmt;

use super::{Rule, RuleInfo, ecma};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// A text neither starts nor ends with white space, as Unicode has it: `trimmed`. Empty text is trimmed.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::trimmed().accepts("a b"));
/// assert!(!rules::trimmed().accepts("a b\n")); // must not start or end with white space
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::trimmed().accepts(&1);
/// ```
#[must_use]
pub const fn trimmed() -> Trimmed {
    Trimmed
}

/// The rule that [`trimmed()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Trimmed;

impl RuleInfo for Trimmed {
    fn code(&self) -> &'static str {
        "trimmed"
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must not start or end with white space")
    }

    fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
        ecma::pattern(r"^(?:\P{White_Space}(?:[\s\S]*\P{White_Space})?)?$")
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        super::Samples::sorted(|text| self.accepts(text))
    }

    #[cfg(feature = "proptest")]
    fn mend(&self, value: Param) -> Param {
        super::samples::changed(value, |text| text.trim().to_owned())
    }
}

impl Rule<str> for Trimmed {
    #[inline]
    fn accepts(&self, value: &str) -> bool {
        value.trim().len() == value.len()
    }
}
