//! `items`: how many elements a list or set has.

use std::fmt;

use super::length::Lengths;
pub use super::measure::Listed;
use super::{Rule, RuleInfo};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// The number of elements of a list or set lies within a range, or is exact: `items = 1..=10`, `items = 3`.
///
/// As [`length`](super::length()), for list or sets alone and under the name that JSON Schema has for it. One comparison.
///
/// ```
/// use std::ops::Bound;
/// use contracts_runtime::rules::{self, Bounds, Rule};
///
/// let few = rules::items(Bounds::new(Bound::Unbounded, Bound::Included(2)));
/// assert!(few.accepts(&[1, 2][..]));
/// assert!(!few.accepts(&[1, 2, 3][..])); // must have at most 2 elements, not 3
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::items(5).accepts("hello"); // text has `length`
/// ```
#[must_use]
pub const fn items<B>(bounds: B) -> Items<B> {
    Items { bounds }
}

/// The rule that [`items()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Items<B> {
    bounds: B,
}

impl<B: Lengths> RuleInfo for Items<B> {
    fn code(&self) -> &'static str {
        "items"
    }

    fn params(&self) -> Params {
        self.bounds.params().with("unit", "elements")
    }

    fn message(&self, params: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        super::length::describe_count(params, f)
    }

    fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
        self.bounds.keywords("minItems", "maxItems")
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        let (min, max) = self.bounds.ends();
        super::length::lengths(min, max)
    }
}

impl<T: Listed + ?Sized, B: Lengths> Rule<T> for Items<B> {
    #[inline]
    fn accepts(&self, value: &T) -> bool {
        let (min, max) = self.bounds.ends();
        value.within(min, max)
    }

    fn observe(&self, value: &T, params: &mut Params) {
        params.push("actual", value.measure());
    }
}
