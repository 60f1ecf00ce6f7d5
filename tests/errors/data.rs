//! Reports as data: what is written is read back.

use perimeter::{Param, Params, Severity, Violation, Violations};
use proptest::prelude::*;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::rejected;

fn params() -> impl Strategy<Value = Params> {
    let scalar = prop_oneof![
        any::<bool>().prop_map(Param::from),
        any::<i64>().prop_map(Param::from),
        any::<u64>().prop_map(Param::from),
        any::<f64>()
            .prop_filter("finite", |float| float.is_finite())
            .prop_map(Param::from),
        ".*".prop_map(Param::from),
    ];
    let param = scalar.prop_recursive(3, 12, 3, |inner| {
        let object = prop::collection::btree_map("[a-z]{1,4}", inner.clone(), 0..3);
        let object = object.prop_map(|members| {
            let all = members.into_iter();
            Param::Object(all.fold(Params::new(), |params, (name, value)| params.with(name, value)))
        });
        prop_oneof![prop::collection::vec(inner, 0..3).prop_map(Param::List), object]
    });
    prop::collection::btree_map("[a-z]{1,6}", param, 0..4).prop_map(|params| {
        let all = params.into_iter();
        all.fold(Params::new(), |params, (name, value)| params.with(name, value))
    })
}

prop_compose! {
    fn violation()(
        code in "[a-z.]{0,9}", message in ".*", pointer in "(/[^/]{0,5}){0,3}", params in params(),
        warns in any::<bool>(), place in any::<Option<(u16, u8, u8, u8)>>(), value in any::<Option<String>>(),
    ) -> Violation {
        // A place can only be read: that is how a random one is made.
        let mut data = json!({
            "pointer": pointer, "code": code, "message": message, "params": params,
            "severity": if warns { "warn" } else { "error" },
        });
        if let Some((start, length, line, column)) = place {
            let (start, length) = (u64::from(start), u64::from(length));
            data["span"] = json!([start, start + length]);
            data["line"] = json!(u64::from(line) + 1);
            data["column"] = json!(u64::from(column) + 1);
        }
        if let Some(value) = value {
            data["value"] = json!(value);
        }
        serde_json::from_value(data).expect("it is a violation")
    }
}

prop_compose! {
    fn report()(all in prop::collection::vec(violation(), 1..5), truncated in 0_usize..9) -> Violations {
        serde_json::from_value(json!({ "violations": all, "truncated": truncated })).expect("it is a report")
    }
}

fn through_cbor<T: serde::Serialize + DeserializeOwned>(value: &T) -> T {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).expect("CBOR holds it");
    ciborium::from_reader(&*bytes).expect("CBOR gives it back")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn a_report_comes_back_equal_in_every_format(report in report()) {
        let json = serde_json::to_string(&report).expect("JSON holds it");
        prop_assert_eq!(&serde_json::from_str::<Violations>(&json).expect("JSON gives it back"), &report);
        prop_assert_eq!(&through_cbor(&report), &report);
        let named = rmp_serde::to_vec_named(&report).expect("MessagePack holds it");
        prop_assert_eq!(&rmp_serde::from_slice::<Violations>(&named).expect("and gives it back"), &report);
        let bare = rmp_serde::to_vec(&report).expect("also where structs are lists");
        prop_assert_eq!(&rmp_serde::from_slice::<Violations>(&bare).expect("and gives it back"), &report);
        // Read once, it is written as it was.
        prop_assert_eq!(serde_json::to_string(&serde_json::from_str::<Violations>(&json).expect("JSON")).expect("JSON"), json);
    }
}

