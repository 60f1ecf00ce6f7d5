//! The example `catalogue`: what it prints of the contracts that it declares.

#![allow(
    clippy::unwrap_used,
    reason = "a test over fixed inputs: what is missing is a failure"
)]

#[allow(dead_code, unreachable_pub, reason = "its `main` is not called")]
#[path = "../examples/catalogue.rs"]
mod catalogue;

fn shown(arguments: &[&str]) -> (bool, String) {
    let mut out = Vec::new();
    let known = catalogue::show(arguments, &mut out).unwrap();
    (known, String::from_utf8(out).unwrap())
}

#[test]
fn a_table_has_a_row_for_each_field() {
    let (known, text) = shown(&[]);
    assert!(known);
    let rows: Vec<String> = text
        .lines()
        .map(|line| {
            line.split("  ")
                .filter(|cell| !cell.is_empty())
                .map(str::trim)
                .collect::<Vec<_>>()
                .join("|")
        })
        .collect();
    let expected = [
        "zone|module|name|version|field|says",
        "external|catalogue::catalogue|sign_up|2|email|text, email",
        "password|text, secret, length (min 8, max 128)",
        "age|integer, optional, range (min 13, max 120)",
        "interests|list of text, length (max 10), each slug",
        "core|catalogue::catalogue|user|id|integer, range (min 1)",
        "note|text",
        "strategic|catalogue::catalogue|welcome|user|text, uuid",
        "language|text, one_of (values \"en\", \"de\" or \"fr\")",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn json_has_a_definition_for_each_contract() {
    let (known, text) = shown(&["--json"]);
    assert!(known);
    let schema: serde_json::Value = serde_json::from_str(&text).unwrap();
    let names: Vec<&String> = schema["$defs"].as_object().unwrap().keys().collect();
    let expected = [
        "catalogue.catalogue.sign_up@2",
        "catalogue.catalogue.user",
        "catalogue.catalogue.welcome",
    ];
    assert_eq!(names, expected);
}

#[test]
fn what_it_does_not_know_it_says() {
    assert_eq!(shown(&["--yaml"]), (false, String::new()));
}
