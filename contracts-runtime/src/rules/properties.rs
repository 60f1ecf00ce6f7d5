//! `properties`: how many entries a map has.

use std::fmt;

use super::length::Lengths;
pub use super::measure::Keyed;
use super::{Rule, RuleInfo};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// The number of entries of a map lies within a range, or is exact: `properties = 1..=10`, `properties = 3`.
///
/// As [`length`](super::length()), for maps alone and under the name that JSON Schema has for it. One comparison.
///
/// ```
/// use std::collections::BTreeMap;
/// use std::ops::Bound;
/// use contracts_runtime::rules::{self, Bounds, Rule};
///
/// let few = rules::properties(Bounds::new(Bound::Unbounded, Bound::Included(2)));
/// assert!(few.accepts(&BTreeMap::from([(1, 2)])));
/// assert!(!few.accepts(&BTreeMap::from([(1, 2), (2, 3), (3, 4)]))); // must have at most 2 entries, not 3
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::properties(5).accepts("hello"); // text has `length`
/// ```
#[must_use]
pub const fn properties<B>(bounds: B) -> Properties<B> {
    Properties { bounds }
}

/// The rule that [`properties()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Properties<B> {
    bounds: B,
}

impl<B: Lengths> RuleInfo for Properties<B> {
    fn code(&self) -> &'static str {
        "properties"
    }

    fn params(&self) -> Params {
        self.bounds.params().with("unit", "entries")
    }

    fn message(&self, params: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        super::length::describe_count(params, f)
    }

    fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
        self.bounds.keywords("minProperties", "maxProperties")
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        let (min, max) = self.bounds.ends();
        super::length::lengths(min, max)
    }
}

impl<T: Keyed + ?Sized, B: Lengths> Rule<T> for Properties<B> {
    #[inline]
    fn accepts(&self, value: &T) -> bool {
        let (min, max) = self.bounds.ends();
        value.within(min, max)
    }

    fn observe(&self, value: &T, params: &mut Params) {
        params.push("actual", value.measure());
    }
}
