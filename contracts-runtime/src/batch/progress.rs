//! How far reading is, and who is told.

use std::fmt;

/// How far a batch is read.
///
/// ```
/// use contracts_runtime::batch::Items;
///
/// let mut items = Items::lines(&b"1\n\n22\n"[..]);
/// while items.next_item()?.is_some() {}
/// assert_eq!((items.progress().items, items.progress().bytes), (2, 6));
/// # Ok::<(), contracts_runtime::batch::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Progress {
    /// How many items were read.
    pub items: u64,
    /// How many bytes were read, those between items included. A buffered reader may have taken more from its source.
    pub bytes: u64,
}

/// How often progress is told, at most. 0 is as 1.
///
/// ```
/// use std::sync::{Arc, Mutex};
///
/// use contracts_runtime::batch::{Every, Items};
///
/// let told = Arc::new(Mutex::new(Vec::new()));
/// let note = Arc::clone(&told);
/// let mut items = Items::lines(&b"1\n2\n3\n4\n5\n"[..])
///     .on_progress(Every::Items(2), move |progress| note.lock().unwrap().push(progress.items));
/// while items.next_item()?.is_some() {}
/// assert_eq!(*told.lock().unwrap(), [2, 4, 5]);
/// # Ok::<(), contracts_runtime::batch::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Every {
    /// After that many items.
    Items(u64),
    /// After that many bytes.
    Bytes(u64),
}

/// Who is told, and when next.
pub(super) struct Meter {
    every: Every,
    next: u64,
    tell: Box<dyn FnMut(Progress) + Send>,
}

impl Meter {
    pub(super) fn new(every: Every, tell: Box<dyn FnMut(Progress) + Send>) -> Self {
        let mut meter = Meter { every, next: 0, tell };
        meter.wait(Progress::default());
        meter
    }

    /// Tells if it is time to.
    #[inline]
    pub(super) fn tick(&mut self, progress: Progress) {
        if self.of(progress) >= self.next {
            self.wait(progress);
            (self.tell)(progress);
        }
    }

    /// Tells for the last time.
    pub(super) fn end(mut self, progress: Progress) {
        (self.tell)(progress);
    }

    /// Sets the next time. Before it tells, so that after a panic it does not tell the same again.
    fn wait(&mut self, progress: Progress) {
        let (Every::Items(step) | Every::Bytes(step)) = self.every;
        self.next = self.of(progress).saturating_add(step.max(1));
    }

    fn of(&self, progress: Progress) -> u64 {
        match self.every {
            Every::Items(_) => progress.items,
            Every::Bytes(_) => progress.bytes,
        }
    }
}

impl fmt::Debug for Meter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Meter")
            .field("every", &self.every)
            .field("next", &self.next)
            .finish_non_exhaustive()
    }
}
