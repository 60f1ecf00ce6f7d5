//! What values are: the schemas of kinds.

use super::definitions::{Builder, Mode};
use super::rules::{self, Target};
use super::tree::{Node, Object};
use super::{keys, rules::within};
use crate::descriptor::{Body, Checks, FieldDescriptor};
use crate::shape::Kind;
use crate::violation::Param;

impl Builder {
    /// What a field holds, with its documentation.
    pub(super) fn field(&mut self, field: &FieldDescriptor, denies: bool) -> Object {
        let mut schema = Object::new();
        schema.push_filled("description", field.docs());
        let value = self.value(field, denies);
        for (keyword, value) in value.iter() {
            schema.push(keyword.to_owned(), value.clone());
        }
        if field.is_secret() {
            schema.push("writeOnly", true);
            schema.note("secret", true);
        } else if let Some(default) = field.default_value() {
            let fits = !matches!(default, Param::Float(value) if !value.is_finite());
            if fits {
                schema.push("default", &default);
            }
        }
        schema
    }

    /// The values of a field.
    fn value(&mut self, field: &FieldDescriptor, denies: bool) -> Object {
        let (kind, checks) = (field.kind(), field.checks());
        let mut schema = match (field.is_opaque(), kind) {
            (true, _) => {
                let mut schema = Object::new().noted("opaque", true);
                rules::unsaid(&mut schema, checks);
                schema
            }
            (false, Kind::Optional(_)) if field.refuses_null() => self.kind(within(kind), checks, denies),
            (false, _) => self.kind(kind, checks, denies),
        };
        if field.refuses_null() && may_be_null(within(kind), DEPTH) {
            schema.join("not", Object::of("null").into());
        }
        schema
    }

    /// Values of a kind, with the rules on them.
    pub(super) fn kind(&mut self, kind: Kind, checks: &Checks, denies: bool) -> Object {
        if let Kind::Optional(inner) = kind {
            return nullable(self.kind(*inner, checks, denies));
        }
        let part = |checks: Option<&'static Checks>| checks.unwrap_or(const { &Checks::new(&[]) });
        let mut schema = match kind {
            Kind::Optional(_) | Kind::Any => Object::new(),
            Kind::Foreign => Object::new().noted("foreign", true),
            Kind::Null => Object::of("null"),
            Kind::Bool => Object::of("boolean"),
            Kind::Integer { signed, bits } => integer(signed, bits),
            Kind::Number => Object::of("number"),
            Kind::Text { format } => text(format),
            Kind::Char => Object::of("string")
                .with("minLength", 1_usize)
                .with("maxLength", 1_usize),
            Kind::List { items, length } => {
                let mut list = Object::of("array");
                list.push_filled("items", self.kind(*items, part(checks.each()), denies));
                if let Some(length) = length {
                    list.push("minItems", length);
                    list.push("maxItems", length);
                }
                list
            }
            Kind::Set(items) => {
                let mut list = Object::of("array");
                list.push_filled("items", self.kind(*items, part(checks.each()), denies));
                list
            }
            Kind::Tuple(kinds) => {
                let items = kinds
                    .iter()
                    .map(|kind| self.kind(*kind, part(None), denies))
                    .collect();
                tuple(items, kinds.len())
            }
            Kind::Map { keys, values } => {
                let mut map = Object::of("object");
                let names = self.key(*keys, part(checks.keys()), denies);
                map.push_filled("propertyNames", names);
                let values = self.kind(*values, part(checks.values()), denies);
                map.push_filled("additionalProperties", values);
                map
            }
            Kind::Contract(of) => self.reference(of(), Mode::plain(denies)),
        };
        if let Kind::Foreign = kind {
            rules::unsaid(&mut schema, checks);
        } else {
            rules::apply(&mut schema, kind, checks, Target::Value);
        }
        schema
    }

    /// The keys of a map, as the text in their quotes.
    pub(super) fn key(&mut self, kind: Kind, checks: &Checks, denies: bool) -> Object {
        let kind = within(kind);
        let mut schema = match kind {
            // Every text.
            Kind::Text { format: None } | Kind::Any => Object::new(),
            Kind::Foreign => Object::new().noted("foreign", true),
            Kind::Char | Kind::Text { .. } => self.kind(kind, const { &Checks::new(&[]) }, denies),
            Kind::Bool => Object::new().with("enum", vec!["true", "false"]),
            Kind::Integer { signed, bits } => keys::integer(signed, bits),
            Kind::Number => Object::new().with("pattern", keys::NUMBER),
            Kind::Null
            | Kind::List { .. }
            | Kind::Set(_)
            | Kind::Tuple(_)
            | Kind::Map { .. }
            | Kind::Optional(_) => Object::never(),
            Kind::Contract(of) => match of().body() {
                Body::Newtype(field) if !field.is_opaque() => self.key(field.kind(), field.checks(), denies),
                Body::Converted(kind) => self
                    .key(kind, const { &Checks::new(&[]) }, denies)
                    .noted("converted", true),
                _ => self.reference(of(), Mode::plain(denies)),
            },
        };
        let target = match innermost(kind, DEPTH) {
            Kind::Text { .. } | Kind::Char => Target::Key,
            _ => Target::Built,
        };
        rules::apply(&mut schema, kind, checks, target);
        schema
    }
}

