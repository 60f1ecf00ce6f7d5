//! How long something takes, as a distribution.

use std::fmt;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use super::shards::{MANY, Shards};

/// Each power of two of nanoseconds has two to this many buckets.
const BITS: u32 = 5;
const STEPS: usize = 1 << BITS;
/// What takes longer, 73 minutes, counts as that long but for the maximum.
const LONGEST: u64 = (1 << 42) - 1;
const BUCKETS: usize = bucket(LONGEST) + 1;

/// A histogram of durations, in bounded memory, recorded without a lock.
///
/// A quantile is never less than the true one, and more by at most a 32nd; below 32 ns, and for the maximum, it is exact.
///
/// Recording is two atomic additions and a comparison, in a part that no other thread has, as long as no more than 64
/// threads have ever recorded or counted; then no more than a 64th of them. A part takes 10 KiB, which its first thread
/// allocates; all of them 650 KiB.
///
/// ```
/// use std::time::Duration;
/// use contracts_registry::stats::Latency;
///
/// let latency = Latency::new();
/// for micros in 1..=100 {
///     latency.record(Duration::from_micros(micros));
/// }
/// let quantiles = latency.quantiles().unwrap();
/// assert_eq!(quantiles.count, 100);
/// assert_eq!(quantiles.max, Duration::from_micros(100));
/// let error = quantiles.p90.as_secs_f64() / Duration::from_micros(90).as_secs_f64();
/// assert!((1.0..=1.0 + 1.0 / 32.0).contains(&error));
/// ```
#[derive(Default)]
pub struct Latency(Shards<OnceLock<Box<Part>>, MANY>);

/// What threads record in.
struct Part {
    buckets: [AtomicU64; BUCKETS],
    max: AtomicU64,
}

impl Latency {
    /// A histogram of nothing.
    #[must_use]
    pub const fn new() -> Self {
        Latency(Shards::new())
    }

    /// Records a duration.
    ///
    /// ```
    /// # use std::time::Duration;
    /// # use contracts_registry::stats::Latency;
    /// let latency = Latency::new();
    /// latency.record(Duration::from_nanos(7));
    /// assert_eq!(latency.quantiles().unwrap().p50, Duration::from_nanos(7));
    /// ```
    #[inline]
    pub fn record(&self, duration: Duration) {
        let nanos = u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX);
        let part = self.0.mine().get_or_init(|| {
            Box::new(Part {
                buckets: [const { AtomicU64::new(0) }; BUCKETS],
                max: AtomicU64::new(0),
            })
        });
        part.max.fetch_max(nanos, Ordering::Relaxed);
        // There is one for every duration.
        if let Some(bucket) = part.buckets.get(bucket(nanos)) {
            bucket.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Begins anew. What is recorded meanwhile may be lost.
    pub(crate) fn clear(&self) {
        for part in self.0.iter().filter_map(OnceLock::get) {
            let Part { buckets, max } = &**part;
            for counter in buckets.iter().chain([max]) {
                counter.store(0, Ordering::Relaxed);
            }
        }
    }

    /// What half, nine of ten and 99 of 100 recorded durations are not longer than, and the longest. None if nothing was
    /// recorded.
    ///
    /// Reads all buckets of all parts that there are: a microsecond or so for each.
    ///
    /// ```
    /// # use contracts_registry::stats::Latency;
    /// assert_eq!(Latency::new().quantiles(), None);
    /// ```
    #[must_use]
    pub fn quantiles(&self) -> Option<Quantiles> {
        let mut counts = vec![0_u64; BUCKETS];
        let mut max = 0;
        for part in self.0.iter().filter_map(OnceLock::get) {
            for (count, bucket) in counts.iter_mut().zip(&part.buckets) {
                *count += bucket.load(Ordering::Relaxed);
            }
            max = max.max(part.max.load(Ordering::Relaxed));
        }
        let count: u64 = counts.iter().sum();
        if count == 0 {
            return None;
        }
        // That of so many per cent: the first bucket by which so many are counted.
        let of = |percent: u64| {
            let wanted = u128::from(count) * u128::from(percent);
            let mut passed = 0_u128;
            let found = counts.iter().position(|count| {
                passed += u128::from(*count);
                passed * 100 >= wanted
            });
            Duration::from_nanos(found.map_or(max, longest).min(max))
        };
        Some(Quantiles {
            count,
            p50: of(50),
            p90: of(90),
            p99: of(99),
            max: Duration::from_nanos(max),
        })
    }

    /// How many bytes it has allocated.
    ///
    /// ```
    /// # use contracts_registry::stats::Latency;
    /// assert_eq!(Latency::new().bytes(), 0);
    /// ```
    #[must_use]
    pub fn bytes(&self) -> usize {
        let parts = self.0.iter().filter_map(OnceLock::get).count();
        self.0.bytes() + parts * size_of::<Part>()
    }
}

impl fmt::Debug for Latency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Latency").field(&self.quantiles()).finish()
    }
}

/// A distribution of durations in a few numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Quantiles {
    /// How many were recorded.
    pub count: u64,
    /// Half of them are not longer.
    pub p50: Duration,
    /// Nine of ten are not longer.
    pub p90: Duration,
    /// 99 of 100 are not longer.
    pub p99: Duration,
    /// The longest of all.
    pub max: Duration,
}

/// The bucket of so many nanoseconds: of each power of two as many as of the others, which are equally wide.
const fn bucket(nanos: u64) -> usize {
    let nanos = if nanos > LONGEST { LONGEST } else { nanos };
    if nanos < STEPS as u64 {
        return small(nanos);
    }
    let shift = nanos.ilog2() - BITS;
    (shift as usize) * STEPS + small(nanos >> shift)
}

/// The longest duration of a bucket, in nanoseconds.
fn longest(bucket: usize) -> u64 {
    if bucket < 2 * STEPS {
        return bucket as u64;
    }
    let shift = bucket / STEPS - 1;
    let step = (bucket % STEPS + STEPS) as u64;
    ((step + 1) << shift) - 1
}

/// What is less than twice the number of steps.
#[allow(clippy::cast_possible_truncation, reason = "it is less than 64")]
const fn small(nanos: u64) -> usize {
    nanos as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_ends_where_the_next_one_starts() {
        for index in 0..BUCKETS - 1 {
            assert_eq!(bucket(longest(index)), index);
            assert_eq!(bucket(longest(index) + 1), index + 1);
        }
        assert_eq!(longest(BUCKETS - 1), LONGEST);
        assert_eq!(bucket(u64::MAX), BUCKETS - 1);
    }

    #[test]
    fn no_bucket_is_wider_than_a_32nd_of_what_is_in_it() {
        for index in 1..BUCKETS {
            let first = longest(index - 1) + 1;
            assert!((longest(index) - first) * 32 <= first, "{index}");
        }
    }

    #[test]
    fn a_part_is_as_large_as_it_is_said_to_be() {
        assert!(size_of::<Part>() <= 10 << 10);
    }
}
