//! All indexes over a set of contracts, built together and never changed.

use std::any::TypeId;
use std::collections::HashSet;
use std::fmt::Debug;
use std::hash::BuildHasher as _;
use std::ops::Range;
use std::sync::Arc;

use contracts_runtime::Zone;

use super::hash::Hasher;
use super::key::{Key, Module, Path};
use super::names::Names;
use super::pattern::Pattern;
use super::{Conflict, Definition, Handle};

/// Contracts in order of module, name and version, and the same ones by all that they are looked up by. What an index
/// gives is in that order too.
#[derive(Debug)]
pub(crate) struct Snapshot {
    /// How many states came before this one.
    revision: u64,
    all: Vec<Handle>,
    names: Arc<Names>,
    by_zone: [Vec<Handle>; Zone::ALL.len()],
    /// Those of the program that are not shown until they are asked for again.
    withdrawn: Vec<Definition>,
    /// Those of the program that contend for a key.
    conflicts: Vec<Conflict>,
    /// The hashes of all that these are looked up by.
    apart: HashSet<u64, Hasher>,
}

impl Snapshot {
    /// The first state: contracts that are in order and of which no two have the same key.
    pub(crate) fn first(all: Vec<Handle>, conflicts: Vec<Conflict>, hasher: Hasher) -> Self {
        let names = Arc::new(Names::of(&all, hasher));
        Snapshot::new(0, all, names, Vec::new(), conflicts)
    }

    /// The state after this one.
    pub(crate) fn next(
        &self,
        all: Vec<Handle>,
        withdrawn: Vec<Definition>,
        conflicts: Vec<Conflict>,
    ) -> Self {
        let names = if Names::fit(&self.all, &all) {
            Arc::clone(&self.names)
        } else {
            Arc::new(Names::of(&all, self.hasher().clone()))
        };
        Snapshot::new(self.revision + 1, all, names, withdrawn, conflicts)
    }

    fn new(
        revision: u64,
        all: Vec<Handle>,
        names: Arc<Names>,
        withdrawn: Vec<Definition>,
        conflicts: Vec<Conflict>,
    ) -> Self {
        let of_zone = |zone| all.iter().filter(move |handle| handle.zone() == zone);
        Snapshot {
            revision,
            by_zone: Zone::ALL.map(|zone| of_zone(zone).cloned().collect()),
            apart: apart(&withdrawn, &conflicts, names.hasher()),
            all,
            names,
            withdrawn,
            conflicts,
        }
    }

    pub(crate) fn revision(&self) -> u64 {
        self.revision
    }

    pub(crate) fn hasher(&self) -> &Hasher {
        self.names.hasher()
    }

    pub(crate) fn all(&self) -> &[Handle] {
        &self.all
    }

    pub(crate) fn withdrawn(&self) -> &[Definition] {
        &self.withdrawn
    }

    pub(crate) fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// Whether nothing was withdrawn, and nothing contends.
    #[inline]
    pub(crate) fn is_whole(&self) -> bool {
        self.apart.is_empty()
    }

    /// Whether what was withdrawn, or contends, is looked up by something of this hash.
    pub(crate) fn is_apart(&self, hash: u64) -> bool {
        self.apart.contains(&hash)
    }

    /// Where all versions of a contract stand.
    #[inline]
    pub(crate) fn versions(&self, path: Path<'_>) -> Range<usize> {
        self.names.versions(path)
    }

    /// Where the contract of a key stands, or where it would.
    pub(crate) fn position(&self, key: Key<'_>) -> Result<usize, usize> {
        self.all.binary_search_by(|handle| handle.key().cmp(&key))
    }

    /// The contract of a key.
    pub(crate) fn get(&self, key: Key<'_>) -> Option<&Handle> {
        self.all.get(self.position(key).ok()?)
    }

    /// Where the contracts of a name stand.
    pub(crate) fn namesakes(&self, name: &str) -> impl Iterator<Item = usize> + '_ {
        self.names.namesakes(&self.all, name)
    }

    /// Where the contract of a type stands.
    #[inline]
    pub(crate) fn of(&self, type_id: TypeId) -> Option<usize> {
        self.names.of_type(type_id)
    }

    pub(crate) fn in_zone(&self, zone: Zone) -> &[Handle] {
        self.by_zone.get(place(zone)).map_or(&[], Vec::as_slice)
    }

    /// The contracts of each module, in the order of the modules.
    pub(crate) fn modules(&self) -> impl Iterator<Item = &[Handle]> + Clone + Debug + '_ {
        self.names
            .modules()
            .iter()
            .filter_map(|range| self.all.get(range.clone()))
    }

    /// The contracts of all modules that the pattern matches. Looks at no module outside the part without wildcards.
    pub(crate) fn matching<'a>(&'a self, pattern: Pattern<'a>) -> impl Iterator<Item = &'a Handle> + 'a {
        let (root, modules) = (pattern.root(), self.names.modules());
        let module_of =
            |range: &Range<usize>| self.all.get(range.start).map(|handle| Module(handle.module()));
        let start = match root {
            None => 0,
            Some(root) => modules.partition_point(|range| module_of(range) < Some(Module(root))),
        };
        let inside = modules.get(start..).unwrap_or_default();
        inside
            .iter()
            .take_while(move |range| {
                root.is_none_or(|root| module_of(range).is_some_and(|module| module.is_within(root)))
            })
            .filter(move |range| module_of(range).is_some_and(|module| pattern.matches(module)))
            .filter_map(|range| self.all.get(range.clone()))
            .flatten()
    }

    /// What it takes, in bytes, besides another one that it may share names and contracts with.
    pub(crate) fn memory(&self, beside: Option<&Snapshot>) -> usize {
        let is_shared = |handle: &&Handle| {
            let other = beside.and_then(|beside| beside.get(handle.key()));
            other.is_some_and(|other| other.is(handle))
        };
        let contracts = self.all.iter().filter(|handle| !is_shared(handle));
        let names = match beside {
            Some(beside) if Arc::ptr_eq(&self.names, &beside.names) => 0,
            Some(_) | None => self.names.memory(),
        };
        let handles = self.by_zone.iter().map(Vec::capacity).sum::<usize>() + self.all.capacity();
        size_of::<Self>()
            + names
            + contracts.map(Handle::memory).sum::<usize>()
            + handles * size_of::<Handle>()
            + self.withdrawn.capacity() * size_of::<Definition>()
            + self.conflicts.capacity() * size_of::<Conflict>()
            + self.apart.capacity() * (size_of::<u64>() + 1)
    }
}

fn apart(withdrawn: &[Definition], conflicts: &[Conflict], hasher: &Hasher) -> HashSet<u64, Hasher> {
    let contending = conflicts
        .iter()
        .flat_map(|conflict| [conflict.first(), conflict.second()]);
    let by = |of: &Definition| {
        let (key, type_id) = (of.key(), of.type_id());
        let texts = [
            hasher.key(key),
            hasher.path_aside(key.path),
            hasher.name(key.path.name),
        ];
        texts
            .into_iter()
            .chain(type_id.map(|type_id| hasher.hash_one(type_id)))
    };
    let mut apart = HashSet::with_hasher(hasher.clone());
    apart.extend(withdrawn.iter().chain(contending).flat_map(by));
    apart
}

fn place(zone: Zone) -> usize {
    match zone {
        Zone::External => 0,
        Zone::Strategic => 1,
        Zone::Coupling => 2,
        Zone::Core => 3,
    }
}
