//! What a caller who asked in vain may have meant.

use std::sync::Arc;

use arc_swap::Guard;
use contracts_runtime::private::nearest;

use super::Handle;
use super::key::{Key, Path};
use super::snapshot::Snapshot;

/// What an error lists. It is looked for when the error is shown, since that takes time in proportion to the contracts,
/// and who asks in vain may be anyone.
pub(crate) enum Nearest {
    /// These.
    Listed(Vec<String>),
    /// What is nearest to the name.
    Name(Guard<Arc<Snapshot>>),
    /// What is nearest to module and name.
    Path(Guard<Arc<Snapshot>>),
}

impl Nearest {
    /// The nearest first.
    pub(crate) fn names(&self, wanted: Key<'_>) -> Vec<String> {
        match self {
            Nearest::Listed(listed) => listed.clone(),
            Nearest::Name(snapshot) => names(snapshot, wanted.path.name),
            Nearest::Path(snapshot) => paths(snapshot, wanted.path),
        }
    }
}

/// What is cloned is there to be kept, so the clone counts as one that has the state.
impl Clone for Nearest {
    fn clone(&self) -> Self {
        let kept = |snapshot: &Guard<Arc<Snapshot>>| Guard::from_inner(Arc::clone(snapshot));
        match self {
            Nearest::Listed(listed) => Nearest::Listed(listed.clone()),
            Nearest::Name(snapshot) => Nearest::Name(kept(snapshot)),
            Nearest::Path(snapshot) => Nearest::Path(kept(snapshot)),
        }
    }
}

/// How many an error lists.
const MOST: usize = 3;

/// The names nearest to `name`, the nearest first.
fn names(snapshot: &Snapshot, name: &str) -> Vec<String> {
    let names = several(name, &snapshot.all().iter().map(Handle::name));
    names
        .into_iter()
        .map(|name| Key::new("", name, "").to_string())
        .collect()
}

/// The contracts that may have been meant by a path: similar names in the module or in the one nearest to it, then
/// the same name elsewhere; where there is neither, similar names elsewhere.
fn paths(snapshot: &Snapshot, wanted: Path<'_>) -> Vec<String> {
    let modules = snapshot
        .modules()
        .filter_map(|contracts| contracts.first())
        .map(Handle::module);
    let same = modules.clone().find(|module| *module == wanted.module.0);
    let mut keys = Vec::new();
    if let Some(module) = same.or_else(|| nearest(wanted.module.0, modules)) {
        let mut of_modules = snapshot.modules();
        let inside = of_modules.find(|of| of.first().is_some_and(|first| first.module() == module));
        let names = several(wanted.name, &inside.unwrap_or_default().iter().map(Handle::name));
        keys.extend(
            names
                .into_iter()
                .map(|name| Key::new(module, name, "").to_string()),
        );
    }
    let elsewhere = |keys: &mut Vec<String>, name: &str| {
        for handle in snapshot.namesakes(name).filter_map(|at| snapshot.all().get(at)) {
            let key = Key::new(handle.module(), handle.name(), "").to_string();
            if keys.len() >= MOST {
                return;
            }
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
    };
    elsewhere(&mut keys, wanted.name);
    if keys.is_empty() {
        for name in several(wanted.name, &snapshot.all().iter().map(Handle::name)) {
            elsewhere(&mut keys, name);
        }
    }
    keys.truncate(MOST);
    keys
}

fn several<'k>(name: &str, known: &(impl Iterator<Item = &'k str> + Clone)) -> Vec<&'k str> {
    let mut found = Vec::new();
    while found.len() < MOST {
        let Some(next) = nearest(name, known.clone().filter(|known| !found.contains(known))) else {
            break;
        };
        found.push(next);
    }
    found
}
