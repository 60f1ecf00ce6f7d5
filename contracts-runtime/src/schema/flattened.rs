//! Flattened fields: whose members stand among those of the record around them.

use super::definitions::{Builder, Mode};
use super::records::{rest, spellings};
use super::rules;
use super::tree::Object;
use crate::descriptor::{Body, Checks, FieldDescriptor, Tagging, VariantDescriptor};
use crate::shape::Kind;

impl Builder {
    /// What a flattened field asks of the members of the object around it, of which some are `known` by then.
    pub(super) fn flattened(
        &mut self,
        field: &FieldDescriptor,
        mode: &Mode,
        known: &[&'static str],
    ) -> Object {
        let mut schema = Object::new();
        schema.push_filled("description", field.docs());
        let part = match field.is_opaque() {
            true => Object::new().noted("opaque", true),
            false => self.part(field.kind(), mode, known),
        };
        for (keyword, value) in part.iter() {
            schema.push(keyword.to_owned(), value.clone());
        }
        // What is said of an object would be said of all its members.
        rules::unsaid(&mut schema, field.checks());
        if field.is_secret() {
            schema.note("secret", true);
        }
        schema
    }

    fn part(&mut self, kind: Kind, mode: &Mode, known: &[&'static str]) -> Object {
        let none = const { &Checks::new(&[]) };
        match kind {
            // There is no value where the members do not fit.
            Kind::Optional(inner) => {
                let part = self.part(*inner, mode, known);
                Object::new().with("anyOf", vec![part, Object::new()])
            }
            Kind::Map { keys, values } => {
                let (names, values) = (
                    self.key(*keys, none, mode.denies),
                    self.kind(*values, none, mode.denies),
                );
                rest(known, names, values)
            }
            Kind::Contract(of) => {
                let descriptor = of();
                let tags = match mentions(kind, super::kinds::DEPTH) {
                    // What it does not know does not concern it.
                    Some(names) => {
                        let concerned = known.iter().filter(|name| names.contains(name));
                        concerned.copied().collect()
                    }
                    None => known.to_vec(),
                };
                let inner = Mode {
                    denies: mode.denies,
                    tags,
                    open: true,
                };
                self.reference(descriptor, inner)
            }
            Kind::Any | Kind::Null => Object::new(),
            Kind::Foreign => Object::new().noted("foreign", true),
            Kind::Bool
            | Kind::Integer { .. }
            | Kind::Number
            | Kind::Text { .. }
            | Kind::Char
            | Kind::List { .. }
            | Kind::Set(_)
            | Kind::Tuple(_) => Object::never(),
        }
    }
}

/// The members that a flattened field looks at; `None` for all.
pub(super) fn mentions(kind: Kind, depth: usize) -> Option<Vec<&'static str>> {
    let depth = depth.checked_sub(1)?;
    match kind {
        Kind::Optional(inner) => mentions(*inner, depth),
        Kind::Contract(of) => match of().body() {
            Body::Record(fields) => of_record(fields, depth),
            Body::Newtype(field) if field.is_opaque() => None,
            Body::Newtype(field) => mentions(field.kind(), depth),
            Body::Converted(kind) => mentions(kind, depth),
            Body::Unit | Body::Tuple(_) => Some(Vec::new()),
            Body::Variants { tagging, variants } => {
                let mut names = match tagging {
                    Tagging::External => return Some(variants.iter().flat_map(called).collect()),
                    Tagging::Adjacent { tag, content } => return Some(vec![tag, content]),
                    Tagging::Internal { tag } => vec![tag],
                    Tagging::Untagged => Vec::new(),
                };
                for variant in variants {
                    match variant.body() {
                        Body::Record(fields) => names.extend(of_record(fields, depth)?),
                        Body::Newtype(field) if field.is_opaque() => return None,
                        Body::Newtype(field) => names.extend(mentions(field.kind(), depth)?),
                        Body::Unit | Body::Tuple(_) | Body::Variants { .. } | Body::Converted(_) => {}
                    }
                }
                Some(names)
            }
        },
        Kind::Any | Kind::Map { .. } | Kind::Foreign => None,
        Kind::Null
        | Kind::Bool
        | Kind::Integer { .. }
        | Kind::Number
        | Kind::Text { .. }
        | Kind::Char
        | Kind::List { .. }
        | Kind::Set(_)
        | Kind::Tuple(_) => Some(Vec::new()),
    }
}

fn of_record(fields: &[FieldDescriptor], depth: usize) -> Option<Vec<&'static str>> {
    let mut names = Vec::new();
    for field in fields {
        match (field.is_flattened(), field.is_opaque()) {
            (true, true) => return None,
            (true, false) => names.extend(mentions(field.kind(), depth)?),
            (false, _) => names.extend(spellings(field)),
        }
    }
    Some(names)
}

/// The members that a flattened field takes away from those that follow. The others are shared.
pub(super) fn taken(kind: Kind, depth: usize) -> Vec<&'static str> {
    let Some(depth) = depth.checked_sub(1) else {
        return Vec::new();
    };
    let Kind::Contract(of) = kind else {
        return Vec::new();
    };
    match of().body() {
        Body::Record(fields) if fields.iter().all(|field| !field.is_flattened()) => {
            fields.iter().flat_map(spellings).collect()
        }
        Body::Newtype(field) if !field.is_opaque() => taken(field.kind(), depth),
        Body::Converted(kind) => taken(kind, depth),
        Body::Variants { tagging, variants } => match tagging {
            Tagging::External => variants.iter().flat_map(called).collect(),
            Tagging::Adjacent { tag, content } => vec![tag, content],
            Tagging::Internal { .. } | Tagging::Untagged => Vec::new(),
        },
        Body::Record(_) | Body::Tuple(_) | Body::Newtype(_) | Body::Unit => Vec::new(),
    }
}

/// The names of a variant.
pub(super) fn called(variant: &VariantDescriptor) -> Vec<&'static str> {
    let mut names = vec![variant.wire_name()];
    for alias in variant.aliases() {
        if !names.contains(alias) {
            names.push(alias);
        }
    }
    names
}
