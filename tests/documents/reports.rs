//! What a document says of a text, word by word.

use perimeter::{Boundary, Document, Format, Payload};
use serde_json::{Value, json};

use crate::{assert_places, document, judge};

/// The report on a text, of which every place is right.
fn said(schema: &Value, text: &str) -> String {
    let report = judge(&document(schema), text).unwrap_err();
    assert_places(text, &report);
    let lines: Vec<String> = report
        .iter()
        .map(|violation| format!("[{}] {violation}", violation.code()))
        .collect();
    lines.join("\n")
}

#[test]
fn every_keyword_has_a_code_and_a_message() {
    let cases = [
        (
            json!({"type": "string"}),
            "1",
            "[type] 1:1: must be a string, not a number",
        ),
        (
            json!({"type": ["string", "null"]}),
            "1",
            "[type] 1:1: must be a string, not a number",
        ),
        (
            json!({"type": ["string", "integer"]}),
            "[]",
            "[type] 1:1: must be an integer or a string, not an array",
        ),
        (
            json!({"type": "integer"}),
            "1.5",
            "[type] 1:1: must be an integer, not a number with a fraction or an exponent",
        ),
        (
            json!({"type": "integer", "minimum": 0, "maximum": 255}),
            "256",
            "[type] 1:1: must be an integer from 0 to 255, not one beyond its range",
        ),
        (
            json!({"type": "integer", "minimum": 1, "maximum": 9}),
            "10",
            "[range] 1:1: must be 1 to 9",
        ),
        (
            json!({"exclusiveMaximum": 9}),
            "9",
            "[range] 1:1: must be less than 9",
        ),
        (
            json!({"exclusiveMinimum": 1}),
            "1",
            "[exclusive_minimum] 1:1: must be more than 1",
        ),
        (
            json!({"multipleOf": 0.5}),
            "0.7",
            "[multiple_of] 1:1: must be a multiple of 0.5",
        ),
        (
            json!({"minLength": 2}),
            "\"\u{e9}\"",
            "[length] 1:1: must have at least 2 characters, not 1",
        ),
        (
            json!({"maxItems": 1}),
            "[1, 2]",
            "[length] 1:1: must have at most 1 element, not 2",
        ),
        (
            json!({"minProperties": 1}),
            "{}",
            "[non_empty] 1:1: must not be empty",
        ),
        (
            json!({"pattern": "^a"}),
            "\"b\"",
            "[pattern] 1:1: must contain a match of `^a`",
        ),
        (
            json!({"format": "date"}),
            "\"b\"",
            "[date] 1:1: must be a date (YYYY-MM-DD)",
        ),
        (
            json!({"enum": ["red", "green"]}),
            "\"gren\"",
            "[variant] 1:1: must be \"red\" or \"green\"; did you mean `green`?",
        ),
        (
            json!({"type": "string", "enum": ["red", "green"]}),
            "\"gren\"",
            "[one_of] 1:1: must be \"red\" or \"green\"",
        ),
        (json!({"const": 7}), "8", "[equal] 1:1: must be 7"),
        (
            json!({"uniqueItems": true}),
            "[1, 2, 1]",
            "[unique] 1:1: must not hold an element twice, as the one at index 2 is",
        ),
        (
            json!({"required": ["a/b"]}),
            "{ }",
            "[missing] 1:3: /a~1b: is missing",
        ),
        (
            json!({"dependentRequired": {"a": ["b"]}}),
            "{\"a\": 1}",
            "[missing] 1:8: /b: is missing",
        ),
        (
            json!({"properties": {"email": true}, "additionalProperties": false}),
            "{\"emial\": 1}",
            "[unknown] 1:2: /emial: is not known here; did you mean `email`?",
        ),
        (
            json!({"allOf": [{"properties": {"email": true}}], "unevaluatedProperties": false}),
            "{\"emial\": 1}",
            "[unknown] 1:2: /emial: is not known here; did you mean `email`?",
        ),
        (
            json!({"prefixItems": [true], "items": false}),
            "[1, 2]",
            "[unknown] 1:5: /1: is not known here",
        ),
        (
            json!({"prefixItems": [true, true], "minItems": 2}),
            "[1]",
            "[missing] 1:3: /1: is missing",
        ),
        (
            json!({"properties": {"a": false}}),
            "{\"a\": 1}",
            "[unknown] 1:2: /a: is not known here",
        ),
        (
            json!({"propertyNames": {"maxLength": 1}}),
            "{\"ab\": 1}",
            "[length] 1:2: /ab: must have at most 1 character, not 2",
        ),
        (
            json!({"not": {"type": "null"}}),
            "null",
            "[null] 1:1: must not be null",
        ),
        (
            json!({"not": {"type": "string"}}),
            "\"a\"",
            "[not] 1:1: must not be what is excluded here",
        ),
        (
            json!({"contains": {"const": 1}}),
            "[2]",
            "[contains] 1:1: must hold an element that fits, as many as are wanted",
        ),
        (
            json!({"if": {"const": 1}, "then": {"type": "string"}}),
            "1",
            "[type] 1:1: must be a string, not a number",
        ),
        (
            json!({"oneOf": [{"type": "number"}, {"minimum": 1}]}),
            "1",
            "[variant] 1:1: fits more than one of the alternatives",
        ),
    ];
    for (schema, text, expected) in cases {
        assert_eq!(said(&schema, text), expected, "{schema}");
    }
}

