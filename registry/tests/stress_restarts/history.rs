//! What a registry had in each revision, from what everybody was told who changed it.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::RangeInclusive;

use contracts_registry::{Handle, Registry, Reloaded};

/// Module and name.
pub(crate) type Key = (String, String);

/// A contract as it is seen: its title tells it from all others of its key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Seen {
    pub(crate) title: String,
    pub(crate) revision: u64,
}

pub(crate) type State = BTreeMap<Key, Seen>;

/// The revisions in which an answer may have been given.
pub(crate) type During = RangeInclusive<u64>;

/// What became of a key.
#[derive(Debug)]
pub(crate) enum Change {
    /// There was nothing before.
    Registered(String),
    /// Whatever was there before.
    Replaced(String),
    /// A file is there where nothing was.
    Read(String),
    /// A file was changed.
    Reread(String),
    /// A file is no longer there.
    Gone,
}

/// What an invalidation is of.
#[derive(Debug)]
pub(crate) enum Part {
    One(Key),
    Module(&'static str),
}

/// What was told to those who changed a registry, and to those who asked for what is not noted in a contract.
#[derive(Debug, Default)]
pub(crate) struct Journal {
    first: State,
    told: BTreeMap<u64, Vec<(Key, Change)>>,
    /// Nobody is told the revision of an invalidation; but one thread makes them, one after the other.
    invalidated: Vec<(Part, usize, During)>,
    refused: Vec<(Key, String, During)>,
}

impl Part {
    fn has(&self, key: &Key) -> bool {
        match self {
            Part::One(one) => one == key,
            Part::Module(module) => key.0 == *module,
        }
    }
}

impl Journal {
    pub(crate) fn start(&mut self, first: State) {
        self.first = first;
    }

    /// Notes what `register` and `replace` gave: a new contract, or the one that was there already.
    pub(crate) fn put(&mut self, handle: &Handle, title: &str, change: Change) {
        let (key, seen) = seen(handle);
        assert_eq!(
            seen.title, title,
            "what is given of {key:?} is what was put there"
        );
        if seen.revision == 0 {
            assert_eq!(self.first.get(&key), Some(&seen), "{key:?} was there at first");
            return;
        }
        match self.told.entry(seen.revision) {
            Entry::Vacant(entry) => drop(entry.insert(vec![(key, change)])),
            Entry::Occupied(entry) => match &entry.get()[..] {
                [(known, Change::Registered(before) | Change::Replaced(before))] => {
                    assert_eq!((known, &before[..]), (&key, title), "revision {}", seen.revision);
                }
                other => panic!("revision {} is of {key:?} and of {other:?}", seen.revision),
            },
        }
    }

    pub(crate) fn reloaded(&mut self, reloaded: &Reloaded) {
        let put = |handle: &Handle, change: fn(String) -> Change| {
            let (key, seen) = seen(handle);
            assert_eq!(seen.revision, reloaded.revision(), "{key:?} of {reloaded}");
            (key, change(seen.title))
        };
        let added = reloaded.added().iter().map(|handle| put(handle, Change::Read));
        let replaced = reloaded
            .replaced()
            .iter()
            .map(|handle| put(handle, Change::Reread));
        let removed = reloaded
            .removed()
            .iter()
            .map(|handle| (seen(handle).0, Change::Gone));
        let changes: Vec<_> = added.chain(replaced).chain(removed).collect();
        if !changes.is_empty() {
            let before = self.told.insert(reloaded.revision(), changes);
            assert!(before.is_none(), "{before:?} and {reloaded}");
        }
    }

    pub(crate) fn refused(&mut self, key: Key, title: String, during: During) {
        self.refused.push((key, title, during));
    }

    pub(crate) fn invalidated(&mut self, part: Part, count: usize, during: During) {
        self.invalidated.push((part, count, during));
    }

