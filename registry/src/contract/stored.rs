//! A registry beside its store: what of a change is stored, and what a store gives back.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::change::Change;
use super::handle::Origin;
use super::key::{Key, KeyBuf};
use super::published::Published;
use super::registry::Shared;
use super::snapshot::Snapshot;
use super::{Conflict, Definition, Handle, Registry};
use crate::error::Error;
use crate::stats::{Counters, Latency};
use crate::store::{Over, Problem, Record, Store};

impl Registry {
    /// A registry of a builder's contracts and of the documents that are in a store.
    pub(super) fn stored(built: Snapshot, store: Store, latency: Option<Latency>) -> Result<Self, Error> {
        let restored = restored(&built, &store)?;
        let all = laid_over(&built, restored);
        let first = Snapshot::first(all, built.conflicts().to_vec(), built.hasher().clone());
        let shared = Shared {
            published: Published::new(first),
            initial: Arc::new(built),
            counters: Counters::new(),
            latency,
            store: Some(store),
        };
        Ok(Registry::on(shared))
    }
}

impl Shared {
    /// Stores the documents of a change.
    pub(super) fn store(&self, change: &Change<'_>) -> Result<(), Error> {
        let Some(store) = &self.store else {
            return Ok(());
        };
        let changes = change.documents().map(|(key, document)| {
            let record = document.map(|document| Record::of(document, self.over(change.from(), key)));
            (KeyBuf::of(key), record)
        });
        store.write(changes)
    }

    /// What a document of a key takes the place of: what the next start finds there, if it is as it is now.
    fn over(&self, from: &Snapshot, key: Key<'_>) -> Over {
        let of = |handle: &Handle| Over::Contract(content(handle.definition()));
        let built = self.initial.get(key);
        match (built, from.get(key)) {
            // The program does not change while it runs.
            (Some(built), _) if !built.origin().is_folder() => of(built),
            // A file may have come, or changed.
            (_, Some(current)) if current.origin().is_folder() => of(current),
            (_, Some(current)) if current.revision() > self.initial.revision() => Over::AsStored,
            (built, _) => built.map_or(Over::Nothing, of),
        }
    }

    /// The contracts that the registry was built with, and the documents that are stored by now.
    pub(super) fn fresh(&self, current: &Snapshot) -> Result<Vec<Handle>, Error> {
        let keys = match &self.store {
            Some(store) => store.keys()?,
            None => Vec::new(),
        };
        // All that is stored is in force.
        let stored = keys.iter().filter_map(|key| current.get(key.key()).cloned());
        Ok(laid_over(&self.initial, stored))
    }
}

/// The documents of a store, unless any of them can't be used or is in the way of a contract of the program.
fn restored(built: &Snapshot, store: &Store) -> Result<Vec<Handle>, Error> {
    let (mut handles, mut conflicts, mut unusable) = (Vec::new(), Vec::new(), Vec::new());
    for stored in store.documents()? {
        let document = match stored.parse() {
            Ok(document) => Definition::from(document),
            Err(error) => {
                unusable.push((stored.to_string(), error));
                continue;
            }
        };
        if let Some(known) = built.get(document.key()) {
            let (is_folder, known) = (known.origin().is_folder(), known.definition());
            let is_same = *known == document;
            // What is stored stays when a file goes that says the same.
            if is_same && !is_folder {
                continue;
            }
            // What a document took the place of may change, and would be gone without a word.
            if !is_same && stored.over() != Some(content(known)) {
                conflicts.push(Conflict::new(known.clone(), document));
                continue;
            }
        }
        handles.push(Handle::new(
            document,
            Origin::Registered,
            built.revision(),
            built.hasher(),
        ));
    }
    if !unusable.is_empty() {
        return Err(Problem::Unusable(unusable).at(store.path()));
    }
    if !conflicts.is_empty() {
        return Err(Problem::Conflicts(conflicts).at(store.path()));
    }
    Ok(handles)
}

/// The contracts of a state, with others added or in their place.
fn laid_over(below: &Snapshot, above: impl IntoIterator<Item = Handle>) -> Vec<Handle> {
    let below = below.all().iter().cloned();
    let all: BTreeMap<KeyBuf, Handle> = below
        .chain(above)
        .map(|handle| (KeyBuf::of(handle.key()), handle))
        .collect();
    all.into_values().collect()
}

