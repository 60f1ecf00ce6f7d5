//! One immutable state behind one pointer.
//!
//! Readers load the pointer: they take no lock and write nothing that others read. Writers are serialised: each makes
//! the next state from the last one and publishes it whole, or fails and leaves all as it was.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use arc_swap::{ArcSwap, Guard};

/// The state that is in force.
#[derive(Debug)]
pub(crate) struct Published<T> {
    current: ArcSwap<T>,
    writer: Mutex<()>,
}

impl<T> Published<T> {
    pub(crate) fn new(first: T) -> Self {
        Published {
            current: ArcSwap::from_pointee(first),
            writer: Mutex::new(()),
        }
    }

    /// The state in force, for a short while.
    #[inline]
    pub(crate) fn load(&self) -> Guard<Arc<T>> {
        self.current.load()
    }

    /// The state in force, to keep.
    pub(crate) fn keep(&self) -> Arc<T> {
        self.current.load_full()
    }

    /// Makes the next state from the last one and publishes it, unless there is nothing to change or that fails. What
    /// else is given is given back.
    pub(crate) fn update<R, E>(&self, next: impl FnOnce(&T) -> Result<(Option<T>, R), E>) -> Result<R, E> {
        let writing = self.lock();
        let (next, result) = next(&self.current.load())?;
        if let Some(next) = next {
            self.current.store(Arc::new(next));
        }
        drop(writing);
        Ok(result)
    }

    /// A writer that has panicked has published nothing.
    fn lock(&self) -> MutexGuard<'_, ()> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
