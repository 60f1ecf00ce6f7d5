//! `unique`: no element twice.

use std::collections::{HashSet, VecDeque};
use std::fmt;
use std::hash::Hash;

use super::{Rule, RuleInfo};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// Up to so many elements are compared in pairs, which needs no memory; more go through a set.
const PAIRS: usize = 32;

/// No element of a list is there twice.
///
/// Up to 32 elements are compared in pairs without allocation; longer lists go through a hash set of references, so
/// that the cost stays linear.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::unique().accepts(&[1, 2][..]));
/// assert!(!rules::unique().accepts(&[1, 1][..]));
/// ```
#[must_use]
pub const fn unique() -> Unique {
    Unique
}

/// The rule that [`unique()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Unique;

impl RuleInfo for Unique {
    fn code(&self) -> &'static str {
        "unique"
    }

    fn message(&self, params: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must not hold an element twice")?;
        match params.get("actual") {
            Some(index) => write!(f, ", as the one at index {index} is"),
            None => Ok(()),
        }
    }

    fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
        vec![("uniqueItems", true.into())]
    }
}

/// The index of the first element that was there before.
fn repeated<'a, T: Eq + Hash + 'a>(items: impl ExactSizeIterator<Item = &'a T> + Clone) -> Option<usize> {
    if items.len() <= PAIRS {
        return items.clone().enumerate().find_map(|(index, item)| {
            items.clone().take(index).any(|before| before == item).then_some(index)
        });
    }
    let mut seen = HashSet::with_capacity(items.len());
    items.enumerate().find_map(|(index, item)| (!seen.insert(item)).then_some(index))
}

/// Elements that can be told apart.
#[diagnostic::on_unimplemented(
    message = "elements of type `{Self}` can't be told apart",
    label = "this rule needs elements that are `Eq` and `Hash`"
)]
pub trait Distinct: Eq + Hash {}

#[diagnostic::do_not_recommend]
impl<T: Eq + Hash> Distinct for T {}

macro_rules! lists {
    ($($type:ty),+) => {$(
        impl<T: Distinct> Rule<$type> for Unique {
            fn accepts(&self, value: &$type) -> bool {
                repeated(value.iter()).is_none()
            }

            fn observe(&self, value: &$type, params: &mut Params) {
                if let Some(index) = repeated(value.iter()) {
                    params.push("actual", index);
                }
            }
        }
    )+};
}

// `Vec` is seen where `T` is no contract, but read by serde.
lists!([T], Vec<T>, VecDeque<T>);
