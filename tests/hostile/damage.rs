//! Texts that end early, are no text, or say the same twice.

use std::collections::BTreeMap;
use std::fs;

use perimeter::{Boundary, Contract};
use serde_json::Value;

use crate::agreement::garbled;
use crate::contracts::CASES;
use crate::hull::{Hull, boundary, report};

#[test]
fn a_delivery_that_ends_early_is_told_to_end_early() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/webhooks/payloads/ping");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    let bytes = fs::read(&files[0]).unwrap();
    let length = bytes.trim_ascii_end().len();
    assert!(boundary().accept::<Anything>(&bytes).is_ok());
    for end in 0..length {
        let found = boundary().accept::<Anything>(&bytes[..end]).unwrap_err();
        let last = found.iter().last().unwrap();
        assert_eq!(last.code(), "syntax", "{end}: {found:?}");
        let span = last.span().unwrap();
        assert!(span.start <= end && span.end <= end, "{end}: {span:?}");
        assert_eq!(garbled(&found), None, "{end}");
    }
}

/// Reads any object, part of it by the decoder and part of it by stepping over.
#[derive(Debug, Contract)]
#[contract(zone = strategic)]
struct Anything {
    #[serde(flatten)]
    all: BTreeMap<String, Json>,
}

#[derive(Debug, Contract)]
#[contract(zone = strategic)]
#[serde(untagged)]
enum Json {
    Null,
    Bool(bool),
    Number(f64),
    String(String),
    Array(Vec<Json>),
    Object(BTreeMap<String, Json>),
}

#[test]
fn odd_keys_have_pointers_that_lead_to_them() {
    for key in [
        "/",
        "~",
        "~1",
        "a/b~c",
        ".",
        "a.b",
        "\0",
        "\u{1f600}",
        "",
        " ",
        "\"",
        "\\",
        "\n",
        "\u{202e}",
        "0",
    ] {
        let mut body = serde_json::json!({ "map": { key: { key: { "x": 10 } } } });
        body[key] = 1.into();
        let text = body.to_string();
        let found = report(&text);
        assert_eq!(found.len(), 2, "{found:?}");
        for violation in found.iter() {
            let value = body.pointer(violation.pointer()).unwrap();
            let expected = if violation.code() == "unknown" { 1 } else { 10 };
            assert_eq!(value, &Value::from(expected), "{key:?}");
            let line = violation.to_string();
            assert!(!line.contains(['\n', '\0', '\u{202e}']), "{line:?}");
        }
    }
}

#[test]
fn duplicates_are_told_at_every_level() {
    let text = r#"{"numbers":[],"numbers":[],"leaves":[{"x":1,"x":2},{"x":1,"x":1,"x":1}],"leaves":0}"#;
    let found: Vec<_> = report(text)
        .into_iter()
        .map(|violation| (violation.code().to_owned(), violation.pointer().to_owned()))
        .collect();
    let expected = ["/numbers", "/leaves/0/x", "/leaves/1/x", "/leaves/1/x", "/leaves"];
    assert_eq!(
        found,
        expected.map(|pointer| ("duplicate".to_owned(), pointer.to_owned()))
    );
}

/// In objects of every kind, and in the deepest as in the first.
#[test]
fn duplicates_are_told_in_every_kind_of_object() {
    let levels = 60;
    let deep = [&r#"{"x":1,"x":1,"of":"#.repeat(levels), "{}", &"}".repeat(levels)].concat();
    let found = told("Chain", &deep);
    let expected: Vec<_> = (0..levels)
        .map(|level| format!("{}/x", "/of".repeat(level)))
        .collect();
    assert_eq!(found, expected);
    for (name, text, expected) in [
        (
            "Maps",
            r#"{"of":{"a":{"of":{},"of":{}},"b":{"of":{},"of":0}},"of":{}}"#,
            &["/of/a/of", "/of/b/of", "/of"][..],
        ),
        (
            "External",
            r#"{"Both":{"a":"End","a":"End","b":"End"}}"#,
            &["/Both/a"],
        ),
        (
            "Internal",
            r#"{"kind":"Of","of":{"kind":"End","kind":"End"},"kind":"End"}"#,
            &["/of/kind", "/kind"],
        ),
        (
            "Internal",
            r#"{"x":1,"x":1,"of":{"kind":"End"},"kind":"Of"}"#,
            &["/x"],
        ),
        (
            "Adjacent",
            r#"{"t":"Of","c":{"t":"End","t":"End"},"t":"Of","c":0}"#,
            &["/c/t", "/t", "/c"],
        ),
        (
            "Flat",
            r#"{"x":1,"x":1,"of":{"x":1,"x":1},"of":{}}"#,
            &["/x", "/of/x", "/of"],
        ),
        ("FlatMap", r#"{"a":1,"a":1,"k":{"a":1,"a":1}}"#, &["/a", "/k/a"]),
    ] {
        assert_eq!(told(name, text), expected, "{name} {text}");
    }
}

/// The pointers of all faults, which are duplicates.
fn told(name: &str, text: &str) -> Vec<String> {
    let ways = CASES.iter().find(|case| case.name == name).unwrap();
    let report = (ways.examine)(&Boundary::new(), text.as_bytes()).1.unwrap();
    let told = report.into_iter().map(|found| {
        assert_eq!(found.code(), "duplicate", "{found}");
        found.pointer().to_owned()
    });
    told.collect()
}

#[test]
fn a_text_in_utf_16_is_told_not_to_be_json() {
    let text = r#"{"numbers":[1]}"#;
    for mark in ["", "\u{feff}"] {
        let units: Vec<u16> = [mark, text].concat().encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        for bytes in [little, big] {
            let found = boundary().accept::<Hull>(&bytes).unwrap_err();
            assert_eq!((found.len(), found.first().code()), (1, "syntax"), "{bytes:?}");
            assert!(found.first().span().unwrap().start <= 1, "{found:?}");
            assert_eq!(garbled(&found), None);
        }
    }
}

#[test]
fn what_is_no_text_is_told_where_it_is() {
    for (bytes, at) in [
        (&b"\xef\xbb\xbf{}"[..], 0),
        (b"{\"numbers\":[1,\xff]}", 14),
        (b"{\"unknown\xc3\x28\":1}", 9),
        (b"{}\xff", 2),
        (b"{\"map\":{\"\\ud800\":{}}}", 9),
        (b"{\"map\":{\"a\\ude00\":{}}}", 10),
    ] {
        let found = boundary().accept::<Hull>(bytes).unwrap_err();
        let last = found.iter().last().unwrap();
        assert_eq!(
            (last.code(), last.span().unwrap().start),
            ("syntax", at),
            "{found:?}"
        );
    }
}
