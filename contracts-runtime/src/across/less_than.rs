//! `less_than`: a value below that of another field.

use std::fmt;

use super::{Across, Relation};
use crate::rules::RuleInfo;
use crate::violation::Params;

/// The field's value lies below that of another one: `less_than(max)`.
///
/// Compared if both have a value, by the `PartialOrd` of what rules see of the two: text by its bytes, numbers in their
/// own type. What has no order, such as NaN, is not less.
///
/// ```
/// use contracts_runtime::across::{Relation, less_than};
///
/// assert!(less_than("max").holds(&1, Some(&2)));
/// assert!(!less_than("max").holds(&2, Some(&2))); // must be less than `max`
/// assert!(!less_than("max").holds(&1.0, Some(&f64::NAN)));
/// assert!(less_than("max").holds(&1, None::<&i32>));
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::across::{Relation, less_than};
/// less_than("other").holds(&1_u8, Some("1"));
/// ```
#[must_use]
pub const fn less_than(other: &'static str) -> LessThan {
    LessThan { other }
}

/// The rule that [`less_than()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct LessThan {
    other: &'static str,
}

impl RuleInfo for LessThan {
    fn code(&self) -> &'static str {
        "less_than"
    }

    fn params(&self) -> Params {
        Params::new().with("other", self.other)
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "must be less than `{}`", self.other)
    }
}

impl Across for LessThan {
    fn word(&self) -> &'static str {
        "less_than"
    }

    fn others(&self) -> &[&'static str] {
        std::slice::from_ref(&self.other)
    }
}

#[diagnostic::do_not_recommend]
impl<A: PartialOrd<B> + ?Sized, B: ?Sized> Relation<A, B> for LessThan {
    #[inline]
    fn holds(&self, value: &A, other: Option<&B>) -> bool {
        other.is_none_or(|other| value < other)
    }
}
