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

impl<T: Choice, V: Chosen<T> + ?Sized, const N: usize> Choices<V> for [T; N] {
    #[inline]
    fn hold(&self, value: &V) -> bool {
        value.is_one_of(self)
    }
}

macro_rules! choices {
    ($($type:ty => $value:ty;)+) => {$(
        impl Choice for $type {}

        #[diagnostic::do_not_recommend]
        impl Set for $type {
            fn params(&self) -> Param {
                Param::List(vec![(*self).into()])
            }
        }

        // For each type alone: a list of candidates would hide what is wrong with the values of an array.
        #[diagnostic::do_not_recommend]
        impl Choices<$value> for $type {
            #[inline]
            fn hold(&self, value: &$value) -> bool {
                value.is_one_of(std::slice::from_ref(self))
            }
        }
    )+};
}

choices! {
    u8 => u8;
    u16 => u16;
    u32 => u32;
    u64 => u64;
    u128 => u128;
    usize => usize;
    i8 => i8;
    i16 => i16;
    i32 => i32;
    i64 => i64;
    i128 => i128;
    isize => isize;
    char => char;
    bool => bool;
    &'static str => str;
}
