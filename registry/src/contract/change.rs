//! From one state to the next: what is registered, replaced, withdrawn and brought back.

use std::collections::BTreeMap;

use super::handle::Origin;
#[cfg(feature = "persistence")]
use super::key::Key;
use super::key::KeyBuf;
use super::snapshot::Snapshot;
use super::{Conflict, Definition, Handle};
#[cfg(any(feature = "persistence", feature = "reload"))]
use crate::document::Document;
use crate::error::Error;

/// What is to become different from a state.
#[derive(Debug)]
pub(crate) struct Change<'s> {
    from: &'s Snapshot,
    /// The contract that each changed key has afterwards, if any.
    changed: BTreeMap<KeyBuf, Option<Handle>>,
    withdrawn: Vec<Definition>,
    conflicts: Vec<Conflict>,
    /// Documents that were put where they stood already.
    #[cfg(feature = "persistence")]
    again: Vec<Handle>,
}

/// What happens where a key has a contract already, and another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Taken {
    Refuse,
    Replace,
}

impl<'s> Change<'s> {
    pub(crate) fn new(from: &'s Snapshot) -> Self {
        Change {
            from,
            changed: BTreeMap::new(),
            withdrawn: from.withdrawn().to_vec(),
            conflicts: from.conflicts().to_vec(),
            #[cfg(feature = "persistence")]
            again: Vec::new(),
        }
    }

