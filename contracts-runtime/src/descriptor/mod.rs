//! What a contract says, as data in the program's read-only memory.

mod checks;
mod content;
mod field;
mod graph;
mod literal;
mod names;
mod place;
mod secrets;
mod variant;

use crate::across::AcrossRule;
use crate::boundary::Limits;
use crate::shape::Kind;
use crate::zone::Zone;

pub use checks::{CheckDescriptor, Checks, Conditional, More, Parts};
pub use content::ContentHash;
pub use field::{FieldDescriptor, Presence};
pub(crate) use graph::{Graph, What};
pub use literal::Literal;
pub use names::Notes;
pub(crate) use place::{Place, pattern};
#[cfg(feature = "render")]
pub(crate) use secrets::{direct, has_foreign, reachable};
pub(crate) use secrets::{holds_foreign, holds_secret};
pub use variant::VariantDescriptor;

/// A contract. Made by the derive, listed by the registry.
#[derive(Debug)]
pub struct ContractDescriptor {
    name: &'static str,
    module: &'static str,
    version: &'static str,
    zone: Zone,
    docs: &'static str,
    file: &'static str,
    line: u32,
    body: Body,
    transparent: bool,
    checks: &'static [CheckDescriptor],
    unknown_fields: UnknownFields,
    limits: Limits,
    metadata: &'static [(&'static str, &'static str)],
    context: Option<&'static str>,
    across: &'static [AcrossRule],
}

/// What a contract's values are made of.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Body {
    /// An object with named members.
    Record(&'static [FieldDescriptor]),
    /// An array of fixed length.
    Tuple(&'static [FieldDescriptor]),
    /// The value of the only field, without a level of its own.
    Newtype(&'static FieldDescriptor),
    /// `null`.
    Unit,
    /// One of several variants.
    Variants {
        /// How the variant is told.
        tagging: Tagging,
        /// The variants, in the order of declaration.
        variants: &'static [VariantDescriptor],
    },
    /// The value of another type, from which it is converted.
    Converted(Kind),
}

/// How the variant of an enum is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tagging {
    /// `"Unit"` or `{"Variant": content}`.
    External,
    /// A member of the content's own object.
    Internal {
        /// The member.
        tag: &'static str,
    },
    /// Two members.
    Adjacent {
        /// The member that names the variant.
        tag: &'static str,
        /// The member that holds the content.
        content: &'static str,
    },
    /// By what fits.
    Untagged,
}

/// What a contract does with members that it does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnknownFields {
    /// What its zone says: external contracts reject them, the others drop them.
    Zone,
    /// They are faults.
    Deny,
    /// They are dropped.
    Ignore,
}

impl ContractDescriptor {
    /// A contract with what every one has; the rest is added by the methods that follow.
    ///
    /// # Panics
    ///
    /// If the name is empty; in a constant that is a compile error.
    #[must_use]
    pub const fn new(name: &'static str, module: &'static str, zone: Zone, body: Body) -> Self {
        assert!(!name.is_empty(), "the name of a contract must not be empty");
        ContractDescriptor {
            name,
            module,
            version: "",
            zone,
            docs: "",
            file: "",
            line: 0,
            body,
            transparent: false,
            checks: &[],
            unknown_fields: UnknownFields::Zone,
            limits: Limits::NONE,
            metadata: &[],
            context: None,
            across: &[],
        }
    }

    /// The same under another name, such as that of an instance of a generic contract: it says all else that this one
    /// says.
    ///
    /// # Panics
    ///
    /// If the name is empty; in a constant that is a compile error.
    ///
    /// ```
    #[doc = include_str!("../../doc/tag.txt")]
    /// use contracts_runtime::Contract;
    ///
    /// let label = Tag::DESCRIPTOR.renamed("label");
    /// assert_eq!((label.module(), label.name()), ("shop", "label"));
    /// assert_eq!(Tag::DESCRIPTOR.name(), "tag");
    /// ```
    #[must_use]
    pub const fn renamed(&self, name: &'static str) -> Self {
        assert!(!name.is_empty(), "the name of a contract must not be empty");
        ContractDescriptor { name, ..*self }
    }

