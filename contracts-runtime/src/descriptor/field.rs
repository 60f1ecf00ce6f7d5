//! Fields and variants: what stands under a name.

use super::Body;
use crate::across::AcrossRule;
use crate::rules::RuleInfo;
use crate::shape::Kind;

/// A field of a contract.
#[derive(Debug, Clone, Copy)]
pub struct FieldDescriptor {
    name: &'static str,
    notes: Option<&'static Notes>,
    kind: Kind,
    checks: Checks,
    presence: Presence,
    flatten: bool,
    secret: bool,
}

/// A variant of an enum.
#[derive(Debug, Clone, Copy)]
pub struct VariantDescriptor {
    name: &'static str,
    notes: Option<&'static Notes>,
    other: bool,
    body: Body,
    across: &'static [AcrossRule],
}

/// What most fields and variants do not have, out of their way: a name of its own in documents, further names, a doc
/// comment.
#[derive(Debug)]
pub struct Notes {
    wire_name: &'static str,
    /// Whether the name holds nothing that JSON escapes.
    plain: bool,
    aliases: &'static [&'static str],
    docs: &'static str,
}

/// The rules of a field, and those of what it holds.
#[derive(Debug, Clone, Copy)]
pub struct Checks {
    rules: &'static [&'static dyn RuleInfo],
    custom: usize,
    sanitized: &'static [&'static str],
    parts: Option<&'static Parts>,
}

/// The rules of what a collection holds.
#[derive(Debug, Clone, Copy)]
pub enum Parts {
    /// Those of each element.
    Elements(Checks),
    /// Those of each key and of each value of a map.
    Entries(Option<Checks>, Option<Checks>),
}

/// Whether a member may be absent, or null.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Presence {
    /// Whether it must be there.
    pub required: bool,
    /// Whether it may be null.
    pub nullable: bool,
    /// Whether there is a value for when it is absent.
    pub default: bool,
}

impl FieldDescriptor {
    /// A field with what its type says; the rest is added by the methods that follow.
    #[must_use]
    pub const fn new(name: &'static str, kind: Kind) -> Self {
        FieldDescriptor {
            name,
            notes: None,
            kind,
            checks: Checks::new(&[]),
            presence: Presence {
                required: !kind.is_optional(),
                nullable: kind.is_optional(),
                default: false,
            },
            flatten: false,
            secret: false,
        }
    }

    /// Adds its names in documents and its doc comment.
    #[must_use]
    pub const fn noted(mut self, notes: &'static Notes) -> Self {
        self.notes = Some(notes);
        self
    }

    /// Adds the rules.
    #[must_use]
    pub const fn checked(mut self, checks: Checks) -> Self {
        self.checks = checks;
        self
    }

    /// It must be there.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.presence.required = true;
        self
    }

    /// It must not be null.
    #[must_use]
    pub const fn not_null(mut self) -> Self {
        self.presence.nullable = false;
        self
    }

    /// There is a value for when it is absent.
    #[must_use]
    pub const fn defaulted(mut self) -> Self {
        self.presence.required = false;
        self.presence.default = true;
        self
    }

    /// Its members stand among those of the contract itself.
    #[must_use]
    pub const fn flattened(mut self) -> Self {
        self.flatten = true;
        self
    }

    /// Its value appears in no report.
    #[must_use]
    pub const fn concealed(mut self) -> Self {
        self.secret = true;
        self
    }

    /// The name in the program; the index in a tuple.
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

    /// What its values are.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The rules, in the order of declaration.
    #[must_use]
    pub const fn checks(&self) -> &Checks {
        &self.checks
    }

    /// Whether it may be absent or null.
    #[must_use]
    pub const fn presence(&self) -> Presence {
        self.presence
    }

    /// Whether its members stand among those of the contract itself.
    #[must_use]
    pub const fn is_flattened(&self) -> bool {
        self.flatten
    }

    /// Whether its value appears in no report.
    #[must_use]
    pub const fn is_secret(&self) -> bool {
        self.secret
    }

    /// The name in documents, if it stands in a JSON text as it is.
    #[inline]
    pub(crate) fn plain_name(&self) -> Option<&'static str> {
        match self.notes {
            None => Some(self.name),
            Some(notes) => notes.plain.then_some(notes.wire_name),
        }
    }

    /// Whether it is called `name` in documents.
    pub(crate) fn is_called(&self, name: &str) -> bool {
        is_called(self.wire_name(), self.notes, name)
    }
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

