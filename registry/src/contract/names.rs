//! Where the contract of a name, a module or a type stands: what does not change while the same ones are there.

use std::any::TypeId;
use std::collections::HashMap;
use std::ops::Range;

use hashbrown::HashTable;

use super::Handle;
use super::hash::Hasher;
use super::key::Path;
use super::paths::Paths;

/// The indexes of contracts that are in order. What an index gives is in that order too.
///
/// States that have the same names in the same places share them: a contract that takes the place of another one costs
/// its readers nothing anew.
#[derive(Debug)]
pub(super) struct Names {
    hasher: Hasher,
    paths: Paths,
    by_name: HashTable<Namesakes>,
    /// For each contract the next one of its name.
    next: Vec<usize>,
    by_type: HashMap<TypeId, usize, Hasher>,
    /// Where the contracts of each module stand.
    modules: Vec<Range<usize>>,
}

/// The contracts of one name.
#[derive(Debug)]
struct Namesakes {
    first: usize,
    last: usize,
}

/// The end of a chain of namesakes.
const NONE: usize = usize::MAX;

impl Names {
    pub(super) fn of(all: &[Handle], hasher: Hasher) -> Self {
        let mut names = Names {
            paths: Paths::of(all, &hasher),
            by_name: HashTable::with_capacity(all.len()),
            next: vec![NONE; all.len()],
            by_type: HashMap::with_capacity_and_hasher(all.len(), hasher.clone()),
            modules: Vec::new(),
            hasher,
        };
        for (at, handle) in all.iter().enumerate() {
            if let Some(type_id) = handle.type_id() {
                names.by_type.entry(type_id).or_insert(at);
            }
            names.chain(all, at, handle);
        }
        let mut start = 0;
        for same in all.chunk_by(|a, b| a.module() == b.module()) {
            names.modules.push(start..start + same.len());
            start += same.len();
        }
        names
    }

    /// Whether it is the index of one list as well as of another.
    pub(super) fn fit(one: &[Handle], other: &[Handle]) -> bool {
        let same =
            |(a, b): (&Handle, &Handle)| a.is(b) || (a.path() == b.path() && a.type_id() == b.type_id());
        one.len() == other.len() && one.iter().zip(other).all(same)
    }

    /// Adds a contract to those of its name.
    fn chain(&mut self, all: &[Handle], at: usize, handle: &Handle) {
        let name_of = |at: usize| all.get(at).map(Handle::name);
        let hash_of = |of: &Namesakes| all.get(of.first).map_or(0, Handle::name_hash);
        let same = |of: &Namesakes| name_of(of.first) == Some(handle.name());
        match self.by_name.find_mut(handle.name_hash(), same) {
            Some(namesakes) => {
                if let Some(next) = self.next.get_mut(namesakes.last) {
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

    pub(super) fn hasher(&self) -> &Hasher {
        &self.hasher
    }

    /// Where all versions of a contract stand.
    #[inline]
    pub(super) fn versions(&self, path: Path<'_>) -> Range<usize> {
        self.paths.get(path, &self.hasher)
    }

    /// Where the contracts of a name stand, among all of which this is the index.
    pub(super) fn namesakes(&self, all: &[Handle], name: &str) -> impl Iterator<Item = usize> + '_ {
        let hash = self.hasher.name(name);
        let same = |of: &Namesakes| all.get(of.first).is_some_and(|handle| handle.name() == name);
        let first = self.by_name.find(hash, same).map_or(NONE, |of| of.first);
        let known = |at: &usize| *at != NONE;
        std::iter::successors(Some(first).filter(known), move |at| {
            self.next.get(*at).copied().filter(known)
        })
    }

    /// Where the contract of a type stands.
    #[inline]
    pub(super) fn of_type(&self, type_id: TypeId) -> Option<usize> {
        self.by_type.get(&type_id).copied()
    }

    pub(super) fn modules(&self) -> &[Range<usize>] {
        &self.modules
    }

    /// What it takes, in bytes.
    pub(super) fn memory(&self) -> usize {
        size_of::<Self>()
            + self.paths.memory()
            + self.by_name.allocation_size()
            + self.next.capacity() * size_of::<usize>()
            + self.by_type.capacity() * (size_of::<(TypeId, usize)>() + 1)
            + self.modules.capacity() * size_of::<Range<usize>>()
    }
}
