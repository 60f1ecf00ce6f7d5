//! All indexes over a set of contracts, built together and never changed.

use std::any::TypeId;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;

use contracts_runtime::Zone;

use super::Handle;
use super::key::{Indexed, Module, Path};
use super::pattern::Pattern;

/// Contracts in order of module, name and version, and the same ones by all that they are looked up by. Each list of
/// an index is in that order too.
#[derive(Debug, Default)]
pub(crate) struct Snapshot {
    all: Vec<Handle>,
    by_path: HashMap<Indexed, Vec<Handle>>,
    by_name: HashMap<&'static str, Vec<Handle>>,
    by_type: HashMap<TypeId, Handle>,
    by_zone: BTreeMap<Zone, Vec<Handle>>,
    by_module: BTreeMap<Module<'static>, Vec<Handle>>,
}

impl Snapshot {
    /// Indexes contracts that are in order and of which no two have the same key.
    pub(crate) fn new(all: Vec<Handle>) -> Self {
        let mut snapshot = Snapshot::default();
        for handle in &all {
            let Snapshot {
                all: _,
                by_path,
                by_name,
                by_type,
                by_zone,
                by_module,
            } = &mut snapshot;
            by_path.entry(Indexed(handle.path())).or_default().push(*handle);
            by_name.entry(handle.name()).or_default().push(*handle);
            by_type.entry(handle.type_id()).or_insert(*handle);
            by_zone.entry(handle.zone()).or_default().push(*handle);
            by_module
                .entry(Module(handle.module()))
                .or_default()
                .push(*handle);
        }
        snapshot.all = all;
        snapshot
    }

    pub(crate) fn all(&self) -> &[Handle] {
        &self.all
    }

    /// All versions of a contract.
    pub(crate) fn versions(&self, path: Path<'_>) -> &[Handle] {
        listed(self.by_path.get(&path))
    }

    pub(crate) fn named(&self, name: &str) -> &[Handle] {
        listed(self.by_name.get(name))
    }

    pub(crate) fn of(&self, type_id: TypeId) -> Option<Handle> {
        self.by_type.get(&type_id).copied()
    }

    pub(crate) fn in_zone(&self, zone: Zone) -> &[Handle] {
        listed(self.by_zone.get(&zone))
    }

    pub(crate) fn modules(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.by_module.keys().map(|module| module.0)
    }

    pub(crate) fn module(&self, module: Module<'static>) -> &[Handle] {
        listed(self.by_module.get(&module))
    }

    /// The contracts of all modules that the pattern matches. Looks at no module outside the part without wildcards.
    pub(crate) fn matching<'a>(&'a self, pattern: Pattern<'a>) -> impl Iterator<Item = Handle> + Debug + 'a {
        let root = pattern.root();
        let by_module: &BTreeMap<Module<'a>, _> = &self.by_module;
        by_module
            .range(Module(root.unwrap_or_default())..)
            .take_while(move |(module, _)| root.is_none_or(|root| module.is_within(root)))
            .filter(move |(module, _)| pattern.matches(**module))
            .flat_map(|(_, handles)| handles)
            .copied()
    }
}

fn listed(handles: Option<&Vec<Handle>>) -> &[Handle] {
    handles.map_or(&[], Vec::as_slice)
}
