//! A contract that a registry gave out.

use std::any::{Any, TypeId};
use std::fmt;
use std::sync::Arc;

use contracts_runtime::schema::{self, Schema};
use contracts_runtime::{Boundary, Contract, ContractDescriptor, Source, Violations, Zone};

use super::definition::{self, Definition};
use super::hash::Hasher;
use super::key::{Key, Path, Text};
use super::typed::Held;
use super::{Found, Typed};
use crate::stats::{Counts, Tally};

/// A contract of a registry, whatever its type: what it says, and its check of bytes.
///
/// It is cloned at the cost of a counter, and outlives the registry that gave it out: it goes on to stand for what was
/// registered then. Two are equal if they stand for the same contract.
///
#[doc = "```"]
#[doc = include_str!("../../doc/contracts.txt")]
/// use contracts_registry::{Handle, Registry};
///
/// fn find(name: &str) -> Result<Handle, contracts_registry::Error> {
///     let registry = Registry::builder().contract::<Order>().build()?;
///     Ok(registry.named(name)?.clone())
/// }
///
/// let order = find("order")?;
/// assert_eq!(order.to_string(), "shop::api::order@1");
/// assert_eq!(order.descriptor().map(|descriptor| descriptor.line()), Some(3));
/// assert_eq!(order, find("order")?);
/// # Ok::<(), contracts_registry::Error>(())
/// ```
#[derive(Clone)]
pub struct Handle(Arc<Entry>);

/// What a registry keeps of a contract. A cache line of its own: those who count handles do not disturb those who read.
#[repr(align(64))]
struct Entry {
    module: Text,
    name: Text,
    definition: Definition,
    name_hash: u64,
    revision: u64,
    origin: Origin,
    tally: Tally,
}

/// How a contract came into the registry, which says what becomes of it when it is invalidated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// It is of the program: it is there again when it is next looked up.
    Program,
    /// It was registered.
    Registered,
    /// It is a document of a watched folder: it is away until its file changes, or the folder is reloaded.
    #[cfg(feature = "reload")]
    Folder,
}

impl Origin {
    pub(crate) fn is_folder(self) -> bool {
        match self {
            Origin::Program | Origin::Registered => false,
            #[cfg(feature = "reload")]
            Origin::Folder => true,
        }
    }
}

impl Handle {
    pub(crate) fn new(definition: Definition, origin: Origin, revision: u64, hasher: &Hasher) -> Self {
        let (module, name) = definition.texts();
        Handle(Arc::new(Entry {
            name_hash: hasher.name(name.as_str()),
            module,
            name,
            definition,
            revision,
            origin,
            tally: Tally::new(),
        }))
    }

    /// The same contract, of which nothing was counted yet.
    pub(crate) fn renewed(&self) -> Self {
        let Entry {
            module,
            name,
            definition,
            name_hash,
            revision,
            origin,
            tally: _,
        } = &*self.0;
        Handle(Arc::new(Entry {
            module: module.clone(),
            name: name.clone(),
            definition: definition.clone(),
            name_hash: *name_hash,
            revision: *revision,
            origin: *origin,
            tally: Tally::new(),
        }))
    }