#[test]
fn of_alternatives_the_one_that_is_meant_is_told() {
    let nullable = json!({"anyOf": [{"type": "string", "minLength": 3}, {"type": "null"}]});
    assert_eq!(
        said(&nullable, "\"a\""),
        "[length] 1:1: must have at least 3 characters, not 1"
    );
    assert_eq!(said(&nullable, "1"), "[type] 1:1: must be a string, not a number");
    let shape = |kind: &str, member: &str| json!({"properties": {"kind": {"const": kind}, member: {"type": "number"}}, "required": ["kind", member]});
    let shapes = json!({"oneOf": [shape("circle", "radius"), shape("square", "side"), shape("dot", "size")]});
    assert_eq!(
        said(&shapes, r#"{"kind": "circle", "radius": "1"}"#),
        "[type] 1:30: /radius: must be a number, not a string"
    );
    assert_eq!(
        said(&shapes, r#"{"kind": "cirle"}"#),
        "[variant] 1:10: /kind: must be \"circle\", \"square\" or \"dot\"; did you mean `circle`?"
    );
    assert_eq!(said(&shapes, "{}"), "[missing] 1:2: /kind: is missing");
}

#[test]
fn what_does_not_fit_is_never_let_through() {
    let part = json!({"properties": {"a": {"const": 1}}, "required": ["a"]});
    let schema = json!({"items": {"anyOf": [part, {"required": ["b"]}], "unevaluatedProperties": false}});
    assert!(judge(&document(&schema), "[{\"b\": 1, \"a\": 2}, {\"b\": 1, \"a\": 2}]").is_err());
    let schema = json!({"contains": {"const": 1}, "unevaluatedItems": false});
    assert_eq!(
        said(&schema, "[1, 2, 1, 3]"),
        "[unknown] 1:5: /1: is not known here\n[unknown] 1:11: /3: is not known here"
    );
}

#[test]
fn what_is_wrong_with_the_text_itself_is_found_as_well() {
    let schema = json!({"properties": {"a": {"type": "string"}, "b": {"maximum": 9}}, "required": ["c"]});
    assert_eq!(
        said(&schema, "{\"a\": 1, \"b\": 12, \"b\": 1, \"d\": 1e999,"),
        "[type] 1:7: /a: must be a string, not a number\n\
         [range] 1:15: /b: must be at most 9\n\
         [duplicate] 1:19: /b: is there more than once\n\
         [type] 1:32: /d: must be a number that an f64 can hold, not one beyond its range\n\
         [syntax] 1:38: is not JSON: expected a key in quotes"
            .replace(
                "[syntax] 1:38: is not JSON: expected a key in quotes",
                "[syntax] 1:38: is not JSON: the text ends inside a value"
            )
    );
    assert_eq!(
        said(&schema, "\u{feff}{}"),
        "[syntax] 1:1: is not JSON: expected a value"
    );
    let report = document(&schema)
        .validate(&Boundary::new(), &[b'"', 0xff, b'"'])
        .unwrap_err();
    assert_eq!(report.to_string(), "1:2: is not JSON: these bytes are not UTF-8");
}

#[test]
fn integers_beyond_64_bits_are_refused_and_not_rounded() {
    let schema = json!({"items": {"type": "integer", "not": {"const": 18_446_744_073_709_551_615_u64}}});
    assert_eq!(
        said(&schema, "[18446744073709551614, 18446744073709551616]"),
        "[type] 1:24: /1: must be an integer of 64 bits, not one beyond its range"
    );
}

#[test]
fn other_sources_are_judged_too() {
    let schema = json!({"properties": {"a": {"type": "string"}}});
    let value = json!({"a": 1});
    let payload = Payload::value(&value);
    let report = document(&schema)
        .validate(&Boundary::new(), &payload)
        .unwrap_err();
    assert_eq!(report.to_string(), "/a: must be a string, not a number");
}

#[test]
fn a_document_is_the_same_in_every_format() {
    let json = r#"{"x-module": "shop::orders", "x-name": "order", "x-version": "2", "x-zone": "core", "x-mine": {"a": [1.5, true]},
        "title": "An order", "description": "Of pieces.", "properties": {"n": {"minimum": 1}}, "required": ["n"]}"#;
    let yaml = "x-module: shop::orders\nx-name: order\nx-version: '2'\nx-zone: core\nx-mine: {a: [1.5, true]}\n\
                title: An order\ndescription: >-\n  Of\n  pieces.\nproperties:\n  n: {minimum: 1}\nrequired: [n]\n";
    let toml = "x-module = 'shop::orders'\nx-name = 'order'\nx-version = '2'\nx-zone = 'core'\nx-mine.a = [1.5, true]\n\
                title = 'An order'\ndescription = 'Of pieces.'\nproperties.n.minimum = 1\nrequired = ['n']\n";
    let read = |format, text| Document::parse(format, text).unwrap();
    let first = read(Format::Json, json);
    assert_eq!(
        (first.module(), first.name(), first.version()),
        ("shop::orders", "order", "2")
    );
    assert_eq!(
        (first.title(), first.description()),
        (Some("An order"), Some("Of pieces."))
    );
    assert_eq!(first.schema()["x-mine"], json!({"a": [1.5, true]}));
    for other in [read(Format::Yaml, yaml), read(Format::Toml, toml)] {
        assert_eq!(first, other);
        assert_eq!(first.content_hash(), other.content_hash());
        let report = judge(&other, "{\"n\": 0}").unwrap_err();
        assert_eq!(report.to_string(), "1:7: /n: must be at least 1");
    }
    let changed = read(Format::Json, &json.replace("\"minimum\": 1", "\"minimum\": 2"));
    assert_ne!(first.content_hash(), changed.content_hash());
}

#[test]
fn a_document_can_be_shared_between_threads() {
    fn shared<T: Send + Sync + Clone + 'static>() {}
    shared::<Document>();
}
