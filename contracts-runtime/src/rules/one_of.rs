//! `one_of`: a closed set of values.

use std::fmt;

use super::{Rule, RuleInfo};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// The value is one of these: `one_of("draft", "final")`, `one_of(1, 2, 3)`.
///
/// For a set that the program works with, an enum is the better type: it is a contract of its own.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::one_of(["draft", "final"]).accepts("draft"));
/// assert!(!rules::one_of(["draft", "final"]).accepts("Draft"));
/// ```
#[must_use]
pub const fn one_of<A>(values: A) -> OneOf<A> {
    OneOf { values }
}

/// The rule that [`one_of()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct OneOf<A> {
    values: A,
}

/// Values that a set can be made of.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be one of a closed set",
    label = "this rule needs text, an integer, a boolean or a character"
)]
pub trait Choice: PartialEq + Copy + Into<Param> + fmt::Debug + Send + Sync {}

/// A value that can be one of some of type `T`: one of that type, or text for `&'static str`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is never one of some of type `{T}`",
    label = "the values of this rule must be of the field's type"
)]
pub trait Chosen<T> {
    /// Whether it is one of these.
    fn is_one_of(&self, values: &[T]) -> bool;
}

#[diagnostic::do_not_recommend]
impl<T: Choice> Chosen<T> for T {
    #[inline]
    fn is_one_of(&self, values: &[T]) -> bool {
        values.contains(self)
    }
}

#[diagnostic::do_not_recommend]
impl Chosen<&'static str> for str {
    #[inline]
    fn is_one_of(&self, values: &[&'static str]) -> bool {
        values.contains(&self)
    }
}

macro_rules! choices {
    ($($type:ty)+) => {$(impl Choice for $type {})+};
}

choices!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize char bool &'static str);

impl<T: Choice, const N: usize> RuleInfo for OneOf<[T; N]> {
    fn code(&self) -> &'static str {
        "one_of"
    }

    fn params(&self) -> Params {
        Params::new().with("values", self.values.iter().copied().collect::<Param>())
    }

    fn message(&self, params: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match params.get("values") {
            Some(values) => write!(f, "must be {values}"),
            None => f.write_str("must be one of a closed set"),
        }
    }

    fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
        vec![("enum", self.values.iter().copied().collect())]
    }
}

impl<T: Choice, V: Chosen<T> + ?Sized, const N: usize> Rule<V> for OneOf<[T; N]> {
    #[inline]
    fn accepts(&self, value: &V) -> bool {
        value.is_one_of(&self.values)
    }
}
