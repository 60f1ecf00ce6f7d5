//! The schemas inside a schema, so that data which only looks like one, such as in `enum`, is left alone.

use serde_json::{Map, Value};

/// Keywords whose value is a schema.
const ONE: &[&str] = &[
    "additionalItems",
    "additionalProperties",
    "contains",
    "contentSchema",
    "else",
    "if",
    "items",
    "not",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
];

/// Keywords whose value is a list of schemas.
const LISTS: &[&str] = &["allOf", "anyOf", "items", "oneOf", "prefixItems"];

/// Keywords whose value has a schema for each name.
const NAMED: &[&str] = &[
    "$defs",
    "definitions",
    "dependencies",
    "dependentSchemas",
    "patternProperties",
    "properties",
];

/// Whether schemas stand below a keyword.
pub(super) fn holds(keyword: &str) -> bool {
    [ONE, LISTS, NAMED]
        .iter()
        .any(|keywords| keywords.contains(&keyword))
}

/// The names that a schema has for members of what it describes.
pub(super) fn members(schema: &Map<String, Value>) -> impl Iterator<Item = &str> {
    let described = schema.get("properties").and_then(Value::as_object);
    let required = schema.get("required").and_then(Value::as_array);
    let described = described.into_iter().flat_map(Map::keys).map(String::as_str);
    described.chain(required.into_iter().flatten().filter_map(Value::as_str))
}

/// Calls `each` with every schema in `root` that is an object, and its pointer, outermost first. The stack is as deep as
/// the value.
pub(super) fn visit<'d>(root: &'d Value, each: &mut dyn FnMut(&'d Map<String, Value>, &str)) {
    at(root, &mut String::new(), each);
}

fn at<'d>(schema: &'d Value, pointer: &mut String, each: &mut dyn FnMut(&'d Map<String, Value>, &str)) {
    let Value::Object(keywords) = schema else { return };
    each(keywords, pointer);
    let length = pointer.len();
    for (keyword, value) in keywords {
        pointer.push('/');
        pointer.push_str(&super::escaped(keyword));
        let keyword = keyword.as_str();
        let inner = pointer.len();
        match value {
            Value::Object(named) if NAMED.contains(&keyword) => {
                for (name, schema) in named {
                    pointer.push('/');
                    pointer.push_str(&super::escaped(name));
                    at(schema, pointer, each);
                    pointer.truncate(inner);
                }
            }
            Value::Array(list) if LISTS.contains(&keyword) => {
                for (index, schema) in list.iter().enumerate() {
                    pointer.push('/');
                    pointer.push_str(&index.to_string());
                    at(schema, pointer, each);
                    pointer.truncate(inner);
                }
            }
            schema if ONE.contains(&keyword) => at(schema, pointer, each),
            _ => {}
        }
        pointer.truncate(length);
    }
}
