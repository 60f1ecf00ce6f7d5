//! `not_one_of`: none of some values.

use std::fmt;

use super::choice::{Choices, Set};
use super::{Rule, RuleInfo, ecma};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// The value is none of these: `not_one_of("admin", "root")`, `not_one_of = 0`.
///
/// The values are compared one after the other, as they stand: text of another case is another text.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::not_one_of(["admin", "root"]).accepts("ada"));
/// assert!(!rules::not_one_of(["admin", "root"]).accepts("root")); // must not be "admin" or "root"
/// assert!(!rules::not_one_of(0).accepts(&0));
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::not_one_of([1, 2]).accepts("1");
/// ```
#[must_use]
pub const fn not_one_of<A>(values: A) -> NotOneOf<A> {
    NotOneOf { values }
}

/// The rule that [`not_one_of()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct NotOneOf<A> {
    values: A,
}

impl<A: Set> RuleInfo for NotOneOf<A> {
    fn code(&self) -> &'static str {
        "not_one_of"
    }

    fn params(&self) -> Params {
        Params::new().with("values", self.values.params())
    }

    fn message(&self, params: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match params.get("values") {
            Some(values) => write!(f, "must not be {values}"),
            None => f.write_str("must not be one of a closed set"),
        }
    }

    fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
        ecma::not("enum", self.values.params())
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        let (values, others) = super::beside::told(self.values.params());
        super::Samples::new().accepting(others).rejecting(values)
    }
}

impl<A: Choices<V>, V: ?Sized> Rule<V> for NotOneOf<A> {
    #[inline]
    fn accepts(&self, value: &V) -> bool {
        !self.values.hold(value)
    }
}
