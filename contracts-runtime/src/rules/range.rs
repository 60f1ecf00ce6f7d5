//! `range`: where a number lies.

use std::fmt;
use std::time::Duration;

use super::bounds::describe;
use super::{Bounds, Rule, RuleInfo, number};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// A number, character, duration or moment lies between two ends, of which one may be open: `range = 13..=120`,
/// `range = 0.0..`, `range = Duration::from_secs(1)..=Duration::from_secs(60)`.
///
/// Compared in the field's own type: a bound that the type can't hold does not compile. NaN lies in no range;
/// infinity only where that end is open. A lower end that does not belong is
/// [`exclusive_minimum`](super::exclusive_minimum()). Two comparisons at most.
///
/// ```
/// use std::ops::Bound;
/// use contracts_runtime::rules::{self, Bounds, Rule};
///
/// let adult = rules::range(Bounds::new(Bound::Included(18_u8), Bound::Unbounded));
/// assert!(adult.accepts(&18));
/// assert!(!adult.accepts(&17)); // must be at least 18
/// assert!(!rules::range(Bounds::new(Bound::Included(0.0), Bound::Unbounded)).accepts(&f64::NAN));
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Bounds, Rule};
/// # use std::ops::Bound;
/// rules::range(Bounds::new(Bound::Included(0_u8), Bound::Included(300))).accepts(&1);
/// ```
#[must_use]
pub const fn range<T>(bounds: Bounds<T>) -> Range<T> {
    Range { bounds }
}

/// The rule that [`range()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Range<T> {
    bounds: Bounds<T>,
}

/// A type whose values lie in ranges.
#[diagnostic::on_unimplemented(message = "`{Self}` lies in no range", label = "this rule needs a number")]
pub trait Ranged: PartialOrd + Copy + Into<Param> + fmt::Debug + Send + Sync {}

/// A value that is compared with bounds of type `T`: one of that type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not lie between bounds of type `{T}`",
    label = "this rule needs a number, and bounds of its type",
    note = "for the size of text or of a collection there is `length`"
)]
pub trait InRange<T> {
    /// Whether it lies within the bounds.
    fn lies_within(&self, bounds: &Bounds<T>) -> bool;
}

#[diagnostic::do_not_recommend]
impl<T: Ranged> InRange<T> for T {
    #[inline]
    fn lies_within(&self, bounds: &Bounds<T>) -> bool {
        bounds.contains(self)
    }
}

macro_rules! ranged {
    ($($type:ty)+) => {$(impl Ranged for $type {})+};
}

ranged!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64 char Duration);

impl<T: Ranged> RuleInfo for Range<T> {
    fn code(&self) -> &'static str {
        "range"
    }

    fn params(&self) -> Params {
        self.bounds.params()
    }

    fn message(&self, params: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must be ")?;
        describe(params, f)
    }

    fn keywords(&self, kind: Kind) -> Vec<(&'static str, Param)> {
        // Characters and dates are text there, of which it knows no bounds.
        if !number::is_number(kind) {
            return Vec::new();
        }
        let params = self.params();
        [
            ("min", "minimum"),
            ("exclusive_min", "exclusiveMinimum"),
            ("max", "maximum"),
            ("exclusive_max", "exclusiveMaximum"),
        ]
        .into_iter()
        .filter_map(|(name, keyword)| Some((keyword, params.get(name)?.clone())))
        .collect()
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        super::beside::around(&self.params())
    }
}

impl<T: Ranged, V: InRange<T> + ?Sized> Rule<V> for Range<T> {
    #[inline]
    fn accepts(&self, value: &V) -> bool {
        value.lies_within(&self.bounds)
    }
}
