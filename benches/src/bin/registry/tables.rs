//! The registry, and the maps that it could be: each with the same contracts under the same names.

use std::any::TypeId;
use std::collections::HashMap;
use std::sync::{Arc, RwLock};

use arc_swap::ArcSwap;
use dashmap::DashMap;
use foldhash::fast::RandomState;
use perimeter::{Body, ContractDescriptor, Definition, Registry, Zone};

/// Module and name.
pub(crate) type Name = (&'static str, &'static str);

/// What is looked up.
pub(crate) type Contract = Arc<&'static ContractDescriptor>;

/// A table of contracts that is read by some threads and changed by another.
pub(crate) trait Table: Send + Sync {
    /// Whether the name is there.
    fn has(&self, name: Name) -> bool;

    /// Puts a contract of that name there, or in the place of that which is.
    fn put(&self, contract: &'static ContractDescriptor);
}

/// What makes a table of these contracts.
pub(crate) type Make = fn(&[&'static ContractDescriptor]) -> Box<dyn Table>;

/// All tables; the last one is what the registry is measured by.
pub(crate) const TABLES: [(&str, Make); 7] = [
    ("registry", registry),
    ("RwLock<HashMap>", locked),
    ("DashMap", sharded),
    ("papaya", papaya),
    ("scc::HashMap", scc),
    ("scc::HashIndex", indexed),
    (BASE, swapped),
];

/// The one that others are compared with.
pub(crate) const BASE: &str = "arc-swap + foldhash";

/// Two different contracts of one name, for writers: each takes the place of the other.
pub(crate) fn twins() -> [&'static ContractDescriptor; 2] {
    [1, 2].map(|line| {
        let contract = ContractDescriptor::new("twin", "shop::extra", Zone::External, Body::Unit);
        &*Box::leak(Box::new(contract.declared("src/extra.rs", line, "")))
    })
}

/// A descriptor for each number; `kind` tells those of one set from those of another.
pub(crate) fn contracts(count: usize, kind: &str) -> Vec<&'static ContractDescriptor> {
    (0..count)
        .map(|number| {
            let module = format!("shop::area_{}::{kind}", number % 97).leak();
            let name = format!("contract_{number}").leak();
            let contract = ContractDescriptor::new(name, module, Zone::External, Body::Unit);
            &*Box::leak(Box::new(contract))
        })
        .collect()
}

fn name_of(contract: &ContractDescriptor) -> Name {
    (contract.module(), contract.name())
}

fn definition(contract: &'static ContractDescriptor) -> Definition {
    let linked = perimeter::__private::Linked::new(contract, TypeId::of::<()>, |_, _| Ok(()));
    Definition::from(linked)
}

/// The registry of these contracts.
pub(crate) fn registry_of(contracts: &[&'static ContractDescriptor]) -> Registry {
    let registry = Registry::builder().build().expect("it is empty");
    let definitions = contracts.iter().map(|contract| definition(contract));
    let registered = registry.register_all(definitions);
    registered.expect("names differ");
    registry
}

fn registry(contracts: &[&'static ContractDescriptor]) -> Box<dyn Table> {
    Box::new(registry_of(contracts))
}

impl Table for Registry {
    fn has(&self, (module, name): Name) -> bool {
        self.get(module, name).is_ok()
    }

    fn put(&self, contract: &'static ContractDescriptor) {
        self.replace(definition(contract)).expect("it can be replaced");
    }
}

type Map = HashMap<Name, Contract, RandomState>;

fn map(contracts: &[&'static ContractDescriptor]) -> Map {
    contracts
        .iter()
        .map(|contract| (name_of(contract), Arc::new(*contract)))
        .collect()
}

fn locked(contracts: &[&'static ContractDescriptor]) -> Box<dyn Table> {
    let map: HashMap<Name, Contract> = map(contracts).into_iter().collect();
    Box::new(RwLock::new(map))
}

impl Table for RwLock<HashMap<Name, Contract>> {
    fn has(&self, name: Name) -> bool {
        self.read().expect("no writer panics").contains_key(&name)
    }

    fn put(&self, contract: &'static ContractDescriptor) {
        let mut map = self.write().expect("no writer panics");
        map.insert(name_of(contract), Arc::new(contract));
    }
}

fn sharded(contracts: &[&'static ContractDescriptor]) -> Box<dyn Table> {
    let map: DashMap<Name, Contract, RandomState> = map(contracts).into_iter().collect();
    Box::new(map)
}

impl Table for DashMap<Name, Contract, RandomState> {
    fn has(&self, name: Name) -> bool {
        self.get(&name).is_some()
    }

    fn put(&self, contract: &'static ContractDescriptor) {
        self.insert(name_of(contract), Arc::new(contract));
    }
}

fn papaya(contracts: &[&'static ContractDescriptor]) -> Box<dyn Table> {
    let map: papaya::HashMap<Name, Contract, RandomState> = map(contracts).into_iter().collect();
    Box::new(map)
}

impl Table for papaya::HashMap<Name, Contract, RandomState> {
    fn has(&self, name: Name) -> bool {
        self.pin().get(&name).is_some()
    }

    fn put(&self, contract: &'static ContractDescriptor) {
        self.pin().insert(name_of(contract), Arc::new(contract));
    }
}

fn scc(contracts: &[&'static ContractDescriptor]) -> Box<dyn Table> {
    let table: scc::HashMap<Name, Contract, RandomState> = scc::HashMap::default();
    for contract in contracts {
        let _ = table.upsert_sync(name_of(contract), Arc::new(*contract));
    }
    Box::new(table)
}

impl Table for scc::HashMap<Name, Contract, RandomState> {
    fn has(&self, name: Name) -> bool {
        self.read_sync(&name, |_, _| ()).is_some()
    }

    fn put(&self, contract: &'static ContractDescriptor) {
        let _ = self.upsert_sync(name_of(contract), Arc::new(contract));
    }
}

fn indexed(contracts: &[&'static ContractDescriptor]) -> Box<dyn Table> {
    let table: scc::HashIndex<Name, Contract, RandomState> = scc::HashIndex::default();
    for contract in contracts {
        let _ = table.insert_sync(name_of(contract), Arc::new(*contract));
    }
    Box::new(table)
}

impl Table for scc::HashIndex<Name, Contract, RandomState> {
    fn has(&self, name: Name) -> bool {
        self.peek_with(&name, |_, _| ()).is_some()
    }

    fn put(&self, contract: &'static ContractDescriptor) {
        let _ = self.remove_sync(&name_of(contract));
        let _ = self.insert_sync(name_of(contract), Arc::new(contract));
    }
}

fn swapped(contracts: &[&'static ContractDescriptor]) -> Box<dyn Table> {
    Box::new(ArcSwap::from_pointee(map(contracts)))
}

impl Table for ArcSwap<Map> {
    fn has(&self, name: Name) -> bool {
        self.load().contains_key(&name)
    }

    fn put(&self, contract: &'static ContractDescriptor) {
        let mut next = Map::clone(&self.load());
        next.insert(name_of(contract), Arc::new(contract));
        self.store(Arc::new(next));
    }
}
