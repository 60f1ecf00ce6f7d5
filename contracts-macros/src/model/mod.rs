//! What was meant: checked, with defaults applied and spans kept. Made by [`lower`](lower::lower) alone.

mod across;
mod checks;
mod context;
mod fields;
pub(crate) mod lower;
mod variants;

use proc_macro2::Span;
use syn::{Expr, ExprPath, Generics, Ident, LitInt, LitStr, Member, Path, Type, WherePredicate};

use crate::parse::across::AcrossUse;
use crate::parse::rule::RuleUse;

/// An item that is a contract.
pub(crate) struct Contract {
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    /// The path to the facade.
    pub(crate) facade: Path,
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) zone: Zone,
    pub(crate) unknown: Unknown,
    pub(crate) limits: Limits,
    pub(crate) metadata: Vec<(LitStr, LitStr)>,
    pub(crate) docs: String,
    pub(crate) body: Body,
    pub(crate) conversion: Option<Conversion>,
    /// Checks of the whole value by functions of the user's own.
    pub(crate) checks: Vec<Path>,
    /// What checks are given besides the value.
    pub(crate) context: Option<Given>,
    /// Bounds that replace those that would be inferred.
    pub(crate) bounds: Option<Vec<WherePredicate>>,
}

/// A zone, and whether its rules hold in release builds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Zone {
    External,
    Strategic,
    Coupling { always: bool },
    Core,
}

/// What happens to unknown members.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unknown {
    Zone,
    Deny,
    Ignore,
}

/// The limits that the item sets.
#[derive(Default)]
pub(crate) struct Limits {
    pub(crate) bytes: Option<LitInt>,
    pub(crate) depth: Option<LitInt>,
    pub(crate) violations: Option<LitInt>,
}

/// What the values are made of.
pub(crate) enum Body {
    Record(Record),
    Tuple(Vec<Field>),
    /// One field without a level of its own; `transparent` if serde's word says so.
    Newtype {
        field: Box<Field>,
        others: Vec<Field>,
        transparent: bool,
    },
    Unit,
    Enum {
        tagging: Tagging,
        variants: Vec<Variant>,
    },
}

/// Named members.
pub(crate) struct Record {
    pub(crate) fields: Vec<Field>,
    /// serde's `default` on the item: absent members come from this value.
    pub(crate) default: Option<DefaultValue>,
    /// What is said across the fields: on fields in their order, then on the whole.
    pub(crate) across: Vec<Across>,
}

/// What is said across the fields of a record.
pub(crate) struct Across {
    /// What tells its function from those of others: `0`, or `1_0` for the first one of the second variant.
    pub(crate) suffix: String,
    /// The index of the field that it stands on; none if that is the record.
    pub(crate) subject: Option<usize>,
    /// The indices of the other fields that it reads.
    pub(crate) reads: Vec<usize>,
    pub(crate) says: Says,
}

/// Who says what is said across fields.
pub(crate) enum Says {
    /// A function of the user's own.
    Check(Path),
    /// A word.
    Word(AcrossUse),
}

/// How the variant is told.
pub(crate) enum Tagging {
    External,
    Internal(String),
    Adjacent(String, String),
    Untagged,
}

/// A variant that can be read.
pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) index: usize,
    pub(crate) wire: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) docs: String,
    pub(crate) other: bool,
    /// It is never read; it exists in the program.
    pub(crate) skip: bool,
    pub(crate) body: VariantBody,
}

/// What a variant holds.
pub(crate) enum VariantBody {
    Unit,
    Newtype(Box<Field>),
    Tuple(Vec<Field>),
    Record(Record),
}

/// A conversion that stands for reading the fields.
pub(crate) enum Conversion {
    From(Type),
    TryFrom(Type),
}

/// The context of the checks.
pub(crate) struct Given {
    pub(crate) ty: Type,
    /// Its name in conditions.
    pub(crate) name: Option<Ident>,
}

