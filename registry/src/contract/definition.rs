//! What can be registered: the contract of a type, or a document.

use std::any::TypeId;
use std::fmt;

use contracts_runtime::private::Decode;
use contracts_runtime::{Contract, ContractDescriptor, Linked, Zone};

use super::key::{Key, Path, Text};

/// A contract that is to be registered: that of a type.
///
#[doc = "```"]
#[doc = include_str!("../../doc/contracts.txt")]
/// use contracts_registry::{Definition, Registry};
///
/// let registry = Registry::builder().build()?;
/// registry.register(Definition::of::<Order>())?;
/// assert_eq!(registry.named("order")?.module(), "shop::api");
/// # Ok::<(), contracts_registry::Error>(())
/// ```
#[derive(Clone)]
pub struct Definition(Source);

/// Where a contract comes from.
#[derive(Clone)]
pub(crate) enum Source {
    Type(Linked),
}

impl Definition {
    /// The contract of a type.
    pub fn of<T>() -> Self
    where
        T: Contract + for<'de> Decode<'de> + 'static,
    {
        Definition::from(match T::DESCRIPTOR.context() {
            None => Linked::new(T::DESCRIPTOR, TypeId::of::<T>, |boundary, source| {
                boundary.accept_any::<T>(source, None).map(drop)
            }),
            Some(_) => Linked::contextual(T::DESCRIPTOR, TypeId::of::<T>, |boundary, source, context| {
                boundary.accept_any::<T>(source, context).map(drop)
            }),
        })
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        match &self.0 {
            Source::Type(linked) => linked.descriptor().name(),
        }
    }

    /// The path of the module.
    #[must_use]
    pub fn module(&self) -> &str {
        match &self.0 {
            Source::Type(linked) => linked.descriptor().module(),
        }
    }

    /// The version; empty if there is none.
    #[must_use]
    pub fn version(&self) -> &str {
        match &self.0 {
            Source::Type(linked) => linked.descriptor().version(),
        }
    }

    /// The zone.
    #[must_use]
    pub fn zone(&self) -> Zone {
        match &self.0 {
            Source::Type(linked) => linked.descriptor().zone(),
        }
    }

    /// All that the contract of a type says.
    #[must_use]
    pub fn descriptor(&self) -> Option<&'static ContractDescriptor> {
        match &self.0 {
            Source::Type(linked) => Some(linked.descriptor()),
        }
    }

    pub(crate) fn source(&self) -> &Source {
        &self.0
    }

    /// Module and name, to be kept.
    pub(crate) fn texts(&self) -> (Text, Text) {
        match &self.0 {
            Source::Type(linked) => {
                let descriptor = linked.descriptor();
                (
                    Text::Program(descriptor.module()),
                    Text::Program(descriptor.name()),
                )
            }
        }
    }

    pub(crate) fn key(&self) -> Key<'_> {
        Key::new(self.module(), self.name(), self.version())
    }

    /// Whether module and name are these.
    #[inline]
    pub(crate) fn is_at(&self, path: Path<'_>) -> bool {
        self.name() == path.name && self.module() == path.module.0
    }

    pub(crate) fn type_id(&self) -> Option<TypeId> {
        match &self.0 {
            Source::Type(linked) => Some(linked.type_id()),
        }
    }

    /// What tells apart even those that contend for one key. The address of a descriptor would not do: that of a generic
    /// contract differs from one compilation unit to the next.
    pub(crate) fn identity(&self) -> impl Ord + '_ {
        let Source::Type(linked) = &self.0;
        let descriptor = linked.descriptor();
        (self.key(), descriptor.file(), descriptor.line(), linked.type_id())
    }

    /// Where it is declared.
    pub(crate) fn place(&self) -> String {
        match &self.0 {
            Source::Type(linked) => {
                let descriptor = linked.descriptor();
                format!("{}:{}", descriptor.file(), descriptor.line())
            }
        }
    }
}

/// A contract as the linker has it.
impl From<Linked> for Definition {
    fn from(linked: Linked) -> Self {
        Definition(Source::Type(linked))
    }
}

/// Two are equal if they stand for the same contract.
impl PartialEq for Definition {
    fn eq(&self, other: &Self) -> bool {
        self.identity().cmp(&other.identity()).is_eq()
    }
}

impl Eq for Definition {}

impl fmt::Debug for Definition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Definition")
            .field("module", &self.module())
            .field("name", &self.name())
            .field("version", &self.version())
            .field("zone", &self.zone())
            .finish_non_exhaustive()
    }
}
