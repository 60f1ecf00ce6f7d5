//! What stands in a schema and is not judged by.

use contracts_runtime::private::inverse;
use contracts_runtime::schema::KEYWORD;
use serde_json::{Map, Value};

/// What an export says below our keyword, for those who read it.
const UNSAID: &[&str] = &[
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

/// The keywords of JSON Schema, from draft 4 to 2020-12: those that are judged by, those that say where others are, and
/// those that say nothing of a value.
const KEYWORDS: &[&str] = &[
    "$anchor",
    "$comment",
    "$defs",
    "$dynamicAnchor",
    "$dynamicRef",
    "$id",
    "$recursiveAnchor",
    "$recursiveRef",
    "$ref",
    "$schema",
    "$vocabulary",
    "additionalItems",
    "additionalProperties",
    "allOf",
    "anyOf",
    "const",
    "contains",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "default",
    "definitions",
    "dependencies",
    "dependentRequired",
    "dependentSchemas",
    "deprecated",
    "description",
    "else",
    "enum",
    "examples",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "format",
    "id",
    "if",
    "items",
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
    "not",
    "oneOf",
    "pattern",
    "patternProperties",
    "prefixItems",
    "properties",
    "propertyNames",
    "readOnly",
    "required",
    "then",
    "title",
    "type",
    "unevaluatedItems",
    "unevaluatedProperties",
    "uniqueItems",
    "writeOnly",
];

/// The formats that the standard names and `jsonschema` judges by, whether or not they are ours.
const FORMATS: &[&str] = &[
    "date",
    "date-time",
    "duration",
    "email",
    "hostname",
    "idn-email",
    "ipv4",
    "ipv6",
    "iri",
    "iri-reference",
    "json-pointer",
    "regex",
    "relative-json-pointer",
    "time",
    "uri",
    "uri-reference",
    "uri-template",
    "uuid",
];

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
                if !FORMATS.contains(&format.as_str()) && inverse::format(format).is_none() {
                    found.push(at());
                }
            }
            (keyword, _) => {
                if !keyword.starts_with("x-") && !KEYWORDS.contains(&keyword) {
                    found.push(at());
                }
            }
        }
    }
    found
}
