//! `equal`: exactly one value.

use std::fmt;

use super::choice::{Choice, Choices};
use super::{Rule, RuleInfo};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// The value is this one: `equal = "v1"`, `equal = 2`, `equal = true`.
///
/// One comparison. Floats are not compared, as few of them are what they are written as; `range` says how near.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::equal("v1").accepts("v1"));
/// assert!(!rules::equal("v1").accepts("V1")); // must be "v1"
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::equal(1).accepts("1");
/// ```
#[must_use]
pub const fn equal<T>(value: T) -> Equal<T> {
    Equal { value }
}

/// The rule that [`equal()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Equal<T> {
    value: T,
}

impl<T: Choice> RuleInfo for Equal<T> {
    fn code(&self) -> &'static str {
        "equal"
    }

    fn params(&self) -> Params {
        Params::new().with("value", self.value)
    }

    fn message(&self, params: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match params.get("value") {
            Some(value) => write!(f, "must be {value}"),
            None => f.write_str("must be one certain value"),
        }
    }

    fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
        vec![("const", self.value.into())]
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        let value = self.value.into();
        super::Samples::new().rejecting(super::beside::other(&value)).accepting([value])
    }
}

impl<T: Choice + Choices<V>, V: ?Sized> Rule<V> for Equal<T> {
    #[inline]
    fn accepts(&self, value: &V) -> bool {
        self.value.hold(value)
    }
}
