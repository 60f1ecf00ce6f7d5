//! Folders of documents as contracts of a registry, and the work in the background that keeps up with them.

use std::fmt;
use std::mem;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::handle::Origin;
use super::registry::Shared;
use super::snapshot::Snapshot;
use super::{Builder, Handle, Key, Registry};
use crate::background::{Backoff, Job};
use crate::document::Document;
use crate::error::Error;
use crate::reload::{NotifyWatcher, Pace, Reloaded, Watcher, work};

impl Builder {
    /// Adds the documents of a folder, and reads them anew whenever they change, which is meant for development.
    ///
    /// All files that end in `.json`, `.yaml`, `.yml` or `.toml`, in the folder and those inside it, are documents, apart
    /// from those whose name, or that of their folder, starts with `.`, `#` or `~`. Links are followed. 100 000 names are
    /// looked at, 64 levels deep, and the documents of a folder have up to 256 MiB together; what goes beyond is an error,
    /// and stays as it was.
    ///
    /// What changed is read, checked and published in one step, when nothing has changed for 30 ms. There is never a state in
    /// which a renamed document is missing, and none with half of what was saved together; changes that go on for longer than
    /// 300 ms are published in parts.
    ///
    /// - A document that is broken leaves the last sound one of its file in force. That is told with file, line and column.
    /// - One whose module, name and version another file, or a contract from elsewhere, has already does so too. Of several
    ///   files that come to one key together none gets it. Nothing is replaced silently.
    /// - One whose file is gone, by two listings in a row, is taken away. A folder that can't be read, or has gone as a
    ///   whole, leaves all as it is.
    /// - One that is [invalidated](Registry::invalidate) is away until its file changes, or until
    ///   [`reload`](Registry::reload).
    ///
    /// A thread does this; see [`Registry::jobs`]. It goes by what the system tells of changes, and looks every 2 seconds in
    /// any case: a network drive, and the target of a link, may change without a word. Such a look takes a system call for
    /// each name. A registry that watches one folder watches all of them.
    ///
    /// `build` fails if a document is broken: a program that starts without it would be a puzzle later.
    ///
    /// # Example
    ///
    /// ```
    /// use std::sync::mpsc;
    /// use std::time::Duration;
    ///
    /// use contracts_registry::Registry;
    ///
    /// let folder = std::env::temp_dir().join(format!("perimeter-watch-{}", std::process::id()));
    /// std::fs::create_dir_all(&folder)?;
    /// let file = folder.join("order.yaml");
    /// std::fs::write(&file, "x-perimeter: {module: shop, name: order, zone: external}\ntype: integer\n")?;
    ///
    /// let (tell, told) = mpsc::channel();
    /// let registry = Registry::builder()
    ///     .watch(&folder)
    ///     .on_reload(move |reloaded| drop(tell.send(reloaded.to_string())))
    ///     .build()?;
    /// assert!(registry.get("shop", "order")?.validate(b"12").is_ok());
    ///
    /// // The closing brace was forgotten.
    /// std::fs::write(&file, "x-perimeter: {module: shop, name: order, zone: external\ntype: string\n")?;
    /// let reloaded = told.recv_timeout(Duration::from_secs(60))?;
    /// assert!(reloaded.contains("order.yaml:2:"), "{reloaded}");
    /// assert!(registry.get("shop", "order")?.validate(b"12").is_ok());
    /// # drop(registry);
    /// # std::fs::remove_dir_all(&folder)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn watch(self, folder: impl AsRef<Path>) -> Self {
        let mut builder = self.folder(folder);
        builder.plan.watch();
        builder
    }

    /// The same without a thread: the folder is read by `build`, and then by [`Registry::reload`] and
    /// [`Registry::reset`] only.
    ///
    /// ```
    /// use contracts_registry::{Kind, Registry};
    ///
    /// let error = Registry::builder().folder("no/such/folder").build().unwrap_err();
    /// assert_eq!(error.kind(), Kind::Documents);
    /// assert!(error.documents()[0].path().unwrap().ends_with("no/such/folder"));
    /// ```
    pub fn folder(mut self, folder: impl AsRef<Path>) -> Self {
        self.plan.folder(folder.as_ref());
        self
    }

    /// Tells `handler` what came of each look at the folders, if there is anything to tell: what was published, and what
    /// is broken. It is called after that is in force, from whichever thread looked; if several do, the revisions tell in
    /// which order. It may call the registry. One that panics breaks nothing.
    ///
    /// See [`watch`](Self::watch) for an example.
    pub fn on_reload(mut self, handler: impl Fn(&Reloaded) + Send + Sync + 'static) -> Self {
        self.plan.on_reload(handler);
        self
    }

    /// Tells `handler` that work in the background has panicked, and is about to be started again. It is called from the
    /// thread of that work. One that panics breaks nothing.
    pub fn on_restart(mut self, handler: impl Fn(&Job) + Send + Sync + 'static) -> Self {
        self.plan.on_restart(handler);
        self
    }

    pub(super) fn build_watching(self) -> Result<Registry, Error> {
        self.build_with(NotifyWatcher, Backoff::default(), Pace::default())
    }

    pub(crate) fn build_with(
        mut self,
        watcher: impl Watcher,
        backoff: Backoff,
        pace: Pace,
    ) -> Result<Registry, Error> {
        let plan = mem::take(&mut self.plan);
        let (is_watching, restarted) = (plan.is_watching(), plan.restarted());
        let first = plan.read(self.contracts.iter().map(|(definition, _)| definition))?;
        let documents = first.documents().map(|document| (document, Origin::Folder));
        self.contracts.extend(documents);
        let mut registry = self.build()?;
        let reloader = Arc::new(first.publish(registry.shared.clone()));
        if is_watching {
            let work = work(reloader.clone(), watcher, pace);
            let started = registry
                .background
                .start("perimeter-watch", backoff, restarted, work);
            started.map_err(Error::background)?;
        }
        registry.reloader = Some(reloader);
        Ok(registry)
    }
}