    /// Adds where it is declared.
    #[must_use]
    pub const fn declared(mut self, file: &'static str, line: u32, docs: &'static str) -> Self {
        self.file = file;
        self.line = line;
        self.docs = docs;
        self
    }

    /// Adds the version.
    #[must_use]
    pub const fn versioned(mut self, version: &'static str) -> Self {
        self.version = version;
        self
    }

    /// Adds what happens to unknown members.
    #[must_use]
    pub const fn unknown(mut self, unknown_fields: UnknownFields) -> Self {
        self.unknown_fields = unknown_fields;
        self
    }

    /// It stands for the value of its only field in every way, so that it may be absent like that.
    #[must_use]
    pub const fn transparent(mut self) -> Self {
        self.transparent = true;
        self
    }

    /// Adds the checks of the whole value and across fields.
    #[must_use]
    pub const fn checked(mut self, checks: &'static [CheckDescriptor]) -> Self {
        self.checks = checks;
        self
    }

    /// Adds limits.
    #[must_use]
    pub const fn limited(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Adds metadata.
    #[must_use]
    pub const fn annotated(mut self, metadata: &'static [(&'static str, &'static str)]) -> Self {
        self.metadata = metadata;
        self
    }

    /// Adds the type of the context, as the contract names it.
    #[must_use]
    pub const fn contextual(mut self, context: &'static str) -> Self {
        self.context = Some(context);
        self
    }

    /// Adds the rules across its fields.
    #[must_use]
    pub const fn related(mut self, across: &'static [AcrossRule]) -> Self {
        self.across = across;
        self
    }

    /// The name: what the attribute says, or the type's in snake case.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The path of the module it is declared in.
    #[must_use]
    pub const fn module(&self) -> &'static str {
        self.module
    }

    /// The version; empty if none is declared.
    #[must_use]
    pub const fn version(&self) -> &'static str {
        self.version
    }

    /// The zone.
    #[must_use]
    pub const fn zone(&self) -> Zone {
        self.zone
    }

    /// The doc comment.
    #[must_use]
    pub const fn docs(&self) -> &'static str {
        self.docs
    }

    /// The source file, as the compiler was given it.
    #[must_use]
    pub const fn file(&self) -> &'static str {
        self.file
    }

    /// The line in the source file.
    #[must_use]
    pub const fn line(&self) -> u32 {
        self.line
    }

    /// What its values are made of.
    #[must_use]
    pub const fn body(&self) -> Body {
        self.body
    }

    /// Whether it stands for the value of its only field in every way, so that it may be absent like that.
    #[must_use]
    pub const fn is_transparent(&self) -> bool {
        self.transparent
    }

    /// The checks of the whole value and across fields, in the order of declaration.
    #[must_use]
    pub const fn checks(&self) -> &'static [CheckDescriptor] {
        self.checks
    }

    /// What it does with members that it does not know.
    #[must_use]
    pub const fn unknown_fields(&self) -> UnknownFields {
        self.unknown_fields
    }

    /// Whether it rejects members that it does not know, by its own word or by its zone.
    #[must_use]
    pub const fn denies_unknown(&self) -> bool {
        match self.unknown_fields {
            UnknownFields::Zone => self.zone.denies_unknown(),
            UnknownFields::Deny => true,
            UnknownFields::Ignore => false,
        }
    }

    /// The limits that it declares.
    #[must_use]
    pub const fn limits(&self) -> Limits {
        self.limits
    }

    /// What `metadata(...)` says, in order.
    #[must_use]
    pub const fn metadata(&self) -> &'static [(&'static str, &'static str)] {
        self.metadata
    }

    /// The type of the context that its checks are given, as the contract names it; `None` if they need none.
    #[must_use]
    pub const fn context(&self) -> Option<&'static str> {
        self.context
    }

    /// The rules across the fields of a record: those on fields in the order of the fields, then those on the whole.
    /// Checks by functions of the user's own are not among them.
    #[must_use]
    pub const fn across(&self) -> &'static [AcrossRule] {
        self.across
    }
}
