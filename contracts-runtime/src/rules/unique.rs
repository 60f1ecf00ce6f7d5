//! `unique`: no element twice.

use std::collections::{HashSet, VecDeque};
use std::fmt;
use std::hash::Hash;
use std::marker::PhantomData;

use super::{Rule, RuleInfo};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// Up to so many elements are compared in pairs, which needs no memory; more go through a set.
const PAIRS: usize = 32;

/// No element of a list is there twice.
///
/// Up to 32 elements are compared in pairs without allocation; longer lists go through a hash set of references, so
/// that the cost stays linear. `unique(by = |line: &Line| &line.sku)` compares what a function leads to: a closure that
/// names the type of the element, or a path such as `Line::sku`.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::unique().accepts(&[1, 2][..]));
/// assert!(!rules::unique().accepts(&[1, 1][..])); // must not hold an element twice, as the one at index 1 is
///
/// let by_name = rules::unique().by(|pair: &(&str, u8)| pair.0);
/// assert!(!by_name.accepts(&[("a", 1), ("a", 2)][..]));
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::unique().accepts(&[0.5, 0.5][..]); // floats are not `Eq`
/// ```
#[must_use]
pub const fn unique() -> Unique {
    Unique
}

/// The rule that [`unique()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Unique;

impl Unique {
    /// Compares what `key` leads to, instead of the elements.
    #[must_use]
    pub const fn by<T, K: ?Sized, F: Fn(&T) -> &K>(self, key: F) -> UniqueBy<T, K, F> {
        let _ = self;
        UniqueBy { key, types: PhantomData }
    }
}

/// The rule that [`Unique::by`] makes.
pub struct UniqueBy<T, K: ?Sized, F> {
    key: F,
    types: PhantomData<fn(&T) -> &K>,
}

/// The function is not shown: there is nothing to see of it.
impl<T, K: ?Sized, F> fmt::Debug for UniqueBy<T, K, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UniqueBy").finish_non_exhaustive()
    }
}

impl<T, K: ?Sized, F: Clone> Clone for UniqueBy<T, K, F> {
    fn clone(&self) -> Self {
        UniqueBy { key: self.key.clone(), types: PhantomData }
    }
}

impl<T, K: ?Sized, F: Copy> Copy for UniqueBy<T, K, F> {}

/// What both say of a list.
fn describe(what: &str, params: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "must not hold {what} twice")?;
    match params.get("actual") {
        Some(index) => write!(f, ", as the one at index {index} is"),
        None => Ok(()),
    }
}

impl<T, K: ?Sized, F: Send + Sync> RuleInfo for UniqueBy<T, K, F> {
    fn code(&self) -> &'static str {
        "unique"
    }

    fn message(&self, params: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        describe("an element with the same key", params, f)
    }
}

impl RuleInfo for Unique {
    fn code(&self) -> &'static str {
        "unique"
    }

    fn message(&self, params: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        describe("an element", params, f)
    }

    fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
        vec![("uniqueItems", true.into())]
    }
}

/// The index of the first element that was there before.
fn repeated<'a, T: Eq + Hash + ?Sized + 'a>(items: impl ExactSizeIterator<Item = &'a T> + Clone) -> Option<usize> {
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
impl<T: Eq + Hash + ?Sized> Distinct for T {}

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

        impl<T, K: Distinct + ?Sized, F: Fn(&T) -> &K + Send + Sync> Rule<$type> for UniqueBy<T, K, F> {
            fn accepts(&self, value: &$type) -> bool {
                repeated(value.iter().map(&self.key)).is_none()
            }

            fn observe(&self, value: &$type, params: &mut Params) {
                if let Some(index) = repeated(value.iter().map(&self.key)) {
                    params.push("actual", index);
                }
            }
        }
    )+};
}

// `Vec` is seen where `T` is no contract, but read by serde.
lists!([T], Vec<T>, VecDeque<T>);