/// How many contracts one inside the other are looked into.
pub(super) const DEPTH: usize = 16;

/// The kind behind newtypes.
fn innermost(kind: Kind, depth: usize) -> Kind {
    match within(kind) {
        Kind::Contract(of) if depth > 0 => match of().body() {
            Body::Newtype(field) if !field.is_opaque() => innermost(field.kind(), depth - 1),
            _ => kind,
        },
        kind => kind,
    }
}

/// The schema, or null.
fn nullable(schema: Object) -> Object {
    // These keywords say nothing of null; the others would refuse it.
    const SILENT: &[&str] = &[
        "additionalProperties",
        "exclusiveMaximum",
        "exclusiveMinimum",
        "format",
        "items",
        "maxItems",
        "maxLength",
        "maxProperties",
        "maximum",
        "minItems",
        "minLength",
        "minProperties",
        "minimum",
        "multipleOf",
        "pattern",
        "prefixItems",
        "propertyNames",
        "uniqueItems",
        super::KEYWORD,
    ];
    if schema.get("type").is_none() && schema.iter().all(|(keyword, _)| keyword == super::KEYWORD) {
        return schema;
    }
    let simple = matches!(schema.get("type"), Some(Node::Text(name)) if name != "null")
        && schema
            .iter()
            .all(|(keyword, _)| keyword == "type" || SILENT.contains(&keyword));
    if !simple {
        return Object::new().with("anyOf", vec![schema, Object::of("null")]);
    }
    let mut nullable = Object::new();
    for (keyword, value) in schema.iter() {
        match value {
            Node::Text(name) if keyword == "type" => {
                nullable.push("type", vec![Node::Text(name.clone()), "null".into()]);
            }
            value => nullable.push(keyword.to_owned(), value.clone()),
        }
    }
    nullable
}

/// Whether the schema of a kind may let null pass.
fn may_be_null(kind: Kind, depth: usize) -> bool {
    match within(kind) {
        Kind::Any | Kind::Null | Kind::Foreign | Kind::Optional(_) => true,
        Kind::Contract(of) => match of().body() {
            Body::Unit => true,
            Body::Newtype(field) => {
                depth == 0 || field.kind().is_optional() || may_be_null(field.kind(), depth - 1)
            }
            Body::Converted(kind) => depth == 0 || kind.is_optional() || may_be_null(kind, depth - 1),
            Body::Variants { tagging, .. } => tagging == crate::descriptor::Tagging::Untagged,
            Body::Record(_) | Body::Tuple(_) => false,
        },
        Kind::Bool
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

/// Integers of so many bits. Those of 128 have no bounds: few programs that read schemas know numbers of that size.
fn integer(signed: bool, bits: u32) -> Object {
    let schema = Object::of("integer");
    match (signed, bits) {
        (true, 0..=64) => schema
            .with("minimum", -(1_i128 << (bits - 1)))
            .with("maximum", (1_i128 << (bits - 1)) - 1),
        (false, 0..=64) => schema
            .with("minimum", 0_i128)
            .with("maximum", (1_i128 << bits) - 1),
        (true, _) => schema.noted("bits", i128::from(bits)),
        (false, _) => schema.with("minimum", 0_i128).noted("bits", i128::from(bits)),
    }
}

/// Text of a form. Formats are those that the type takes exactly as the standard has them.
fn text(format: Option<&'static str>) -> Object {
    match format {
        None => Object::of("string"),
        Some(format @ ("ipv4" | "ipv6")) => Object::of("string").with("format", format),
        Some("ip") => {
            let either = ["ipv4", "ipv6"].map(|format| Object::new().with("format", format));
            Object::of("string").with("anyOf", either.to_vec())
        }
        Some(form @ "decimal") => Object::new()
            .with("type", vec!["string", "number"])
            .noted("form", form),
        Some(form) => Object::of("string").noted("form", form),
    }
}

/// A list whose elements have each a schema; as many must be there.
pub(super) fn tuple(items: Vec<Object>, least: usize) -> Object {
    let mut schema = Object::of("array");
    let length = items.len();
    schema.push_filled("prefixItems", items);
    if length == 0 {
        schema.push("maxItems", 0_usize);
    } else {
        schema.push("items", false);
    }
    if least > 0 {
        schema.push("minItems", least);
    }
    schema
}
