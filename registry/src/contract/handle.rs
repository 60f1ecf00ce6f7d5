//! A contract that a registry gave out.

use std::any::{Any, TypeId};
use std::fmt;

use contracts_runtime::schema::{self, Schema};
use contracts_runtime::{Boundary, Contract, ContractDescriptor, Linked, Source, Violations, Zone};

use super::Typed;
use super::key::{Key, Path};

/// A contract of a registry, whatever its type: what it says, and its check of bytes.
///
/// It points into the program itself, so it is copied at will and outlives the registry that gave it out. Two are
/// equal if they stand for the same contract.
///
#[doc = "```"]
#[doc = include_str!("../../doc/contracts.txt")]
/// use contracts_registry::{Handle, Registry};
///
/// fn find(name: &str) -> Result<Handle, contracts_registry::Error> {
///     Registry::builder().contract::<Order>().build()?.named(name)
/// }
///
/// let order = find("order")?;
/// assert_eq!(order.to_string(), "shop::api::order@1");
/// assert_eq!(order.descriptor().line(), 3);
/// assert_eq!(order, find("order")?);
/// # Ok::<(), contracts_registry::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Handle(Linked);

impl Handle {
    pub(crate) const fn new(linked: Linked) -> Self {
        Handle(linked)
    }

    /// All that the contract says.
    #[must_use]
    pub const fn descriptor(&self) -> &'static ContractDescriptor {
        self.0.descriptor()
    }

    /// The name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.descriptor().name()
    }

    /// The path of the module that it is declared in.
    #[must_use]
    pub const fn module(&self) -> &'static str {
        self.descriptor().module()
    }

    /// The version; empty if none is declared.
    #[must_use]
    pub const fn version(&self) -> &'static str {
        self.descriptor().version()
    }

    /// The zone.
    #[must_use]
    pub const fn zone(&self) -> Zone {
        self.descriptor().zone()
    }

    /// The contract as JSON Schema, made anew with each call; see [`schema::of`](contracts_runtime::schema::of).
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// # let registry = Registry::builder().contract::<Order>().build()?;
    /// let order = registry.get("shop::api", "order")?;
    /// assert!(order.schema().to_string().contains(r#""title": "order""#));
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    #[must_use]
    pub fn schema(&self) -> Schema {
        schema::describe(self.descriptor())
    }

    /// Checks a text by the contract, within the limits of the contract and its zone.
    ///
    /// A contract that declares a [context](ContractDescriptor::context) can't be judged without it: all bytes are
    /// rejected, by a violation of the code `context`. It takes [`validate_in`](Self::validate_in).
    ///
    /// The bytes are read as a value, which is dropped: to have it, take [`typed`](Self::typed).
    ///
    /// # Errors
    ///
    /// The complete report, in the order of the document.
    ///
    /// # Example
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// # let registry = Registry::builder().contract::<Order>().build()?;
    /// let order = registry.get("shop::api", "order")?;
    /// assert!(order.validate(b"12").is_ok());
    ///
    /// let violations = order.validate(b"-12").unwrap_err();
    /// assert_eq!(violations.iter().next().unwrap().code(), "type");
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    pub fn validate<'s>(&self, source: impl Into<Source<'s>>) -> Result<(), Violations> {
        self.validate_with(&Boundary::new(), source)
    }

    /// Checks a text by the contract, under the limits and options of `boundary`.
    ///
    /// # Errors
    ///
    /// The report, as complete as the boundary wants it.
    ///
    /// # Example
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// use contracts_runtime::Boundary;
    ///
    /// # let registry = Registry::builder().contract::<Order>().build()?;
    /// let order = registry.get("shop::api", "order")?;
    /// let boundary = Boundary::new().max_bytes(2);
    /// assert!(order.validate_with(&boundary, b"12").is_ok());
    /// assert!(order.validate_with(&boundary, b"123").is_err());
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    pub fn validate_with<'s>(
        &self,
        boundary: &Boundary,
        source: impl Into<Source<'s>>,
    ) -> Result<(), Violations> {
        self.0.validate(boundary, source.into())
    }

    /// Checks a text by the contract, in the context that it declares.
    ///
    /// A context of another type is as good as none, and contracts that declare none don't look at it.
    ///
    /// # Errors
    ///
    /// The report, as complete as the boundary wants it.
    ///
    /// # Example
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// use contracts_runtime::Boundary;
    ///
    /// # let registry = Registry::builder().contract::<Order>().build()?;
    /// let order = registry.get("shop::api", "order")?;
    /// assert_eq!(order.descriptor().context(), None);
    /// assert!(order.validate_in(&Boundary::new(), &"of no use", b"12").is_ok());
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    pub fn validate_in<'s>(
        &self,
        boundary: &Boundary,
        context: &dyn Any,
        source: impl Into<Source<'s>>,
    ) -> Result<(), Violations> {
        self.0.validate_in(boundary, context, source.into())
    }

    /// The same with its type, if `T` is the type that the contract is declared on.
    ///
    /// # Example
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// # let registry = Registry::builder().contract::<Order>().build()?;
    /// let order = registry.get("shop::api", "order")?;
    /// assert!(order.typed::<Order>().is_some());
    /// assert!(order.typed::<Payment>().is_none());
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    #[must_use]
    pub fn typed<T: Contract + 'static>(&self) -> Option<Typed<T>> {
        (self.type_id() == TypeId::of::<T>()).then(|| Typed::new(*self))
    }

    pub(crate) fn type_id(&self) -> TypeId {
        self.0.type_id()
    }

    pub(crate) const fn path(&self) -> Path<'static> {
        self.key().path
    }

    pub(crate) const fn key(&self) -> Key<'static> {
        Key::of(self.descriptor())
    }

    /// What tells apart even those that contend for one key. The address of the descriptor would not do: it differs
    /// from one compilation unit to the next.
    pub(crate) fn identity(&self) -> impl Ord + use<> {
        let descriptor = self.descriptor();
        (self.key(), descriptor.file(), descriptor.line(), self.type_id())
    }
}

impl PartialEq for Handle {
    fn eq(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }
}

impl Eq for Handle {}

impl fmt::Debug for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Handle")
            .field("module", &self.module())
            .field("name", &self.name())
            .field("version", &self.version())
            .field("zone", &self.zone())
            .finish_non_exhaustive()
    }
}

/// Module and name as one path, and the version behind an `@` if there is one.
impl fmt::Display for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.key().fmt(f)
    }
}
