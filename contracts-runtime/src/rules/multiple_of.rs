//! `multiple_of`: a number is a whole multiple of another.

use std::fmt;

use super::bounds::Shown;
use super::{Rule, RuleInfo};
use crate::shape::Kind;
use crate::violation::{Param, Params};

mod decimal;

/// A number is a whole multiple of another: `multiple_of = 5`, `multiple_of = 0.01`.
///
/// Floats are compared as the shortest decimals that they are written as, so that 0.3 is a multiple of 0.1. A
/// divisor of 0 divides nothing.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::multiple_of(5).accepts(&15));
/// assert!(rules::multiple_of(0.1).accepts(&0.3));
/// assert!(!rules::multiple_of(0.1).accepts(&0.35)); // must be a multiple of 0.1
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::multiple_of(5).accepts("15");
/// ```
#[must_use]
pub const fn multiple_of<T>(divisor: T) -> MultipleOf<T> {
    MultipleOf { divisor }
}

/// The rule that [`multiple_of()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct MultipleOf<T> {
    divisor: T,
}

/// A number that has multiples.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no multiple of anything",
    label = "this rule needs an integer or a float"
)]
pub trait Divisible: Copy + Into<Param> + fmt::Debug + Send + Sync {
    /// Whether it is a whole multiple of `divisor`.
    fn is_multiple_of_divisor(self, divisor: Self) -> bool;

    /// Without its sign, as JSON Schema wants a divisor to be.
    fn magnitude(self) -> Param;
}

/// A value that is compared with a divisor of type `T`: one of that type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no multiple of a `{T}`",
    label = "this rule needs an integer or a float, and a divisor of its type"
)]
pub trait Multiple<T> {
    /// Whether it is a whole multiple of `divisor`.
    fn is_multiple(&self, divisor: T) -> bool;
}

#[diagnostic::do_not_recommend]
impl<T: Divisible> Multiple<T> for T {
    #[inline]
    fn is_multiple(&self, divisor: T) -> bool {
        self.is_multiple_of_divisor(divisor)
    }
}

macro_rules! integers {
    ($($magnitude:ident: $($type:ty)+;)+) => {$($(
        impl Divisible for $type {
            #[inline]
            fn is_multiple_of_divisor(self, divisor: Self) -> bool {
                // The remainder of the least integer by -1 overflows; it is a multiple.
                divisor != 0 && self.checked_rem(divisor).unwrap_or(0) == 0
            }

            fn magnitude(self) -> Param {
                self.$magnitude().into()
            }
        }
    )+)+};
}

integers! {
    clone: u8 u16 u32 u64 u128 usize;
    unsigned_abs: i8 i16 i32 i64 i128 isize;
}

macro_rules! floats {
    ($($type:ty)+) => {$(
        impl Divisible for $type {
            fn is_multiple_of_divisor(self, divisor: Self) -> bool {
                decimal::is_multiple(self, divisor)
            }

            fn magnitude(self) -> Param {
                self.abs().into()
            }
        }
    )+};
}

floats!(f32 f64);

impl<T: Divisible> RuleInfo for MultipleOf<T> {
    fn code(&self) -> &'static str {
        "multiple_of"
    }

    fn params(&self) -> Params {
        Params::new().with("divisor", self.divisor)
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let divisor: Param = self.divisor.into();
        write!(f, "must be a multiple of {}", Shown(&divisor))
    }

    fn keywords(&self, kind: Kind) -> Vec<(&'static str, Param)> {
        // A decimal that is text has no multiples there.
        if !super::number::is_number(kind) {
            return Vec::new();
        }
        match self.divisor.magnitude() {
            // No schema may say so. `false` would, but is no keyword.
            Param::Integer(0) | Param::Float(0.0) => Vec::new(),
            divisor => vec![("multipleOf", divisor)],
        }
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        multiples(&self.divisor.into())
    }

    #[cfg(feature = "proptest")]
    fn mend(&self, value: Param) -> Param {
        round_up(value, &self.divisor.into())
    }
}

#[cfg(feature = "proptest")]
/// Multiples of a divisor, and what lies between them.
fn multiples(divisor: &Param) -> super::Samples {
    use super::Samples;
    match divisor {
        Param::Integer(0) => Samples::new().rejecting([0, 1]),
        Param::Integer(value) => {
            let accepted = [0, 1, 2, 10, -1].into_iter().filter_map(|times| value.checked_mul(times));
            let between = (value.unsigned_abs() > 1).then(|| [value.checked_add(1), Some(1)]);
            Samples::new().accepting(accepted).rejecting(between.into_iter().flatten().flatten())
        }
        Param::Float(value) if *value != 0.0 => {
            Samples::new().accepting([0.0, *value, -value]).rejecting([value / 2.0, value * 1.5])
        }
        Param::Float(_) => Samples::new().rejecting([0.0, 1.0]),
        // A decimal or an integer that is too wide for another parameter.
        Param::Text(text) => {
            let finer = if text.contains('.') { format!("{text}1") } else { format!("{text}.1") };
            let samples = Samples::new().accepting([text.clone().into_owned(), "0".to_owned()]);
            if text.contains(|char| matches!(char, '1'..='9')) { samples.rejecting([finer]) } else { Samples::new() }
        }
        Param::Bool(_) | Param::List(_) | Param::Object(_) => Samples::new(),
    }
}

#[cfg(feature = "proptest")]
/// The multiple at or above a value.
fn round_up(value: Param, divisor: &Param) -> Param {
    match (&value, divisor) {
        (Param::Integer(number), Param::Integer(divisor)) => {
            let above = number.checked_rem_euclid(*divisor).filter(|rest| *rest != 0).and_then(|rest| {
                let step = i128::try_from(divisor.unsigned_abs()).ok()? - rest;
                number.checked_add(step)
            });
            above.map_or(value, Param::Integer)
        }
        (Param::Float(number), Param::Float(divisor)) if *divisor != 0.0 => {
            // Twelve places are what a decimal of this size has; more would be the noise of the product.
            let above = format!("{:.12}", (number / divisor).ceil() * divisor);
            above.parse().map_or(value, Param::Float)
        }
        _ => value,
    }
}

impl<T: Divisible, V: Multiple<T> + ?Sized> Rule<V> for MultipleOf<T> {
    #[inline]
    fn accepts(&self, value: &V) -> bool {
        value.is_multiple(self.divisor)
    }
}
