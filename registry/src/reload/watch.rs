//! The job that watches folders.

use std::any::Any;
use std::collections::BTreeMap;
use std::mem;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::Reloader;
use super::folder::present;
use super::known::Named;
use crate::background::{Signal, Woken};
use crate::document::DocumentError;

/// When a look is taken.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pace {
    /// How long it takes at most until a change is seen of which no event came.
    pub(crate) interval: Duration,
    /// A change is looked at when there was no other for so long, so that many are one, and files are whole.
    pub(crate) quiet: Duration,
    /// But after so long in any case.
    pub(crate) most: Duration,
}

impl Default for Pace {
    /// Saving a file seems to act at once, and a folder that nobody touches costs next to nothing.
    fn default() -> Self {
        Pace {
            interval: Duration::from_secs(2),
            quiet: Duration::from_millis(30),
            most: Duration::from_millis(300),
        }
    }
}

/// What tells of changes in folders.
pub(crate) trait Watcher: Send + 'static {
    /// Starts to tell `hints`, until what it gives is dropped. Of the folders that it can't watch it says why.
    fn start(&mut self, folders: &[PathBuf], hints: &Arc<Hints>) -> Watching;
}

/// What keeps a watcher going, and what it can't do.
pub(crate) type Watching = (Box<dyn Any>, BTreeMap<PathBuf, String>);

/// How many names are kept between two looks; if there are more, all files are read.
const MAX_NAMED: usize = 4096;

/// What was said to have changed since the last look.
#[derive(Debug)]
pub(crate) struct Hints {
    signal: Arc<Signal>,
    named: Mutex<Named>,
}

impl Hints {
    pub(super) fn new(signal: Arc<Signal>, named: Named) -> Self {
        let named = Mutex::new(named);
        Hints { signal, named }
    }

    /// These files may have changed.
    pub(crate) fn name(&self, paths: Vec<PathBuf>) {
        let mut named = self.lock();
        if let Named::These(known) = &mut *named {
            known.extend(paths);
            if known.len() > MAX_NAMED {
                *named = Named::All;
            }
        }
        drop(named);
        self.signal.wake();
    }

    /// Anything may have changed.
    pub(crate) fn name_all(&self) {
        *self.lock() = Named::All;
        self.signal.wake();
    }

    pub(super) fn take(&self) -> Named {
        mem::take(&mut *self.lock())
    }

    fn lock(&self) -> MutexGuard<'_, Named> {
        self.named.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The work: to look whenever something may have changed, and now and then.
pub(crate) fn work(
    reloader: Arc<Reloader>,
    mut watcher: impl Watcher,
    pace: Pace,
) -> impl FnMut(&Arc<Signal>) + Send + 'static {
    move |signal| {
        // What was said before a panic is lost.
        let mut named = Named::All;
        while !signal.is_stopping() {
            watch(&reloader, &mut watcher, pace, signal, mem::take(&mut named));
        }
    }
}

/// Watches the folders as long as they are the same ones.
fn watch(reloader: &Reloader, watcher: &mut impl Watcher, pace: Pace, signal: &Arc<Signal>, named: Named) {
    let folders = reloader.folders();
    let before = present(folders);
    let hints = Arc::new(Hints::new(signal.clone(), named));
    let there = folders.iter().zip(&before).filter(|(_, found)| found.is_some());
    let there: Vec<PathBuf> = there.map(|(folder, _)| folder.clone()).collect();
    let (watching, refused) = watcher.start(&there, &hints);
    let is_blind = !refused.is_empty();
    let unwatched = refused.into_iter().map(|(folder, reason)| {
        let message = format!(
            "the folder can't be watched, so it is looked at every {:?}: {reason}",
            pace.interval
        );
        let error = DocumentError::of_folder(&folder, message, None);
        (folder, error)
    });
    reloader.note_unwatched(unwatched.collect());
    while !signal.is_stopping() {
        reloader.look(&hints.take());
        // A folder that has gone, has come, or is another one is to be watched anew.
        if present(folders) != before {
            break;
        }
        match signal.wait(pace.interval) {
            Woken::Up => settle(signal, pace),
            Woken::Late if is_blind => break,
            Woken::Late | Woken::Stop => {}
        }
    }
    drop(watching);
}

/// Waits until no more is told.
fn settle(signal: &Signal, pace: Pace) {
    let started = Instant::now();
    while started.elapsed() < pace.most && signal.wait(pace.quiet) == Woken::Up {}
}

/// The watcher of the system.
#[derive(Debug)]
pub(crate) struct NotifyWatcher;

impl Watcher for NotifyWatcher {
    fn start(&mut self, folders: &[PathBuf], hints: &Arc<Hints>) -> Watching {
        let all_refused = |error: notify::Error| {
            let refused = folders.iter().map(|folder| (folder.clone(), error.to_string()));
            refused.collect()
        };
        let told = hints.clone();
        let made = notify::recommended_watcher(move |event| tell(&told, event));
        let mut watcher: RecommendedWatcher = match made {
            Ok(watcher) => watcher,
            Err(error) => return (Box::new(()), all_refused(error)),
        };
        let mut refused = BTreeMap::new();
        for folder in folders {
            if let Err(error) = watcher.watch(folder, RecursiveMode::Recursive) {
                refused.insert(folder.clone(), error.to_string());
            }
        }
        (Box::new(watcher), refused)
    }
}

/// Runs in the thread of the watcher, which has to go on: it only notes what was said.
fn tell(hints: &Hints, event: notify::Result<Event>) {
    match event {
        Ok(event) if event.need_rescan() => hints.name_all(),
        // Reading is no change; it is what a look itself does.
        Ok(Event {
            kind: EventKind::Access(kind),
            ..
        }) if kind != AccessKind::Close(AccessMode::Write) => {}
        Ok(event) => hints.name(event.paths),
        Err(_) => hints.name_all(),
    }
}
