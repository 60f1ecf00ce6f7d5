//! How names are hashed: once for each contract, and once for each look-up.

use std::hash::{BuildHasher, Hasher as _};

use foldhash::fast::RandomState;

use super::key::{Key, Path};

/// The hash functions of one registry, with a seed of their own.
#[derive(Debug, Clone, Default)]
pub(crate) struct Hasher(RandomState);

impl Hasher {
    #[inline]
    pub(crate) fn path(&self, path: Path<'_>) -> u64 {
        let mut hasher = self.0.build_hasher();
        hasher.write(path.module.0.as_bytes());
        hasher.write(path.name.as_bytes());
        hasher.finish()
    }

    /// The same where it need not be fast: the other one is inlined where it is called once.
    #[cold]
    pub(crate) fn path_aside(&self, path: Path<'_>) -> u64 {
        self.path(path)
    }

    pub(crate) fn key(&self, key: Key<'_>) -> u64 {
        self.hash_one((self.path_aside(key.path), key.version.0))
    }

    #[inline]
    pub(crate) fn name(&self, name: &str) -> u64 {
        let mut hasher = self.0.build_hasher();
        hasher.write(name.as_bytes());
        hasher.finish()
    }
}

impl BuildHasher for Hasher {
    type Hasher = <RandomState as BuildHasher>::Hasher;

    fn build_hasher(&self) -> Self::Hasher {
        self.0.build_hasher()
    }
}
