//! `within`: not far from now.

use std::fmt;
use std::time::Duration;

use super::moment::{Moment, Stretch};
use super::{Rule, RuleInfo};
use crate::scope::Scope;
use crate::violation::Params;

/// A moment is no further from now than a duration, in either direction: `within = Duration::from_secs(300)`. With
/// [`past`](super::past()) or [`future`](super::future()) beside it, in that one.
///
/// For the same values as `past`, by the same [`Clock`](crate::Clock). Of a date its nearer end counts.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use contracts_runtime::{Clock, Scope};
/// use contracts_runtime::rules::{self, Rule};
///
/// let epoch = Scope::new().by(Clock::fixed(SystemTime::UNIX_EPOCH));
/// let minute = rules::within(Duration::from_secs(60));
/// assert!(minute.accepts_at("1970-01-01T00:01:00Z", &epoch));
/// assert!(!minute.accepts_at("1969-12-31T23:58:59Z", &epoch)); // must be within 60s of now
/// # assert!(!minute.accepts("1970-01-01T00:00:00Z"));
/// # assert!(minute.accepts(&SystemTime::now()));
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules;
/// # use std::time::Duration;
/// const NOW: rules::within::Within = rules::within(Duration::ZERO);
/// ```
///
/// # Panics
///
/// If the duration is zero; in an attribute that is a compile error.
#[must_use]
#[track_caller]
pub const fn within(duration: Duration) -> Within {
    assert!(!duration.is_zero(), "nothing is `within` no time at all");
    Within { duration }
}

/// The rule that [`within()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Within {
    duration: Duration,
}

impl RuleInfo for Within {
    fn code(&self) -> &'static str {
        "within"
    }

    fn params(&self) -> Params {
        Params::new().with("duration", self.duration)
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "must be within {:?} of now", self.duration)
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, clock: crate::clock::Clock) -> super::Samples {
        let now = Stretch::now(clock).first;
        let most = i128::try_from(self.duration.as_nanos()).unwrap_or(i128::MAX);
        let steps = [0, 1, -1, 2, -2].map(|step| most.saturating_mul(step).saturating_add(now));
        let texts = steps.into_iter().flat_map(super::beside::said);
        super::Samples::told(texts, |text| self.accepts_at(text, &Scope::new().by(clock)))
    }
}

impl<T: Moment + ?Sized> Rule<T> for Within {
    fn accepts(&self, value: &T) -> bool {
        self.accepts_at(value, &Scope::new())
    }

    fn accepts_at(&self, value: &T, scope: &Scope<'_>) -> bool {
        let most = i128::try_from(self.duration.as_nanos()).unwrap_or(i128::MAX);
        let now = Stretch::now(scope.clock());
        value.stretch().is_some_and(|when| when.distance(now) <= most)
    }
}