impl Notes {
    /// The name in documents, other names that are read, and the doc comment.
    #[must_use]
    pub const fn new(wire_name: &'static str, aliases: &'static [&'static str], docs: &'static str) -> Self {
        Notes {
            wire_name,
            plain: is_plain(wire_name.as_bytes()),
            aliases,
            docs,
        }
    }
}

const fn is_plain(mut name: &[u8]) -> bool {
    while let [byte, rest @ ..] = name {
        if matches!(byte, b'"' | b'\\' | 0..=0x1f) {
            return false;
        }
        name = rest;
    }
    true
}

const fn wire_name(name: &'static str, notes: Option<&'static Notes>) -> &'static str {
    match notes {
        Some(notes) => notes.wire_name,
        None => name,
    }
}

const fn aliases(notes: Option<&'static Notes>) -> &'static [&'static str] {
    match notes {
        Some(notes) => notes.aliases,
        None => &[],
    }
}

const fn docs(notes: Option<&'static Notes>) -> &'static str {
    match notes {
        Some(notes) => notes.docs,
        None => "",
    }
}

fn is_called(wire_name: &str, notes: Option<&'static Notes>, name: &str) -> bool {
    wire_name == name || aliases(notes).contains(&name)
}

impl Checks {
    /// These rules.
    #[must_use]
    pub const fn new(rules: &'static [&'static dyn RuleInfo]) -> Self {
        Checks {
            rules,
            custom: 0,
            sanitized: &[],
            parts: None,
        }
    }

    /// Adds how many checks by functions of the user's own there are.
    #[must_use]
    pub const fn with_custom(mut self, checks: usize) -> Self {
        self.custom = checks;
        self
    }

    /// Adds the functions that change the value before it is checked.
    #[must_use]
    pub const fn sanitized_by(mut self, functions: &'static [&'static str]) -> Self {
        self.sanitized = functions;
        self
    }

    /// Adds the rules of what the value holds.
    #[must_use]
    pub const fn within(mut self, parts: &'static Parts) -> Self {
        self.parts = Some(parts);
        self
    }

    /// The rules on the value.
    #[must_use]
    pub const fn rules(&self) -> &'static [&'static dyn RuleInfo] {
        self.rules
    }

    /// How many checks by functions of the user's own there are.
    #[must_use]
    pub const fn custom(&self) -> usize {
        self.custom
    }

    /// The functions that change the value while it is read, as `sanitize(...)` names them, in order. Where there are
    /// any, the rules hold for what they leave, not for the text that is sent.
    #[must_use]
    pub const fn sanitized(&self) -> &'static [&'static str] {
        self.sanitized
    }

    /// The rules on each element.
    #[must_use]
    pub const fn each(&self) -> Option<&'static Checks> {
        match self.parts {
            Some(Parts::Elements(checks)) => Some(checks),
            Some(Parts::Entries(..)) | None => None,
        }
    }

    /// The rules on each key.
    #[must_use]
    pub const fn keys(&self) -> Option<&'static Checks> {
        match self.parts {
            Some(Parts::Entries(keys, _)) => keys.as_ref(),
            Some(Parts::Elements(_)) | None => None,
        }
    }

    /// The rules on each value of a map.
    #[must_use]
    pub const fn values(&self) -> Option<&'static Checks> {
        match self.parts {
            Some(Parts::Entries(_, values)) => values.as_ref(),
            Some(Parts::Elements(_)) | None => None,
        }
    }
}
