//! How many items were accepted.

use std::fmt;

/// How many items were accepted, and how many were rejected.
///
/// ```
/// use contracts_runtime::batch::{Items, Totals};
///
/// let mut totals = Totals::default();
/// totals.add(&Ok::<_, ()>(1));
/// totals.add(&Err::<(), _>("no"));
/// assert_eq!(totals.to_string(), "1 accepted, 1 rejected");
/// assert_eq!(totals.items(), 2);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Totals {
    /// Those that were accepted.
    pub accepted: u64,
    /// Those that were not.
    pub rejected: u64,
}

impl Totals {
    /// Counts a verdict.
    pub fn add<T, E>(&mut self, verdict: &Result<T, E>) {
        match verdict {
            Ok(_) => self.accepted += 1,
            Err(_) => self.rejected += 1,
        }
    }

    /// All of them.
    #[must_use]
    pub fn items(&self) -> u64 {
        self.accepted + self.rejected
    }
}

/// `3 accepted, 1 rejected`.
impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} accepted, {} rejected", self.accepted, self.rejected)
    }
}
