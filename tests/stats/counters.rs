use perimeter::stats::{Count, Counters};

#[test]
fn what_threads_count_adds_up() {
    let counters = Counters::new();
    std::thread::scope(|scope| {
        for thread in 0..12 {
            let counters = &counters;
            scope.spawn(move || {
                for _ in 0..1000 {
                    counters.count(Count::Hit);
                    counters.count(Count::Miss);
                }
                counters.add(Count::Registration, thread);
            });
        }
    });
    let totals = counters.totals();
    assert_eq!((totals.hits, totals.misses), (12_000, 12_000));
    assert_eq!(totals.registrations, (0..12).sum::<u64>());
    assert_eq!((totals.discovered, totals.not_found, totals.failures), (0, 0, 0));
}

#[test]
fn counting_allocates_once() {
    let counters = Counters::new();
    counters.count(Count::Hit);
    let again = allocation_counter::measure(|| counters.count(Count::Failure));
    assert_eq!(again.count_total, 0);
}
