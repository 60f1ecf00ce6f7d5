//! `positive`: above zero.

use std::cmp::Ordering;
use std::fmt;

pub use super::number::Number;
use super::{Rule, RuleInfo, number};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// A number or duration is above zero: `positive`. Of an unsigned number it says that it is not 0.
///
/// One comparison. As a rule on a range that is open at one end, it accepts infinity on that side and never NaN.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::positive().accepts(&1));
/// assert!(!rules::positive().accepts(&0)); // must be more than 0
/// assert!(!rules::positive().accepts(&f64::NAN));
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::positive().accepts("1");
/// ```
#[must_use]
pub const fn positive() -> Positive {
    Positive
}

/// The rule that [`positive()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Positive;

impl RuleInfo for Positive {
    fn code(&self) -> &'static str {
        "positive"
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must be more than 0")
    }

    fn keywords(&self, kind: Kind) -> Vec<(&'static str, Param)> {
        number::keyword(kind, "exclusiveMinimum", 0)
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        super::beside::around(&Params::new().with("exclusive_min", 0)).accepting([0.5]).rejecting([-0.5])
    }
}

impl<T: Number + ?Sized> Rule<T> for Positive {
    #[inline]
    fn accepts(&self, value: &T) -> bool {
        value.sign() == Some(Ordering::Greater)
    }
}
