//! Enums, in each of serde's four taggings.

use super::definitions::{Builder, Mode};
use super::flattened::called;
use super::tree::{Node, Object};
use crate::descriptor::{Body, Tagging, VariantDescriptor};

/// The variants of an enum.
type Variants = &'static [VariantDescriptor];

impl Builder {
    pub(super) fn variants(
        &mut self,
        tagging: Tagging,
        variants: Variants,
        mode: &Mode,
        closed: bool,
    ) -> Object {
        match tagging {
            Tagging::External if mode.open => self.external_open(variants, mode, closed),
            Tagging::External => self.external(variants, mode, closed),
            Tagging::Internal { tag } if mode.tags.contains(&tag) => Object::never(),
            Tagging::Internal { tag } => {
                let all = variants.iter();
                let all = all.map(|variant| self.internal(tag, variant, variants, mode, closed));
                Object::new().with("oneOf", all.collect::<Vec<_>>())
            }
            Tagging::Adjacent { tag, content } => {
                if mode.tags.contains(&tag) {
                    return Object::never();
                }
                let all = variants.iter();
                let all = all.map(|variant| self.adjacent((tag, content), variant, variants, mode, closed));
                Object::new().with("oneOf", all.collect::<Vec<_>>())
            }
            Tagging::Untagged => {
                let all = variants.iter();
                let all = all.map(|variant| {
                    let mut schema = noted(variant);
                    extend(&mut schema, &self.untagged(variant, mode, closed));
                    schema
                });
                Object::new().with("anyOf", all.collect::<Vec<_>>())
            }
        }
    }

    /// `"Unit"`, or an object with one member. A variant without content may be an object with null, too, but nobody
    /// writes that; beside a tag there is no other way.
    fn external(&mut self, variants: Variants, mode: &Mode, closed: bool) -> Object {
        let shared = mode.is_shared();
        let mut forms = match shared {
            true => Vec::new(),
            false => units(variants),
        };
        let mut members = Object::new();
        for tag in &mode.tags {
            members.push(*tag, Object::new());
        }
        let mut any = false;
        for variant in variants {
            if matches!(variant.body(), Body::Unit) && !shared {
                continue;
            }
            let mut content = noted(variant);
            extend(&mut content, &self.content(variant, mode.denies, closed));
            for name in called(variant)
                .into_iter()
                .filter(|name| !mode.tags.contains(name))
            {
                members.push(name, content.clone());
                any = true;
            }
        }
        let other = shared && variants.iter().any(VariantDescriptor::is_other);
        if any || other {
            let count = mode.tags.len() + 1;
            let object = Object::of("object").with("properties", members);
            let object = match other {
                true => object.with("additionalProperties", Object::of("null")),
                false => object.with("additionalProperties", false),
            };
            forms.push(object.with("minProperties", count).with("maxProperties", count));
        }
        match (forms.pop(), forms.is_empty()) {
            (Some(form), true) => form,
            (Some(form), false) => {
                forms.push(form);
                Object::new().with("anyOf", forms)
            }
            (None, _) => Object::never(),
        }
    }

    /// The member of an outer object that is called like a variant.
    fn external_open(&mut self, variants: Variants, mode: &Mode, closed: bool) -> Object {
        let mut forms = Vec::new();
        for variant in variants {
            let mut content = noted(variant);
            extend(&mut content, &self.content(variant, mode.denies, closed));
            for name in called(variant)
                .into_iter()
                .filter(|name| !mode.tags.contains(name))
            {
                let members = Object::new().with(name, content.clone());
                forms.push(
                    Object::new()
                        .with("properties", members)
                        .with("required", vec![name]),
                );
            }
        }
        match forms.is_empty() {
            true => Object::never(),
            false => Object::new().with("anyOf", forms),
        }
    }

    fn internal(
        &mut self,
        tag: &'static str,
        variant: &VariantDescriptor,
        variants: Variants,
        mode: &Mode,
        closed: bool,
    ) -> Object {
        let mut schema = noted(variant);
        let names = tag_of(variant, variants);
        let members = match variant.body() {
            Body::Unit => self.record((&[], &[]), mode, closed, Some((tag, names))),
            Body::Record(fields) => self.record((fields, variant.across()), mode, closed, Some((tag, names))),
            Body::Newtype(field) => {
                let content = self.shared_field(field, &mode.tagged(tag));
                let mut object = match mode.open {
                    true => Object::new(),
                    false => Object::of("object"),
                };
                object.push("properties", Object::new().with(tag, names));
                object.push("required", vec![tag]);
                object.also(content);
                object
            }
            Body::Tuple(_) | Body::Variants { .. } | Body::Converted(_) => Object::never(),
        };
        extend(&mut schema, &members);
        schema
    }