#[test]
fn toml_holds_a_report_too() {
    let report = rejected(r#"{"name":"a","size":11,"token":"x"}"#);
    let text = toml::to_string(&report).expect("TOML holds it");
    let read: Violations = toml::from_str(&text).expect("TOML gives it back");
    // Its reader here sorts what is in a table by name, parameters too.
    assert_eq!(
        serde_json::to_value(read).unwrap(),
        serde_json::to_value(report).unwrap()
    );
}

#[test]
fn a_violation_has_these_members() {
    let report = rejected(r#"{"name":"a","size":1}"#);
    let expected = json!({
        "violations": [{
            "pointer": "/name", "code": "length", "message": "must have 2 to 5 characters, not 1",
            "params": {"min": 2, "max": 5, "unit": "characters", "actual": 1}, "severity": "error",
            "span": [8, 11], "line": 1, "column": 9, "value": "\"a\"",
        }],
        "truncated": 0,
    });
    assert_eq!(serde_json::to_value(&report).unwrap(), expected);
    let read: Violations = serde_json::from_str(&serde_json::to_string(&report).unwrap()).unwrap();
    assert_eq!(read, report);
    assert_eq!(read.first().message(), report.first().message());
    assert!(report.contract().is_some() && read.contract().is_none());
}

#[test]
fn what_formats_do_not_hold_is_text() {
    let violation = Violation::new("a", "b")
        .with("wide", i128::from(u64::MAX) + 1)
        .with("low", i128::from(i64::MIN) - 1)
        .with("not", f64::NAN)
        .with("all", f64::INFINITY)
        .with("none", f64::NEG_INFINITY)
        .with("most", u64::MAX);
    let data = serde_json::to_value(&violation).unwrap();
    let expected = json!({
        "wide": "18446744073709551616", "low": "-9223372036854775809", "not": "NaN", "all": "inf",
        "none": "-inf", "most": u64::MAX,
    });
    assert_eq!(data["params"], expected);
    let read: Violation = serde_json::from_value(data.clone()).unwrap();
    assert_eq!(
        read.params().get("wide"),
        Some(&Param::from("18446744073709551616"))
    );
    assert_eq!(serde_json::to_value(read).unwrap(), data);
}

#[test]
fn of_two_parameters_of_one_name_the_first_is_written() {
    let violation = Violation::new("a", "b").with("n", 1).with("n", 2);
    assert_eq!(
        serde_json::to_value(&violation).unwrap()["params"],
        json!({"n": 1})
    );
}

#[test]
fn members_of_newer_programs_are_ignored() {
    let read: Violations = serde_json::from_str(
        r#"{"version":[2],"violations":[{"code":"a","pointer":"","message":"b","severity":"warn","hint":{"x":[1]}}]}"#,
    )
    .unwrap();
    let expected = Violation::new("a", "b").severe(Severity::Warn);
    assert_eq!(read, Violations::one(expected));
}

/// The error for a report with this violation.
fn refused(change: impl FnOnce(&mut Value)) -> String {
    let mut violation = json!({
        "pointer": "", "code": "a", "message": "b", "params": {}, "severity": "error",
        "span": [1, 2], "line": 1, "column": 1,
    });
    change(&mut violation);
    let report = json!({ "violations": [violation], "truncated": 0 });
    let read = serde_json::from_value::<Violations>(report);
    read.expect_err("it is refused").to_string()
}

#[test]
fn what_is_no_report_is_refused_with_a_reason() {
    let members = |name: &'static str, value: Value| refused(|violation| violation[name] = value);
    for (error, says) in [
        (members("severity", json!("fatal")), "`error` or `warn`"),
        (members("pointer", json!(1)), "a string"),
        (members("params", json!([1])), "a map of parameters"),
        (
            members("params", json!({"a": null})),
            "a parameter: a truth value",
        ),
        (
            members("span", json!([2, 1])),
            "the end of `span` is before its start",
        ),
        (members("line", json!(0)), "counted from 1"),
        (members("line", json!(-1)), "usize"),
        (members("column", Value::Null), "together or not at all"),
        (
            refused(|violation| drop(violation.as_object_mut().unwrap().remove("code"))),
            "missing field `code`",
        ),
        (
            refused(|violation| drop(violation.as_object_mut().unwrap().remove("severity"))),
            "missing field `severity`",
        ),
        (
            refused(|violation| *violation = json!("text")),
            "a violation: a map with",
        ),
    ] {
        assert!(error.contains(says), "{error:?} does not say {says:?}");
    }
    for (report, says) in [
        (r#"{"violations":[],"truncated":0}"#, "at least one violation"),
        (r#"{"truncated":0}"#, "missing field `violations`"),
        ("[1]", "a report: a map with"),
        (
            r#"{"violations":[],"violations":[]}"#,
            "duplicate field `violations`",
        ),
        (r#"{"violations":{},"truncated":0}"#, "a sequence"),
    ] {
        let error = serde_json::from_str::<Violations>(report)
            .expect_err(report)
            .to_string();
        assert!(error.contains(says), "{error:?} does not say {says:?}");
    }
}
