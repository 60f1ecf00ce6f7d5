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
    assert_eq!(rows, [""]);
}

#[test]
fn json_has_a_definition_for_each_contract() {
    let (known, text) = shown(&["--json"]);
    assert!(known);
    let schema: serde_json::Value = serde_json::from_str(&text).unwrap();
    let names: Vec<&String> = schema["$defs"].as_object().unwrap().keys().collect();
    assert_eq!(names, [""]);
}

#[test]
fn what_it_does_not_know_it_says() {
    assert_eq!(shown(&["--yaml"]), (false, String::new()));
}
