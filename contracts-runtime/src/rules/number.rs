//! What has a sign.

use std::cmp::Ordering;
use std::time::Duration;

use crate::shape::Kind;
use crate::violation::Param;

/// A value that is below, at or above zero: a number, a duration.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither above nor below zero",
    label = "this rule needs a number"
)]
pub trait Number {
    /// How it compares with zero; NaN does not.
    fn sign(&self) -> Option<Ordering>;
}

/// A number that can be below zero.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be below zero",
    label = "this rule needs a number with a sign",
    note = "for an unsigned number that is not 0 there is `positive`"
)]
pub trait Signed: Number {}

macro_rules! numbers {
    ($($zero:expr => $($type:ty)+;)+) => {$($(
        impl Number for $type {
            #[inline]
            fn sign(&self) -> Option<Ordering> {
                self.partial_cmp(&$zero)
            }
        }
    )+)+};
}

numbers! {
    0 => u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize;
    0.0 => f32 f64;
    Duration::ZERO => Duration;
}

macro_rules! signed {
    ($($type:ty)+) => {$(impl Signed for $type {})+};
}

signed!(i8 i16 i32 i64 i128 isize f32 f64);

/// A keyword on numbers, where values of the kind are numbers: on text it would say nothing.
pub(super) fn keyword(kind: Kind, name: &'static str, bound: impl Into<Param>) -> Vec<(&'static str, Param)> {
    if is_number(kind) {
        vec![(name, bound.into())]
    } else {
        Vec::new()
    }
}

/// Whether values of the kind are numbers in JSON, unless they are null.
pub(super) const fn is_number(kind: Kind) -> bool {
    match kind {
        Kind::Integer { .. } | Kind::Number => true,
        Kind::Optional(kind) => is_number(*kind),
        _ => false,
    }
}
