//! Places for violations that were found after reading, by their pointers.

use perimeter::{Violation, Violations};
use serde_json::json;

use crate::rejected;

const TEXT: &str = "{\n  \"a\": [1, {\"b/c\": null}, 3],\n  \"d~\": {\"\": \"x\"},\n  \"a\": 7, \"e\": []\n}";

/// A report with these pointers and no places.
fn pointing(pointers: &[&str]) -> Violations {
    let violation =
        |pointer| json!({ "pointer": pointer, "code": "late", "message": "is wrong", "severity": "error" });
    let all: Vec<_> = pointers.iter().map(violation).collect();
    serde_json::from_value(json!({ "violations": all, "truncated": 2 })).expect("it is a report")
}

/// The text that each pointer is placed at, and where.
fn placed(pointer: &str) -> Option<(&'static str, usize, usize)> {
    let report = pointing(&[pointer]).locate(TEXT);
    let found = report.first();
    assert_eq!((found.pointer(), report.truncated()), (pointer, 2));
    Some((TEXT.get(found.span()?)?, found.line()?, found.column()?))
}

#[test]
fn a_pointer_leads_to_its_value() {
    assert_eq!(placed("/a/0"), Some(("1", 2, 9)));
    assert_eq!(placed("/a/1"), Some(("{\"b/c\": null}", 2, 12)));
    assert_eq!(placed("/a/1/b~1c"), Some(("null", 2, 20)));
    assert_eq!(placed("/d~0/"), Some(("\"x\"", 3, 14)));
    assert_eq!(placed(""), Some((TEXT, 1, 1)));
    // Of two members of one name it is the first.
    assert_eq!(placed("/a"), Some(("[1, {\"b/c\": null}, 3]", 2, 8)));
}

#[test]
fn what_is_not_there_is_missing_at_the_bracket() {
    let end = Some(("}", 5, 1));
    assert_eq!(placed("/x"), end);
    assert_eq!(placed("/x/y/z"), end);
    assert_eq!(placed("/a/3"), Some(("]", 2, 28)));
    assert_eq!(placed("/a/-"), Some(("]", 2, 28)));
    assert_eq!(placed("/a/01"), Some(("]", 2, 28)));
    assert_eq!(placed("/e/0"), Some(("]", 4, 17)));
    assert_eq!(placed("/a/1/x"), Some(("}", 2, 24)));
    // A value without parts is the deepest that there is.
    assert_eq!(placed("/a/0/x/y"), Some(("1", 2, 9)));
}

#[test]
fn what_is_no_pointer_leads_nowhere() {
    assert_eq!(placed("a"), None);
    assert_eq!(placed(" /a"), None);
}

#[test]
fn all_are_placed_at_once_and_in_order() {
    let report = pointing(&["x", "/d~0/", "/a/2", "/a/0", "", "/a/0"]).locate(TEXT);
    let order: Vec<_> = report.iter().map(Violation::pointer).collect();
    assert_eq!(order, ["", "/a/0", "/a/0", "/a/2", "/d~0/", "x"]);
    assert_eq!(report.iter().last().and_then(Violation::line), None);
    assert_eq!(report.clone().locate(TEXT), report);
}

#[test]
fn places_that_are_known_stay() {
    let text = r#"{"name":"a","size":1}"#;
    let report = rejected(text);
    assert_eq!(report.clone().locate("[\n1,\n\n2]"), report);
    assert_eq!(
        report.clone().locate(text).contract().map(std::ptr::from_ref),
        report.contract().map(std::ptr::from_ref)
    );
}

#[test]
fn behind_the_end_of_json_nothing_is_found() {
    let place = |pointer: &str| {
        pointing(&[pointer])
            .locate("{\"a\": 1, \"b\": [2, !], \"c\": 3}")
            .first()
            .span()
    };
    assert_eq!(place("/a"), Some(6..7));
    assert_eq!(place("/b/0"), Some(15..16));
    for pointer in ["/b", "/b/1", "/c", "/d", ""] {
        assert_eq!(place(pointer), None, "{pointer}");
    }
    assert_eq!(pointing(&["/a"]).locate("").first().span(), None);
}

#[test]
fn deep_and_wide_texts_take_bounded_time() {
    let deep = "[".repeat(1 << 20);
    assert_eq!(pointing(&["/0/0/0", ""]).locate(&deep).first().span(), None);
    let wide = format!("[{}0]", "0,".repeat(1 << 20));
    let pointers: Vec<String> = (0..100).map(|index| format!("/{}", index * 10_000)).collect();
    let pointers: Vec<&str> = pointers.iter().map(String::as_str).collect();
    let report = pointing(&pointers).locate(&wide);
    assert!(
        report
            .iter()
            .all(|violation| violation.span().is_some_and(|span| span.len() == 1))
    );
    let long = "/0".repeat(1 << 16);
    assert_eq!(pointing(&[&long]).locate(&wide).first().span(), Some(1..2));
}
