//! One immutable state behind one pointer.
//!
//! Readers load the pointer: they take no lock and write nothing that others read. Writers are serialised: each makes
//! the next state from the last one and publishes it whole, or fails and leaves all as it was.

use std::sync::Arc;

use swap::{Loaded, Lock, Swap};

/// The state that is in force.
#[derive(Debug)]
pub(crate) struct Published<T> {
    current: Swap<T>,
    writer: Lock,
}

impl<T> Published<T> {
    pub(crate) fn new(first: T) -> Self {
        Published {
            current: Swap::from_pointee(first),
            writer: Lock::new(()),
        }
    }

    /// The state in force, for a short while.
    #[inline]
    pub(crate) fn load(&self) -> Loaded<T> {
        self.current.load()
    }

    /// The state in force, to keep.
    pub(crate) fn keep(&self) -> Arc<T> {
        self.current.load_full()
    }

    /// Makes the next state from the last one and publishes it, unless there is nothing to change or that fails. Gives the
    /// state in force after that, which another writer may have followed up since; what else is given is given back.
    pub(crate) fn update<R, E>(
        &self,
        next: impl FnOnce(&T) -> Result<(Option<T>, R), E>,
    ) -> Result<(Arc<T>, R), E> {
        let writing = swap::lock(&self.writer);
        let current = self.keep();
        let (next, result) = next(&current)?;
        let current = match next {
            Some(next) => {
                let next = Arc::new(next);
                self.current.store(Arc::clone(&next));
                next
            }
            None => current,
        };
        drop(writing);
        Ok((current, result))
    }
}

#[cfg(not(loom))]
mod swap {
    use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

    pub(super) type Swap<T> = arc_swap::ArcSwap<T>;
    pub(super) type Loaded<T> = arc_swap::Guard<Arc<T>>;
    pub(super) type Lock = Mutex<()>;

    /// A writer that has panicked has published nothing.
    pub(super) fn lock(lock: &Lock) -> MutexGuard<'_, ()> {
        lock.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What loom can follow in the place of `arc-swap`, which it can't: a pointer that is read and written as a whole.
#[cfg(loom)]
mod swap {
    use std::sync::Arc;

    use loom::sync::{Mutex, MutexGuard, RwLock};

    #[derive(Debug)]
    pub(super) struct Swap<T>(RwLock<Arc<T>>);

    pub(super) type Loaded<T> = arc_swap::Guard<Arc<T>>;
    pub(super) type Lock = Mutex<()>;

    pub(super) fn lock(lock: &Lock) -> MutexGuard<'_, ()> {
        lock.lock().unwrap()
    }

    impl<T> Swap<T> {
        pub(super) fn from_pointee(first: T) -> Self {
            Swap(RwLock::new(Arc::new(first)))
        }

        pub(super) fn load(&self) -> Loaded<T> {
            Loaded::from_inner(self.load_full())
        }

        pub(super) fn load_full(&self) -> Arc<T> {
            Arc::clone(&self.0.read().unwrap())
        }

        pub(super) fn store(&self, next: Arc<T>) {
            *self.0.write().unwrap() = next;
        }
    }
}

/// Every order in which two writers and a reader can take turns.
#[cfg(all(test, loom))]
mod tests {
    use loom::thread;

    use super::*;

    /// A state is whole if both parts say the same.
    struct State {
        revision: u64,
        again: u64,
    }

    fn next(state: &State) -> Result<(Option<State>, u64), ()> {
        let revision = state.revision + 1;
        Ok((
            Some(State {
                revision,
                again: revision,
            }),
            revision,
        ))
    }

    #[test]
    fn no_change_is_lost_and_no_state_is_seen_in_part() {
        loom::model(|| {
            let published = loom::sync::Arc::new(Published::new(State {
                revision: 0,
                again: 0,
            }));
            let writers = [(); 2].map(|()| {
                let published = published.clone();
                thread::spawn(move || published.update(next).unwrap())
            });
            let mut last = 0;
            for _ in 0..2 {
                let state = published.load();
                assert_eq!(state.revision, state.again);
                assert!(state.revision >= last);
                last = state.revision;
            }
            let mut revisions = writers.map(|writer| {
                let (state, revision) = writer.join().unwrap();
                assert_eq!(state.revision, revision);
                revision
            });
            revisions.sort_unstable();
            assert_eq!(revisions, [1, 2]);
            assert_eq!(published.load().revision, 2);
        });
    }

    #[test]
    fn what_fails_or_changes_nothing_leaves_all_as_it_was() {
        loom::model(|| {
            let published = loom::sync::Arc::new(Published::new(State {
                revision: 0,
                again: 0,
            }));
            let writer = {
                let published = published.clone();
                thread::spawn(move || published.update(next).unwrap())
            };
            assert!(
                published
                    .update(|_| Err::<(Option<State>, ()), _>(7))
                    .is_err_and(|error| error == 7)
            );
            let (state, seen) = published
                .update(|state| Ok::<_, ()>((None, state.revision)))
                .unwrap();
            assert!(seen <= 1 && state.revision == seen);
            writer.join().unwrap();
            assert_eq!(published.load().revision, 1);
        });
    }
}
