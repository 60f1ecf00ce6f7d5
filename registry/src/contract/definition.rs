//! What can be registered: the contract of a type, or a document.

use std::any::TypeId;
use std::fmt;
#[cfg(feature = "documents")]
use std::sync::Arc;

use contracts_runtime::private::Decode;
use contracts_runtime::{Contract, ContractDescriptor, Linked, Zone};

use super::key::{Key, Path, Text};
#[cfg(feature = "documents")]
use crate::document::Document;

/// A contract that is to be registered: that of a type, or (with the feature `documents`) a document.
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
    #[cfg(feature = "documents")]
    Document(Document),
}

/// What tells apart even those that contend for one key. The address of a descriptor would not do: that of a generic
/// contract differs from one compilation unit to the next.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Identity {
    Type(&'static str, u32, TypeId),
    #[cfg(feature = "documents")]
    Document(String),
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
            #[cfg(feature = "documents")]
            Source::Document(document) => document.name(),
        }
    }

    /// The path of the module.
    #[must_use]
    pub fn module(&self) -> &str {
        match &self.0 {
            Source::Type(linked) => linked.descriptor().module(),
            #[cfg(feature = "documents")]
            Source::Document(document) => document.module(),
        }
    }

    /// The version; empty if there is none.
    #[must_use]
    pub fn version(&self) -> &str {
        match &self.0 {
            Source::Type(linked) => linked.descriptor().version(),
            #[cfg(feature = "documents")]
            Source::Document(document) => document.version(),
        }
    }

    /// The zone.
    #[must_use]
    pub fn zone(&self) -> Zone {
        match &self.0 {
            Source::Type(linked) => linked.descriptor().zone(),
            #[cfg(feature = "documents")]
            Source::Document(document) => document.zone(),
        }
    }

    /// All that the contract of a type says.
    #[must_use]
    pub fn descriptor(&self) -> Option<&'static ContractDescriptor> {
        match &self.0 {
            Source::Type(linked) => Some(linked.descriptor()),
            #[cfg(feature = "documents")]
            Source::Document(_) => None,
        }
    }

    /// The document, if it is one.
    #[cfg(feature = "documents")]
    #[must_use]
    pub fn document(&self) -> Option<&Document> {
        match &self.0 {
            Source::Type(_) => None,
            Source::Document(document) => Some(document),
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
            #[cfg(feature = "documents")]
            Source::Document(document) => {
                let own = |text: &str| Text::Own(Arc::from(text));
                (own(document.module()), own(document.name()))
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

    #[cfg_attr(
        not(feature = "documents"),
        allow(clippy::unnecessary_wraps, reason = "documents are of no type")
    )]
    pub(crate) fn type_id(&self) -> Option<TypeId> {
        match &self.0 {
            Source::Type(linked) => Some(linked.type_id()),
            #[cfg(feature = "documents")]
            Source::Document(_) => None,
        }
    }

    pub(crate) fn identity(&self) -> (Key<'_>, Identity) {
        let identity = match &self.0 {
            Source::Type(linked) => {
                let descriptor = linked.descriptor();
                Identity::Type(descriptor.file(), descriptor.line(), linked.type_id())
            }
            #[cfg(feature = "documents")]
            Source::Document(document) => Identity::Document(document.content_hash().to_string()),
        };
        (self.key(), identity)
    }

    /// Where it is declared.
    pub(crate) fn place(&self) -> String {
        match &self.0 {
            Source::Type(linked) => {
                let descriptor = linked.descriptor();
                format!("at {}:{}", descriptor.file(), descriptor.line())
            }
            #[cfg(feature = "documents")]
            Source::Document(document) => match document.path() {
                Some(path) => format!("at {}", path.display()),
                None => format!(
                    "as a document without a file, of the content {}",
                    document.content_hash()
                ),
            },
        }
    }
}

/// A contract as the linker has it.
impl From<Linked> for Definition {
    fn from(linked: Linked) -> Self {
        Definition(Source::Type(linked))
    }
}

#[cfg(feature = "documents")]
impl From<Document> for Definition {
    fn from(document: Document) -> Self {
        Definition(Source::Document(document))
    }
}

/// Two are equal if they stand for the same contract.
impl PartialEq for Definition {
    fn eq(&self, other: &Self) -> bool {
        self.identity() == other.identity()
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
