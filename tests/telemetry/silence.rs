//! Nothing is made, and no clock is read, where nobody listens.

use std::hint::black_box;

use allocation_counter::measure;
use perimeter::__private::telemetry::{Event, Named, Operation, Watch};
use perimeter::{Contract, accept};
use tracing::Level;

use super::meter::Meter;
use super::spy::Spy;
use super::{FAULTY, Order, SOUND};

/// How often `run` allocates, once everything that is made once is there.
fn allocations(run: impl Fn()) -> u64 {
    run();
    measure(run).count_total
}

const OPERATIONS: [Operation; 5] = [
    Operation::Validation,
    Operation::LookUp,
    Operation::Listing,
    Operation::Change,
    Operation::Discovery,
];

/// A watch reads the clock when it runs.
#[test]
fn no_watch_runs_when_nobody_listens() {
    for operation in OPERATIONS {
        assert!(!Watch::start(operation).is_running(), "{operation:?}");
    }
}

#[test]
fn a_watch_runs_for_whoever_wants_how_it_ends() {
    let running = |level| {
        let (running, _) =
            Spy::at(level).listening(|| OPERATIONS.map(|operation| Watch::start(operation).is_running()));
        running
    };
    assert_eq!(running(Level::TRACE), [true; 5]);
    assert_eq!(running(Level::DEBUG), [true, true, false, true, true]);
    assert_eq!(running(Level::INFO), [false, false, false, true, true]);
    assert_eq!(running(Level::WARN), [false, false, false, true, true]);
    assert_eq!(running(Level::ERROR), [false; 5]);
    let (running, _) =
        Meter::default().recording(|| OPERATIONS.map(|operation| Watch::start(operation).is_running()));
    assert_eq!(running, [true; 5]);
}

/// Three texts, two lists of one, and a map's node: what the value owns.
#[test]
fn accepting_allocates_what_the_value_owns() {
    let owned = || {
        let order = accept::<Order>(SOUND).unwrap();
        black_box(&order);
    };
    let clone = accept::<Order>(SOUND).unwrap().into_inner();
    let cloned = || {
        let Order {
            email,
            tags,
            counts,
            password,
        } = &clone;
        black_box((email.clone(), tags.clone(), counts.clone(), password.clone()));
    };
    assert_eq!(allocations(owned), allocations(cloned));
}

#[test]
fn checking_and_telling_allocate_nothing() {
    let order = accept::<Order>(SOUND).unwrap().into_inner();
    assert_eq!(allocations(|| order.validate().unwrap()), 0);
    let told = || {
        let contract = Named {
            module: "shop::api",
            name: "order",
        };
        let watch = Watch::start(Operation::LookUp);
        Event::CacheHit { contract, watch }.tell();
    };
    assert_eq!(allocations(told), 0);
}

/// A subscriber that wants other things of the program is not told, and what it does not want is not made.
#[test]
fn a_subscriber_that_wants_less_costs_no_allocation() {
    let order = accept::<Order>(SOUND).unwrap().into_inner();
    let (count, told) = Spy::at(Level::INFO).listening(|| allocations(|| order.validate().unwrap()));
    assert_eq!((count, told.len()), (0, 0));
}

/// A report has what it had, whether or not it was told.
#[test]
fn listening_changes_no_report() {
    let alone = accept::<Order>(FAULTY).unwrap_err();
    let (heard, _) = Spy::at(Level::TRACE).listening(|| accept::<Order>(FAULTY).unwrap_err());
    assert_eq!(heard, alone);
    assert_eq!(heard.to_string(), alone.to_string());
}
