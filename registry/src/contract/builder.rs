//! How a registry comes to its contracts.

#[cfg(feature = "persistence")]
use std::path::{self, Path, PathBuf};

use contracts_runtime::Contract;
use contracts_runtime::private::Decode;

use super::handle::Origin;
use super::hash::Hasher;
use super::snapshot::Snapshot;
use super::{Conflict, Definition, Handle, Registry};
use crate::error::Error;
use crate::stats::Latency;
#[cfg(feature = "persistence")]
use crate::store::{Problem, Store};

/// Gathers contracts for a [`Registry`].
///
/// The order in which they come makes no difference, and one that comes twice is there once.
///
#[doc = "```"]
#[doc = include_str!("../../doc/contracts.txt")]
/// use contracts_registry::Registry;
///
/// let registry = Registry::builder()
///     .linked()
///     .contract::<Order>()
///     .contract::<Order>()
///     .build()?;
/// assert_eq!(registry.list().len(), 1);
/// # Ok::<(), contracts_registry::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
#[must_use = "a builder does nothing until it builds"]
pub struct Builder {
    pub(super) contracts: Vec<(Definition, Origin)>,
    latency: bool,
    #[cfg(feature = "persistence")]
    stores: Vec<PathBuf>,
    #[cfg(feature = "reload")]
    pub(super) plan: crate::reload::Plan,
}

impl Builder {
    /// Adds all contracts that the linker gathered.
    ///
    /// Those are the ones of the crates that the program names in any way; of generic ones, the instances that `register!`
    /// lists.
    ///
    /// ```
    /// use contracts_registry::Registry;
    ///
    /// let registry = Registry::builder().linked().build()?;
    /// assert_eq!(registry.list().len(), contracts_runtime::linked().count());
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    pub fn linked(mut self) -> Self {
        let linked = contracts_runtime::linked().copied().map(Definition::from);
        self.contracts
            .extend(linked.map(|definition| (definition, Origin::Program)));
        self
    }

    /// Adds the contract of a type: of a generic one, or of one that is in a registry only where it is put there.
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// let registry = Registry::builder().contract::<Order>().build()?;
    /// assert_eq!(registry.named("order")?.module(), "shop::api");
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    pub fn contract<T>(self) -> Self
    where
        T: Contract + for<'de> Decode<'de> + 'static,
    {
        self.register(Definition::of::<T>())
    }

    /// Adds a contract: of a type, or as the linker would have it.
    ///
    /// ```
    /// use std::any::TypeId;
    ///
    /// use contracts_registry::Registry;
    /// use contracts_runtime::{Body, ContractDescriptor, Linked, Zone};
    ///
    /// enum Ping {}
    /// static PING: ContractDescriptor = ContractDescriptor::new("ping", "app::health", Zone::Core, Body::Unit);
    ///
    /// let ping = Linked::new(&PING, TypeId::of::<Ping>, |_, _| Ok(()));
    /// let registry = Registry::builder().register(ping).build()?;
    /// assert!(registry.named("ping")?.validate(b"null").is_ok());
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    pub fn register(mut self, contract: impl Into<Definition>) -> Self {
        self.contracts.push((contract.into(), Origin::Registered));
        self
    }

    /// Measures how long each look-up takes, for [`stats`](Registry::stats): that reads the clock twice a look-up.
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// let registry = Registry::builder().contract::<Order>().latency().build()?;
    /// let _ = registry.named("order")?;
    /// assert!(registry.stats().latency.is_some());
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    pub fn latency(mut self) -> Self {
        self.latency = true;
        self
    }

    /// Keeps the documents that are registered at run time in a file, so that they are there again when a registry is
    /// built with it anew: after a restart, also if the process was killed at whatever moment.
    ///
    /// The file is created if there is none, in a folder that is there. A registry has one such file, and one registry at a
    /// time has it open. What `register`, `replace`, `invalidate` and their kin change about documents is on the disk when
    /// they return, all of a call or nothing, so each of them waits for the disk. Contracts of types are not stored, nor are
    /// documents that the builder adds: those come from the program each time.
    ///
    /// A document that took the place of a contract that the builder adds, or that a folder (feature `reload`) had, takes it
    /// again, as long as that contract says the same. If it has changed, or there is a new contract of the name of a
    /// document, [`build`](Self::build) fails.
    ///
    /// ```
    /// use contracts_registry::{Document, Format, Registry};
    ///
    /// let folder = tempfile::tempdir()?;
    /// let path = folder.path().join("contracts.redb");
    /// let registry = Registry::builder().store(&path).build()?;
    /// let text = r#"{"x-module": "shop", "x-name": "order", "x-zone": "core", "type": "integer"}"#;
    /// registry.register(Document::parse(Format::Json, text)?)?;
    /// drop(registry);
    ///
    /// let registry = Registry::builder().store(&path).build()?;
    /// assert!(registry.get("shop", "order")?.validate(b"12").is_ok());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[cfg(feature = "persistence")]
    pub fn store(mut self, path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        if !self.stores.iter().any(|known| is_same(known, &path)) {
            self.stores.push(path);
        }
        self
    }

