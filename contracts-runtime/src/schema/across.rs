//! Rules across fields: as keywords where JSON Schema can say them, else as what it can't say.

use super::flattened::called;
use super::records::spellings;
use super::rules::{describe, is_plain, within};
use super::tree::{Node, Object};
use crate::across::AcrossRule;
use crate::descriptor::{Body, FieldDescriptor};
use crate::shape::Kind;
use crate::violation::{Param, Severity};

/// Adds the rules across the fields of a record. The members called like one of `taken` are not its own.
pub(super) fn apply(
    schema: &mut Object,
    fields: &'static [FieldDescriptor],
    rules: &[AcrossRule],
    taken: &[&'static str],
) {
    let record = Record { fields, taken };
    for rule in rules {
        let holds = rule.info().severity() == Severity::Error;
        let said = holds.then(|| record.keywords(rule)).flatten();
        let whole = said.is_some();
        if let Some(said) = said {
            schema.also(said);
        }
        if !whole || !is_plain(rule.info()) {
            let mut described = Object::new().with("rule", rule.word());
            if let Some(field) = rule.field() {
                described.push("field", field);
            }
            for (name, value) in describe(rule.info()).iter() {
                described.push(name.to_owned(), value.clone());
            }
            schema.note("across", vec![described]);
        }
    }
}

/// The members that the rules speak of.
struct Record<'t> {
    fields: &'static [FieldDescriptor],
    taken: &'t [&'static str],
}

impl Record<'_> {
    /// The schema that says the same as the rule, if there is one.
    fn keywords(&self, rule: &AcrossRule) -> Option<Object> {
        let others: Option<Vec<Object>> = rule.others().iter().map(|name| self.has(name)).collect();
        let subject = || self.has(rule.field()?);
        let condition = || self.is(rule.others().first()?, &rule.values());
        Some(match rule.word() {
            "required_if" => Object::new().with("if", condition()?).with("then", subject()?),
            "required_unless" => any([condition()?, subject()?]),
            "excluded_if" => not(all([condition()?, subject()?])),
            "required_with" => Object::new().with("if", any(others?)).with("then", subject()?),
            "required_without" => any([all(others?), subject()?]),
            "exactly_one_of" => Object::new().with("oneOf", others?),
            "at_least_one_of" => any(others?),
            "all_or_none" => {
                let others = others?;
                any([all(others.clone()), not(any(others))])
            }
            // It has no word for values beside each other.
            _ => return None,
        })
    }

    /// The field of this name, if a document shows what it holds.
    fn field(&self, name: &str) -> Option<&'static FieldDescriptor> {
        let field = self.fields.iter().find(|field| field.wire_name() == name)?;
        let shown = !field.is_opaque()
            && !field.is_flattened()
            && !field.presence().default
            && field.checks().sanitized().is_empty()
            && !matches!(within(field.kind()), Kind::Foreign);
        shown.then_some(field)
    }

    /// Objects in which one of the field's members is like this.
    fn member(&self, field: &FieldDescriptor, value: &Object) -> Object {
        let names = spellings(field)
            .into_iter()
            .filter(|name| !self.taken.contains(name));
        any(names.map(|name| {
            let properties = Object::new().with(name, value.clone());
            Object::new()
                .with("required", vec![name])
                .with("properties", properties)
        }))
    }

    /// Objects in which the field has a value.
    fn has(&self, name: &str) -> Option<Object> {
        let field = self.field(name)?;
        field
            .kind()
            .is_optional()
            .then(|| self.member(field, &not(Object::of("null"))))
    }

    /// Objects in which the field has one of these values.
    fn is(&self, name: &str, values: &[Param]) -> Option<Object> {
        let field = self.field(name).filter(|field| !field.is_secret())?;
        let values: Option<Vec<Vec<Node>>> = values
            .iter()
            .map(|value| written(within(field.kind()), value))
            .collect();
        let values: Vec<Node> = values?.into_iter().flatten().collect();
        Some(self.member(field, &Object::new().with("enum", values)))
    }
}

/// How documents may write a value of this kind; `None` where that is not known.
fn written(kind: Kind, value: &Param) -> Option<Vec<Node>> {
    match (kind, value) {
        (Kind::Text { format: None } | Kind::Char, Param::Text(_))
        | (Kind::Bool, Param::Bool(_))
        | (Kind::Integer { bits: 0..=64, .. }, Param::Integer(_)) => Some(vec![value.into()]),
        (Kind::Contract(of), Param::Text(name)) => {
            let Body::Variants { variants, .. } = of().body() else {
                return None;
            };
            let mut named = variants.iter().filter(|variant| variant.wire_name() == name);
            let variant = named
                .next()
                .filter(|variant| matches!(variant.body(), Body::Unit) && !variant.is_other())?;
            Some(called(variant).into_iter().map(Node::from).collect())
        }
        _ => None,
    }
}

fn any(schemas: impl IntoIterator<Item = Object>) -> Object {
    let mut schemas: Vec<Object> = schemas.into_iter().collect();
    match (schemas.pop(), schemas.is_empty()) {
        (None, _) => Object::never(),
        (Some(only), true) => only,
        (Some(last), false) => {
            schemas.push(last);
            Object::new().with("anyOf", schemas)
        }
    }
}

fn all(schemas: impl IntoIterator<Item = Object>) -> Object {
    Object::new().with("allOf", schemas.into_iter().collect::<Vec<_>>())
}

fn not(schema: Object) -> Object {
    Object::new().with("not", schema)
}