    fn adjacent(
        &mut self,
        (tag, content): (&'static str, &'static str),
        variant: &VariantDescriptor,
        variants: Variants,
        mode: &Mode,
        closed: bool,
    ) -> Object {
        let mut schema = noted(variant);
        let value = self.content(variant, mode.denies, closed);
        let absent = match variant.body() {
            Body::Unit => true,
            Body::Newtype(field) => field.may_be_absent(),
            Body::Record(_) | Body::Tuple(_) | Body::Variants { .. } | Body::Converted(_) => false,
        };
        let mut object = self.record((&[], &[]), mode, closed, Some((tag, tag_of(variant, variants))));
        if let Some(Node::Object(members)) = object.member("properties") {
            members.push(content, value);
        }
        if let (Some(Node::List(required)), false) = (object.member("required"), absent) {
            required.push(content.into());
        }
        extend(&mut schema, &object);
        schema
    }

    fn untagged(&mut self, variant: &VariantDescriptor, mode: &Mode, closed: bool) -> Object {
        match variant.body() {
            _ if !mode.is_shared() => self.content(variant, mode.denies, closed),
            Body::Record(fields) => self.record((fields, variant.across()), mode, closed, None),
            Body::Newtype(field) => self.shared_field(field, mode),
            Body::Unit | Body::Tuple(_) | Body::Variants { .. } | Body::Converted(_) => Object::never(),
        }
    }

    /// The content of a variant, as a value of its own.
    fn content(&mut self, variant: &VariantDescriptor, denies: bool, closed: bool) -> Object {
        match variant.body() {
            Body::Unit => Object::of("null"),
            Body::Newtype(field) => self.field(field, denies),
            Body::Tuple(fields) => self.elements(fields, denies),
            Body::Record(fields) => {
                self.record((fields, variant.across()), &Mode::plain(denies), closed, None)
            }
            Body::Variants { .. } | Body::Converted(_) => Object::never(),
        }
    }
}

/// What is said of a variant.
fn noted(variant: &VariantDescriptor) -> Object {
    let mut schema = Object::new();
    schema.push_filled("description", variant.docs());
    schema
}

/// Adds what is not there yet.
fn extend(schema: &mut Object, more: &Object) {
    for (keyword, value) in more.iter() {
        if schema.get(keyword).is_none() {
            schema.push(keyword.to_owned(), value.clone());
        }
    }
}

/// The names of the variants without content; one after the other where there is something to say of any.
fn units(variants: Variants) -> Vec<Object> {
    let units = || {
        variants
            .iter()
            .filter(|variant| matches!(variant.body(), Body::Unit))
    };
    if units().any(VariantDescriptor::is_other) {
        // A variant with content is none by its name alone.
        let with: Vec<&'static str> = variants
            .iter()
            .filter(|variant| !matches!(variant.body(), Body::Unit))
            .flat_map(called)
            .collect();
        let mut any = Object::of("string");
        if !with.is_empty() {
            any.push("not", names(with));
        }
        return vec![any];
    }
    if units().any(|variant| !variant.docs().is_empty()) {
        let each = units().map(|variant| {
            let mut schema = noted(variant);
            extend(&mut schema, &names(called(variant)));
            schema
        });
        return each.collect();
    }
    let all: Vec<&'static str> = units().flat_map(called).collect();
    match all.is_empty() {
        true => Vec::new(),
        false => vec![names(all)],
    }
}

/// One of these texts.
fn names(names: Vec<&'static str>) -> Object {
    match names.as_slice() {
        [name] => Object::new().with("const", *name),
        _ => Object::new().with("enum", names),
    }
}

/// What the tag is for a variant: one of its names, or for the one that stands for all others what is no other's.
fn tag_of(variant: &VariantDescriptor, variants: Variants) -> Object {
    if !variant.is_other() {
        return names(called(variant));
    }
    let others = variants.iter().filter(|other| !other.is_other());
    let others: Vec<&'static str> = others.flat_map(called).collect();
    let mut schema = Object::of("string");
    if !others.is_empty() {
        schema.push("not", names(others));
    }
    schema
}
