//! The contracts that the linker gathered, and instances of generic ones among them, by whichever collector.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test over fixed inputs: what is missing is a failure"
)]

mod instances;
mod places;

use perimeter::{Linked, Registry, linked};

/// The names of a module, in the order of the registry.
fn names(registry: &Registry, module: &str) -> Vec<String> {
    let found = registry.list();
    found
        .iter()
        .filter(|contract| contract.module() == module)
        .map(|contract| contract.name().to_owned())
        .collect()
}

#[test]
fn the_registry_shows_what_is_linked_by_module_and_name() {
    let registry = Registry::linked().unwrap();
    let shown: Vec<_> = registry.list().iter().map(ToString::to_string).collect();
    let mut sorted = shown.clone();
    sorted.sort_unstable();
    assert_eq!(shown, sorted);

    // The list itself has no order, and one entry twice where a contract is listed twice.
    let mut gathered: Vec<_> = linked()
        .map(Linked::descriptor)
        .map(|contract| format!("{}::{}", contract.module(), contract.name()))
        .collect();
    gathered.sort_unstable();
    gathered.dedup();
    let listed: Vec<_> = registry
        .list()
        .iter()
        .map(|contract| format!("{}::{}", contract.module(), contract.name()))
        .collect();
    assert_eq!(gathered, listed);
}
