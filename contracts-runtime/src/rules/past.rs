//! `past`: before now.

use std::fmt;

pub use super::moment::{Moment, Stretch};
use super::{Rule, RuleInfo};
use crate::scope::Scope;
use crate::violation::Params;

/// A moment lies in the past: `past`. Of a date all of the day, in UTC, has to be over.
///
/// For moments and dates of std, and of `chrono`, `jiff` and `time` with their features, and for text of RFC 3339; a
/// text that is none fails. The time is that of the boundary's [`Clock`](crate::Clock). Two comparisons, and reading the clock.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use contracts_runtime::{Clock, Scope};
/// use contracts_runtime::rules::{self, Rule};
///
/// let day = Duration::from_secs(24 * 60 * 60);
/// assert!(rules::past().accepts(&(SystemTime::now() - day)));
/// assert!(!rules::past().accepts(&(SystemTime::now() + day))); // must be in the past
/// assert!(!rules::past().accepts_at("1970-01-01T00:00:00Z", &Scope::new().by(Clock::fixed(SystemTime::UNIX_EPOCH))));
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::past().accepts(&2024);
/// ```
#[must_use]
pub const fn past() -> Past {
    Past
}

/// The rule that [`past()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Past;

impl RuleInfo for Past {
    fn code(&self) -> &'static str {
        "past"
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must be in the past")
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, clock: crate::clock::Clock) -> super::Samples {
        let texts = ["1970-01-01T00:00:00Z", "1970-01-01", "2000-02-29T12:00:00Z", "2000-02-29"]
            .into_iter()
            .chain(["9999-12-31T23:59:59Z", "9999-12-31", "5000-01-01T00:00:00Z", "5000-01-01"]);
        super::Samples::told(texts, |text| self.accepts_at(text, &Scope::new().by(clock)))
    }
}

impl<T: Moment + ?Sized> Rule<T> for Past {
    fn accepts(&self, value: &T) -> bool {
        self.accepts_at(value, &Scope::new())
    }

    fn accepts_at(&self, value: &T, scope: &Scope<'_>) -> bool {
        value.stretch().is_some_and(|when| when.is_before(Stretch::now(scope.clock())))
    }
}
