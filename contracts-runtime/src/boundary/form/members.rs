//! Which kind of value a name of a form stands for, by what the contract says.

use std::borrow::Cow;
use std::cell::RefCell;

use super::pairs::pairs;
use crate::descriptor::{Body, ContractDescriptor, FieldDescriptor, Tagging, VariantDescriptor};
use crate::shape::Kind;

/// How many contracts without a level of their own are looked into, one inside the other: they may be recursive.
const DEPTH: usize = 16;

/// The kind of what a tag says.
const TAG: Kind = Kind::Text { format: None };

/// What the tags of enums say in a form: for each the value of its first pair, which is looked for once.
pub(super) struct Tags<'f> {
    form: &'f [u8],
    told: RefCell<Vec<Told<'f>>>,
}

/// A tag, and what it says if it is there.
type Told<'f> = (&'static str, Option<Cow<'f, str>>);

impl<'f> Tags<'f> {
    pub(super) const fn of(form: &'f [u8]) -> Self {
        Tags {
            form,
            told: RefCell::new(Vec::new()),
        }
    }

    /// The variant that a tag names.
    fn variant(
        &self,
        variants: &'static [VariantDescriptor],
        tag: &'static str,
    ) -> Option<&'static VariantDescriptor> {
        let mut told = self.told.borrow_mut();
        let known = told.iter().position(|(known, _)| *known == tag);
        let at = known.unwrap_or(told.len());
        if known.is_none() {
            told.push((tag, self.value(tag)));
        }
        let (_, value) = told.get(at)?;
        called(variants, value.as_deref()?)
    }

    fn value(&self, name: &str) -> Option<Cow<'f, str>> {
        let mut pairs = pairs(self.form);
        pairs.find_map(|(key, value)| (key.decoded().ok()? == name).then(|| value.decoded().ok())?)
    }
}

/// The kind of the member called `name` of a contract; `None` if it has no such member.
pub(super) fn member(contract: &'static ContractDescriptor, name: &str, tags: &Tags<'_>) -> Option<Kind> {
    of_body(contract.body(), name, tags, DEPTH)
}

fn of_kind(kind: Kind, name: &str, tags: &Tags<'_>, depth: usize) -> Option<Kind> {
    match kind {
        Kind::Optional(kind) => of_kind(*kind, name, tags, depth),
        Kind::Contract(of) => of_body(of().body(), name, tags, depth.checked_sub(1)?),
        Kind::Map { values, .. } => Some(*values),
        Kind::Any
        | Kind::Null
        | Kind::Bool
        | Kind::Integer { .. }
        | Kind::Number
        | Kind::Text { .. }
        | Kind::Char
        | Kind::List { .. }
        | Kind::Tuple(_)
        | Kind::Set(_)
        | Kind::Foreign => None,
    }
}

fn of_body(body: Body, name: &str, tags: &Tags<'_>, depth: usize) -> Option<Kind> {
    match body {
        Body::Record(fields) => of_fields(fields, name, tags, depth),
        Body::Newtype(field) => of_kind(kind(field), name, tags, depth),
        Body::Converted(kind) => of_kind(kind, name, tags, depth.checked_sub(1)?),
        Body::Tuple(_) | Body::Unit => None,
        Body::Variants { tagging, variants } => match tagging {
            Tagging::External => content(called(variants, name)?),
            Tagging::Internal { tag } if tag == name => Some(TAG),
            Tagging::Internal { tag } => of_body(
                tags.variant(variants, tag)?.body(),
                name,
                tags,
                depth.checked_sub(1)?,
            ),
            Tagging::Adjacent { tag, .. } if tag == name => Some(TAG),
            Tagging::Adjacent { tag, content: under } if under == name => {
                content(tags.variant(variants, tag)?)
            }
            Tagging::Adjacent { .. } => None,
            Tagging::Untagged => {
                let depth = depth.checked_sub(1)?;
                let mut variants = variants.iter();
                variants.find_map(|variant| of_body(variant.body(), name, tags, depth))
            }
        },
    }
}

/// Members of its own go before those of flattened fields, of which maps take what is left.
fn of_fields(fields: &[FieldDescriptor], name: &str, tags: &Tags<'_>, depth: usize) -> Option<Kind> {
    let own = fields.iter().filter(|field| !field.is_flattened());
    let mut own = own.filter(|field| field.is_called(name));
    if let Some(field) = own.next() {
        return Some(kind(field));
    }
    let depth = depth.checked_sub(1)?;
    let flattened = || fields.iter().filter(|field| field.is_flattened()).map(kind);
    let (maps, others): (Vec<Kind>, Vec<Kind>) =
        flattened().partition(|kind| matches!(kind, Kind::Map { .. }));
    let mut kinds = others.into_iter().chain(maps);
    kinds.find_map(|kind| of_kind(kind, name, tags, depth))
}

/// The kind of a field's value as far as it is known: a function of the user's own may take anything.
fn kind(field: &FieldDescriptor) -> Kind {
    if field.is_opaque() {
        Kind::Foreign
    } else {
        field.kind()
    }
}

/// The kind of a variant's content.
fn content(variant: &VariantDescriptor) -> Option<Kind> {
    match variant.body() {
        Body::Newtype(field) => Some(kind(field)),
        Body::Unit => Some(Kind::Null),
        Body::Converted(kind) => Some(kind),
        Body::Record(_) | Body::Tuple(_) | Body::Variants { .. } => None,
    }
}

fn called(variants: &'static [VariantDescriptor], name: &str) -> Option<&'static VariantDescriptor> {
    let exact = variants.iter().find(|variant| variant.is_called(name));
    exact.or_else(|| variants.iter().find(|variant| variant.is_other()))
}
