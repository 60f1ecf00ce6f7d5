//! What a caller who asked in vain may have meant.

use contracts_runtime::private::nearest;

use super::Handle;
use super::key::{Key, Module, Path};
use super::snapshot::Snapshot;

/// How many an error lists.
const MOST: usize = 3;

/// The names nearest to `name`, the nearest first.
pub(crate) fn names(snapshot: &Snapshot, name: &str) -> Vec<Key<'static>> {
    let names = several(name, &snapshot.all().iter().map(Handle::name));
    names.into_iter().map(|name| Key::new("", name, "")).collect()
}

/// The contracts that may have been meant by a path: similar names in the module or in the one nearest to it, then
/// the same name elsewhere.
pub(crate) fn paths(snapshot: &Snapshot, wanted: Path<'_>) -> Vec<Key<'static>> {
    let mut keys = Vec::new();
    let same = snapshot.modules().find(|module| *module == wanted.module.0);
    if let Some(module) = same.or_else(|| nearest(wanted.module.0, snapshot.modules())) {
        let inside = snapshot.module(Module(module));
        let names = several(wanted.name, &inside.iter().map(Handle::name));
        keys.extend(names.into_iter().map(|name| Key::new(module, name, "")));
    }
    for handle in snapshot.named(wanted.name) {
        let key = Key::new(handle.module(), handle.name(), "");
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys.truncate(MOST);
    keys
}

fn several(name: &str, known: &(impl Iterator<Item = &'static str> + Clone)) -> Vec<&'static str> {
    let mut found = Vec::new();
    while found.len() < MOST {
        let Some(next) = nearest(name, known.clone().filter(|known| !found.contains(known))) else {
            break;
        };
        found.push(next);
    }
    found
}
