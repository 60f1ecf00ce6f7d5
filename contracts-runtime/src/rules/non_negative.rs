//! `non_negative`: zero or above.

use std::cmp::Ordering;
use std::fmt;

use super::number::{self, Signed};
use super::{Rule, RuleInfo};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// A number is zero or above: `non_negative`. Minus zero is zero.
///
/// One comparison. As a rule on a range that is open at one end, it accepts infinity on that side and never NaN.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::non_negative().accepts(&0));
/// assert!(!rules::non_negative().accepts(&-1)); // must be at least 0
/// assert!(!rules::non_negative().accepts(&f64::NAN));
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::non_negative().accepts(&1_u8); // is never below zero
/// ```
#[must_use]
pub const fn non_negative() -> NonNegative {
    NonNegative
}

/// The rule that [`non_negative()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct NonNegative;

impl RuleInfo for NonNegative {
    fn code(&self) -> &'static str {
        "non_negative"
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must be at least 0")
    }

    fn keywords(&self, kind: Kind) -> Vec<(&'static str, Param)> {
        number::keyword(kind, "minimum", 0)
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        super::beside::around(&Params::new().with("min", 0)).accepting([0.5]).rejecting([-0.5])
    }
}

impl<T: Signed + ?Sized> Rule<T> for NonNegative {
    #[inline]
    fn accepts(&self, value: &T) -> bool {
        matches!(value.sign(), Some(Ordering::Equal | Ordering::Greater))
    }
}
