//! Looks at folders from whichever thread, and tells what came of them.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use contracts_runtime::private::telemetry::{Event, Operation, Part, Reason, Watch};

use super::Reloaded;
use super::known::{Known, Mode, Named};
use super::reloaded::Handler;
use crate::Error;
use crate::contract::{Change, Shared};
use crate::document::DocumentError;

/// Keeps a registry as its folders are.
#[derive(Debug)]
pub(crate) struct Reloader {
    shared: Arc<Shared>,
    folders: Vec<PathBuf>,
    handlers: Vec<Handler>,
    /// Taken before the lock of the registry's writers, and never while handlers run.
    known: Mutex<Known>,
}

impl Reloader {
    pub(super) fn new(
        shared: Arc<Shared>,
        folders: Vec<PathBuf>,
        handlers: Vec<Handler>,
        known: Known,
    ) -> Self {
        Reloader {
            shared,
            folders,
            handlers,
            known: Mutex::new(known),
        }
    }

    pub(super) fn folders(&self) -> &[PathBuf] {
        &self.folders
    }

    /// Notes which folders the system does not tell about; the next look tells of it.
    pub(super) fn note_unwatched(&self, unwatched: BTreeMap<PathBuf, DocumentError>) {
        self.lock().unwatched = unwatched;
    }

    pub(super) fn look(&self, named: &Named) {
        self.refresh(Mode::Look, named);
    }

    pub(crate) fn reload(&self) -> Reloaded {
        self.refresh(Mode::Reload, &Named::All)
    }

    pub(crate) fn reset(&self) -> Result<(), Error> {
        let base = |change: &mut Change<'_>| {
            let base = self.shared.base(change.from())?;
            change.reset(self.shared.initial(), &base);
            Ok(())
        };
        self.try_refresh(Mode::Reset, &Named::All, base).map(drop)
    }

    fn refresh(&self, mode: Mode, named: &Named) -> Reloaded {
        let Ok(reloaded) = self.try_refresh(mode, named, |_| Ok::<_, Infallible>(()));
        reloaded
    }

    /// Looks at the folders, and publishes what they hold on top of what `base` makes.
    fn try_refresh<E>(
        &self,
        mode: Mode,
        named: &Named,
        base: impl FnOnce(&mut Change<'_>) -> Result<(), E>,
    ) -> Result<Reloaded, E> {
        let watch = Watch::start(Operation::Change);
        let mut known = self.lock();
        let unlisted = known.look(&self.folders, mode, named);
        let mut reloaded = known.publish(&self.shared, mode, base)?;
        known.take_stock(mode, unlisted, &mut reloaded);
        drop(known);
        if !reloaded.is_empty() {
            self.tell(&reloaded, watch);
        }
        Ok(reloaded)
    }

    /// The one place where it is told what came of a look.
    fn tell(&self, reloaded: &Reloaded, watch: Watch) {
        let changed = [&reloaded.added, &reloaded.replaced, &reloaded.removed];
        let (part, count) = (Part::All, changed.map(Vec::len).iter().sum());
        if count > 0 {
            Event::Reloaded { part, count, watch }.tell();
        }
        for failure in &reloaded.failures {
            let (reason, count) = (Reason(failure), failure.kept);
            Event::ReloadFailed {
                part,
                count,
                reason,
                watch,
            }
            .tell();
        }
        for Handler(handler) in &self.handlers {
            // What is published is in force; what a handler makes of it is its own affair.
            let _ = catch_unwind(AssertUnwindSafe(|| handler(reloaded)));
        }
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
