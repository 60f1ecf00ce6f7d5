//! What a builder knows of folders, and the first look at them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::claims::{Claim, settle};
use super::known::{Known, Mode, Named};
use super::reloaded::Handler;
use super::{Reloaded, Reloader};
use crate::background::{Job, Restarted};
use crate::contract::{Definition, Key, Shared};
use crate::error::Error;

/// The folders that a registry reads, and who is told of them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Plan {
    folders: Vec<PathBuf>,
    is_watching: bool,
    handlers: Vec<Handler>,
    restarted: Vec<Restarted>,
}

/// Folders that were read for the first time, and are sound.
#[derive(Debug)]
pub(crate) struct First {
    plan: Plan,
    known: Known,
}

impl Plan {
    /// Adds a folder, by a path that goes on to mean the same when the program changes its own folder.
    pub(crate) fn folder(&mut self, folder: &Path) {
        let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        if !self.folders.contains(&folder) {
            self.folders.push(folder);
        }
    }

    pub(crate) fn watch(&mut self) {
        self.is_watching = true;
    }

    pub(crate) fn on_reload(&mut self, handler: impl Fn(&Reloaded) + Send + Sync + 'static) {
        self.handlers.push(Handler(Arc::new(handler)));
    }

    pub(crate) fn on_restart(&mut self, handler: impl Fn(&Job) + Send + Sync + 'static) {
        self.restarted.push(Restarted(Arc::new(handler)));
    }

    pub(crate) fn has_folders(&self) -> bool {
        !self.folders.is_empty()
    }

    pub(crate) fn is_watching(&self) -> bool {
        self.is_watching
    }

    pub(crate) fn restarted(&self) -> Vec<Restarted> {
        self.restarted.clone()
    }

    /// Reads the folders. `others` are the contracts that the registry has besides.
    pub(crate) fn read<'c>(self, others: impl Iterator<Item = &'c Definition>) -> Result<First, Error> {
        let mut known = Known::default();
        let unlisted = known.look(&self.folders, Mode::Reload, &Named::default());
        let others: BTreeMap<Key<'_>, &Definition> = others.map(|other| (other.key(), other)).collect();
        let claims: Vec<Claim<'_>> = known
            .files
            .iter()
            .map(|(path, file)| Claim {
                path,
                wanted: file.document.as_ref(),
                in_force: None,
            })
            .collect();
        let grants = settle(&claims, |key| others.get(&key).copied());
        let errors: Vec<_> = unlisted
            .into_values()
            .chain(known.files.values().filter_map(|file| file.error.clone()))
            .collect();
        // Those who contend for a key name the same pair.
        let mut seen = BTreeSet::new();
        let conflicts = grants.into_iter().filter_map(|grant| grant.conflict);
        let conflicts: Vec<_> = conflicts
            .filter(|conflict| seen.insert(conflict.to_string()))
            .collect();
        match (errors.is_empty(), conflicts.is_empty()) {
            (true, true) => Ok(First { plan: self, known }),
            (true, false) => Err(Error::duplicate(conflicts)),
            (false, _) => Err(Error::broken(errors, conflicts)),
        }
    }
}

impl First {
    pub(crate) fn documents(&self) -> impl Iterator<Item = Definition> + '_ {
        let documents = self
            .known
            .files
            .values()
            .filter_map(|file| file.document.as_ref());
        documents.cloned().map(Definition::from)
    }

    /// The registry has been built of these, and of the others.
    pub(crate) fn publish(mut self, shared: Arc<Shared>) -> Reloader {
        self.known.adopt(&shared);
        Reloader::new(shared, self.plan.folders, self.plan.handlers, self.known)
    }
}