/// A field.
pub(crate) struct Field {
    pub(crate) member: Member,
    /// What tells its functions from those of other fields: `0`, or `1_0` for the first field of the second variant.
    pub(crate) suffix: String,
    pub(crate) ty: Type,
    pub(crate) span: Span,
    pub(crate) wire: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) docs: String,
    pub(crate) read: Reading,
    pub(crate) presence: Presence,
    pub(crate) default: Option<DefaultValue>,
    /// A literal `default`, which is held to the rules by a test.
    pub(crate) tested_default: bool,
    pub(crate) checks: Checks,
    pub(crate) exposure: Exposure,
    /// Whether it must not be of an open type: an external contract's field without a word.
    pub(crate) closed: bool,
}

/// What reports may say of a field's value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exposure {
    /// What was observed of it.
    Plain,
    /// Nothing.
    Secret,
    /// The value itself.
    Revealed,
}

/// How a field is read.
pub(crate) enum Reading {
    /// By its type.
    Plain,
    /// By a function of serde's kind.
    With(Path),
    /// From the members of the contract itself.
    Flatten,
    /// Not at all: it takes its default.
    Skip,
}

/// Whether it may be absent or null.
#[derive(Clone, Copy)]
pub(crate) enum Presence {
    /// As its type has it.
    Type,
    /// It must be there, and not null.
    Required,
    /// It must be there.
    RequiredNullable(Span),
    /// It may be absent, but not null.
    NotNull(Span),
    /// It may be absent or null, which its type must allow.
    Nullable(Span),
}

/// What an absent member gets.
#[derive(Clone)]
pub(crate) enum DefaultValue {
    /// `Default::default()`.
    Trait,
    /// What a function gives.
    Path(ExprPath),
    /// An expression.
    Expr(Box<Expr>),
}

/// The rules of a field, an element, a key or a value.
pub(crate) struct Checks {
    /// The word `each`, `keys` or `values`, or the field.
    pub(crate) span: Span,
    pub(crate) rules: Vec<RuleUse>,
    pub(crate) custom: Vec<Path>,
    /// What changes the value before it is checked.
    pub(crate) sanitize: Vec<Path>,
    pub(crate) each: Option<Box<Checks>>,
    pub(crate) keys: Option<Box<Checks>>,
    pub(crate) values: Option<Box<Checks>>,
}

impl Checks {
    /// No rules.
    fn none(span: Span) -> Self {
        Checks {
            span,
            rules: Vec::new(),
            custom: Vec::new(),
            sanitize: Vec::new(),
            each: None,
            keys: None,
            values: None,
        }
    }

    /// Whether there is nothing to check at all.
    pub(crate) fn is_empty(&self) -> bool {
        !self.has_own() && self.each.is_none() && self.keys.is_none() && self.values.is_none()
    }

    /// Whether anything of the user's own is called besides rules.
    fn calls_own(&self) -> bool {
        let parts = [&self.each, &self.keys, &self.values];
        !self.custom.is_empty()
            || !self.sanitize.is_empty()
            || self.rules.iter().any(|rule| rule.when.is_some())
            || parts.into_iter().flatten().any(|part| part.calls_own())
    }

    /// Whether there is something to check of the value itself as soon as it is read.
    pub(crate) fn has_own(&self) -> bool {
        self.unconditional().next().is_some() || !self.custom.is_empty()
    }

    /// A function that changes the value or what it holds, if there is any.
    pub(crate) fn sanitizer(&self) -> Option<&Path> {
        let parts = [&self.each, &self.keys, &self.values];
        let within = parts.into_iter().flatten().find_map(|part| part.sanitizer());
        self.sanitize.first().or(within)
    }

    /// The rules of what the value holds, as far as there are any.
    pub(crate) fn parts(&self) -> impl Iterator<Item = &Checks> {
        let parts = [&self.each, &self.keys, &self.values];
        parts
            .into_iter()
            .flatten()
            .map(|part| &**part)
            .filter(|part| !part.is_empty())
    }

    /// The rules that need nothing but the value.
    pub(crate) fn unconditional(&self) -> impl Iterator<Item = &RuleUse> {
        self.rules.iter().filter(|rule| rule.when.is_none())
    }

