//! Variants of enums.

use super::Body;
use super::names::{Notes, aliases, docs, is_called, wire_name};
use crate::across::AcrossRule;

/// A variant of an enum.
#[derive(Debug, Clone, Copy)]
pub struct VariantDescriptor {
    name: &'static str,
    notes: Option<&'static Notes>,
    other: bool,
    body: Body,
    across: &'static [AcrossRule],
}

impl VariantDescriptor {
    /// A variant with this content.
    #[must_use]
    pub const fn new(name: &'static str, body: Body) -> Self {
        VariantDescriptor {
            name,
            notes: None,
            other: false,
            body,
            across: &[],
        }
    }

    /// Adds its names in documents and its doc comment.
    #[must_use]
    pub const fn noted(mut self, notes: &'static Notes) -> Self {
        self.notes = Some(notes);
        self
    }

    /// Adds the rules across its fields.
    #[must_use]
    pub const fn related(mut self, across: &'static [AcrossRule]) -> Self {
        self.across = across;
        self
    }

    /// It stands for every other name.
    #[must_use]
    pub const fn other(mut self) -> Self {
        self.other = true;
        self
    }

    /// The name in the program.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The name in documents.
    #[must_use]
    pub const fn wire_name(&self) -> &'static str {
        wire_name(self.name, self.notes)
    }

    /// Other names that are read.
    #[must_use]
    pub const fn aliases(&self) -> &'static [&'static str] {
        aliases(self.notes)
    }

    /// The doc comment.
    #[must_use]
    pub const fn docs(&self) -> &'static str {
        docs(self.notes)
    }

    /// Whether it stands for every other name.
    #[must_use]
    pub const fn is_other(&self) -> bool {
        self.other
    }

    /// The content.
    #[must_use]
    pub const fn body(&self) -> Body {
        self.body
    }

    /// The rules across the fields of its content, in their order.
    #[must_use]
    pub const fn across(&self) -> &'static [AcrossRule] {
        self.across
    }

    /// Whether it is called `name` in documents.
    pub(crate) fn is_called(&self, name: &str) -> bool {
        is_called(self.wire_name(), self.notes, name)
    }
}