impl Registry {
    /// Looks at the [folders](Builder::folder) at once, reads all documents anew, and publishes what is different.
    ///
    /// Contracts of folders that were invalidated are there again. What is given, and told to
    /// [`on_reload`](Builder::on_reload), has all failures that there are, those that were told before included; a registry
    /// without folders has nothing to tell. It takes time in proportion to what the folders hold, and waits for a look that
    /// goes on elsewhere.
    ///
    /// ```
    /// use contracts_registry::Registry;
    ///
    /// let folder = std::env::temp_dir().join(format!("perimeter-reload-{}", std::process::id()));
    /// std::fs::create_dir_all(&folder)?;
    /// let registry = Registry::builder().folder(&folder).build()?;
    ///
    /// let document = "x-perimeter: {module: shop, name: order, zone: external}\ntype: integer\n";
    /// std::fs::write(folder.join("order.yaml"), document)?;
    /// let reloaded = registry.reload();
    /// assert_eq!(reloaded.added(), [registry.named("order")?.clone()]);
    /// assert_eq!(reloaded.added()[0].revision(), reloaded.revision());
    /// # std::fs::remove_dir_all(&folder)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[expect(
        clippy::must_use_candidate,
        reason = "it acts; what came of it is told to handlers too"
    )]
    pub fn reload(&self) -> Reloaded {
        match &self.reloader {
            Some(reloader) => reloader.reload(),
            None => Reloaded::at(self.revision()),
        }
    }

    /// The work that goes on in the background, and how it goes.
    ///
    /// Each job has a thread. One that panics is started again after a while, which is longer each time up to 30 seconds,
    /// and short again once it has run for a minute. The contracts are what they were. A program whose panics abort it has
    /// none of this.
    ///
    /// Dropping the registry stops all jobs and waits for them, at most for 2 seconds.
    ///
    /// ```
    /// use contracts_registry::{JobState, Registry};
    ///
    /// let registry = Registry::builder().watch(env!("CARGO_MANIFEST_DIR").to_owned() + "/doc").build()?;
    /// let jobs = registry.jobs();
    /// assert_eq!((jobs[0].name(), jobs[0].state()), ("perimeter-watch", JobState::Running));
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    #[must_use]
    pub fn jobs(&self) -> Vec<Job> {
        self.background.jobs()
    }

    /// Stops the work in the background for good, and waits for it, at most for so long. Says whether all of it has ended;
    /// what has not does so by itself, as soon as it looks.
    ///
    /// The contracts stay, and [`reload`](Self::reload) goes on to work. Called from a handler of
    /// [`on_reload`](Builder::on_reload), which may run as part of that work, it does not wait for what called it.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use contracts_registry::{JobState, Registry};
    ///
    /// let registry = Registry::builder().watch(env!("CARGO_MANIFEST_DIR").to_owned() + "/doc").build()?;
    /// assert!(registry.shutdown(Duration::from_secs(60)));
    /// assert_eq!(registry.jobs()[0].state(), JobState::Ended);
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    #[must_use]
    pub fn shutdown(&self, timeout: Duration) -> bool {
        self.background.shutdown(timeout)
    }
}

impl Shared {
    /// The state that the registry was built with.
    pub(crate) fn initial(&self) -> &Snapshot {
        &self.initial
    }

    /// The contract of a document in that state.
    pub(crate) fn initial_of(&self, document: &Document) -> Option<Handle> {
        let key = Key::new(document.module(), document.name(), document.version());
        self.initial.get(key).cloned()
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shared").finish_non_exhaustive()
    }
}
