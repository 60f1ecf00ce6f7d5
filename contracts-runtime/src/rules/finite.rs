//! `finite`: neither infinite nor NaN.

use std::fmt;

use super::{Rule, RuleInfo};
use crate::violation::Params;

/// A float is a number: neither infinite nor NaN. JSON has no others, so it is for values that are built.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::finite().accepts(&0.5));
/// assert!(!rules::finite().accepts(&f64::INFINITY)); // must be finite
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::finite().accepts(&1); // integers are finite
/// ```
#[must_use]
pub const fn finite() -> Finite {
    Finite
}

/// The rule that [`finite()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Finite;

impl RuleInfo for Finite {
    fn code(&self) -> &'static str {
        "finite"
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must be finite")
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        // What is not finite has no form in JSON.
        super::Samples::new().accepting([0.0, 0.5, -1.0, f64::from(f32::MAX)])
    }
}

/// A type whose values may be infinite.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is never infinite",
    label = "this rule needs a float"
)]
pub trait Float {
    /// Whether it is neither infinite nor NaN.
    fn is_number(&self) -> bool;
}

macro_rules! floats {
    ($($type:ty)+) => {$(
        impl Float for $type {
            #[inline]
            fn is_number(&self) -> bool {
                self.is_finite()
            }
        }
    )+};
}

floats!(f32 f64);

impl<T: Float + ?Sized> Rule<T> for Finite {
    #[inline]
    fn accepts(&self, value: &T) -> bool {
        value.is_number()
    }
}
