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
    message = "a `{Self}` can't be one of a closed set",
    label = "this rule needs text, an integer, a boolean or a character"
)]
pub trait Choice: PartialEq + Copy + Into<Param> + fmt::Debug + Send + Sync {}

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

impl<const N: usize> Rule<str> for OneOf<[&'static str; N]> {
    #[inline]
    fn accepts(&self, value: &str) -> bool {
        self.values.contains(&value)
    }
}

impl<T: Choice, const N: usize> Rule<T> for OneOf<[T; N]> {
    #[inline]
    fn accepts(&self, value: &T) -> bool {
        self.values.contains(value)
    }
}
