//! Readers, registrations, replacements, invalidations and resets at once: every answer is that of one state that there
//! was, and states follow one another.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test over fixed inputs: what is missing is a failure"
)]

mod at_once;
mod linked;

use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use contracts_registry::{Definition, Registry};
use contracts_runtime::{Body, ContractDescriptor, Linked, Zone};

use at_once::at_once;

/// How many changes each writer makes.
const CHANGES: usize = 3_000;
const NAMES: usize = 24;
const MODULES: [&str; 4] = ["app", "app::api", "app::api::v1", "web"];

/// The contracts by module and name, each with the line that tells it from others of that name.
type State = BTreeMap<(&'static str, &'static str), u32>;

/// What the registry has in each revision.
#[derive(Default)]
struct Model {
    now: State,
    states: HashMap<u64, State>,
}

fn definition(module: &'static str, name: &'static str, line: u32) -> Definition {
    let zone = if line % 2 == 0 { Zone::External } else { Zone::Core };
    let descriptor = ContractDescriptor::new(name, module, zone, Body::Unit).declared("src/lib.rs", line, "");
    let linked = Linked::new(Box::leak(Box::new(descriptor)), TypeId::of::<()>, |_, _| Ok(()));
    Definition::from(linked)
}

fn lines(registry: &Registry) -> (u64, State) {
    let list = registry.list();
    let state = list.iter().map(|contract| {
        let descriptor = contract.descriptor().unwrap();
        ((descriptor.module(), descriptor.name()), descriptor.line())
    });
    (list.revision(), state.collect())
}

/// Changes the registry and the model alike.
fn write(registry: &Registry, model: &Mutex<Model>, names: &[&'static str], seed: u64) {
    let mut rng = fastrand::Rng::with_seed(seed);
    // As few descriptors as possible are leaked.
    let mut made: HashMap<(&str, &str, u32), Definition> = HashMap::new();
    for _ in 0..CHANGES {
        let (module, name, line) = (
            MODULES[rng.usize(..MODULES.len())],
            names[rng.usize(..names.len())],
            rng.u32(..4),
        );
        let contract = made
            .entry((module, name, line))
            .or_insert_with(|| definition(module, name, line))
            .clone();
        // What is compared must be of one writer at a time; readers don't know this lock.
        let mut model = model.lock().unwrap();
        match rng.u8(..20) {
            0..8 => {
                let taken = model.now.get(&(module, name)).is_some_and(|known| *known != line);
                assert_eq!(registry.register(contract).is_err(), taken);
                if !taken {
                    model.now.insert((module, name), line);
                }
            }
            8..14 => {
                registry.replace(contract).unwrap();
                model.now.insert((module, name), line);
            }
            14..17 => {
                let gone = registry.invalidate(module, name).unwrap();
                assert_eq!(gone, usize::from(model.now.remove(&(module, name)).is_some()));
            }
            17..19 => {
                let gone = registry.invalidate_modules(module).unwrap();
                let before = model.now.len();
                model.now.retain(|(of, _), _| *of != module);
                assert_eq!(gone, before - model.now.len());
            }
            _ => {
                registry.reset().unwrap();
                model.now.clear();
            }
        }
        let now = model.now.clone();
        model.states.insert(registry.revision(), now);
    }
}

/// What was seen of a revision, to be compared when all is over.
fn read(registry: &Registry, names: &[&'static str], done: &AtomicBool, seed: u64) -> Vec<(u64, State)> {
    let mut rng = fastrand::Rng::with_seed(seed);
    let (mut noted, mut last): (Vec<(u64, State)>, u64) = (Vec::new(), 0);
    while !done.load(Ordering::Relaxed) {
        let (module, name) = (
            MODULES[rng.usize(..MODULES.len())],
            names[rng.usize(..names.len())],
        );
        if let Ok(found) = registry.get(module, name) {
            assert_eq!((found.module(), found.name()), (module, name));
            assert!(found.revision() >= 1);
            found.validate("null").unwrap();
        }
        let (revision, state) = lines(registry);
        assert!(revision >= last, "states follow one another");
        if revision > last && rng.u8(..4) == 0 {
            noted.push((revision, state));
        }
        last = revision;
        let zones: BTreeSet<_> = registry
            .in_zone(Zone::Core)
            .iter()
            .map(contracts_registry::Handle::zone)
            .collect();
        assert!(zones.iter().all(|zone| *zone == Zone::Core));
    }
    noted
}

#[test]
fn every_answer_is_of_a_state_that_there_was() {
    let names: Vec<&'static str> = (0..NAMES)
        .map(|number| &*format!("contract_{number}").leak())
        .collect();
    let (registry, model) = (Registry::builder().build().unwrap(), Mutex::new(Model::default()));
    model.lock().unwrap().states.insert(0, State::new());
    let readers = [1, 2].map(|seed| {
        let (registry, names) = (&registry, &names);
        move |done: &AtomicBool| read(registry, names, done, seed)
    });
    let writers = [3, 4].map(|seed| {
        let (registry, model, names) = (&registry, &model, &names);
        move || write(registry, model, names, seed)
    });
    let seen = at_once(readers, writers);
    let model = model.into_inner().unwrap();
    assert_eq!(lines(&registry).1, model.now);
    for (revision, state) in seen.iter().flatten() {
        assert_eq!(model.states.get(revision), Some(state), "revision {revision}");
    }
}
