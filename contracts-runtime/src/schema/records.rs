//! Contracts and records: members, and what is said of a contract as a whole.

use super::across;
use super::definitions::{Builder, Mode};
use super::flattened::{mentions, taken};
use super::kinds::{self, DEPTH};
use super::rules::{self, Target};
use super::tree::{Node, Object};
use crate::across::AcrossRule;
use crate::boundary::Limits;
use crate::descriptor::{Body, Checks, ContractDescriptor, FieldDescriptor, UnknownFields};
use crate::shape::Kind;
use crate::zone::Zone;

/// The tag of an enum: the member, and what it is for one of the variants.
pub(super) type Tag = Option<(&'static str, Object)>;

impl Builder {
    /// The schema of a contract.
    pub(super) fn contract(&mut self, descriptor: &'static ContractDescriptor, mode: &Mode) -> Object {
        let mut schema = Object::new().with("title", descriptor.name());
        schema.push_filled("description", descriptor.docs());
        let body = self.body(descriptor, mode);
        for (keyword, value) in body.iter() {
            if schema.get(keyword).is_none() {
                schema.push(keyword.to_owned(), value.clone());
            }
        }
        checks(&mut schema, descriptor);
        declared(&mut schema, descriptor);
        schema
    }

    fn body(&mut self, descriptor: &'static ContractDescriptor, mode: &Mode) -> Object {
        let closed = closed(descriptor, mode);
        match descriptor.body() {
            Body::Record(fields) => self.record((fields, descriptor.across()), mode, closed, None),
            Body::Tuple(_) if mode.is_shared() => Object::never(),
            Body::Tuple(fields) => self.elements(fields, mode.denies),
            Body::Newtype(field) if mode.is_shared() => self.shared_field(field, mode),
            Body::Newtype(field) => self.field(field, mode.denies),
            Body::Unit => match mode.is_shared() {
                true => self.shared(Kind::Null, mode),
                false => Object::of("null"),
            },
            Body::Variants { tagging, variants } => self.variants(tagging, variants, mode, closed),
            Body::Converted(kind) => {
                let mut schema = match mode.is_shared() {
                    true => self.shared(kind, mode),
                    false => self.kind(kind, const { &Checks::new(&[]) }, mode.denies),
                };
                schema.note("converted", true);
                schema
            }
        }
    }

    /// The elements of a tuple. Those at the end may be absent where they have defaults.
    pub(super) fn elements(&mut self, fields: &[FieldDescriptor], denies: bool) -> Object {
        let least = fields.iter().rposition(|field| !field.presence().default);
        let items = fields.iter().map(|field| self.field(field, denies)).collect();
        kinds::tuple(items, least.map_or(0, |last| last + 1))
    }

    /// An object of these members.
    pub(super) fn record(
        &mut self,
        (fields, rules): (&'static [FieldDescriptor], &[AcrossRule]),
        mode: &Mode,
        closed: bool,
        tag: Tag,
    ) -> Object {
        let tagged = tag.as_ref().map(|(tag, _)| *tag);
        let mut properties = Object::new();
        let mut required: Vec<Node> = Vec::new();
        // What the object has beside the record's own members.
        let mut known: Vec<&'static str> = mode.tags.clone();
        for tag in &mode.tags {
            properties.push(*tag, Object::new());
        }
        if let Some((tag, names)) = tag {
            properties.push(tag, names);
            required.push(tag.into());
            known.push(tag);
        }
        let mut choices = Vec::new();
        for field in fields.iter().filter(|field| !field.is_flattened()) {
            let names: Vec<&'static str> = spellings(field)
                .into_iter()
                .filter(|name| !known.contains(name))
                .collect();
            let schema = self.field(field, mode.denies);
            for name in &names {
                let mut schema = schema.clone();
                if *name != field.wire_name() {
                    schema.note("alias_of", field.wire_name());
                }
                properties.push(*name, schema);
            }
            match (names.as_slice(), field.may_be_absent()) {
                ([] | [_], true) => {}
                ([], false) => choices.push(Object::never()),
                ([name], false) => required.push((*name).into()),
                (names, absent) => choices.push(one_of(names, absent)),
            }
        }
        let mut schema = match mode.open {
            true => Object::new(),
            false => Object::of("object"),
        };
        schema.push_filled("properties", properties);
        schema.push_filled("required", required);
        for choice in choices {
            schema.also(choice);
        }
        known.extend(
            fields
                .iter()
                .filter(|field| !field.is_flattened())
                .flat_map(spellings),
        );
        let (mut parts, mut all) = (false, false);
        for field in fields.iter().filter(|field| field.is_flattened()) {
            schema.also(self.flattened(field, mode, &known));
            parts = true;
            all |= field.is_opaque() || mentions(field.kind(), DEPTH).is_none();
            known.extend(taken(field.kind(), DEPTH));
        }
        match (closed && !mode.open && !all, parts) {
            (true, false) => schema.push("additionalProperties", false),
            (true, true) => schema.push("unevaluatedProperties", false),
            (false, _) => {}
        }
        let taken: Vec<&'static str> = mode.tags.iter().copied().chain(tagged).collect();
        across::apply(&mut schema, fields, rules, &taken);
        schema
    }

    /// The only field of a newtype, where others have members in its object.
    pub(super) fn shared_field(&mut self, field: &FieldDescriptor, mode: &Mode) -> Object {
        let mut schema = match field.is_opaque() {
            true => Object::new().noted("opaque", true),
            false => self.shared(field.kind(), mode),
        };
        match mode.open || field.is_opaque() {
            // What is said of an object would be said of all its members.
            true => rules::unsaid(&mut schema, field.checks()),
            false => rules::apply(&mut schema, Kind::Foreign, field.checks(), Target::Built),
        }
        schema
    }

    /// An object of a kind in which others have members, too.
    pub(super) fn shared(&mut self, kind: Kind, mode: &Mode) -> Object {
        match kind {
            Kind::Contract(of) => self.reference(of(), mode.clone()),
            Kind::Optional(kind) => self.shared(*kind, mode),
            Kind::Map { keys, values } => {
                let none = const { &Checks::new(&[]) };
                let (names, values) = (
                    self.key(*keys, none, mode.denies),
                    self.kind(*values, none, mode.denies),
                );
                rest(&mode.tags, names, values)
            }
            Kind::Null if mode.open => Object::new(),
            Kind::Null => self.record((&[], &[]), mode, true, None),
            Kind::Any => Object::new(),
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

/// All members but some, as the entries of a map.
pub(super) fn rest(known: &[&'static str], names: Object, values: Object) -> Object {
    let mut schema = Object::new();
    if !names.is_empty() {
        let names = match known {
            [] => names,
            known => {
                let known = Object::new().with("enum", known.to_vec());
                Object::new().with("anyOf", vec![known, names])
            }
        };
        schema.push("propertyNames", names);
    }
    if !values.is_empty() {
        let mut properties = Object::new();
        for name in known {
            properties.push(*name, Object::new());
        }
        schema.push_filled("properties", properties);
        schema.push("additionalProperties", values);
    }
    schema
}

/// The names under which a field is read.
pub(super) fn spellings(field: &FieldDescriptor) -> Vec<&'static str> {
    let mut names = vec![field.wire_name()];
    for alias in field.aliases() {
        if !names.contains(alias) {
            names.push(alias);
        }
    }
    names
}

/// That one of these members is there, or at most one: a second spelling is a duplicate.
fn one_of(names: &[&'static str], absent: bool) -> Object {
    let each = names
        .iter()
        .map(|name| Object::new().with("required", vec![*name]));
    let mut choices: Vec<Object> = each.collect();
    if absent {
        let any = Object::new().with("anyOf", choices.clone());
        choices.push(Object::new().with("not", any));
    }
    Object::new().with("oneOf", choices)
}

/// Whether the records of a contract reject members that they do not know.
fn closed(descriptor: &ContractDescriptor, mode: &Mode) -> bool {
    match descriptor.unknown_fields() {
        UnknownFields::Deny => true,
        UnknownFields::Ignore => false,
        UnknownFields::Zone => descriptor.zone() == Zone::External || mode.denies,
    }
}

/// Checks of the whole value, and across fields, by functions of the user's own.
fn checks(schema: &mut Object, descriptor: &ContractDescriptor) {
    let checks = descriptor.checks().iter().map(|check| {
        let mut said = Object::new().with("check", check.path());
        said.push_filled("reads", check.reads().to_vec());
        said
    });
    schema.note("across", checks.collect::<Node>());
}

/// Where a contract belongs, and what it asks of the text as a whole.
fn declared(schema: &mut Object, descriptor: &ContractDescriptor) {
    schema.note("zone", descriptor.zone().as_str());
    schema.note("module", descriptor.module());
    schema.note("version", descriptor.version());
    let Limits {
        max_bytes,
        max_depth,
        max_violations: _,
    } = descriptor.limits();
    let mut limits = Object::new();
    for (name, limit) in [
        ("max_bytes", max_bytes.or(descriptor.zone().max_bytes())),
        ("max_depth", max_depth),
    ] {
        if let Some(limit) = limit {
            limits.push(name, limit);
        }
    }
    schema.note("limits", limits);
    let mut metadata = Object::new();
    for (key, value) in descriptor.metadata() {
        metadata.push(*key, *value);
    }
    schema.note("metadata", metadata);
}
