//! What is known of folders, and what becomes of it: looks find out what is different, which is published as one state.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::hash::RandomState;
use std::mem;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::claims::{Claim, Grant, settle};
use super::file::{File, Reading, said};
use super::folder::{Listing, Stamp};
use super::{ReloadFailure, Reloaded};
use crate::contract::{Change, Handle, KeyBuf, Shared};
use crate::document::{Document, DocumentError};

/// How often a look lists the folders, so that it ends while names come and go all the time.
const MOST_LISTINGS: usize = 5;

/// What is known of the folders. After a panic at any point the next look makes up for it.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) files: BTreeMap<PathBuf, File>,
    hasher: RandomState,
    /// The folders that the system does not tell about, and why.
    pub(super) unwatched: BTreeMap<PathBuf, DocumentError>,
    /// What was told of each folder last.
    told: BTreeMap<PathBuf, String>,
}

/// Why the folders are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// It is time to. What was invalidated stays away, and what was told is not told again.
    Look,
    /// Somebody asked for it.
    Reload,
    /// The registry is to be as it was built.
    Reset,
}

/// Files to read whatever their stamps say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Named {
    These(HashSet<PathBuf>),
    All,
}

impl Default for Named {
    fn default() -> Self {
        Named::These(HashSet::new())
    }
}

impl Named {
    fn has(&self, path: &Path) -> bool {
        match self {
            Named::These(paths) => paths.contains(path),
            Named::All => true,
        }
    }
}

impl Known {
    /// Looks at the folders and reads what may differ. Gives the folders that could not be listed.
    pub(super) fn look(
        &mut self,
        folders: &[PathBuf],
        mode: Mode,
        named: &Named,
    ) -> BTreeMap<PathBuf, DocumentError> {
        self.look_by(&mut || Listing::of(folders), mode, named)
    }

    /// What is missing is gone if the next listing says so too: a file that is given another name meanwhile may be in
    /// neither place. Where folders do not come to rest, all that was there stays.
    pub(super) fn look_by(
        &mut self,
        list: &mut dyn FnMut() -> Listing,
        mode: Mode,
        named: &Named,
    ) -> BTreeMap<PathBuf, DocumentError> {
        let mut missing = BTreeSet::new();
        let mut left = MOST_LISTINGS;
        loop {
            left -= 1;
            let listing = list();
            let before = mem::replace(&mut missing, self.missing(&listing));
            let is_settled = missing == before && !listing.is_torn;
            if !is_settled && left > 0 {
                continue;
            }
            let vanished = self.read(listing.files, mode, named);
            if is_settled && vanished.is_empty() {
                for path in &missing {
                    if let Some(file) = self.files.get_mut(path) {
                        file.news = Reading::Gone;
                    }
                }
            } else if left > 0 {
                missing.extend(vanished);
                continue;
            }
            return listing.unlisted;
        }
    }

    /// The files that are known and not listed.
    fn missing(&self, listing: &Listing) -> BTreeSet<PathBuf> {
        let known = self.files.keys();
        known
            .filter(|path| !listing.files.contains_key(*path) && !listing.may_hide(path))
            .cloned()
            .collect()
    }

    /// Reads what may differ. Gives the files that were gone by then.
    fn read(&mut self, files: BTreeMap<PathBuf, Option<Stamp>>, mode: Mode, named: &Named) -> Vec<PathBuf> {
        self.files.values_mut().for_each(|file| file.is_listed = false);
        let now = SystemTime::now();
        let mut vanished = Vec::new();
        for (path, stamp) in files {
            let is_asked_for = mode != Mode::Look || named.has(&path);
            let file = self.files.entry(path.clone()).or_default();
            file.is_listed = true;
            if file.news == Reading::Gone {
                file.news = Reading::Changed;
            }
            if is_asked_for || file.may_differ(stamp) {
                match file.read(&path, (stamp, now), &self.hasher) {
                    Reading::Same => {}
                    Reading::Changed => file.news = Reading::Changed,
                    Reading::Gone => vanished.push(path),
                }
            }
        }
        vanished
    }

    /// Takes in what a registry was built with.
    pub(super) fn adopt(&mut self, shared: &Shared) {
        for file in self.files.values_mut() {
            file.handle = file
                .document
                .as_ref()
                .and_then(|document| shared.initial_of(document));
            file.news = Reading::Same;
        }
    }

