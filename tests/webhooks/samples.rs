//! Values that a schema accepts, made up from the schema.

use serde_json::{Map, Value, json};

use crate::schemas::{Node, Schemas};

/// How to decide where a schema leaves a choice.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    pub name: &'static str,
    members: Members,
    nulls: Nulls,
    /// Which branch of a choice, which value of an enumeration.
    choice: usize,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Members {
    All,
    Required,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Nulls {
    WhereAllowed,
    WhereNeeded,
}

impl Style {
    /// Every member, and the first of every choice.
    pub const FULL: Self = Self {
        name: "full",
        members: Members::All,
        nulls: Nulls::WhereNeeded,
        choice: 0,
    };
    /// No member and no value that needn't be there.
    pub const SPARSE: Self = Self {
        name: "sparse",
        members: Members::Required,
        nulls: Nulls::WhereAllowed,
        choice: 0,
    };
    /// Every member, and the second of every choice.
    pub const OTHER: Self = Self {
        name: "other",
        members: Members::All,
        nulls: Nulls::WhereNeeded,
        choice: 1,
    };
}

/// A value that all the schemas accept.
pub fn sample(schemas: &Schemas, nodes: &[Node<'_>], style: Style) -> Value {
    if allow_null(schemas, nodes) && (style.nulls == Nulls::WhereAllowed || need_null(schemas, nodes)) {
        return Value::Null;
    }
    let parts = schemas.expand(nodes, &|branches| {
        let branches: Vec<_> = branches
            .iter()
            .filter(|branch| branch.types() != ["null"])
            .cloned()
            .collect();
        branches
            .get(style.choice.min(branches.len() - 1))
            .cloned()
            .into_iter()
            .collect()
    });
    if let Some(value) = parts.iter().find_map(|part| part.schema.get("const")) {
        return value.clone();
    }
    let enumerations: Vec<_> = parts
        .iter()
        .filter_map(|part| part.schema["enum"].as_array())
        .collect();
    if let Some((first, others)) = enumerations.split_first() {
        let both = |value: &&Value| !value.is_null() && others.iter().all(|values| values.contains(value));
        let values: Vec<_> = first.iter().filter(both).collect();
        return values[style.choice.min(values.len() - 1)].clone();
    }
    match kind(&parts) {
        "boolean" => Value::from(style.choice == 0),
        "integer" => Value::from(42),
        "string" => Value::from(
            match parts.iter().find_map(|part| part.schema["format"].as_str()) {
                Some("uri") => "https://example.com/a?b=c",
                Some("uri-template") => "https://example.com/a{/b}{?c,d}",
                Some("date-time") => "2024-02-29T12:30:00Z",
                Some(other) => panic!("a format that no schema here uses: {other}"),
                None => "text",
            },
        ),
        "array" => {
            let items: Vec<_> = parts.iter().filter_map(|part| part.keyword("items")).collect();
            let at_least_one = parts.iter().any(|part| part.schema.get("minItems").is_some());
            match style.members {
                Members::Required if !at_least_one => json!([]),
                _ => json!([sample(schemas, &items, style)]),
            }
        }
        "object" => record(schemas, &parts, style),
        other => panic!("a type that no schema here uses: {other}"),
    }
}

fn record(schemas: &Schemas, parts: &[Node<'_>], style: Style) -> Value {
    let mut members = Map::new();
    for name in parts.iter().flat_map(Node::properties) {
        let required = parts.iter().any(|part| part.required().contains(&name));
        if !members.contains_key(name) && (required || style.members == Members::All) {
            let nodes: Vec<_> = parts
                .iter()
                .filter_map(|part| part.child("properties", name))
                .collect();
            members.insert(name.to_string(), sample(schemas, &nodes, style));
        }
    }
    // A map: it has no key that must be there.
    let values = parts.iter().find_map(|part| part.keyword("additionalProperties"));
    if let Some(values) = values.filter(|_| style.members == Members::All) {
        members.insert("some_key".to_string(), sample(schemas, &[values], style));
    }
    Value::Object(members)
}

fn kind<'a>(parts: &[Node<'a>]) -> &'a str {
    let types = parts.iter().flat_map(Node::types);
    types
        .into_iter()
        .find(|name| *name != "null")
        .expect("every value has a type")
}

fn allow_null(schemas: &Schemas, nodes: &[Node<'_>]) -> bool {
    // Of a choice, the branch that is null. A part without a type leaves the question to what it refers to.
    let parts = schemas.expand(nodes, &|branches| schemas.fitting(branches, &Value::Null));
    let choices = parts.iter().filter(|part| part.schema.get("oneOf").is_some());
    parts
        .iter()
        .all(|part| part.types().is_empty() || part.types().contains(&"null"))
        && choices.into_iter().all(|choice| {
            !schemas
                .fitting(&choice.children("oneOf"), &Value::Null)
                .is_empty()
        })
}

fn need_null(schemas: &Schemas, nodes: &[Node<'_>]) -> bool {
    schemas
        .expand(nodes, &|_| Vec::new())
        .iter()
        .any(|part| part.types() == ["null"])
}