    /// The rules that wait for the whole value, with their conditions.
    pub(crate) fn conditional(&self) -> impl Iterator<Item = (&RuleUse, &Expr)> {
        self.rules
            .iter()
            .filter_map(|rule| Some((rule, rule.when.as_ref()?)))
    }
}

impl Zone {
    /// The name of the marker type.
    pub(crate) fn marker(self) -> &'static str {
        match self {
            Zone::External => "External",
            Zone::Strategic => "Strategic",
            Zone::Coupling { .. } => "Coupling",
            Zone::Core => "Core",
        }
    }
}

impl Contract {
    /// All fields that are read, variants' included.
    pub(crate) fn fields(&self) -> Vec<&Field> {
        self.body.fields()
    }

    /// All records, variants' included.
    pub(crate) fn records(&self) -> Vec<&Record> {
        self.body.records()
    }

    /// Whether there are rules of fields.
    pub(crate) fn has_rules(&self) -> bool {
        self.fields().iter().any(|field| !field.checks.is_empty())
    }

    /// Whether anything of the user's own is called besides rules: checks, conditions, sanitizers, defaults and readers.
    pub(crate) fn calls_own(&self) -> bool {
        let of_field = |field: &&Field| {
            matches!(field.read, Reading::With(_) | Reading::Skip)
                || field.default.is_some()
                || field.checks.calls_own()
        };
        let of_record = |record: &&Record| record.default.is_some() || !record.across.is_empty();
        !self.checks.is_empty() || self.fields().iter().any(of_field) || self.records().iter().any(of_record)
    }
}

impl Body {
    /// All fields that are read, variants' included.
    fn fields(&self) -> Vec<&Field> {
        match self {
            Body::Record(record) => record.fields.iter().collect(),
            Body::Tuple(fields) => fields.iter().collect(),
            Body::Newtype { field, others, .. } => std::iter::once(&**field).chain(others).collect(),
            Body::Unit => Vec::new(),
            Body::Enum { variants, .. } => variants.iter().flat_map(Variant::fields).collect(),
        }
    }

    /// All records, variants' included.
    fn records(&self) -> Vec<&Record> {
        match self {
            Body::Record(record) => vec![record],
            Body::Tuple(_) | Body::Newtype { .. } | Body::Unit => Vec::new(),
            Body::Enum { variants, .. } => {
                let records = variants.iter().filter_map(|variant| match &variant.body {
                    VariantBody::Record(record) if !variant.skip => Some(record),
                    _ => None,
                });
                records.collect()
            }
        }
    }
}

impl Across {
    /// The indices of all fields that it sees, that which it stands on first.
    pub(crate) fn sees(&self) -> impl Iterator<Item = usize> {
        self.subject.into_iter().chain(self.reads.iter().copied())
    }
}

impl Record {
    /// The words across its fields.
    pub(crate) fn words(&self) -> impl Iterator<Item = (&Across, &AcrossUse)> {
        self.across.iter().filter_map(|across| match &across.says {
            Says::Word(used) => Some((across, used)),
            Says::Check(_) => None,
        })
    }

    /// The functions of the user's own across its fields, with these.
    pub(crate) fn checks(&self) -> Vec<(&Path, Vec<&Field>)> {
        let checks = self.across.iter().filter_map(|across| match &across.says {
            Says::Check(path) => Some((
                path,
                across.sees().filter_map(|index| self.fields.get(index)).collect(),
            )),
            Says::Word(_) => None,
        });
        checks.collect()
    }
}

impl Variant {
    /// Its fields.
    pub(crate) fn fields(&self) -> Vec<&Field> {
        match &self.body {
            VariantBody::Unit => Vec::new(),
            VariantBody::Newtype(field) => vec![field],
            VariantBody::Tuple(fields) => fields.iter().collect(),
            VariantBody::Record(record) => record.fields.iter().collect(),
        }
    }
}

impl Field {
    /// The name in the program.
    pub(crate) fn name(&self) -> String {
        match &self.member {
            Member::Named(ident) => syn::ext::IdentExt::unraw(ident).to_string(),
            Member::Unnamed(index) => index.index.to_string(),
        }
    }
}
