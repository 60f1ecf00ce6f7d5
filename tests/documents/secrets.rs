//! What a document marks as secret is in no report.

use perimeter::{Boundary, Document, Violations};
use serde_json::json;

use crate::{assert_places, document, judge};

const SECRET: &str = "hunter2hunter2";

fn account() -> Document {
    document(&json!({
        "type": "object",
        "properties": {
            "password": {"$ref": "#/$defs/password"},
            "token": {"type": "string", "maxLength": 3, "writeOnly": true},
            "keys": {"type": "array", "items": {"x-secret": true, "type": "object", "properties": {
                "pin": {"type": "integer", "maximum": 9999},
            }, "additionalProperties": false}},
        },
        "required": ["password"],
        "additionalProperties": {"type": "string", "maxLength": 20},
        "$defs": {"password": {
            "type": "string", "minLength": 20, "x-perimeter": {"secret": true},
        }},
    }))
}

fn report(text: &str) -> Violations {
    let report = judge(&account(), text).unwrap_err();
    assert_places(text, &report);
    for shown in [
        report.to_string(),
        format!("{report:?}"),
        serde_json::to_string(&report).unwrap(),
    ] {
        assert!(!shown.contains(SECRET), "{shown}");
    }
    report
}

#[test]
fn of_a_secret_nothing_is_observed() {
    let report = report(&format!(
        "{{\"password\": \"{SECRET}\", \"token\": \"{SECRET}\"}}"
    ));
    assert_eq!(
        report.to_string(),
        "1:14: /password: must have a length of at least 20\n1:41: /token: must have a length of at most 3"
    );
    assert!(
        report
            .iter()
            .all(|violation| violation.params().get("actual").is_none())
    );
}

#[test]
fn a_secret_of_another_type_is_not_described() {
    let report = report(&format!("{{\"password\": [\"{SECRET}\"]}}"));
    assert_eq!(report.to_string(), "1:14: /password: is of the wrong type");
}

#[test]
fn what_is_inside_a_secret_is_not_named() {
    let text = format!(
        "{{\"password\": \"long enough for this one\", \"keys\": [{{\"pin\": 1, \"{SECRET}\": 2}}]}}"
    );
    let report = report(&text);
    assert_eq!(report.to_string(), "1:51: /keys/0: can't be taken");
}

#[test]
fn a_broken_text_ends_at_the_secret() {
    let text = format!("{{\"password\": \"long enough for this one\", \"keys\": [{{\"{SECRET}\": }}]}}");
    let report = report(&text);
    let found: Vec<&str> = report.iter().map(perimeter::Violation::code).collect();
    assert_eq!(found, ["conversion", "syntax"]);
    assert!(report.iter().all(|violation| violation.pointer() == "/keys/0"));
    let text = format!(
        "{{\"password\": \"{SECRET}\", \"keys\": [{{\"{SECRET}\": 1, \"{SECRET}\": 1}}], \"password\": 1}}"
    );
    let report = judge(&account(), &text).unwrap_err();
    let found: Vec<String> = report
        .iter()
        .map(|violation| format!("{} {}", violation.pointer(), violation.code()))
        .collect();
    assert_eq!(
        found,
        [
            "/password length",
            "/keys/0 conversion",
            "/keys/0 conversion",
            "/password duplicate"
        ]
    );
}

#[test]
fn a_secret_behind_a_reference_that_is_not_followed_hides_everything() {
    let document = document(&json!({
        "$id": "https://example.com/one",
        "type": "object",
        "properties": {"a": {"$ref": "https://example.com/inner#word"}, "b": {"maxLength": 1}},
        "$defs": {"inner": {
            "$id": "https://example.com/inner",
            "$defs": {"word": {"$anchor": "word", "type": "string", "maxLength": 1, "writeOnly": true}},
        }},
    }));
    let report = document
        .validate(
            &Boundary::new(),
            format!("{{\"a\": \"{SECRET}\", \"b\": \"{SECRET}\"}}").as_str(),
        )
        .unwrap_err();
    assert_eq!(report.first().pointer(), "");
    assert!(!report.to_string().contains(SECRET));
}

#[test]
fn a_schema_that_is_referred_to_marks_secrets_wherever_it_stands() {
    let report = |place: &str| {
        let schemas = json!({"password": {"type": "string", "maxLength": 3, "writeOnly": true}});
        let mut schema = json!({"properties": {"password": {"$ref": format!("#/{place}/password")}}});
        schema[place] = schemas;
        judge(&document(&schema), r#"{"password": "hunter2"}"#).unwrap_err()
    };
    assert_eq!(
        format!("{:?}", report("components")),
        format!("{:?}", report("$defs"))
    );
}
