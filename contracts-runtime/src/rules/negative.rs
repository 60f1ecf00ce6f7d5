//! `negative`: below zero.

use std::cmp::Ordering;
use std::fmt;

pub use super::number::Signed;
use super::{Rule, RuleInfo, number};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// A number is below zero: `negative`.
///
/// One comparison. As a rule on a range that is open at one end, it accepts infinity on that side and never NaN.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::negative().accepts(&-1));
/// assert!(!rules::negative().accepts(&0)); // must be less than 0
/// assert!(!rules::negative().accepts(&f64::NAN));
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::negative().accepts(&1_u8); // is never below zero
/// ```
#[must_use]
pub const fn negative() -> Negative {
    Negative
}

/// The rule that [`negative()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Negative;

impl RuleInfo for Negative {
    fn code(&self) -> &'static str {
        "negative"
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must be less than 0")
    }

    fn keywords(&self, kind: Kind) -> Vec<(&'static str, Param)> {
        number::keyword(kind, "exclusiveMaximum", 0)
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        super::beside::around(&Params::new().with("exclusive_max", 0)).accepting([-0.5]).rejecting([0.5])
    }
}

impl<T: Signed + ?Sized> Rule<T> for Negative {
    #[inline]
    fn accepts(&self, value: &T) -> bool {
        value.sign() == Some(Ordering::Less)
    }
}