    /// Publishes what the files hold, as one state. It is not stored, so that a store that fails stops nothing.
    pub(super) fn publish<E>(
        &mut self,
        shared: &Shared,
        mode: Mode,
        base: impl FnOnce(&mut Change<'_>) -> Result<(), E>,
    ) -> Result<Reloaded, E> {
        let files: Vec<(&Path, &File)> = self
            .files
            .iter()
            .map(|(path, file)| (path.as_path(), file))
            .collect();
        let (_, (outcomes, mut reloaded)) = shared.publish(|change| {
            base(change)?;
            Ok(put(change, mode, &files))
        })?;
        for (file, outcome) in self.files.values_mut().zip(outcomes) {
            let Outcome {
                handle,
                conflict,
                is_away,
            } = outcome;
            (file.handle, file.conflict, file.is_away) = (handle, conflict, is_away);
        }
        self.files.retain(|path, file| {
            let is_gone = file.news == Reading::Gone;
            // With it goes what was wrong with it.
            if is_gone && file.told.is_some() {
                reloaded.repaired.push(path.clone());
            }
            !is_gone
        });
        Ok(reloaded)
    }

    /// Adds what is wrong, and what no longer is.
    pub(super) fn take_stock(
        &mut self,
        mode: Mode,
        mut folders: BTreeMap<PathBuf, DocumentError>,
        reloaded: &mut Reloaded,
    ) {
        for (folder, error) in &self.unwatched {
            folders.entry(folder.clone()).or_insert_with(|| error.clone());
        }
        let mut told_before = mem::take(&mut self.told);
        for (folder, error) in folders {
            let hidden = |(path, file): &(&PathBuf, &File)| {
                !file.is_listed && file.handle.is_some() && path.starts_with(&folder)
            };
            let kept = self.files.iter().filter(hidden).count();
            let failure = ReloadFailure::broken(&folder, error, kept);
            let text = said(&failure);
            if told_before.remove(&folder).as_ref() != Some(&text) || mode != Mode::Look {
                reloaded.failures.push(failure);
            }
            self.told.insert(folder, text);
        }
        reloaded.repaired.extend(told_before.into_keys());
        for (path, file) in &mut self.files {
            let failure = file.failure(path);
            let text = failure.as_ref().map(said);
            // Who saves a file wants to know, even if the same is still wrong with it.
            let is_new = mode != Mode::Look || text != file.told || file.news == Reading::Changed;
            file.news = Reading::Same;
            if file.told.is_some() && text.is_none() {
                reloaded.repaired.push(path.clone());
            }
            file.told = text;
            reloaded.failures.extend(failure.filter(|_| is_new));
        }
    }
}

/// What becomes of a file.
#[derive(Debug)]
struct Outcome {
    handle: Option<Handle>,
    conflict: Option<crate::Conflict>,
    is_away: bool,
}

/// Settles what the files get, and makes it part of the change.
fn put(change: &mut Change<'_>, mode: Mode, files: &[(&Path, &File)]) -> (Vec<Outcome>, Reloaded) {
    // What was published of a file and is still in force.
    let held: Vec<Option<&Handle>> = files
        .iter()
        .map(|(_, file)| file.handle.as_ref().filter(|handle| change.holds(handle)))
        .collect();
    let away: Vec<bool> = files
        .iter()
        .zip(&held)
        .map(|((_, file), held)| {
            let was_taken = file.is_away || (file.handle.is_some() && held.is_none());
            was_taken && mode == Mode::Look && file.news != Reading::Changed
        })
        .collect();
    let claims: Vec<Claim<'_>> = files
        .iter()
        .zip(&held)
        .zip(&away)
        .map(|(((path, file), held), away)| {
            let is_there = file.news != Reading::Gone;
            Claim {
                path,
                wanted: file.document.as_ref().filter(|_| is_there && !away),
                in_force: held.and_then(Handle::document).filter(|_| is_there),
            }
        })
        .collect();
    let grants = settle(&claims, |key| change.outsider(key));

    let before: BTreeMap<KeyBuf, &Handle> = held
        .iter()
        .flatten()
        .map(|handle| (KeyBuf::of(handle.key()), *handle))
        .collect();
    let mut after = BTreeSet::new();
    let mut reloaded = Reloaded::default();
    let mut outcomes = Vec::with_capacity(files.len());
    for ((grant, held), is_away) in grants.into_iter().zip(&held).zip(away) {
        let Grant { document, conflict } = grant;
        let handle = document.map(|document| {
            if let Some(held) = held.filter(|held| is_same(held, &document)) {
                after.insert(KeyBuf::of(held.key()));
                return match mode {
                    Mode::Look | Mode::Reload => held.clone(),
                    Mode::Reset => change.renew(held),
                };
            }
            let handle = change.set(document);
            let key = KeyBuf::of(handle.key());
            match before.contains_key(&key) {
                true => reloaded.replaced.push(handle.clone()),
                false => reloaded.added.push(handle.clone()),
            }
            after.insert(key);
            handle
        });
        outcomes.push(Outcome {
            handle,
            conflict,
            is_away,
        });
    }
    for (key, handle) in before {
        if !after.contains(&key) {
            change.withdraw(handle);
            reloaded.removed.push(handle.clone());
        }
    }
    reloaded.revision = change.revision();
    (outcomes, reloaded)
}

/// Whether it says the same, from the same file: a renamed one is published with its new name.
fn is_same(handle: &Handle, document: &Document) -> bool {
    let same =
        |held: &Document| held.content_hash() == document.content_hash() && held.path() == document.path();
    handle.document().is_some_and(same)
}
