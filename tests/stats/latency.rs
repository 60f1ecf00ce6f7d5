use std::time::Duration;

use fastrand::Rng;
use perimeter::stats::{Latency, Quantiles};

/// The duration that so many per cent are not longer than, of durations in their order.
fn exact(sorted: &[Duration], percent: usize) -> Duration {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted[rank - 1]
}

fn assert_near(estimate: Duration, exact: Duration) {
    assert!(estimate >= exact, "{estimate:?} is less than {exact:?}");
    let most = exact.as_nanos() + exact.as_nanos() / 32;
    assert!(
        estimate.as_nanos() <= most,
        "{estimate:?} is far more than {exact:?}"
    );
}

fn assert_like_sorted(mut durations: Vec<Duration>, quantiles: Quantiles) {
    durations.sort();
    assert_eq!(quantiles.count, durations.len() as u64);
    assert_near(quantiles.p50, exact(&durations, 50));
    assert_near(quantiles.p90, exact(&durations, 90));
    assert_near(quantiles.p99, exact(&durations, 99));
    assert_eq!(quantiles.max, *durations.last().unwrap());
}

/// Durations of all magnitudes, from nanoseconds to some minutes.
fn drawn(rng: &mut Rng) -> Vec<Duration> {
    let count = rng.usize(1..2000);
    let widest = rng.u32(1..40);
    (0..count)
        .map(|_| {
            let bits = rng.u32(0..=widest);
            Duration::from_nanos(rng.u64(0..1 << bits))
        })
        .collect()
}

#[test]
fn quantiles_are_near_those_of_sorted_data() {
    let mut rng = Rng::with_seed(1);
    for _ in 0..200 {
        let durations = drawn(&mut rng);
        let latency = Latency::new();
        for duration in &durations {
            latency.record(*duration);
        }
        assert_like_sorted(durations, latency.quantiles().unwrap());
    }
}

#[test]
fn quantiles_are_of_all_threads() {
    let mut rng = Rng::with_seed(2);
    let latency = Latency::new();
    let drawn: Vec<_> = (0..12).map(|_| drawn(&mut rng)).collect();
    std::thread::scope(|scope| {
        for durations in &drawn {
            let latency = &latency;
            scope.spawn(move || durations.iter().for_each(|duration| latency.record(*duration)));
        }
    });
    assert_like_sorted(drawn.concat(), latency.quantiles().unwrap());
}

#[test]
fn what_takes_longer_than_an_hour_is_in_the_maximum() {
    let latency = Latency::new();
    latency.record(Duration::MAX);
    latency.record(Duration::from_secs(86_400));
    let quantiles = latency.quantiles().unwrap();
    assert_eq!(quantiles.max, Duration::from_nanos(u64::MAX));
    assert!(quantiles.p50 > Duration::from_secs(60 * 60));
}

#[test]
fn memory_is_bounded_and_recording_allocates_once() {
    let latency = Latency::new();
    let mut rng = Rng::with_seed(3);
    latency.record(Duration::ZERO);
    let again = allocation_counter::measure(|| {
        for _ in 0..10_000 {
            latency.record(Duration::from_nanos(rng.u64(..)));
        }
    });
    assert_eq!(again.count_total, 0);
    std::thread::scope(|scope| {
        for _ in 0..100 {
            scope.spawn(|| latency.record(Duration::from_millis(1)));
        }
    });
    assert!(
        (10_000..=650 << 10).contains(&latency.bytes()),
        "{}",
        latency.bytes()
    );
}