/// What a contract says, as a number that is the same in every build.
fn content(contract: &Definition) -> u128 {
    let hash = match (contract.descriptor(), contract.document()) {
        (Some(descriptor), _) => Some(descriptor.content_hash()),
        (None, document) => document.map(crate::Document::content_hash),
    };
    hash.map_or(0, contracts_runtime::ContentHash::get)
}

#[cfg(test)]
#[cfg(feature = "tracing")]
#[path = "../../../tests/telemetry/spy.rs"]
mod spy;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::disk::Disk;
    use crate::{Document, Format, Kind};

    fn order(maximum: u32) -> Document {
        let text =
            format!(r#"{{"x-module": "shop", "x-name": "order", "x-zone": "core", "maximum": {maximum}}}"#);
        Document::parse(Format::Json, &text).unwrap()
    }

    #[test]
    fn a_store_that_fails_leaves_the_registry_as_it_was() {
        let disk = Disk::default();
        let empty = Snapshot::first(Vec::new(), Vec::new(), crate::contract::hash::Hasher::default());
        let registry = Registry::stored(empty, Store::on(disk.clone()).unwrap(), None).unwrap();
        registry.register(order(1)).unwrap();

        disk.fail_after(0);
        let refused = [
            registry.replace(order(2)).map(drop),
            registry.register_all([order(1), order(1)]).map(drop),
            registry.invalidate("shop", "order").map(drop),
            registry.invalidate_modules("shop").map(drop),
            registry.invalidate_all().map(drop),
        ];
        for error in refused.into_iter().filter_map(Result::err) {
            assert_eq!(error.kind(), Kind::Store);
            let source = std::error::Error::source(&error).unwrap();
            assert_eq!(
                error.to_string(),
                format!("the store `disk` can't be read or written: {source}")
            );
        }
        assert_eq!(registry.revision(), 1);
        assert_eq!(*registry.named("order").unwrap().document().unwrap(), order(1));
    }

    #[cfg(feature = "tracing")]
    #[test]
    fn what_a_store_refuses_is_told() {
        let disk = Disk::default();
        let empty = Snapshot::first(Vec::new(), Vec::new(), crate::contract::hash::Hasher::default());
        let registry = Registry::stored(empty, Store::on(disk.clone()).unwrap(), None).unwrap();
        disk.fail_after(0);
        let ((), told) = spy::Spy::at(tracing::Level::TRACE).listening(|| {
            assert!(registry.register(order(1)).is_err());
            assert!(registry.register_all([order(1)]).is_err());
            assert!(registry.replace_all([order(1)]).is_err());
        });
        let names: Vec<&str> = told.iter().map(|told| &*told.name).collect();
        assert_eq!(names, ["foundation.perimeter.contract.registration_failed"; 3]);
        assert!(told.iter().all(|told| told.field("name") == Some("order")));
        assert_eq!(registry.stats().asked.failures, 3);
    }

    #[cfg(feature = "reload")]
    #[test]
    fn folders_go_on_after_a_store_has_failed() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("refund.yaml");
        let write = |of: &str| {
            let text = format!("x-perimeter: {{module: shop, name: refund, zone: core}}\ntype: {of}\n");
            std::fs::write(&file, text).unwrap();
        };
        write("integer");
        let mut plan = crate::reload::Plan::default();
        plan.folder(folder.path());
        let first = plan.read(std::iter::empty()).unwrap();
        let hasher = crate::contract::hash::Hasher::default();
        let documents = first.documents();
        let documents = documents.map(|document| Handle::new(document, Origin::Folder, 0, &hasher));
        let built = Snapshot::first(documents.collect(), Vec::new(), hasher.clone());
        let disk = Disk::default();
        let mut registry = Registry::stored(built, Store::on(disk.clone()).unwrap(), None).unwrap();
        registry.reloader = Some(Arc::new(first.publish(registry.shared.clone())));

        disk.fail_after(0);
        assert_eq!(registry.register(order(1)).unwrap_err().kind(), Kind::Store);
        write("string");
        let reloaded = registry.reload();
        assert_eq!((reloaded.revision(), reloaded.replaced().len()), (1, 1));
        assert_eq!(registry.invalidate("shop", "refund").unwrap(), 1);
        assert_eq!(registry.reload().added().len(), 1);
        std::fs::remove_file(&file).unwrap();
        assert_eq!(registry.reload().removed().len(), 1);
    }
}
