//! Values to compare with: one, or a set of them.

use std::fmt;

use crate::violation::Param;

/// A value that others are compared with.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be one of a closed set",
    label = "this rule needs text, an integer, a boolean or a character"
)]
pub trait Choice: PartialEq + Copy + Into<Param> + fmt::Debug + Send + Sync {}

/// A value that is compared with those of type `T`: one of that type, or text for `&'static str`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is never equal to a value of type `{T}`",
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

/// One value, or an array of values.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be one of a closed set",
    label = "this rule needs text, an integer, a boolean or a character"
)]
pub trait Set: Copy + fmt::Debug + Send + Sync {
    /// The values as a list.
    fn params(&self) -> Param;
}

#[diagnostic::do_not_recommend]
impl<T: Choice> Set for T {
    fn params(&self) -> Param {
        Param::List(vec![(*self).into()])
    }
}

impl<T: Choice, const N: usize> Set for [T; N] {
    fn params(&self) -> Param {
        self.iter().copied().collect()
    }
}

/// What values of type `V` are compared with.
#[diagnostic::on_unimplemented(
    message = "`{V}` is never equal to a value of type `{Self}`",
    label = "the values of this rule must be of the field's type"
)]
pub trait Choices<V: ?Sized>: Set {
    /// Whether the value is among them.
    fn hold(&self, value: &V) -> bool;
}

#[diagnostic::do_not_recommend]
impl<T: Choice, V: Chosen<T> + ?Sized> Choices<V> for T {
    #[inline]
    fn hold(&self, value: &V) -> bool {
        value.is_one_of(std::slice::from_ref(self))
    }
}

impl<T: Choice, V: Chosen<T> + ?Sized, const N: usize> Choices<V> for [T; N] {
    #[inline]
    fn hold(&self, value: &V) -> bool {
        value.is_one_of(self)
    }
}

macro_rules! choices {
    ($($type:ty)+) => {$(impl Choice for $type {})+};
}

choices!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize char bool &'static str);
