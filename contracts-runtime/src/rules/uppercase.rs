//! `uppercase`: nothing that is not upper case.

use std::fmt;

use super::{Rule, RuleInfo, ecma};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// A text holds nothing that putting it in upper case would change: `uppercase`. Characters without case pass, and so does empty text; `ß` does not, as it becomes `SS`.
///
/// Goes by the Unicode version of the standard library. Linear in the text.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::uppercase().accepts("É 1"));
/// assert!(!rules::uppercase().accepts("é")); // must be in upper case
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::uppercase().accepts(&1);
/// ```
#[must_use]
pub const fn uppercase() -> Uppercase {
    Uppercase
}

/// The rule that [`uppercase()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Uppercase;

impl RuleInfo for Uppercase {
    fn code(&self) -> &'static str {
        "uppercase"
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must be in upper case")
    }

    fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
        ecma::pattern(r"^\P{Changes_When_Uppercased}*$")
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        super::Samples::sorted(|text| self.accepts(text))
    }

    #[cfg(feature = "proptest")]
    fn mend(&self, value: Param) -> Param {
        super::samples::changed(value, str::to_uppercase)
    }
}

impl Rule<str> for Uppercase {
    #[inline]
    fn accepts(&self, value: &str) -> bool {
        value.chars().all(|char| char.to_uppercase().eq([char]))
    }
}
