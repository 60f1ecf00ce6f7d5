//! `one_of`: a closed set of values.

use std::fmt;

pub use super::choice::{Choice, Choices, Chosen, Set};
use super::{Rule, RuleInfo};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// The value is one of these: `one_of("draft", "final")`, `one_of(1, 2, 3)`.
///
/// For a set that the program works with, an enum is the better type: it is a contract of its own. For a single value
/// there is [`equal`](super::equal()). The values are compared one after the other.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::one_of(["draft", "final"]).accepts("draft"));
/// assert!(!rules::one_of(["draft", "final"]).accepts("Draft")); // must be "draft" or "final"
/// assert!(rules::one_of("draft").accepts("draft"));
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::one_of([1, 2]).accepts("1");
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

impl<A: Set> RuleInfo for OneOf<A> {
    fn code(&self) -> &'static str {
        "one_of"
    }

    fn params(&self) -> Params {
        Params::new().with("values", self.values.params())
    }

    fn message(&self, params: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match params.get("values") {
            Some(values) => write!(f, "must be {values}"),
            None => f.write_str("must be one of a closed set"),
        }
    }

    fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
        vec![("enum", self.values.params())]
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        let (values, others) = super::beside::told(self.values.params());
        super::Samples::new().accepting(values).rejecting(others)
    }
}

impl<A: Choices<V>, V: ?Sized> Rule<V> for OneOf<A> {
    #[inline]
    fn accepts(&self, value: &V) -> bool {
        self.values.hold(value)
    }
}
