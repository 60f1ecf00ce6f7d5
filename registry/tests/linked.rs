//! A program whose contracts have their keys to themselves.

use std::any::TypeId;

use contracts_registry::{Kind, Registry};
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

/// Contracts that only share a name, or module and name, with those of the program.
fn beside() -> [Linked; 2] {
    static SAME_NAME: ContractDescriptor =
        ContractDescriptor::new("order", "app::web", Zone::Core, Body::Unit);
    static NEXT: ContractDescriptor =
        ContractDescriptor::new("order", "app::api", Zone::Core, Body::Unit).versioned("2");
    [&SAME_NAME, &NEXT].map(|descriptor| Linked::new(descriptor, TypeId::of::<u32>, |_, _| Ok(())))
}

#[test]
fn what_was_invalidated_is_there_when_it_is_looked_up() {
    let registry = Registry::linked().unwrap();
    let before = registry.get("app::api", "order").unwrap().clone();
    before.validate("null").unwrap();
    assert_eq!(registry.invalidate("app::api", "order").unwrap(), 1);
    let order = registry.get("app::api", "order").unwrap();
    // It begins anew; handles keep what they have.
    assert_eq!((order.revision(), registry.revision()), (2, 2));
    assert_eq!((order.counts().accepted, before.counts().accepted), (0, 1));
    let asked = registry.stats().asked;
    assert_eq!(
        (asked.hits, asked.misses, asked.discovered, asked.not_found),
        (1, 1, 1, 0)
    );
    assert!(registry.get("app::api", "order").is_ok());
    assert_eq!(registry.stats().asked.hits, 2);
}

#[test]
fn what_was_invalidated_is_there_when_it_is_registered() {
    let registry = Registry::linked().unwrap();
    registry.invalidate_all().unwrap();
    let order = registry
        .register(Linked::new(&ORDER, TypeId::of::<u8>, |_, _| Ok(())))
        .unwrap();
    assert_eq!((order.revision(), registry.stats().contracts), (2, 1));
    // It is of the program still.
    registry.invalidate("app::api", "order").unwrap();
    assert_eq!(registry.get("app::api", "order").unwrap().revision(), 4);
}

#[test]
fn what_was_invalidated_is_there_when_it_is_listed() {
    let registry = Registry::linked().unwrap();
    assert_eq!(registry.invalidate_all().unwrap(), 2);
    assert_eq!(registry.stats().contracts, 0);
    assert_eq!(names(&registry), ["invoice", "order"]);
    let asked = registry.stats().asked;
    assert_eq!((asked.misses, asked.discovered), (0, 2));
}

#[test]
fn what_was_invalidated_stays_away_when_something_else_is_looked_up() {
    let registry = Registry::linked().unwrap();
    registry.invalidate("app::api", "order").unwrap();
    assert!(registry.get("app", "invoice").is_ok());
    assert!(registry.named("invoice").is_ok());
    assert!(registry.at_version("app", "invoice", "").is_ok());
    assert!(registry.named("refund").is_err());
    assert_eq!((registry.revision(), registry.stats().contracts), (1, 1));
}

#[test]
fn what_was_invalidated_makes_a_name_as_ambiguous_as_before() {
    let registry = Registry::linked().unwrap();
    registry.register_all(beside()).unwrap();
    // One that is named to the version is given without looking at others.
    registry.invalidate("app::api", "order").unwrap();
    let [_, next] = beside();
    registry.register(next).unwrap();
    assert!(registry.at_version("app::api", "order", "2").is_ok());
    assert_eq!(registry.stats().asked.discovered, 0);
    assert_eq!(
        registry.get("app::api", "order").unwrap_err().kind(),
        Kind::Ambiguous
    );
    assert_eq!(registry.stats().asked.discovered, 1);

    registry.invalidate("app::api", "order").unwrap();
    assert_eq!(registry.named("order").unwrap_err().kind(), Kind::Ambiguous);
    assert_eq!(registry.stats().asked.discovered, 2);
}