    /// A registry of what was added.
    ///
    /// # Errors
    ///
    /// [`Kind::Duplicate`](crate::Kind::Duplicate) if different contracts have the same module, name and version: all
    /// of them, each with the places in the source. With a store, `Kind::Store`: there are several, it can't be opened or
    /// read, or documents in it are in the way of these contracts or can't be used; all of them are told, with what to do,
    /// and the file stays as it is.
    ///
    /// # Example
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # contract!(Twin, External, "shop::api", "order", 9);
    /// use contracts_registry::{Kind, Registry};
    ///
    /// let error = Registry::builder()
    ///     .contract::<Order>()
    ///     .contract::<Twin>()
    ///     .build()
    ///     .unwrap_err();
    /// assert_eq!(error.kind(), Kind::Duplicate);
    /// assert_eq!(
    ///     error.to_string(),
    ///     "`shop::api::order@1` is declared at src/shop.rs:3 and at src/shop.rs:9",
    /// );
    /// ```
    pub fn build(self) -> Result<Registry, Error> {
        #[cfg(feature = "reload")]
        if self.plan.has_folders() {
            return self.build_watching();
        }
        #[cfg(feature = "persistence")]
        let store = self.only_store()?;
        let latency = self.measured();
        let snapshot = self.settle();
        match snapshot.conflicts() {
            [] => {}
            conflicts => return Err(Error::duplicate(conflicts.to_vec())),
        }
        #[cfg(feature = "persistence")]
        if let Some(path) = store {
            return Registry::stored(snapshot, Store::open(path)?, latency);
        }
        Ok(Registry::new(snapshot, latency))
    }

    /// A registry without those that contend for one key, which it remembers.
    pub(crate) fn build_without_conflicts(self) -> Registry {
        let latency = self.measured();
        Registry::new(self.settle(), latency)
    }

    /// The store, if there is one and no other.
    #[cfg(feature = "persistence")]
    fn only_store(&self) -> Result<Option<PathBuf>, Error> {
        match self.stores.as_slice() {
            [] => Ok(None),
            [store] => Ok(Some(store.clone())),
            [first, second, ..] => Err(Problem::Second(first.clone()).at(second)),
        }
    }

    fn measured(&self) -> Option<Latency> {
        self.latency.then(Latency::new)
    }

    /// The contracts that have their key to themselves, and the conflicts of the others.
    fn settle(mut self) -> Snapshot {
        // Of the same one twice, that of the program stays.
        self.contracts
            .sort_by(|(a, _), (b, _)| a.identity().cmp(&b.identity()));
        self.contracts.dedup_by(|(again, origin), (kept, kept_origin)| {
            let same = again == kept;
            if same && *origin == Origin::Program {
                *kept_origin = Origin::Program;
            }
            same
        });
        let hasher = Hasher::default();
        let mut settled = Vec::with_capacity(self.contracts.len());
        let mut conflicts = Vec::new();
        for contenders in self.contracts.chunk_by(|(a, _), (b, _)| a.key() == b.key()) {
            match contenders {
                [] => {}
                [(definition, origin)] => {
                    settled.push(Handle::new(definition.clone(), *origin, 0, &hasher));
                }
                [(first, _), others @ ..] => {
                    let others = others.iter().map(|(other, _)| other.clone());
                    conflicts.extend(others.map(|other| Conflict::new(first.clone(), other)));
                }
            }
        }
        Snapshot::first(settled, conflicts, hasher)
    }
}

/// Whether two paths are written for one file, as far as that shows without looking for it.
#[cfg(feature = "persistence")]
fn is_same(one: &Path, other: &Path) -> bool {
    let absolute = |path: &Path| path::absolute(path).unwrap_or_else(|_| path.to_owned());
    absolute(one) == absolute(other)
}
