//! Fields and variants: what stands under a name.

use std::fmt;

use super::names::{Notes, aliases, docs, is_called, wire_name};
use super::{Body, Checks, Literal};
use crate::shape::Kind;
use crate::violation::Param;

/// A field of a contract.
#[derive(Clone, Copy)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a word of its own, and all combine"
)]
pub struct FieldDescriptor {
    name: &'static str,
    notes: Option<&'static Notes>,
    kind: Kind,
    checks: Checks,
    presence: Presence,
    /// Whether `required` or `not_null` says so, and not the type alone.
    demanded: bool,
    refuses_null: bool,
    value: Option<&'static Literal>,
    flatten: bool,
    secret: bool,
    opaque: bool,
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
            demanded: false,
            refuses_null: false,
            value: None,
            flatten: false,
            secret: false,
            opaque: false,
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
        self.demanded = true;
        self
    }

    /// It must not be null.
    #[must_use]
    pub const fn not_null(mut self) -> Self {
        self.presence.nullable = false;
        self.refuses_null = true;
        self
    }

    /// There is a value for when it is absent.
    #[must_use]
    pub const fn defaulted(mut self) -> Self {
        self.presence.required = false;
        self.presence.default = true;
        self
    }

    /// Adds the value for when it is absent, where it is written out.
    #[must_use]
    pub const fn valued(mut self, value: &'static Literal) -> Self {
        self.value = Some(value);
        self
    }

    /// A function of the user's own reads it, so that its type does not say what it takes.
    #[must_use]
    pub const fn opaque(mut self) -> Self {
        self.opaque = true;
        self.presence.required = true;
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

    /// Whether a document may lack it, as far as can be known: of a foreign type nothing is, unless the field is
    /// `required`.
    ///
    /// Where [`presence`](Self::presence) goes by the field's own type and words, this one also looks into transparent
    /// contracts.
    #[must_use]
    pub fn may_be_absent(&self) -> bool {
        if !self.presence.required {
            return true;
        }
        !self.demanded && !self.opaque && absent(self.kind, DEPTH)
    }

    /// Whether `required` says that it must be there, and not its type alone.
    pub(super) const fn is_demanded(&self) -> bool {
        self.demanded
    }

    /// Whether null is refused as it stands, whatever the type would say of it.
    #[must_use]
    pub const fn refuses_null(&self) -> bool {
        self.refuses_null && self.kind.may_be_null()
    }

    /// The value for when it is absent, where it is written out: a truth value, a number, a text, or the name of a
    /// variant or constant as documents have it.
    ///
    /// A [`secret`](Self::is_secret) has one as well; who shows it shows what must not be shown.
    #[must_use]
    pub fn default_value(&self) -> Option<Param> {
        self.value.and_then(|value| value.fitting(self.kind))
    }

    /// Whether a function of the user's own reads it, so that its type does not say what it takes.
    #[must_use]
    pub const fn is_opaque(&self) -> bool {
        self.opaque
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

/// The default of a secret is not shown.
impl fmt::Debug for FieldDescriptor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let FieldDescriptor {
            name,
            notes,
            kind,
            checks,
            presence,
            demanded,
            refuses_null,
            value,
            flatten,
            secret,
            opaque,
        } = self;
        let value: &dyn fmt::Debug = match (secret, value) {
            (true, Some(_)) => &format_args!("Some(***)"),
            _ => value,
        };
        f.debug_struct("FieldDescriptor")
            .field("name", name)
            .field("notes", notes)
            .field("kind", kind)
            .field("checks", checks)
            .field("presence", presence)
            .field("demanded", demanded)
            .field("refuses_null", refuses_null)
            .field("value", value)
            .field("flatten", flatten)
            .field("secret", secret)
            .field("opaque", opaque)
            .finish()
    }
}

/// How many transparent contracts one inside the other are looked into.
const DEPTH: usize = 16;

/// Whether a member of this kind may be absent by its type alone.
fn absent(kind: Kind, depth: usize) -> bool {
    match kind {
        Kind::Optional(_) | Kind::Foreign => true,
        Kind::Contract(of) => match (of().is_transparent(), of().body()) {
            (true, Body::Newtype(field)) => {
                !field.opaque && !field.demanded && depth > 0 && absent(field.kind, depth - 1)
            }
            _ => false,
        },
        Kind::Any
        | Kind::Null
        | Kind::Bool
        | Kind::Integer { .. }
        | Kind::Number
        | Kind::Text { .. }
        | Kind::Char
        | Kind::List { .. }
        | Kind::Set(_)
        | Kind::Tuple(_)
        | Kind::Map { .. } => false,
    }
}
