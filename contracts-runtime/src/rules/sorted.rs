//! `sorted`: elements in order.

use std::cmp::Ordering;
use std::collections::VecDeque;
use std::fmt;

use super::{Rule, RuleInfo};
use crate::violation::Params;

/// The elements of a list are in ascending order: `sorted`. With `sorted(strict)` none is equal to the one before it,
/// with `sorted(descending)` the order is the other way around; the two combine.
///
/// Text is compared byte by byte. NaN is in no order. One comparison for each element.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::sorted().accepts(&[1, 2, 2][..]));
/// assert!(!rules::sorted().accepts(&[1, 3, 2][..])); // must be in ascending order, which the element at index 2 is not
/// assert!(!rules::sorted().strict().accepts(&[1, 2, 2][..]));
/// assert!(rules::sorted().descending().accepts(&[3, 2][..]));
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::sorted().accepts("abc");
/// ```
#[must_use]
pub const fn sorted() -> Sorted {
    Sorted { strict: false, descending: false }
}

/// The rule that [`sorted()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Sorted {
    strict: bool,
    descending: bool,
}

impl Sorted {
    /// No element may be equal to the one before it.
    #[must_use]
    pub const fn strict(self) -> Self {
        Sorted { strict: true, ..self }
    }

    /// The greatest comes first.
    #[must_use]
    pub const fn descending(self) -> Self {
        Sorted { descending: true, ..self }
    }

    /// The index of the first element that must not stand behind the one before it.
    #[inline]
    fn misplaced<'a, T: Comparable + 'a>(self, items: impl Iterator<Item = &'a T> + Clone) -> Option<usize> {
        let behind = if self.descending { Ordering::Greater } else { Ordering::Less };
        let pairs = items.clone().zip(items.skip(1));
        let mut orders = pairs.map(|(before, item)| before.partial_cmp(item));
        let wrong = orders.position(|order| {
            order != Some(behind) && (self.strict || order != Some(Ordering::Equal))
        });
        wrong.map(|before| before + 1)
    }
}

impl RuleInfo for Sorted {
    fn code(&self) -> &'static str {
        "sorted"
    }

    fn params(&self) -> Params {
        let mut params = Params::new();
        for (name, set) in [("strict", self.strict), ("descending", self.descending)] {
            if set {
                params.push(name, true);
            }
        }
        params
    }

    fn message(&self, params: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let strictly = if self.strict { "strictly " } else { "" };
        let order = if self.descending { "descending" } else { "ascending" };
        write!(f, "must be in {strictly}{order} order")?;
        match params.get("actual") {
            Some(index) => write!(f, ", which the element at index {index} is not"),
            None => Ok(()),
        }
    }
}

/// Elements that have an order.
#[diagnostic::on_unimplemented(
    message = "elements of type `{Self}` have no order",
    label = "this rule needs elements that are `PartialOrd`"
)]
pub trait Comparable: PartialOrd {}

#[diagnostic::do_not_recommend]
impl<T: PartialOrd> Comparable for T {}

macro_rules! lists {
    ($($type:ty),+) => {$(
        impl<T: Comparable> Rule<$type> for Sorted {
            fn accepts(&self, value: &$type) -> bool {
                self.misplaced(value.iter()).is_none()
            }

            fn observe(&self, value: &$type, params: &mut Params) {
                if let Some(index) = self.misplaced(value.iter()) {
                    params.push("actual", index);
                }
            }
        }
    )+};
}

// `Vec` is seen where `T` is no contract, but read by serde.
lists!([T], Vec<T>, VecDeque<T>);
