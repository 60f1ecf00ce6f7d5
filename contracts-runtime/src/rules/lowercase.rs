//! `lowercase`: nothing that is not lower case.

use std::fmt;

use super::{Rule, RuleInfo, ecma};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// A text holds nothing that putting it in lower case would change: `lowercase`. Characters without case pass, and so does empty text.
///
/// Goes by the Unicode version of the standard library. Linear in the text.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::lowercase().accepts("straße 1"));
/// assert!(!rules::lowercase().accepts("Straße")); // must be in lower case
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::lowercase().accepts(&1);
/// ```
#[must_use]
pub const fn lowercase() -> Lowercase {
    Lowercase
}

/// The rule that [`lowercase()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Lowercase;

impl RuleInfo for Lowercase {
    fn code(&self) -> &'static str {
        "lowercase"
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must be in lower case")
    }

    fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
        ecma::pattern(r"^\P{Changes_When_Lowercased}*$")
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        super::Samples::sorted(|text| self.accepts(text))
    }

    #[cfg(feature = "proptest")]
    fn mend(&self, value: Param) -> Param {
        super::samples::changed(value, str::to_lowercase)
    }
}

impl Rule<str> for Lowercase {
    #[inline]
    fn accepts(&self, value: &str) -> bool {
        value.chars().all(|char| char.to_lowercase().eq([char]))
    }
}
