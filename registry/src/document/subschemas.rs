//! The schemas inside a schema, so that data which only looks like one, such as in `enum`, is left alone.

use std::collections::{HashSet, VecDeque};

use serde_json::{Map, Value};

use super::secrets::decoded;

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

/// Keywords whose value says where a schema is.
const REFERENCES: &[&str] = &["$dynamicRef", "$recursiveRef", "$ref"];

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

/// Calls `each` with every schema in `root` that is an object, and its pointer, outermost first: those below the keywords that
/// hold schemas, then those that are elsewhere and referred to. The stack is as deep as the value.
pub(super) fn visit<'d>(root: &'d Value, each: &mut dyn FnMut(&'d Map<String, Value>, &str)) {
    let mut walk = Walk {
        seen: HashSet::new(),
        references: VecDeque::new(),
        each,
    };
    walk.at(root, &mut String::new());
    while let Some(reference) = walk.references.pop_front() {
        let pointer = reference.strip_prefix('#').and_then(decoded);
        if let Some(mut pointer) = pointer {
            if let Some(schema) = root.pointer(&pointer) {
                walk.at(schema, &mut pointer);
            }
        }
    }
}

struct Walk<'d, 'e> {
    /// By their addresses.
    seen: HashSet<usize>,
    references: VecDeque<&'d str>,
    each: &'e mut dyn FnMut(&'d Map<String, Value>, &str),
}

impl<'d> Walk<'d, '_> {
    fn at(&mut self, schema: &'d Value, pointer: &mut String) {
        let Value::Object(keywords) = schema else { return };
        if !self.seen.insert(std::ptr::from_ref(keywords).addr()) {
            return;
        }
        (self.each)(keywords, pointer);
        let length = pointer.len();
        for (keyword, value) in keywords {
            pointer.push('/');
            pointer.push_str(&super::escaped(keyword));
            let keyword = keyword.as_str();
            let inner = pointer.len();
            match value {
                Value::String(reference) if REFERENCES.contains(&keyword) => {
                    self.references.push_back(reference);
                }
                Value::Object(named) if NAMED.contains(&keyword) => {
                    for (name, schema) in named {
                        pointer.push('/');
                        pointer.push_str(&super::escaped(name));
                        self.at(schema, pointer);
                        pointer.truncate(inner);
                    }
                }
                Value::Array(list) if LISTS.contains(&keyword) => {
                    for (index, schema) in list.iter().enumerate() {
                        pointer.push('/');
                        pointer.push_str(&index.to_string());
                        self.at(schema, pointer);
                        pointer.truncate(inner);
                    }
                }
                schema if ONE.contains(&keyword) => self.at(schema, pointer),
                _ => {}
            }
            pointer.truncate(length);
        }
    }
}