    /// All that the contract says, if it is that of a type.
    #[must_use]
    pub fn descriptor(&self) -> Option<&'static ContractDescriptor> {
        self.definition().descriptor()
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.name.as_str()
    }

    /// The path of the module that it belongs to.
    #[must_use]
    pub fn module(&self) -> &str {
        self.0.module.as_str()
    }

    /// The version; empty if none is declared.
    #[must_use]
    pub fn version(&self) -> &str {
        self.definition().version()
    }

    /// The zone.
    #[must_use]
    pub fn zone(&self) -> Zone {
        self.definition().zone()
    }

    /// The [revision](super::Registry::revision) of the registry that this contract came with: another one under the
    /// same name has a higher one.
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::{Definition, Registry};
    /// let registry = Registry::builder().contract::<Order>().build()?;
    /// registry.register(Definition::of::<Payment>())?;
    /// assert_eq!(registry.named("order")?.revision(), 0);
    /// assert_eq!(registry.named("payment")?.revision(), 1);
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.0.revision
    }

    /// The document, if it is one.
    #[cfg(feature = "documents")]
    #[must_use]
    pub fn document(&self) -> Option<&crate::Document> {
        self.definition().document()
    }

    /// What was registered.
    #[must_use]
    pub fn definition(&self) -> &Definition {
        &self.0.definition
    }

    /// The contract of a type as JSON Schema, made anew with each call; see
    /// [`schema::of`](contracts_runtime::schema::of). A document is its own schema.
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// # let registry = Registry::builder().contract::<Order>().build()?;
    /// let order = registry.get("shop::api", "order")?;
    /// let schema = order.schema().expect("it is of a type");
    /// assert!(schema.to_string().contains(r#""title": "order""#));
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    #[must_use]
    pub fn schema(&self) -> Option<Schema> {
        self.descriptor().map(schema::describe)
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
        let result = match self.definition().source() {
            definition::Source::Type(linked) => linked.validate(boundary, source.into()),
            #[cfg(feature = "documents")]
            definition::Source::Document(document) => document.validate(boundary, source.into()),
        };
        self.judged(result)
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
    /// assert_eq!(order.descriptor().and_then(|descriptor| descriptor.context()), None);
    /// assert!(order.validate_in(&Boundary::new(), &"of no use", b"12").is_ok());
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    pub fn validate_in<'s>(
        &self,
        boundary: &Boundary,
        context: &dyn Any,
        source: impl Into<Source<'s>>,
    ) -> Result<(), Violations> {
        let result = match self.definition().source() {
            definition::Source::Type(linked) => linked.validate_in(boundary, context, source.into()),
            #[cfg(feature = "documents")]
            definition::Source::Document(document) => document.validate(boundary, source.into()),
        };
        self.judged(result)
    }

    /// How often the contract accepted and rejected through handles of this registry, and for each field and rule how often
    /// that was among the reasons.
    ///
    /// [`accept`](contracts_runtime::accept) and its kin know no registry, and are not counted.
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// # let registry = Registry::builder().contract::<Order>().build()?;
    /// let order = registry.get("shop::api", "order")?;
    /// let _ = order.validate(b"12");
    /// let _ = registry.of::<Order>()?.accept(b"-12");
    /// let counts = order.counts();
    /// assert_eq!((counts.accepted, counts.rejected), (1, 1));
    /// assert_eq!(&*counts.by_rule[0].code, "type");
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.0.tally.snapshot()
    }

    /// Counts what came of a check.
    pub(crate) fn judged<R>(&self, result: Result<R, Violations>) -> Result<R, Violations> {
        match &result {
            Ok(_) => self.0.tally.accepted(),
            Err(report) => self.0.tally.rejected(report),
        }
        result
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
        (self.type_id() == Some(TypeId::of::<T>())).then(|| Typed::new(Held::Kept(self.clone())))
    }

    pub(crate) fn type_id(&self) -> Option<TypeId> {
        self.definition().type_id()
    }

    pub(crate) fn path(&self) -> Path<'_> {
        Path::new(self.module(), self.name())
    }

    pub(crate) fn key(&self) -> Key<'_> {
        Key::new(self.module(), self.name(), self.version())
    }

    pub(crate) fn origin(&self) -> Origin {
        self.0.origin
    }

    /// Whether it is the very same, not only the same contract.
    pub(crate) fn is(&self, other: &Handle) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    pub(crate) fn name_hash(&self) -> u64 {
        self.0.name_hash
    }

    /// What it takes, in bytes, besides what is of the program.
    pub(crate) fn memory(&self) -> usize {
        // The two counts of an `Arc` take as much as what is behind them is aligned to.
        align_of::<Entry>() + size_of::<Entry>() + self.0.tally.bytes()
    }
}

impl PartialEq for Handle {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.definition() == other.definition()
    }
}

impl PartialEq<Found> for Handle {
    fn eq(&self, other: &Found) -> bool {
        *self == **other
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
