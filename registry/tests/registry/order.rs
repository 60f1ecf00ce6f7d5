//! Whatever the order in which contracts are registered, and however often, the registry is the same.

use contracts_registry::Registry;
use contracts_runtime::{Linked, Zone};

use crate::fixture::{contract, shown};

/// All that a registry tells, the texts of its errors included.
fn told(registry: &Registry) -> Vec<String> {
    let mut told = shown(&registry.list());
    for zone in Zone::ALL {
        told.extend(shown(&registry.in_zone(zone)));
    }
    for pattern in ["**", "app::*", "app::**", "app::api"] {
        told.extend(shown(&registry.discover(pattern).unwrap()));
    }
    for name in ["order", "invoice", "refund", "ordre", ""] {
        told.push(format!(
            "{:?}",
            registry.named(name).map_err(|error| error.to_string())
        ));
        for module in ["app", "app::api", "app::aip"] {
            let found = registry.get(module, name).map_err(|error| error.to_string());
            told.push(format!("{found:?}"));
        }
    }
    told
}

fn build(contracts: &[Linked]) -> Result<Registry, String> {
    contracts
        .iter()
        .fold(Registry::builder(), |builder, contract| {
            builder.register(*contract)
        })
        .build()
        .map_err(|error| error.to_string())
}

/// Calls `visit` with all orders of `items`.
fn permute<T: Copy>(items: &mut [T], fixed: usize, visit: &mut impl FnMut(&[T])) {
    if fixed == items.len() {
        return visit(items);
    }
    for next in fixed..items.len() {
        items.swap(fixed, next);
        permute(items, fixed + 1, visit);
        items.swap(fixed, next);
    }
}

#[test]
fn the_order_of_registration_makes_no_difference() {
    let mut contracts = [
        contract::<1>("app::api", "order", "", Zone::External),
        contract::<2>("app", "order", "", Zone::Core),
        contract::<3>("app", "invoice", "2", Zone::Core),
        contract::<4>("app", "invoice", "10", Zone::Core),
        contract::<5>("app2", "refund", "", Zone::External),
        contract::<5>("app2", "refund", "", Zone::External),
    ];
    let expected = told(&build(&contracts).unwrap());
    let mut orders = 0;
    permute(&mut contracts, 0, &mut |contracts| {
        orders += 1;
        assert_eq!(told(&build(contracts).unwrap()), expected);
    });
    assert_eq!(orders, 720);
}

#[test]
fn the_order_of_registration_makes_no_difference_to_the_error() {
    let mut contracts = [
        contract::<1>("app", "order", "", Zone::Core),
        contract::<2>("app", "order", "", Zone::External),
        contract::<3>("app", "order", "", Zone::External),
        contract::<4>("app", "refund", "", Zone::External),
        contract::<5>("app", "refund", "", Zone::External),
    ];
    let expected = build(&contracts).unwrap_err();
    permute(&mut contracts, 0, &mut |contracts| {
        assert_eq!(build(contracts).unwrap_err(), expected);
    });
}

#[test]
fn every_index_has_every_contract_once() {
    let all = [
        contract::<1>("app::api", "order", "", Zone::External),
        contract::<2>("app", "order", "", Zone::Core),
        contract::<3>("app", "order", "1", Zone::Coupling),
        contract::<4>("app", "invoice", "2", Zone::Strategic),
        contract::<5>("app", "invoice", "10", Zone::Core),
        contract::<6>("app2", "refund", "", Zone::External),
        contract::<7>("", "refund", "", Zone::External),
    ];
    // All subsets.
    for chosen in 0..1_u32 << all.len() {
        let subset: Vec<_> = all
            .iter()
            .enumerate()
            .filter(|(index, _)| chosen & (1 << index) != 0)
            .map(|(_, contract)| *contract)
            .collect();
        let registry = build(&subset).unwrap();
        assert_eq!(registry.list().len(), subset.len());

        let zones = Zone::ALL.map(|zone| registry.in_zone(zone));
        assert_eq!(zones.iter().map(|zone| zone.len()).sum::<usize>(), subset.len());
        assert_eq!(registry.discover("**").unwrap(), *registry.list());
        for handle in &registry.list() {
            assert!(registry.in_zone(handle.zone()).contains(handle));
            let found = registry.at_version(handle.module(), handle.name(), handle.version());
            assert_eq!(found.unwrap(), *handle);
        }
    }
}
