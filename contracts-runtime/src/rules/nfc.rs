//! `nfc`: one way to write each character.

use std::fmt;

use super::{Rule, RuleInfo};
use crate::violation::Params;

/// A text is in Unicode normalization form C: `nfc`. Then the same letters are the same bytes, so that comparing,
/// `unique` and keys mean what a reader sees. Needs the feature `nfc`.
///
/// Linear in the text; without allocation where the properties of its characters decide, which is nearly always.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::nfc().accepts("caf\u{E9}"));
/// assert!(!rules::nfc().accepts("cafe\u{301}")); // must be in Unicode normalization form C
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::nfc().accepts(&1);
/// ```
#[must_use]
pub const fn nfc() -> Nfc {
    Nfc
}

/// The rule that [`nfc()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Nfc;

impl RuleInfo for Nfc {
    fn code(&self) -> &'static str {
        "nfc"
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must be in Unicode normalization form C")
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        super::Samples::sorted(|text| self.accepts(text))
    }

    #[cfg(feature = "proptest")]
    fn mend(&self, value: crate::violation::Param) -> crate::violation::Param {
        super::samples::changed(value, |text| unicode_normalization::UnicodeNormalization::nfc(text).collect())
    }
}

impl Rule<str> for Nfc {
    #[inline]
    fn accepts(&self, value: &str) -> bool {
        value.is_ascii() || unicode_normalization::is_nfc(value)
    }
}
