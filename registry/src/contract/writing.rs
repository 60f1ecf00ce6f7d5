//! What changes a registry while it is in use.

use std::convert::Infallible;
use std::sync::Arc;

use contracts_runtime::private::telemetry::{Event, Named, Operation, Part, Reason, Watch};

use super::change::{Change, Taken};
use super::key::KeyBuf;
use super::pattern::Pattern;
use super::registry::Shared;
use super::snapshot::Snapshot;
use super::{Definition, Handle, Registry};
use crate::error::Error;
use crate::stats::Count;

impl Registry {
    /// Registers a contract. The same one once more changes nothing. What a watched folder (feature `reload`) has is
    /// registered by that, and stays when its file changes or goes.
    ///
    /// All look-ups that begin after this see it. It costs time in proportion to the contracts that there are, so many
    /// are better [registered at once](Self::register_all).
    ///
    /// # Errors
    ///
    /// [`Kind::Duplicate`](crate::Kind::Duplicate) if there is another contract of the same module, name and version;
    /// `Kind::Store` if it is a document and the registry's store can't take it. Nothing has changed then.
    ///
    /// # Example
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # contract!(Twin, External, "shop::api", "order", 9);
    /// # use contracts_registry::{Definition, Kind, Registry};
    /// let registry = Registry::builder().build()?;
    /// let order = registry.register(Definition::of::<Order>())?;
    /// assert_eq!(registry.get("shop::api", "order")?, order);
    ///
    /// let error = registry.register(Definition::of::<Twin>()).unwrap_err();
    /// assert_eq!(error.kind(), Kind::Duplicate);
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    pub fn register(&self, contract: impl Into<Definition>) -> Result<Handle, Error> {
        self.put(contract.into(), Taken::Refuse)
    }

    /// Registers contracts, all of them or none, in one step.
    ///
    /// # Errors
    ///
    /// Those of [`register`](Self::register), for the first that can't be registered.
    ///
    /// # Example
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # contract!(Twin, External, "shop::api", "order", 9);
    /// # use contracts_registry::{Definition, Registry};
    /// let registry = Registry::builder().build()?;
    /// assert!(registry.register_all([Definition::of::<Order>(), Definition::of::<Twin>()]).is_err());
    /// assert!(registry.list().is_empty());
    ///
    /// registry.register_all([Definition::of::<Order>(), Definition::of::<Payment>()])?;
    /// assert_eq!((registry.list().len(), registry.revision()), (2, 1));
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    pub fn register_all<D: Into<Definition>>(
        &self,
        contracts: impl IntoIterator<Item = D>,
    ) -> Result<Vec<Handle>, Error> {
        self.put_all(contracts, Taken::Refuse)
    }

    /// Registers a contract in the place of the one that has its module, name and version, if there is one.
    ///
    /// Handles of the old one go on to stand for that.
    ///
    /// # Errors
    ///
    /// `Kind::Store` if the registry has a store, which can't take the document. Nothing has changed then.
    ///
    /// # Example
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # contract!(Twin, External, "shop::api", "order", 9);
    /// # use contracts_registry::{Definition, Registry};
    /// let registry = Registry::builder().contract::<Order>().build()?;
    /// let old = registry.named("order")?.clone();
    /// registry.replace(Definition::of::<Twin>())?;
    /// assert!(registry.of::<Twin>().is_ok());
    /// assert!(registry.of::<Order>().is_err());
    /// assert!(old.typed::<Order>().is_some());
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    pub fn replace(&self, contract: impl Into<Definition>) -> Result<Handle, Error> {
        self.put(contract.into(), Taken::Replace)
    }

    /// The same for many, all of them or none, in one step.
    ///
    /// # Errors
    ///
    /// Those of [`replace`](Self::replace).
    pub fn replace_all<D: Into<Definition>>(
        &self,
        contracts: impl IntoIterator<Item = D>,
    ) -> Result<Vec<Handle>, Error> {
        self.put_all(contracts, Taken::Replace)
    }

