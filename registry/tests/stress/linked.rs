//! Contracts of the program that are invalidated and looked up at once: they are there for whoever asks.

use std::any::TypeId;
use std::sync::atomic::{AtomicBool, Ordering};

use contracts_registry::Registry;
use contracts_runtime::private::submit;
use contracts_runtime::{Body, ContractDescriptor, Linked, Zone};

use super::CHANGES;
use super::at_once::at_once;

static ORDER: ContractDescriptor = ContractDescriptor::new("order", "app", Zone::External, Body::Unit);
static REFUND: ContractDescriptor = ContractDescriptor::new("refund", "app", Zone::Core, Body::Unit);

submit! { Linked::new(&ORDER, TypeId::of::<u8>, |_, _| Ok(())) }
submit! { Linked::new(&REFUND, TypeId::of::<u16>, |_, _| Ok(())) }

#[test]
fn a_contract_of_the_program_is_always_found() {
    let registry = Registry::linked().unwrap();
    let readers = [(); 2].map(|()| {
        |done: &AtomicBool| {
            while !done.load(Ordering::Relaxed) {
                assert!(registry.get("app", "order").is_ok());
                assert!(registry.named("refund").is_ok());
                assert_eq!(registry.list().len(), 2);
                assert_eq!(registry.in_zone(Zone::Core).len(), 1);
                assert_eq!(registry.discover("app").unwrap().len(), 2);
            }
        }
    });
    let writer = || {
        for _ in 0..CHANGES * 100 {
            registry.invalidate_all().unwrap();
        }
    };
    at_once(readers, [writer]);
}
