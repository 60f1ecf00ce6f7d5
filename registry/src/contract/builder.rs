//! How a registry comes to its contracts.

use contracts_runtime::Contract;
use contracts_runtime::private::Decode;

use super::handle::Origin;
use super::hash::Hasher;
use super::snapshot::Snapshot;
use super::{Conflict, Definition, Handle, Registry};
use crate::error::Error;

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
    #[cfg(feature = "reload")]
    pub(super) plan: crate::reload::Plan,
}

impl Builder {
    /// Adds all contracts that the linker gathered.
    ///
    /// Those are the ones of the crates that the program names in any way, without the generic ones.
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

    /// A registry of what was added.
    ///
    /// # Errors
    ///
    /// [`Kind::Duplicate`](crate::Kind::Duplicate) if different contracts have the same module, name and version: all
    /// of them, each with the places in the source.
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
        let snapshot = self.settle();
        match snapshot.conflicts() {
            [] => Ok(Registry::new(snapshot)),
            conflicts => Err(Error::duplicate(conflicts.to_vec())),
        }
    }

    /// A registry without those that contend for one key, which it remembers.
    pub(crate) fn build_without_conflicts(self) -> Registry {
        Registry::new(self.settle())
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