    /// Takes the contracts of a module and name away, all versions, with what was counted of them. Gives how many there
    /// were. Handles that were given out keep what they have.
    ///
    /// Those that the linker gathered are there again when they are next looked up, and begin anew, as of another
    /// [revision](Handle::revision); what was registered is not. A document
    /// of a watched folder (feature `reload`) is away until its file changes or the registry is told to reload.
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::{Definition, Registry};
    /// let registry = Registry::builder().build()?;
    /// registry.register(Definition::of::<Order>())?;
    /// assert_eq!(registry.invalidate("shop::api", "order")?, 1);
    /// assert!(registry.named("order").is_err());
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// `Kind::Store` if documents are taken away that the registry's store can't let go. Nothing has changed then.
    pub fn invalidate(&self, module: &str, name: &str) -> Result<usize, Error> {
        let part = Part::One(Named { module, name });
        self.withdraw(part, |handle| handle.module() == module && handle.name() == name)
    }

    /// The same for all contracts of the modules that a pattern matches, as in [`discover`](Self::discover).
    ///
    /// # Errors
    ///
    /// [`Kind::Pattern`](crate::Kind::Pattern), and those of [`invalidate`](Self::invalidate).
    ///
    /// # Example
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::{Definition, Registry};
    /// let registry = Registry::builder().contract::<Order>().contract::<Payment>().build()?;
    /// assert_eq!(registry.invalidate_modules("shop::billing::**")?, 1);
    /// assert!(registry.of::<Payment>().is_err());
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    pub fn invalidate_modules(&self, pattern: &str) -> Result<usize, Error> {
        let parsed = Pattern::parse(pattern).map_err(|flaw| Error::pattern(pattern, flaw))?;
        self.withdraw(Part::Module(pattern), |handle| {
            parsed.matches(handle.path().module)
        })
    }

    /// The same for all contracts.
    ///
    /// # Errors
    ///
    /// Those of [`invalidate`](Self::invalidate).
    pub fn invalidate_all(&self) -> Result<usize, Error> {
        self.withdraw(Part::All, |_| true)
    }

    /// Makes the registry what it was when it was built; only the revision goes on. All that was counted begins anew: look-ups,
    /// registrations, how long look-ups take, and what each contract accepts and rejects. With a store it becomes what it would
    /// be after a restart: the contracts that it was built with, and the documents that are stored by now. The documents of
    /// watched folders (feature `reload`) are read anew: they are as they are now.
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::{Definition, Registry};
    /// let registry = Registry::builder().contract::<Order>().build()?;
    /// registry.register(Definition::of::<Payment>())?;
    /// registry.reset()?;
    /// assert_eq!((registry.list().len(), registry.revision()), (1, 2));
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// `Kind::Store` if the registry has a store, which can't be read. Nothing has changed then.
    pub fn reset(&self) -> Result<(), Error> {
        #[cfg(feature = "reload")]
        match &self.reloader {
            Some(reloader) => reloader.reset()?,
            None => self.shared.reset()?,
        }
        #[cfg(not(feature = "reload"))]
        self.shared.reset()?;
        self.shared.counters.clear();
        if let Some(latency) = &self.shared.latency {
            latency.clear();
        }
        Ok(())
    }

    fn put(&self, contract: Definition, taken: Taken) -> Result<Handle, Error> {
        let key = KeyBuf::of(contract.key());
        let done = self.shared.change(|change| change.put(contract, taken));
        self.shared
            .registered(done.as_ref().map(std::slice::from_ref), Some(&key));
        done
    }

    fn put_all<D: Into<Definition>>(
        &self,
        contracts: impl IntoIterator<Item = D>,
        taken: Taken,
    ) -> Result<Vec<Handle>, Error> {
        // A caller's iterator runs before the writers' lock is taken.
        let contracts: Vec<Definition> = contracts.into_iter().map(Into::into).collect();
        // The one that can't be registered, or the last of all that a store refuses.
        let mut last = None;
        let done = self.shared.change(|change| {
            let contracts = contracts.into_iter();
            let put = contracts.map(|contract| {
                last = Some(KeyBuf::of(contract.key()));
                change.put(contract, taken)
            });
            put.collect()
        });
        self.shared.registered(done.as_deref(), last.as_ref());
        done
    }

