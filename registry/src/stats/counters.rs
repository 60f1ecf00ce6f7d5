//! What a registry is asked for.

use std::sync::atomic::{AtomicU64, Ordering};

use super::shards::{MANY, Shards};

/// Something that is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Count {
    /// A look-up found what there is.
    Hit,
    /// A look-up did not find it there.
    Miss,
    /// A look-up that missed had it discovered.
    Discovered,
    /// A look-up found nothing in the end.
    NotFound,
    /// A contract was registered.
    Registration,
    /// A contract could not be registered.
    Failure,
}

const COUNTS: usize = 6;

/// Counters of a registry, which threads do not wait for each other to count with.
///
/// Counting is one atomic addition in cache lines that no other thread has, as long as no more than 64 threads have ever
/// counted; then no more than a 64th of them. It never allocates but for the first time, when 8 KiB are.
///
/// ```
/// use contracts_registry::stats::{Count, Counters};
///
/// let counters = Counters::new();
/// counters.count(Count::Hit);
/// counters.add(Count::Registration, 2);
/// let totals = counters.totals();
/// assert_eq!((totals.hits, totals.misses, totals.registrations), (1, 0, 2));
/// ```
#[derive(Debug, Default)]
pub struct Counters(Shards<[AtomicU64; COUNTS], MANY>);

impl Counters {
    /// Counters at 0.
    #[must_use]
    pub const fn new() -> Self {
        Counters(Shards::new())
    }

    /// Counts one.
    ///
    /// ```
    /// # use contracts_registry::stats::{Count, Counters};
    /// let counters = Counters::new();
    /// counters.count(Count::NotFound);
    /// assert_eq!(counters.totals().not_found, 1);
    /// ```
    #[inline]
    pub fn count(&self, what: Count) {
        self.add(what, 1);
    }

    /// Counts several at once.
    ///
    /// ```
    /// # use contracts_registry::stats::{Count, Counters};
    /// let counters = Counters::new();
    /// counters.add(Count::Discovered, 7);
    /// assert_eq!(counters.totals().discovered, 7);
    /// ```
    #[inline]
    pub fn add(&self, what: Count, number: u64) {
        let [hits, misses, discovered, not_found, registrations, failures] = self.0.mine();
        let counter = match what {
            Count::Hit => hits,
            Count::Miss => misses,
            Count::Discovered => discovered,
            Count::NotFound => not_found,
            Count::Registration => registrations,
            Count::Failure => failures,
        };
        counter.fetch_add(number, Ordering::Relaxed);
    }

    /// What was counted by all threads.
    ///
    /// ```
    /// # use contracts_registry::stats::{Counters, Totals};
    /// assert_eq!(Counters::new().totals(), Totals::default());
    /// ```
    #[must_use]
    pub fn totals(&self) -> Totals {
        let mut sums = [0_u64; COUNTS];
        for shard in self.0.iter() {
            for (sum, counter) in sums.iter_mut().zip(shard) {
                *sum += counter.load(Ordering::Relaxed);
            }
        }
        let [hits, misses, discovered, not_found, registrations, failures] = sums;
        Totals {
            hits,
            misses,
            discovered,
            not_found,
            registrations,
            failures,
        }
    }

    /// Begins anew. What is counted meanwhile may be lost.
    pub(crate) fn clear(&self) {
        for counter in self.0.iter().flatten() {
            counter.store(0, Ordering::Relaxed);
        }
    }

    /// How many bytes they have allocated.
    pub(crate) fn bytes(&self) -> usize {
        self.0.bytes()
    }
}

/// What was counted, each since the [`Counters`] were made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Totals {
    /// [`Count::Hit`].
    pub hits: u64,
    /// [`Count::Miss`].
    pub misses: u64,
    /// [`Count::Discovered`].
    pub discovered: u64,
    /// [`Count::NotFound`].
    pub not_found: u64,
    /// [`Count::Registration`].
    pub registrations: u64,
    /// [`Count::Failure`].
    pub failures: u64,
}
