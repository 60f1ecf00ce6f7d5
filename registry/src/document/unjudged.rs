//! What stands in a schema and is not judged by.

use contracts_runtime::private::{inverse, nearest};
use contracts_runtime::schema::KEYWORD;
use serde_json::{Map, Value};

use super::subschemas;

/// What an export says below our keyword, for those who read it.
pub(super) const UNSAID: &[&str] = &[
    "across",
    "bits",
    "checks",
    "converted",
    "each",
    "foreign",
    "form",
    "keys",
    "opaque",
    "rules",
    "sanitize",
    "values",
];

/// The keywords of JSON Schema, from draft 4 to 2020-12, that hold no schemas: those that are judged by, those that say
/// where others are, and those that say nothing of a value.
const KEYWORDS: &[&str] = &[
    "$anchor",
    "$comment",
    "$dynamicAnchor",
    "$dynamicRef",
    "$id",
    "$recursiveAnchor",
    "$recursiveRef",
    "$ref",
    "$schema",
    "$vocabulary",
    "const",
    "contentEncoding",
    "contentMediaType",
    "default",
    "dependentRequired",
    "deprecated",
    "description",
    "enum",
    "examples",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "format",
    "id",
    "maxContains",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minContains",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "pattern",
    "readOnly",
    "required",
    "title",
    "type",
    "uniqueItems",
    "writeOnly",
];

/// What is meant for us and does nothing: near to our keyword, or a short form that there is not.
const MEANT: &[&str] = &[KEYWORD, "x-secret"];

/// Their pointers, for one schema.
pub(super) fn of(schema: &Map<String, Value>, pointer: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (keyword, value) in schema {
        let at = || format!("{pointer}/{}", super::escaped(keyword));
        match (keyword.as_str(), value) {
            (KEYWORD, Value::Object(ours)) => {
                let unsaid = ours.keys().filter(|name| UNSAID.contains(&name.as_str()));
                found.extend(unsaid.map(|name| format!("{}/{name}", at())));
            }
            ("format", Value::String(format)) => {
                if inverse::format(format).is_none() {
                    found.push(at());
                }
            }
            (keyword, _) => {
                let is_known = match keyword.starts_with("x-") {
                    true => nearest(keyword, MEANT.iter().copied()).is_none(),
                    false => KEYWORDS.contains(&keyword) || subschemas::holds(keyword),
                };
                if !is_known {
                    found.push(at());
                }
            }
        }
    }
    found
}
