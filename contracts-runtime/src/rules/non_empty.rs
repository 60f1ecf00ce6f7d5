//! `non_empty`: at least one character, element or entry.

use std::fmt;
use std::ops::Bound;

use super::{Bounds, Measure, Rule, RuleInfo};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// A text, list, set or map is not empty. White space counts: ` ` is not empty, but
/// [`not_blank`](super::not_blank()) says that it is blank. One comparison.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::non_empty().accepts("a"));
/// assert!(!rules::non_empty().accepts("")); // must not be empty
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::non_empty().accepts(&1);
/// ```
#[must_use]
pub const fn non_empty() -> NonEmpty {
    NonEmpty
}

/// The rule that [`non_empty()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct NonEmpty;

impl RuleInfo for NonEmpty {
    fn code(&self) -> &'static str {
        "non_empty"
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must not be empty")
    }

    fn keywords(&self, kind: Kind) -> Vec<(&'static str, Param)> {
        super::length(Bounds::new(Bound::Included(1), Bound::Unbounded)).keywords(kind)
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        super::Samples::new().measuring([1, 2], [0])
    }
}

impl<T: Measure + ?Sized> Rule<T> for NonEmpty {
    #[inline]
    fn accepts(&self, value: &T) -> bool {
        value.within(1, usize::MAX)
    }
}
