//! All indexes over a set of contracts, built together and never changed.

use std::any::TypeId;
use std::collections::HashMap;
use std::fmt::Debug;
use std::ops::Range;

use contracts_runtime::Zone;
use hashbrown::HashTable;

use super::hash::Hasher;
use super::key::{Key, Module, Path, Text};
use super::pattern::Pattern;
use super::{Conflict, Handle};

/// Contracts in order of module, name and version, and the same ones by all that they are looked up by. What an index
/// gives is in that order too.
#[derive(Debug)]
pub(crate) struct Snapshot {
    /// How many states came before this one.
    revision: u64,
    hasher: Hasher,
    all: Vec<Handle>,
    by_path: HashTable<Versions>,
    by_name: HashTable<Namesakes>,
    /// For each contract the next one of its name.
    next_namesake: Vec<usize>,
    by_type: HashMap<TypeId, usize, Hasher>,
    by_zone: [Vec<Handle>; Zone::ALL.len()],
    /// Where in `all` the contracts of each module stand.
    modules: Vec<Range<usize>>,
    /// Those of the program that are not shown until they are asked for again.
    withdrawn: Vec<Handle>,
    /// Those of the program that contend for a key.
    conflicts: Vec<Conflict>,
}

/// The contracts of one module and name.
#[derive(Debug)]
struct Versions {
    hash: u64,
    // They stand here as well, so that a look-up compares them at once.
    module: Text,
    name: Text,
    start: u32,
    count: u32,
}

/// The contracts of one name.
#[derive(Debug)]
struct Namesakes {
    first: usize,
    last: usize,
}

/// The end of a chain of namesakes.
const NONE: usize = usize::MAX;

impl Snapshot {
    /// The first state: contracts that are in order and of which no two have the same key.
    pub(crate) fn first(all: Vec<Handle>, conflicts: Vec<Conflict>, hasher: Hasher) -> Self {
        Snapshot::index(0, hasher, all, Vec::new(), conflicts)
    }

    /// The state after this one.
    pub(crate) fn next(&self, all: Vec<Handle>, withdrawn: Vec<Handle>, conflicts: Vec<Conflict>) -> Self {
        Snapshot::index(self.revision + 1, self.hasher.clone(), all, withdrawn, conflicts)
    }

    fn index(
        revision: u64,
        hasher: Hasher,
        all: Vec<Handle>,
        withdrawn: Vec<Handle>,
        conflicts: Vec<Conflict>,
    ) -> Self {
        let mut snapshot = Snapshot {
            revision,
            by_path: HashTable::with_capacity(all.len()),
            by_name: HashTable::with_capacity(all.len()),
            next_namesake: vec![NONE; all.len()],
            by_type: HashMap::with_capacity_and_hasher(all.len(), hasher.clone()),
            by_zone: std::array::from_fn(|_| Vec::new()),
            modules: Vec::new(),
            hasher,
            all: Vec::new(),
            withdrawn,
            conflicts,
        };
        for (at, handle) in all.iter().enumerate() {
            if let Some(type_id) = handle.type_id() {
                snapshot.by_type.entry(type_id).or_insert(at);
            }
            if let Some(zone) = snapshot.by_zone.get_mut(place(handle.zone())) {
                zone.push(handle.clone());
            }
            snapshot.chain(&all, at, handle);
        }
        for same in all.chunk_by(|a, b| a.module() == b.module()) {
            let start = snapshot.modules.last().map_or(0, |range| range.end);
            snapshot.modules.push(start..start + same.len());
        }
        let mut start = 0;
        for versions in all.chunk_by(|a, b| a.path() == b.path()) {
            if let [first, ..] = versions {
                let (module, name) = first.texts();
                let versions = Versions {
                    hash: snapshot.hasher.path(first.path()),
                    module,
                    name,
                    start,
                    count: small(versions.len()),
                };
                start += versions.count;
                snapshot
                    .by_path
                    .insert_unique(versions.hash, versions, |versions| versions.hash);
            }
        }
        snapshot.all = all;
        snapshot
    }

