//! A program whose contracts have their keys to themselves.

use std::any::TypeId;

use contracts_registry::Registry;
use contracts_runtime::private::submit;
use contracts_runtime::{Body, ContractDescriptor, Linked, Zone};

static ORDER: ContractDescriptor =
    ContractDescriptor::new("order", "app::api", Zone::External, Body::Unit).declared("src/api.rs", 3, "");
static INVOICE: ContractDescriptor =
    ContractDescriptor::new("invoice", "app", Zone::Core, Body::Unit).declared("src/lib.rs", 5, "");

submit! { Linked::new(&ORDER, TypeId::of::<u8>, |_, _| Ok(())) }
submit! { Linked::new(&INVOICE, TypeId::of::<u16>, |_, _| Ok(())) }

fn names(registry: &Registry) -> Vec<String> {
    let contracts = registry.list();
    contracts
        .iter()
        .map(|contract| contract.name().to_owned())
        .collect()
}

#[test]
fn every_way_to_the_linked_contracts_has_them_in_order() {
    let expected = ["invoice", "order"];
    assert_eq!(names(&Registry::linked().unwrap()), expected);
    assert_eq!(names(&Registry::default()), expected);
    assert_eq!(names(Registry::global()), expected);
    assert_eq!(names(&Registry::builder().linked().build().unwrap()), expected);
    assert_eq!(Registry::default().conflicts(), []);
}

#[test]
fn a_registry_has_linked_contracts_only_if_asked_for() {
    assert_eq!(Registry::builder().build().unwrap().list(), []);
}

#[test]
fn linked_contracts_and_others_stand_side_by_side() {
    static EXTRA: ContractDescriptor = ContractDescriptor::new("extra", "app::zoo", Zone::Core, Body::Unit);
    let extra = Linked::new(&EXTRA, TypeId::of::<u32>, |_, _| Ok(()));
    let registry = Registry::builder()
        .register(extra)
        .linked()
        .linked()
        .build()
        .unwrap();
    assert_eq!(names(&registry), ["invoice", "order", "extra"]);
}
