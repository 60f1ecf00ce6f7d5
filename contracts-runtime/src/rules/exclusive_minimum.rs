//! `exclusive_minimum`: above a bound that does not belong.

use std::fmt;
use std::ops::Bound;

use super::range::{InRange, Ranged};
use super::{Bounds, Rule, RuleInfo};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// A number lies above a bound: `exclusive_minimum = 0.5`. Named as in JSON Schema.
///
/// Ranges of Rust have no such lower end; the upper one is `range = ..5`. With both ends it is two rules:
/// `exclusive_minimum = 0.0, range = ..=1.0`. Above 0 there is [`positive`](super::positive()). One comparison, in the
/// field's own type; NaN fails.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::exclusive_minimum(18_u8).accepts(&19));
/// assert!(!rules::exclusive_minimum(18_u8).accepts(&18)); // must be more than 18
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::exclusive_minimum(18).accepts("19");
/// ```
#[must_use]
pub const fn exclusive_minimum<T>(bound: T) -> ExclusiveMinimum<T> {
    ExclusiveMinimum { bounds: Bounds::new(Bound::Excluded(bound), Bound::Unbounded) }
}

/// The rule that [`exclusive_minimum()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct ExclusiveMinimum<T> {
    bounds: Bounds<T>,
}

impl<T: Ranged> RuleInfo for ExclusiveMinimum<T> {
    fn code(&self) -> &'static str {
        "exclusive_minimum"
    }

    fn params(&self) -> Params {
        self.bounds.params()
    }

    fn message(&self, params: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        super::range(self.bounds).message(params, f)
    }

    fn keywords(&self, kind: Kind) -> Vec<(&'static str, Param)> {
        super::range(self.bounds).keywords(kind)
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        super::beside::around(&self.params())
    }
}

impl<T: Ranged, V: InRange<T> + ?Sized> Rule<V> for ExclusiveMinimum<T> {
    #[inline]
    fn accepts(&self, value: &V) -> bool {
        value.lies_within(&self.bounds)
    }
}