    fn withdraw(&self, part: Part<'_>, wanted: impl Fn(&Handle) -> bool) -> Result<usize, Error> {
        let watch = Watch::start(Operation::Change);
        let count = self.shared.change(|change| {
            let all = change.from().all().iter();
            let gone: Vec<Handle> = all.filter(|handle| wanted(handle)).cloned().collect();
            for handle in &gone {
                change.withdraw(handle);
            }
            Ok(gone.len())
        })?;
        Event::Invalidated { part, count, watch }.tell();
        Ok(count)
    }
}

impl Shared {
    fn reset(&self) -> Result<(), Error> {
        let reset = self.published.update(|current| {
            let all = self.base(current)?;
            let conflicts = self.initial.conflicts().to_vec();
            Ok((Some(current.next(all, Vec::new(), conflicts)), ()))
        });
        reset.map(drop)
    }

    /// The contracts that a reset goes back to: those that the registry was built with, and what is stored by now.
    #[cfg_attr(
        not(feature = "persistence"),
        allow(clippy::unnecessary_wraps, reason = "a store may fail to be read")
    )]
    pub(crate) fn base(&self, current: &Snapshot) -> Result<Vec<Handle>, Error> {
        #[cfg(feature = "persistence")]
        let all = self.fresh(current)?;
        #[cfg(not(feature = "persistence"))]
        let all = {
            let _ = current;
            self.initial.all()
        };
        Ok(all.iter().map(Handle::renewed).collect())
    }

    /// Counts and tells what came of a registration; `failed` is the one that could not be registered.
    fn registered(&self, done: Result<&[Handle], &Error>, failed: Option<&KeyBuf>) {
        match done {
            Ok(handles) => {
                self.counters.add(Count::Registration, handles.len() as u64);
                let contract_count = self.published.load().all().len();
                for handle in handles {
                    let contract = Named {
                        module: handle.module(),
                        name: handle.name(),
                    };
                    Event::Registered {
                        contract,
                        zone: handle.zone(),
                        contract_count,
                    }
                    .tell();
                }
            }
            Err(error) => {
                self.counters.count(Count::Failure);
                if let Some(key) = failed {
                    let path = key.key().path;
                    let contract = Named {
                        module: path.module.0,
                        name: path.name,
                    };
                    Event::RegistrationFailed {
                        contract,
                        reason: Reason(error),
                    }
                    .tell();
                }
            }
        }
    }

    /// The state in force once those of the program that were withdrawn and are wanted are back, and how many those were.
    /// Whoever withdraws them meanwhile does so before that state, or after it.
    pub(super) fn restore(&self, wanted: &dyn Fn(&Definition) -> bool) -> (Arc<Snapshot>, usize) {
        let snapshot = self.published.keep();
        let mut withdrawn = snapshot.withdrawn().iter();
        if !withdrawn.any(wanted) {
            return (snapshot, 0);
        }
        let Ok(restored) = self.publish(|change| Ok::<_, Infallible>(change.restore(wanted)));
        restored
    }

    /// Publishes what the change makes of the state in force, once its documents are stored; nothing if that fails.
    pub(super) fn change<R>(
        &self,
        make: impl FnOnce(&mut Change<'_>) -> Result<R, Error>,
    ) -> Result<R, Error> {
        let (_, result) = self.publish(|change| {
            let result = make(change)?;
            #[cfg(feature = "persistence")]
            self.store(change)?;
            Ok::<_, Error>(result)
        })?;
        Ok(result)
    }

    /// The same for a change of which nothing is to be stored. Gives the state that it makes, too.
    pub(crate) fn publish<R, E>(
        &self,
        make: impl FnOnce(&mut Change<'_>) -> Result<R, E>,
    ) -> Result<(Arc<Snapshot>, R), E> {
        self.published.update(|current| {
            let mut change = Change::new(current);
            let result = make(&mut change)?;
            Ok((change.finish(), result))
        })
    }
}
