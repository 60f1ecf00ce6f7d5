//! A program in which contracts contend for a key.

use std::any::TypeId;

use contracts_registry::{Kind, Registry};
use contracts_runtime::private::submit;
use contracts_runtime::{Body, Contract, ContractDescriptor, Kind as ShapeKind, Linked, Shape, Zone, zone};

const fn order(file: &'static str, zone: Zone) -> ContractDescriptor {
    ContractDescriptor::new("order", "app", zone, Body::Unit).declared(file, 3, "")
}

static STRICT: ContractDescriptor = order("src/strict.rs", Zone::External);
static LAX: ContractDescriptor = order("src/lax.rs", Zone::Core);
static NEXT: ContractDescriptor = order("src/next.rs", Zone::External).versioned("2");
static REFUND: ContractDescriptor = ContractDescriptor::new("refund", "app", Zone::External, Body::Unit);

struct Order;

impl Shape for Order {
    type Target = Self;
    const KIND: ShapeKind = ShapeKind::Null;

    fn reach(&self) -> Option<&Self> {
        Some(self)
    }
}

impl Contract for Order {
    type Zone = zone::External;
    type Context = ();
    const ENFORCED: bool = true;
    const DESCRIPTOR: &'static ContractDescriptor = &STRICT;
}

submit! { Linked::new(&STRICT, TypeId::of::<Order>, |_, _| Ok(())) }
submit! { Linked::new(&LAX, TypeId::of::<u16>, |_, _| Ok(())) }
submit! { Linked::new(&NEXT, TypeId::of::<u32>, |_, _| Ok(())) }
submit! { Linked::new(&REFUND, TypeId::of::<u64>, |_, _| Ok(())) }

const MESSAGE: &str = "`app::order` is declared at src/lax.rs:3 and at src/strict.rs:3";

#[test]
fn a_registry_of_the_linked_contracts_is_not_built() {
    let error = Registry::linked().unwrap_err();
    assert_eq!(error.kind(), Kind::Duplicate);
    assert_eq!(error.to_string(), MESSAGE);
}

#[test]
fn the_default_leaves_out_those_that_contend_and_says_so() {
    let registry = Registry::default();
    let listed: Vec<_> = registry.list().iter().map(ToString::to_string).collect();
    assert_eq!(listed, ["app::order@2", "app::refund"]);
    assert_eq!(registry.in_zone(Zone::Core), []);
    assert_eq!(registry.conflicts().len(), 1);
    assert_eq!(registry.conflicts()[0].to_string(), MESSAGE);
}

#[test]
fn no_look_up_gives_another_in_place_of_those_that_contend() {
    let registry = Registry::default();
    for found in [
        registry.get("app", "order").map(|order| order.clone()),
        registry.named("order").map(|order| order.clone()),
        registry.at_version("app", "order", "").map(|order| order.clone()),
        registry.of::<Order>().map(|order| order.handle().clone()),
    ] {
        let error = found.unwrap_err();
        assert_eq!(error.kind(), Kind::Duplicate);
        assert_eq!(error.to_string(), MESSAGE);
    }
    assert!(registry.at_version("app", "order", "2").is_ok());
    assert!(registry.named("refund").is_ok());
}
