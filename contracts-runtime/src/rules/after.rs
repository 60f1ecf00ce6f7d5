//! `after`: after another moment.

use std::fmt;

use super::moment::{Moment, Stretch};
use super::{Rule, RuleInfo};
use crate::violation::Params;

/// A moment lies after another: `after = "2030-01-01"`, `after = "2030-01-01T12:00:00+01:00"`.
///
/// The bound is a date, which is a day in UTC, or a date and time of RFC 3339, and does not belong. For the same values
/// as [`past`](super::past()): moments and dates, and text of RFC 3339. Two comparisons.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::after("2030-01-01").accepts("2030-01-02T00:00:00Z"));
/// assert!(!rules::after("2030-01-01").accepts("2030-01-01T00:00:00Z")); // must be after 2030-01-01
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules;
/// const LEAP: rules::after::After = rules::after("2023-02-29"); // is no day
/// ```
///
/// # Panics
///
/// If the bound is neither; in an attribute that is a compile error.
#[must_use]
#[track_caller]
#[allow(clippy::panic, reason = "in a constant it is a compile error")]
pub const fn after(bound: &'static str) -> After {
    match Stretch::parse(bound) {
        Some(stretch) => After { bound, stretch },
        None => panic!("the bound of `after` is neither a date nor a date and time of RFC 3339"),
    }
}

/// The rule that [`after()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct After {
    bound: &'static str,
    stretch: Stretch,
}

impl RuleInfo for After {
    fn code(&self) -> &'static str {
        "after"
    }

    fn params(&self) -> Params {
        Params::new().with("bound", self.bound)
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "must be after {}", self.bound)
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        let later = [1_000_000_000, super::moment::DAY].map(|step| super::beside::said(self.stretch.last + step));
        let texts = later.into_iter().flatten().chain(super::beside::said(self.stretch.first));
        super::Samples::told(texts, |text| self.accepts(text))
    }
}

impl<T: Moment + ?Sized> Rule<T> for After {
    fn accepts(&self, value: &T) -> bool {
        value.stretch().is_some_and(|when| self.stretch.is_before(when))
    }
}
