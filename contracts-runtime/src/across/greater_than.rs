//! `greater_than`: a value above that of another field.

use std::fmt;

use super::{Across, Relation};
use crate::rules::RuleInfo;
use crate::violation::Params;

/// The field's value lies above that of another one: `greater_than(min)`.
///
/// Compared if both have a value, by the `PartialOrd` of what rules see of the two: text by its bytes, numbers in their
/// own type. What has no order, such as NaN, is not greater.
///
/// ```
/// use contracts_runtime::across::{Relation, greater_than};
///
/// assert!(greater_than("min").holds(&2, Some(&1)));
/// assert!(!greater_than("min").holds(&2, Some(&2))); // must be greater than `min`
/// assert!(!greater_than("min").holds(&1.0, Some(&f64::NAN)));
/// assert!(greater_than("min").holds(&1, None::<&i32>));
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::across::{Relation, greater_than};
/// greater_than("other").holds(&1_u8, Some("1"));
/// ```
#[must_use]
pub const fn greater_than(other: &'static str) -> GreaterThan {
    GreaterThan { other }
}

/// The rule that [`greater_than()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct GreaterThan {
    other: &'static str,
}

impl RuleInfo for GreaterThan {
    fn code(&self) -> &'static str {
        "greater_than"
    }

    fn params(&self) -> Params {
        Params::new().with("other", self.other)
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "must be greater than `{}`", self.other)
    }
}

impl Across for GreaterThan {
    fn word(&self) -> &'static str {
        "greater_than"
    }

    fn others(&self) -> &[&'static str] {
        std::slice::from_ref(&self.other)
    }
}

#[diagnostic::do_not_recommend]
impl<A: PartialOrd<B> + ?Sized, B: ?Sized> Relation<A, B> for GreaterThan {
    #[inline]
    fn holds(&self, value: &A, other: Option<&B>) -> bool {
        other.is_none_or(|other| value > other)
    }
}