    /// Adds a contract to those of its name.
    fn chain(&mut self, all: &[Handle], at: usize, handle: &Handle) {
        let name_of = |at: usize| all.get(at).map(Handle::name);
        let hash_of = |of: &Namesakes| all.get(of.first).map_or(0, Handle::name_hash);
        let same = |of: &Namesakes| name_of(of.first) == Some(handle.name());
        match self.by_name.find_mut(handle.name_hash(), same) {
            Some(namesakes) => {
                if let Some(next) = self.next_namesake.get_mut(namesakes.last) {
                    *next = at;
                }
                namesakes.last = at;
            }
            None => {
                let namesakes = Namesakes { first: at, last: at };
                self.by_name.insert_unique(handle.name_hash(), namesakes, hash_of);
            }
        }
    }

    pub(crate) fn revision(&self) -> u64 {
        self.revision
    }

    pub(crate) fn hasher(&self) -> &Hasher {
        &self.hasher
    }

    pub(crate) fn all(&self) -> &[Handle] {
        &self.all
    }

    pub(crate) fn withdrawn(&self) -> &[Handle] {
        &self.withdrawn
    }

    pub(crate) fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// Where all versions of a contract stand.
    #[inline]
    pub(crate) fn versions(&self, path: Path<'_>) -> Range<usize> {
        let hash = self.hasher.path(path);
        let same = |of: &Versions| of.name.as_str() == path.name && of.module.as_str() == path.module.0;
        let found = self.by_path.find(hash, same);
        found.map_or(0..0, |of| of.start as usize..(of.start + of.count) as usize)
    }

    /// Where the contract of a key stands, or where it would.
    pub(crate) fn position(&self, key: Key<'_>) -> Result<usize, usize> {
        self.all.binary_search_by(|handle| handle.key().cmp(&key))
    }

    /// Where the contracts of a name stand.
    pub(crate) fn namesakes(&self, name: &str) -> impl Iterator<Item = usize> + '_ {
        let hash = self.hasher.name(name);
        let same = |of: &Namesakes| self.all.get(of.first).is_some_and(|handle| handle.name() == name);
        let first = self.by_name.find(hash, same).map_or(NONE, |of| of.first);
        let known = |at: &usize| *at != NONE;
        std::iter::successors(Some(first).filter(known), move |at| {
            self.next_namesake.get(*at).copied().filter(known)
        })
    }

    /// Where the contract of a type stands.
    pub(crate) fn of(&self, type_id: TypeId) -> Option<usize> {
        self.by_type.get(&type_id).copied()
    }

    pub(crate) fn in_zone(&self, zone: Zone) -> &[Handle] {
        self.by_zone.get(place(zone)).map_or(&[], Vec::as_slice)
    }

    /// The contracts of each module, in the order of the modules.
    pub(crate) fn modules(&self) -> impl Iterator<Item = &[Handle]> + Clone + Debug + '_ {
        self.modules
            .iter()
            .filter_map(|range| self.all.get(range.clone()))
    }

    /// The contracts of all modules that the pattern matches. Looks at no module outside the part without wildcards.
    pub(crate) fn matching<'a>(&'a self, pattern: Pattern<'a>) -> impl Iterator<Item = &'a Handle> + 'a {
        let root = pattern.root();
        let module_of =
            |range: &Range<usize>| self.all.get(range.start).map(|handle| Module(handle.module()));
        let start = match root {
            None => 0,
            Some(root) => self
                .modules
                .partition_point(|range| module_of(range) < Some(Module(root))),
        };
        let modules = self.modules.get(start..).unwrap_or_default();
        modules
            .iter()
            .take_while(move |range| {
                root.is_none_or(|root| module_of(range).is_some_and(|module| module.is_within(root)))
            })
            .filter(move |range| module_of(range).is_some_and(|module| pattern.matches(module)))
            .filter_map(|range| self.all.get(range.clone()))
            .flatten()
    }

    /// What the indexes take, in bytes.
    pub(crate) fn memory(&self) -> usize {
        let handles: usize = self.by_zone.iter().map(Vec::capacity).sum::<usize>() + self.all.capacity();
        handles * size_of::<Handle>()
            + self.by_path.allocation_size()
            + self.by_name.allocation_size()
            + self.next_namesake.capacity() * size_of::<usize>()
            + self.by_type.capacity() * (size_of::<(TypeId, usize)>() + 1)
            + self.modules.capacity() * size_of::<Range<usize>>()
            + self.all.iter().map(Handle::memory).sum::<usize>()
    }
}

/// A number of contracts: there are never as many as this has room for.
fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn place(zone: Zone) -> usize {
    match zone {
        Zone::External => 0,
        Zone::Strategic => 1,
        Zone::Coupling => 2,
        Zone::Core => 3,
    }
}
