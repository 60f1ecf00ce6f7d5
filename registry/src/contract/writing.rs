//! What changes a registry while it is in use.

use super::change::{Change, Taken};
use super::handle::Origin;
use super::pattern::Pattern;
use super::registry::Shared;
use super::{Definition, Handle, Registry};
use crate::error::Error;

impl Registry {
    /// Registers a contract. The same one once more changes nothing.
    ///
    /// All look-ups that begin after this see it. It costs time in proportion to the contracts that there are, so many
    /// are better [registered at once](Self::register_all).
    ///
    /// # Errors
    ///
    /// [`Kind::Duplicate`](crate::Kind::Duplicate) if there is another contract of the same module, name and version.
    /// Nothing has changed then.
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
    /// None by now.
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

    /// Takes the contracts of a module and name away, all versions, with what is kept about them. Gives how many there
    /// were.
    ///
    /// Those that the linker gathered are there again when they are next looked up; what was registered is not. A document
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
    /// None by now.
    pub fn invalidate(&self, module: &str, name: &str) -> Result<usize, Error> {
        self.withdraw(|handle| handle.module() == module && handle.name() == name)
    }

    /// The same for all contracts of the modules that a pattern matches, as in [`discover`](Self::discover).
    ///
    /// # Errors
    ///
    /// [`Kind::Pattern`](crate::Kind::Pattern).
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
        self.withdraw(|handle| parsed.matches(handle.path().module))
    }

    /// The same for all contracts.
    ///
    /// # Errors
    ///
    /// None by now.
    pub fn invalidate_all(&self) -> Result<usize, Error> {
        self.withdraw(|_| true)
    }

    /// Makes the registry what it was when it was built; only the revision goes on. The documents of watched folders
    /// (feature `reload`) are read anew: they are as they are now.
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
    /// None by now.
    pub fn reset(&self) -> Result<(), Error> {
        #[cfg(feature = "reload")]
        if let Some(reloader) = &self.reloader {
            reloader.reset();
            return Ok(());
        }
        let shared = &*self.shared;
        shared.published.update(|current| {
            let initial = &shared.initial;
            let (all, conflicts) = (initial.all().to_vec(), initial.conflicts().to_vec());
            Ok((Some(current.next(all, Vec::new(), conflicts)), ()))
        })
    }

    fn put(&self, contract: Definition, taken: Taken) -> Result<Handle, Error> {
        self.shared
            .change(|change| change.put(contract, Origin::Registered, taken))
    }

    fn put_all<D: Into<Definition>>(
        &self,
        contracts: impl IntoIterator<Item = D>,
        taken: Taken,
    ) -> Result<Vec<Handle>, Error> {
        // A caller's iterator runs before the writers' lock is taken.
        let contracts: Vec<Definition> = contracts.into_iter().map(Into::into).collect();
        self.shared.change(|change| {
            let contracts = contracts.into_iter();
            contracts
                .map(|contract| change.put(contract, Origin::Registered, taken))
                .collect()
        })
    }

    fn withdraw(&self, wanted: impl Fn(&Handle) -> bool) -> Result<usize, Error> {
        self.shared.change(|change| {
            let gone: Vec<Handle> = change
                .from()
                .all()
                .iter()
                .filter(|handle| wanted(handle))
                .cloned()
                .collect();
            for handle in &gone {
                change.withdraw(handle);
            }
            Ok(gone.len())
        })
    }
}

impl Shared {
    /// Brings back those of the program that were withdrawn and are wanted. Gives how many.
    pub(super) fn restore(&self, wanted: &dyn Fn(&Definition) -> bool) -> usize {
        let snapshot = self.published.load();
        if !snapshot
            .withdrawn()
            .iter()
            .any(|handle| wanted(handle.definition()))
        {
            return 0;
        }
        drop(snapshot);
        self.change(|change| Ok(change.restore(wanted))).unwrap_or(0)
    }

    /// Publishes what the change makes of the state in force; nothing if it fails.
    pub(crate) fn change<R>(
        &self,
        make: impl FnOnce(&mut Change<'_>) -> Result<R, Error>,
    ) -> Result<R, Error> {
        self.published.update(|current| {
            let mut change = Change::new(current);
            let result = make(&mut change)?;
            Ok((change.finish(), result))
        })
    }
}
