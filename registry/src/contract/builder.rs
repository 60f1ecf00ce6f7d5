//! How a registry comes to its contracts.

use std::any::TypeId;

use contracts_runtime::private::Decode;
use contracts_runtime::{Contract, Linked};

use super::snapshot::Snapshot;
use super::{Conflict, Handle, Registry};
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
    handles: Vec<Handle>,
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
        let linked = contracts_runtime::linked().copied().map(Handle::new);
        self.handles.extend(linked);
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
        self.register(match T::DESCRIPTOR.context() {
            None => Linked::new(T::DESCRIPTOR, TypeId::of::<T>, |boundary, bytes| {
                boundary.accept_any::<T>(bytes, None).map(drop)
            }),
            Some(_) => Linked::contextual(T::DESCRIPTOR, TypeId::of::<T>, |boundary, bytes, context| {
                boundary.accept_any::<T>(bytes, context).map(drop)
            }),
        })
    }

    /// Adds a contract as the linker would have it.
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
    pub fn register(mut self, contract: Linked) -> Self {
        self.handles.push(Handle::new(contract));
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
        let (handles, conflicts) = self.settle();
        if conflicts.is_empty() {
            Ok(Registry::new(Snapshot::new(handles), conflicts))
        } else {
            Err(Error::duplicate(conflicts))
        }
    }

    /// A registry without those that contend for one key, which it remembers.
    pub(crate) fn build_without_conflicts(self) -> Registry {
        let (handles, conflicts) = self.settle();
        Registry::new(Snapshot::new(handles), conflicts)
    }

    /// The contracts that have their key to themselves, in order, and the conflicts of the others.
    fn settle(mut self) -> (Vec<Handle>, Vec<Conflict>) {
        self.handles.sort_by_key(Handle::identity);
        self.handles.dedup();
        let mut settled = Vec::with_capacity(self.handles.len());
        let mut conflicts = Vec::new();
        for contenders in self.handles.chunk_by(|a, b| a.key() == b.key()) {
            match contenders {
                [] => {}
                [handle] => settled.push(*handle),
                [first, others @ ..] => {
                    conflicts.extend(others.iter().map(|other| Conflict::new(*first, *other)));
                }
            }
        }
        (settled, conflicts)
    }
}
