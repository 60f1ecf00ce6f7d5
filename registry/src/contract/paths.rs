//! Where the contracts of each module and name stand.

use std::ops::Range;

use hashbrown::HashTable;

use super::Handle;
use super::hash::Hasher;
use super::key::Path;

/// An index by module and name that touches two cache lines to find one: an entry, and the text of both.
#[derive(Debug)]
pub(super) struct Paths {
    /// Module and name of one contract after the other.
    text: Box<[u8]>,
    entries: HashTable<Entry>,
}

/// All versions of a contract. A third of a cache line.
#[derive(Debug, Clone, Copy)]
struct Entry {
    /// Where its module and name begin in the text.
    begin: usize,
    module: u32,
    name: u32,
    /// Where its versions stand, and how many there are.
    first: u32,
    versions: u32,
}

impl Paths {
    /// The index of contracts that are in order.
    pub(super) fn of(all: &[Handle], hasher: &Hasher) -> Self {
        let same = |a: &Handle, b: &Handle| a.path() == b.path();
        let length = all.chunk_by(same).filter_map(<[Handle]>::first).map(|first| {
            let path = first.path();
            path.module.0.len() + path.name.len()
        });
        let mut paths = Paths {
            text: Box::default(),
            entries: HashTable::with_capacity(all.len()),
        };
        let mut text = Vec::with_capacity(length.sum());
        let mut at = 0;
        for versions in all.chunk_by(same) {
            let Some(path) = versions.first().map(Handle::path) else {
                continue;
            };
            let entry = Entry {
                begin: text.len(),
                module: small(path.module.0.len()),
                name: small(path.name.len()),
                first: small(at),
                versions: small(versions.len()),
            };
            at += versions.len();
            text.extend_from_slice(path.module.0.as_bytes());
            text.extend_from_slice(path.name.as_bytes());
            // There is room for all, so that none is ever hashed again.
            paths.entries.insert_unique(hasher.path(path), entry, |_| 0);
        }
        paths.text = text.into();
        paths
    }

    /// Where all versions of a contract stand.
    #[inline]
    pub(super) fn get(&self, path: Path<'_>, hasher: &Hasher) -> Range<usize> {
        let (module, name) = (path.module.0.as_bytes(), path.name.as_bytes());
        let same = |entry: &Entry| {
            entry.module as usize == module.len()
                && entry.name as usize == name.len()
                && self.text.get(entry.begin..).is_some_and(|rest| {
                    rest.strip_prefix(module)
                        .is_some_and(|rest| rest.starts_with(name))
                })
        };
        let found = self.entries.find(hasher.path(path), same);
        found.map_or(0..0, |entry| {
            let first = entry.first as usize;
            first..first + entry.versions as usize
        })
    }

    /// What it takes, in bytes.
    pub(super) fn memory(&self) -> usize {
        self.text.len() + self.entries.allocation_size()
    }
}

/// A number of contracts or bytes of a name: there are never as many as this has room for.
fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
