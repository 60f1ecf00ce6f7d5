//! Problem details (RFC 9457).

use perimeter::{Boundary, Problem, Severity, Templates, Violation, Violations};
use serde_json::{Value, json};

use crate::{Order, rejected};

fn told(problem: &Problem<'_>) -> Value {
    serde_json::to_value(problem).expect("JSON holds it")
}

#[test]
fn a_report_is_a_problem_with_an_entry_for_each_error() {
    let report = rejected(r#"{"name":"a","size":0,"note":"long"}"#);
    let expected = json!({
        "type": "about:blank",
        "title": "Unprocessable Content",
        "status": 422,
        "errors": [
            {
                "detail": "must have 2 to 5 characters, not 1", "pointer": "#/name", "code": "length",
                "params": {"min": 2, "max": 5, "unit": "characters", "actual": 1},
                "span": [8, 11], "line": 1, "column": 9, "value": "\"a\"",
            },
            {
                "detail": "must be 1 to 10", "pointer": "#/size", "code": "range",
                "params": {"min": 1, "max": 10}, "span": [19, 20], "line": 1, "column": 20,
            },
        ],
        "warnings": [{
            "detail": "must have at most 3 characters, not 4", "pointer": "#/note", "code": "length",
            "params": {"max": 3, "unit": "characters", "actual": 4}, "span": [28, 34], "line": 1, "column": 29,
        }],
        "truncated": 0,
    });
    assert_eq!(told(&Problem::of(&report)), expected);
}

#[test]
fn the_status_says_what_kind_of_fault_it_is() {
    let status = |report: &Violations| {
        (
            Problem::of(report).status(),
            told(&Problem::of(report))["title"].clone(),
        )
    };
    assert_eq!(status(&rejected("{")), (400, json!("Bad Request")));
    assert_eq!(status(&rejected("{}")), (422, json!("Unprocessable Content")));
    let long = Boundary::new().max_bytes(2).accept::<Order>("{ }").err().unwrap();
    assert_eq!(status(&long), (413, json!("Content Too Large")));
    // Much else is wrong, and the text is no JSON all the same.
    let boundary = Boundary::new().max_violations(1);
    let cut = boundary.accept::<Order>(r#"{"name":"a","size":0"#).err().unwrap();
    assert_eq!((cut.len(), cut.truncated()), (1, 2));
    assert_eq!(Problem::of(&cut).status(), 400);
    // A warning of that code has rejected nothing.
    let warning = Violation::new("syntax", "is old").severe(Severity::Warn);
    assert_eq!(Problem::of(&Violations::one(warning)).status(), 422);
}

#[test]
fn warnings_alone_are_no_errors() {
    let report = Violations::one(Violation::new("old", "is old").severe(Severity::Warn));
    let problem = told(&Problem::of(&report));
    assert_eq!(
        (&problem["errors"], &problem["warnings"][0]["code"]),
        (&json!([]), &json!("old"))
    );
}

#[test]
fn members_are_set_and_left_out() {
    let report = rejected(r#"{"name":"a","size":1}"#);
    let german = Templates::new([("length", "braucht {min} bis {max} Zeichen")]).unwrap();
    let problem = Problem::of(&report)
        .with_status(400)
        .and_then(|problem| problem.with_type("/problems/order", "Not an order"))
        .and_then(|problem| problem.with_instance("urn:uuid:0188a1f4-0000-7000-8000-000000000000"))
        .unwrap()
        .with_detail("the order was not taken")
        .in_language(&german)
        .without_places()
        .without_params()
        .without_values();
    let expected = json!({
        "type": "/problems/order",
        "title": "Not an order",
        "status": 400,
        "detail": "the order was not taken",
        "instance": "urn:uuid:0188a1f4-0000-7000-8000-000000000000",
        "errors": [{"detail": "braucht 2 bis 5 Zeichen", "pointer": "#/name", "code": "length"}],
        "truncated": 0,
    });
    assert_eq!(told(&problem), expected);
}

#[test]
fn what_is_no_status_or_uri_is_refused() {
    let report = rejected("{}");
    let problem = Problem::of(&report);
    for status in [0, 200, 399, 600] {
        let error = problem.clone().with_status(status).expect_err("it is no error's");
        let says = format!(
            "the status \"{status}\" of a problem must be a status code of an error, from 400 to 599"
        );
        assert_eq!((error.member(), error.to_string()), ("status", says));
    }
    for uri in ["", "a b", "http://[", "%zz", "ä"] {
        assert_eq!(
            problem.clone().with_type(uri, "A").expect_err(uri).member(),
            "type"
        );
        assert_eq!(
            problem.clone().with_instance(uri).expect_err(uri).member(),
            "instance"
        );
    }
    // A code that is not registered has no phrase.
    let rare = problem.with_status(499).unwrap();
    assert_eq!((rare.title(), told(&rare).get("title")), (None, None));
}

#[test]
fn pointers_are_uri_fragments() {
    let pointer = "/a b/%/ä/\"^\\|`{}<>/m~0n/a~1b/!$&'()*+,;=:@-._?#";
    let report = Violations::one(Violation::from("is wrong").at(pointer));
    let expected = "#/a%20b/%25/%C3%A4/%22%5E%5C%7C%60%7B%7D%3C%3E/m~0n/a~1b/!$&'()*+,;=:@-._?%23";
    assert_eq!(told(&Problem::of(&report))["errors"][0]["pointer"], expected);
}

#[test]
fn what_was_not_kept_is_counted() {
    let report = Boundary::new()
        .max_violations(1)
        .accept::<Order>("{}")
        .err()
        .unwrap();
    assert_eq!(told(&Problem::of(&report))["truncated"], 1);
}

#[test]
fn other_formats_hold_it_as_well() {
    let report = rejected(r#"{"name":"a","size":1}"#);
    let mut bytes = Vec::new();
    ciborium::into_writer(&Problem::of(&report), &mut bytes).unwrap();
    let read: Value = ciborium::from_reader(&*bytes).unwrap();
    assert_eq!(read, told(&Problem::of(&report)));
}