    /// The states up to a revision; all that was told must fit in.
    pub(crate) fn states(self, last: u64) -> Vec<State> {
        let (silent, vain): (Vec<_>, Vec<_>) =
            self.invalidated.into_iter().partition(|(_, count, _)| *count > 0);
        let (mut silent, mut told) = (silent.into_iter(), self.told);
        let mut state = self.first;
        let mut states = vec![state.clone()];
        for revision in 1..=last {
            if let Some(changes) = told.remove(&revision) {
                for (key, change) in changes {
                    apply(&mut state, revision, key, change);
                }
            } else {
                let Some((part, count, during)) = silent.next() else {
                    panic!("nobody was told of revision {revision} of {last}")
                };
                let before = state.len();
                state.retain(|key, _| !part.has(key));
                assert_eq!(
                    before - state.len(),
                    count,
                    "{part:?} was invalidated in revision {revision}"
                );
                assert!(during.contains(&revision), "{part:?}: {revision} in {during:?}");
            }
            states.push(state.clone());
        }
        assert!(told.is_empty(), "{told:?} was told, after revision {last}");
        assert_eq!(
            silent.next().map(|(part, ..)| format!("{part:?}")),
            None,
            "after revision {last}"
        );
        for (part, _, during) in vain {
            holds(&states, &during, &format!("nothing of {part:?}"), |state| {
                !state.keys().any(|key| part.has(key))
            });
        }
        for (key, title, during) in self.refused {
            holds(
                &states,
                &during,
                &format!("{key:?} other than {title}"),
                |state| state.get(&key).is_some_and(|seen| seen.title != title),
            );
        }
        states
    }
}

fn apply(state: &mut State, revision: u64, key: Key, change: Change) {
    let before = state.remove(&key);
    let of_file = |kind: &str| before.as_ref().is_some_and(|seen| seen.title.starts_with(kind));
    let fits = match &change {
        Change::Registered(_) | Change::Read(_) => before.is_none(),
        Change::Replaced(_) => true,
        Change::Reread(title) if title.starts_with("rival") => of_file("rival"),
        Change::Reread(_) => of_file("file"),
        // The others stay, even while they are broken.
        Change::Gone => of_file("rival"),
    };
    assert!(
        fits,
        "{key:?} is {change:?} in revision {revision}, and was {before:?}"
    );
    let (Change::Registered(title) | Change::Replaced(title) | Change::Read(title) | Change::Reread(title)) =
        change
    else {
        return;
    };
    state.insert(key, Seen { title, revision });
}

/// One of the states in which an answer may have been given must be such that it is right.
pub(crate) fn holds(states: &[State], during: &During, what: &str, is_right: impl Fn(&State) -> bool) {
    let (first, last) = (index(*during.start()), index(*during.end()));
    let Some(states) = states.get(first..=last) else {
        panic!(
            "{what} was seen in revisions {during:?}; there are {}",
            states.len()
        )
    };
    assert!(
        states.iter().any(is_right),
        "{what} was seen in revisions {during:?}; there was {states:#?}"
    );
}

pub(crate) fn index(revision: u64) -> usize {
    usize::try_from(revision).unwrap()
}

/// A contract, after it was seen to be whole: what it says it is called is what it accepts.
pub(crate) fn seen(handle: &Handle) -> (Key, Seen) {
    let title = handle.document().unwrap().title().unwrap().to_owned();
    let accepted = handle.validate(&*format!("\"{title}\""));
    assert!(accepted.is_ok(), "{handle} does not accept {title}: {accepted:?}");
    assert!(handle.validate("\"\"").is_err(), "{handle} accepts another text");
    let revision = handle.revision();
    let key = (handle.module().to_owned(), handle.name().to_owned());
    (key, Seen { title, revision })
}

/// All that a registry has, in one revision.
pub(crate) fn all(registry: &Registry) -> (u64, State) {
    let list = registry.list();
    (list.revision(), list.iter().map(seen).collect())
}