    /// The state that it starts from.
    pub(crate) fn from(&self) -> &'s Snapshot {
        self.from
    }

    /// Registers a contract under its key. The same one once more changes nothing, unless it would go with its file.
    pub(crate) fn put(&mut self, definition: Definition, taken: Taken) -> Result<Handle, Error> {
        let key = KeyBuf::of(definition.key());
        self.restore(&|withdrawn| withdrawn.key() == key.key());
        if let Some(handle) = self.current(&key) {
            let is_same = *handle.definition() == definition;
            if is_same && !handle.origin().is_folder() {
                let handle = handle.clone();
                #[cfg(feature = "persistence")]
                self.again.push(handle.clone());
                return Ok(handle);
            }
            if !is_same && taken == Taken::Refuse {
                let conflict = Conflict::new(handle.definition().clone(), definition);
                return Err(Error::duplicate(vec![conflict]));
            }
        }
        let contends = |conflict: &&Conflict| conflict.key() == key.key();
        if taken == Taken::Refuse && self.conflicts.iter().any(|conflict| contends(&conflict)) {
            let contended = self.conflicts.iter().filter(contends);
            return Err(Error::duplicate(contended.cloned().collect()));
        }
        self.conflicts.retain(|conflict| !contends(&conflict));
        Ok(self.insert(definition, Origin::Registered))
    }

    /// Puts a document of a folder under its key, whatever is there and even if it is the same.
    #[cfg(feature = "reload")]
    pub(crate) fn set(&mut self, document: Document) -> Handle {
        self.insert(document.into(), Origin::Folder)
    }

    /// Keeps a contract, and nothing of what is known of it.
    #[cfg(feature = "reload")]
    pub(crate) fn renew(&mut self, handle: &Handle) -> Handle {
        let handle = handle.renewed();
        self.changed
            .insert(KeyBuf::of(handle.key()), Some(handle.clone()));
        handle
    }

    /// Brings back all that there was at first, apart from what folders have.
    #[cfg(feature = "reload")]
    pub(crate) fn reset(&mut self, initial: &Snapshot, all: &[Handle]) {
        let elsewhere = |handle: &&Handle| !handle.origin().is_folder();
        for handle in self.from.all().iter().filter(elsewhere) {
            self.changed.insert(KeyBuf::of(handle.key()), None);
        }
        for handle in all.iter().filter(elsewhere) {
            self.changed
                .insert(KeyBuf::of(handle.key()), Some(handle.clone()));
        }
        self.withdrawn.clear();
        self.conflicts = initial.conflicts().to_vec();
    }

    /// Whether this very contract is in force by now.
    #[cfg(feature = "reload")]
    pub(crate) fn holds(&self, handle: &Handle) -> bool {
        let current = self.current(&KeyBuf::of(handle.key()));
        current.is_some_and(|current| current.is(handle))
    }

    /// What keeps folders from having a contract under a key: one of the program, a registered one, or that there is a
    /// conflict.
    #[cfg(feature = "reload")]
    pub(crate) fn outsider(&self, key: super::Key<'_>) -> Option<&Definition> {
        let current = self.current(&KeyBuf::of(key));
        let current = current.filter(|handle| !handle.origin().is_folder());
        let withdrawn = || self.withdrawn.iter().find(|withdrawn| withdrawn.key() == key);
        let contended = || self.conflicts.iter().find(|conflict| conflict.key() == key);
        current
            .map(Handle::definition)
            .or_else(withdrawn)
            .or_else(|| contended().map(Conflict::first))
    }

    /// The revision that there is afterwards.
    #[cfg(feature = "reload")]
    pub(crate) fn revision(&self) -> u64 {
        self.from.revision() + u64::from(!self.changed.is_empty())
    }

    /// Takes a contract away; one of the program is noted, to be there again when it is looked up.
    pub(crate) fn withdraw(&mut self, handle: &Handle) {
        if handle.origin() == Origin::Program {
            self.withdrawn.push(handle.definition().clone());
        }
        self.changed.insert(KeyBuf::of(handle.key()), None);
    }

    /// Brings back what was withdrawn, of which nothing was kept.
    pub(crate) fn restore(&mut self, wanted: &dyn Fn(&Definition) -> bool) -> usize {
        let (back, still): (Vec<_>, Vec<_>) = self.withdrawn.drain(..).partition(|of| wanted(of));
        self.withdrawn = still;
        let count = back.len();
        for definition in back {
            self.insert(definition, Origin::Program);
        }
        count
    }

    /// The documents that were registered, those that stood there already included, and the keys of those that went.
    #[cfg(feature = "persistence")]
    pub(crate) fn documents(&self) -> impl Iterator<Item = (Key<'_>, Option<&Document>)> {
        let changed = self.changed.iter().filter_map(|(key, handle)| {
            let document = handle.as_ref().and_then(registered);
            let was = || self.from.get(key.key()).and_then(registered);
            (document.is_some() || was().is_some()).then(|| (key.key(), document))
        });
        let again = self.again.iter().filter(|handle| {
            let key = KeyBuf::of(handle.key());
            !self.changed.contains_key(&key)
        });
        let again = again.filter_map(|handle| Some((handle.key(), Some(handle.document()?))));
        changed.chain(again)
    }

    /// The contract that a key has by now.
    fn current(&self, key: &KeyBuf) -> Option<&Handle> {
        match self.changed.get(key) {
            Some(changed) => changed.as_ref(),
            None => self.from.get(key.key()),
        }
    }

    fn insert(&mut self, definition: Definition, origin: Origin) -> Handle {
        let revision = self.from.revision() + 1;
        let handle = Handle::new(definition, origin, revision, self.from.hasher());
        self.changed
            .insert(KeyBuf::of(handle.key()), Some(handle.clone()));
        handle
    }

    /// The state with all of this, if anything is different.
    pub(crate) fn finish(self) -> Option<Snapshot> {
        if self.changed.is_empty() {
            return None;
        }
        let old = self.from.all();
        let mut all = Vec::with_capacity(old.len() + self.changed.len());
        let mut next = 0;
        for (key, handle) in self.changed {
            let (at, known) = match self.from.position(key.key()) {
                Ok(at) => (at, 1),
                Err(at) => (at, 0),
            };
            all.extend_from_slice(old.get(next..at).unwrap_or_default());
            next = at + known;
            all.extend(handle);
        }
        all.extend_from_slice(old.get(next..).unwrap_or_default());
        Some(self.from.next(all, self.withdrawn, self.conflicts))
    }
}

/// The document of a contract that belongs in a store: those of folders are in their files.
#[cfg(feature = "persistence")]
fn registered(handle: &Handle) -> Option<&Document> {
    let is_registered = handle.origin() == Origin::Registered;
    handle.document().filter(|_| is_registered)
}
