//! What a registry counts of its changes and contracts, and how long it does.

use contracts_registry::stats::Totals;
use contracts_registry::{Handle, Registry};
use contracts_runtime::Zone;

use crate::fixture::contract;

/// An `order` that is declared at a line, of a type of its own.
fn registered(registry: &Registry) -> Handle {
    registry
        .register(contract::<1>("app", "order", "", Zone::Core))
        .unwrap()
}

fn accepted(registry: &Registry) -> u64 {
    registry.get("app", "order").unwrap().counts().accepted
}

#[test]
fn registrations_and_failures_are_counted() {
    let registry = Registry::builder().build().unwrap();
    registered(&registry);
    // The same once more is registered, too.
    registered(&registry);
    let other = contract::<2>("app", "order", "", Zone::Core);
    assert!(registry.register(other).is_err());
    let refund = contract::<3>("app", "refund", "", Zone::Core);
    assert!(registry.register_all([refund, other]).is_err());
    registry.replace_all([refund, other]).unwrap();
    let asked = registry.stats().asked;
    assert_eq!((asked.registrations, asked.failures), (4, 2));
}

#[test]
fn what_comes_anew_is_counted_anew() {
    let registry = Registry::builder().build().unwrap();
    let old = registered(&registry);
    registry.get("app", "order").unwrap().validate("null").unwrap();
    assert_eq!(accepted(&registry), 1);
    registry.invalidate("app", "order").unwrap();
    registered(&registry);
    assert_eq!(accepted(&registry), 0);
    registry.get("app", "order").unwrap().validate("null").unwrap();
    registry
        .replace(contract::<2>("app", "order", "", Zone::Core))
        .unwrap();
    assert_eq!(accepted(&registry), 0);
    // Who kept a handle goes on to count with it.
    old.validate("null").unwrap();
    assert_eq!((old.counts().accepted, accepted(&registry)), (2, 0));
}

#[test]
fn a_reset_counts_everything_anew() {
    let builder = Registry::builder().latency();
    let registry = builder
        .register(contract::<1>("app", "order", "", Zone::Core))
        .build()
        .unwrap();
    registry.get("app", "order").unwrap().validate("null").unwrap();
    registered(&registry);
    registry.reset().unwrap();
    let stats = registry.stats();
    assert_eq!((stats.asked, stats.latency), (Totals::default(), None));
    assert_eq!((stats.revision, stats.contracts), (1, 1));
    assert_eq!(accepted(&registry), 0);
    assert_eq!(registry.get("app", "order").unwrap().revision(), 0);
}

#[test]
fn all_that_a_registry_keeps_is_in_its_bytes() {
    let registry = Registry::builder()
        .register(contract::<1>("app", "order", "", Zone::Core))
        .build()
        .unwrap();
    let built = registry.stats().bytes;
    // Counters come with the first look-up.
    assert!(registry.named("order").is_ok());
    let counting = registry.stats().bytes;
    assert!(counting > built);
    // What it was built with is kept for a reset.
    registry.invalidate_all().unwrap();
    assert!(registry.stats().bytes > counting);
}
