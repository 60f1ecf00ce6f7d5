//! How long to wait before what has failed is started again.

use std::time::Duration;

/// Each wait is twice as long as the one before it, up to a bound, and the first one again after all has gone well.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Backoff {
    pub(crate) first: Duration,
    pub(crate) most: Duration,
    /// What has run for so long has gone well.
    pub(crate) well: Duration,
}

/// Where in that row a job is.
#[derive(Debug)]
pub(super) struct Waits {
    backoff: Backoff,
    next: Duration,
}

impl Default for Backoff {
    /// Soon enough to go unnoticed once, and no load if it goes on for days.
    fn default() -> Self {
        Backoff {
            first: Duration::from_millis(100),
            most: Duration::from_secs(30),
            well: Duration::from_secs(60),
        }
    }
}

impl Waits {
    pub(super) fn new(backoff: Backoff) -> Self {
        Waits {
            backoff,
            next: backoff.first,
        }
    }

    /// How long to wait after what ran for `ran` has failed.
    pub(super) fn after(&mut self, ran: Duration) -> Duration {
        if ran >= self.backoff.well {
            self.next = self.backoff.first;
        }
        let wait = self.next.min(self.backoff.most);
        self.next = wait.saturating_mul(2);
        wait
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn waits() -> Waits {
        Waits::new(Backoff {
            first: SECOND,
            most: 5 * SECOND,
            well: 60 * SECOND,
        })
    }

    #[test]
    fn waits_double_up_to_the_bound() {
        let mut waits = waits();
        let row: Vec<u64> = (0..5).map(|_| waits.after(Duration::ZERO).as_secs()).collect();
        assert_eq!(row, [1, 2, 4, 5, 5]);
    }

    #[test]
    fn what_has_gone_well_starts_at_the_first() {
        let mut waits = waits();
        waits.after(Duration::ZERO);
        assert_eq!(waits.after(59 * SECOND), 2 * SECOND);
        assert_eq!(waits.after(60 * SECOND), SECOND);
        assert_eq!(waits.after(Duration::ZERO), 2 * SECOND);
    }

    #[test]
    fn no_wait_overflows() {
        let mut waits = Waits::new(Backoff {
            first: Duration::MAX,
            most: Duration::MAX,
            well: Duration::MAX,
        });
        assert_eq!(waits.after(Duration::ZERO), Duration::MAX);
        assert_eq!(waits.after(Duration::ZERO), Duration::MAX);
    }
}
