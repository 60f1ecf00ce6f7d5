//! One registry after the other, on the same store and folder.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, RwLock, RwLockReadGuard};
use std::time::Duration;

use contracts_registry::{Builder, Kind, Registry};

use crate::folder::Folder;
use crate::history::{During, Journal, Key, State, all};

/// Long enough for any machine; nothing waits so long unless it has failed.
const LONG: Duration = Duration::from_secs(60);

/// What lasts, and the registry of now.
pub(crate) struct Lives {
    store: PathBuf,
    /// Locked after that of now.
    pub(crate) folder: Mutex<Folder>,
    now: RwLock<Option<Life>>,
    past: Mutex<Vec<Vec<State>>>,
}

/// From one restart to the next.
pub(crate) struct Life {
    pub(crate) number: usize,
    pub(crate) registry: Registry,
    pub(crate) journal: Arc<Mutex<Journal>>,
}

/// The registry of now, for as long as it is asked one thing: a restart waits for that.
pub(crate) struct Now<'l>(RwLockReadGuard<'l, Option<Life>>);

impl Lives {
    pub(crate) fn new(store: PathBuf, folder: Folder) -> Self {
        let lives = Lives {
            store,
            folder: Mutex::new(folder),
            now: RwLock::new(None),
            past: Mutex::default(),
        };
        let first = lives.begin(&BTreeMap::new());
        *lives.now.write().unwrap() = Some(first);
        lives
    }

    pub(crate) fn now(&self) -> Now<'_> {
        Now(self.now.read().unwrap())
    }

    /// Ends the registry of now and builds the next one. All that was acknowledged is there.
    pub(crate) fn restart(&self) {
        let mut now = self.now.write().unwrap();
        let stored = self.end(now.take().unwrap());
        *now = Some(self.begin(&stored));
    }

    /// Ends the last one. Gives the states of each of all that there were.
    pub(crate) fn over(self) -> Vec<Vec<State>> {
        self.restart();
        let last = self.now.write().unwrap().take().unwrap();
        self.end(last);
        self.past.into_inner().unwrap()
    }

    /// Gives what is stored.
    fn end(&self, life: Life) -> BTreeMap<Key, String> {
        let Life {
            number,
            registry,
            journal,
        } = life;
        let folder = self.folder.lock().unwrap();
        // Every other one ends while changes of the folder may not be seen yet.
        let is_read = number % 2 == 0;
        if is_read {
            folder.check(&registry.reload(), None);
        }
        assert!(registry.shutdown(LONG), "the registry {number} did not end");
        let (revision, state) = all(&registry);
        drop(registry);
        let Some(journal) = Arc::into_inner(journal) else {
            panic!("something of the registry {number} is left")
        };
        let states = journal.into_inner().unwrap().states(revision);
        assert_eq!(Some(&state), states.last(), "revision {revision} of {number}");
        self.past.lock().unwrap().push(states);

        let (stored, mut read): (BTreeMap<_, _>, BTreeMap<_, _>) =
            titles(&state).partition(|(_, title)| title.starts_with("stored"));
        if is_read {
            let mut expected = folder.sound().clone();
            if let Some(broken) = folder.broken() {
                // It may have been invalidated, and does not come back before it is repaired.
                expected.remove(broken);
                read.remove(broken);
            }
            assert_eq!(read, expected, "what the registry {number} has of the folder");
        }
        stored
    }

    fn begin(&self, stored: &BTreeMap<Key, String>) -> Life {
        let mut folder = self.folder.lock().unwrap();
        if let Some(broken) = folder.broken().cloned() {
            let error = self.builder(&folder).build().unwrap_err();
            let files: Vec<_> = error
                .documents()
                .iter()
                .filter_map(|error| error.path())
                .collect();
            assert_eq!(
                (error.kind(), files),
                (Kind::Documents, vec![&*folder.file(&broken)]),
                "{error}"
            );
            folder.edit(&broken);
        }
        let journal: Arc<Mutex<Journal>> = Arc::default();
        let told = journal.clone();
        let builder = self
            .builder(&folder)
            .on_reload(move |reloaded| told.lock().unwrap().reloaded(reloaded));
        let registry = builder.build().unwrap();
        let (revision, first) = all(&registry);
        let mut expected = stored.clone();
        expected.extend(folder.sound().clone());
        assert_eq!(revision, 0, "nothing has changed");
        assert_eq!(
            titles(&first).collect::<BTreeMap<_, _>>(),
            expected,
            "what is there after a restart"
        );
        journal.lock().unwrap().start(first);
        Life {
            number: self.past.lock().unwrap().len(),
            registry,
            journal,
        }
    }

    fn builder(&self, folder: &Folder) -> Builder {
        Registry::builder().store(&self.store).watch(folder.path())
    }
}

impl Life {
    /// Asks for something, and says in which revisions that was.
    pub(crate) fn during<R>(&self, ask: impl FnOnce(&Registry) -> R) -> (R, During) {
        let before = self.registry.revision();
        let answer = ask(&self.registry);
        (answer, before..=self.registry.revision())
    }
}

impl std::ops::Deref for Now<'_> {
    type Target = Life;

    fn deref(&self) -> &Life {
        self.0.as_ref().unwrap()
    }
}

fn titles(state: &State) -> impl Iterator<Item = (Key, String)> {
    state.iter().map(|(key, seen)| (key.clone(), seen.title.clone()))
}
