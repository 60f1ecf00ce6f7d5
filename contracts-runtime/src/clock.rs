//! Where the time comes from.

use std::time::SystemTime;

/// The clock that rules such as `past` read. A value like any other: a boundary has one, and tests give it theirs.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use contracts_runtime::{Boundary, Clock};
///
/// let noon = SystemTime::UNIX_EPOCH + Duration::from_secs(12 * 60 * 60);
/// let boundary = Boundary::new().clock(Clock::fixed(noon));
/// assert_eq!(Clock::fixed(noon).now(), noon);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Clock {
    fixed: Option<SystemTime>,
}

impl Clock {
    /// The clock of the operating system. The default.
    pub const SYSTEM: Clock = Clock { fixed: None };

    /// A clock that stands still.
    #[must_use]
    pub const fn fixed(now: SystemTime) -> Self {
        Clock { fixed: Some(now) }
    }

    /// What time it is.
    #[must_use]
    pub fn now(self) -> SystemTime {
        self.fixed.unwrap_or_else(SystemTime::now)
    }
}
