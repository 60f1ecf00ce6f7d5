//! The value of a field with `reveal`, and of no other.

use std::collections::BTreeMap;

use perimeter::{Boundary, Contract, Violation, Violations, accept, external_contract};
use serde::Deserialize;

#[external_contract]
#[derive(Debug)]
struct Shown {
    #[field(length = 2..=5, reveal)]
    text: String,
    #[field(range = 1..=9, reveal, not_null)]
    number: Option<u8>,
    #[field(each(range = ..=9), reveal)]
    list: Option<Vec<u8>>,
    #[field(length = ..=3)]
    plain: Option<String>,
    #[field(range(..5, when = self.strict), reveal)]
    most: Option<u8>,
    #[field(any)]
    strict: bool,
    #[field(less_than(number), reveal)]
    least: Option<u8>,
    #[field(reveal)]
    inner: Option<Inner>,
    #[field(reveal)]
    foreign: Option<Foreign>,
    #[field(check = pointing, reveal)]
    map: Option<BTreeMap<String, u8>>,
}

#[external_contract]
#[derive(Debug)]
struct Inner {
    #[field(any)]
    a: u8,
    #[field(any)]
    b: u8,
}

#[derive(Debug, Deserialize)]
enum Foreign {
    Known,
}

#[allow(clippy::ref_option, reason = "the form that checks of fields have")]
fn pointing(map: &Option<BTreeMap<String, u8>>) -> Result<(), Violation> {
    match map {
        Some(map) if map.contains_key("there") => Err(Violation::from("is wrong").at("/there")),
        Some(_) => Err(Violation::from("is not there").at("/there")),
        None => Ok(()),
    }
}

/// The pointer, code and value of each violation.
fn values(report: &Violations) -> Vec<(&str, &str, Option<&str>)> {
    let told = report.iter();
    told.map(|found| (found.pointer(), found.code(), found.value()))
        .collect()
}

fn report(text: &str) -> Violations {
    accept::<Shown>(text).expect_err(text)
}

#[test]
fn a_faulty_value_is_there_as_it_was_written() {
    let report = report(
        r#"{"text":"\u0061", "number": 10 ,"list":[1,10],"plain":"long","most":7,"strict":true,"least":3}"#,
    );
    let expected = [
        ("/text", "length", Some(r#""\u0061""#)),
        ("/number", "range", Some("10")),
        ("/list/1", "range", Some("10")),
        ("/plain", "length", None),
        ("/most", "range", Some("7")),
    ];
    assert_eq!(values(&report)[..4], expected[..4]);
    assert!(!report.to_string().contains("0061"));
    assert!(format!("{report:?}").contains("0061"));
}

#[test]
fn rules_with_conditions_and_across_fields_show_it_too() {
    let report = report(r#"{"text":"abc","number":3,"most":7,"strict":true,"least":3}"#);
    let expected = [("/most", "range", Some("7")), ("/least", "less_than", Some("3"))];
    assert_eq!(values(&report), expected);
}

#[test]
fn a_value_of_another_type_is_shown_whole() {
    let report = report(
        r#"{"text":{"a": 1},"number":null,"list":7,"strict":false,"inner":[],"foreign":"Unknown","map":"m"}"#,
    );
    let expected = [
        ("/text", "type", Some(r#"{"a": 1}"#)),
        ("/number", "null", Some("null")),
        ("/list", "type", Some("7")),
        ("/inner", "type", Some("[]")),
        ("/foreign", "conversion", Some(r#""Unknown""#)),
        ("/map", "type", Some(r#""m""#)),
    ];
    assert_eq!(values(&report), expected);
}

/// What a foreign type holds is not known: there may be a secret in it.
#[test]
fn of_a_foreign_type_no_object_is_shown() {
    let report = report(r#"{"text":"abc","strict":false,"foreign":{"Unknown":1}}"#);
    assert_eq!(values(&report), [("/foreign", "conversion", None)]);
}

/// The reason may quote the value.
#[test]
fn a_long_reason_is_cut_too() {
    let text = format!(
        r#"{{"text":"abc","strict":false,"foreign":"{}"}}"#,
        "x".repeat(2000)
    );
    let report = report(&text);
    let reason = report
        .first()
        .params()
        .get("reason")
        .expect("it has one")
        .to_string();
    assert!(
        reason.len() < 300 && reason.contains("unknown variant"),
        "{reason}"
    );
}

#[test]
fn what_is_not_there_has_no_value() {
    let inner = report(r#"{"text":"abc","strict":false,"inner":{"a":"x","c":1}}"#);
    let expected = [
        ("/inner/a", "type", Some(r#""x""#)),
        ("/inner/c", "unknown", None),
        ("/inner/b", "missing", None),
    ];
    assert_eq!(values(&inner), expected);

    let map = report(r#"{"text":"abc","strict":false,"map":{"other":1}}"#);
    assert_eq!(values(&map), [("/map/there", "custom", None)]);
    let map = report(r#"{"text":"abc","strict":false,"map":{"there":1}}"#);
    assert_eq!(values(&map), [("/map/there", "custom", Some("1"))]);
    let syntax = report(r#"{"text":"abc"#);
    assert_eq!(values(&syntax), [("/text", "syntax", None)]);
}

#[test]
fn a_long_value_is_cut_between_characters() {
    let long = |count: usize| format!(r#"{{"text":"{}","strict":false}}"#, "ä".repeat(count));
    let whole = report(&long(127));
    assert_eq!(whole.first().value().map(str::len), Some(256));
    assert_eq!(
        whole.first().value().map(|value| value.ends_with('"')),
        Some(true)
    );
    let cut = report(&long(128));
    let value = cut.first().value().expect("it is revealed");
    assert_eq!(value, format!("\"{}…", "ä".repeat(127)));
}

#[test]
fn a_built_value_shows_nothing() {
    let shown = Shown {
        text: "a".into(),
        number: Some(10),
        list: Some(vec![10]),
        plain: None,
        most: Some(7),
        strict: true,
        least: Some(11),
        inner: None,
        foreign: None,
        map: None,
    };
    let report = shown.validate().expect_err("four rules are broken");
    assert!(report.len() >= 4, "{report}");
    assert!(report.iter().all(|violation| violation.value().is_none()));
}

const SECRET: &str = "hunter2";

#[external_contract]
#[derive(Debug)]
struct Mixed {
    #[field(length = 2.., reveal)]
    above: Option<Vec<Login>>,
    #[field(secret)]
    around: Option<Shown>,
    #[field(reveal)]
    choice: Option<Choice>,
}

#[external_contract]
#[derive(Debug)]
struct Login {
    #[field(length = ..=3, reveal)]
    user: String,
    #[field(length = 20.., secret)]
    password: String,
}

#[external_contract]
#[derive(Debug)]
#[serde(untagged)]
enum Choice {
    Number(u8),
    Text(#[field(length = ..=2, secret)] String),
}

#[test]
fn a_secret_above_or_below_wins() {
    for text in [
        format!(r#"{{"above":[{{"user":"x","password":"{SECRET}"}}]}}"#),
        format!(r#"{{"above":{{"password":"{SECRET}"}}}}"#),
        format!(r#"{{"above":"{SECRET}"}}"#),
        format!(r#"{{"around":{{"text":"{SECRET}","strict":false}}}}"#),
        format!(r#"{{"around":{{"text":"abc","list":["{SECRET}"],"strict":false}}}}"#),
        format!(r#"{{"choice":"{SECRET}"}}"#),
    ] {
        let report = accept::<Mixed>(&text).expect_err(&text);
        assert!(
            report.iter().all(|violation| violation.value().is_none()),
            "{report:?}"
        );
        assert!(!format!("{report:?}").contains(SECRET), "{report:?}");
    }
    // Beside a secret a value is shown.
    let text = format!(r#"{{"above":[{{"user":"long","password":"{SECRET}"}}]}}"#);
    let report = accept::<Mixed>(&text).expect_err(&text);
    let user = report
        .iter()
        .find(|violation| violation.pointer() == "/above/0/user");
    assert_eq!(user.and_then(Violation::value), Some("\"long\""));
}

/// The content of a variant among the members of the object around it.
#[external_contract]
#[derive(Debug)]
struct Around {
    #[field(length = ..=3, secret)]
    password: String,
    #[serde(flatten)]
    kind: Kind,
}

#[derive(Debug, perimeter::Contract)]
#[contract(zone = external)]
#[serde(tag = "kind")]
enum Kind {
    One(#[field(check = refusing, reveal)] Inner),
}

fn refusing(_: &Inner) -> Result<(), Violation> {
    Err("is refused".into())
}

#[test]
fn what_is_flattened_does_not_show_what_is_around_it() {
    let text = format!(r#"{{"password":"{SECRET}","kind":"One","a":1,"b":2}}"#);
    let report = accept::<Around>(&text).expect_err(&text);
    assert!(
        report.iter().any(|violation| violation.code() == "custom"),
        "{report}"
    );
    assert!(!format!("{report:?}").contains(SECRET), "{report:?}");
}

#[test]
fn warnings_show_it_as_well() {
    #[external_contract]
    struct Warned {
        #[field(length(..=2, severity = warn), reveal)]
        text: String,
    }
    let examined = Boundary::new().examine::<Warned>(r#"{"text":"abc"}"#);
    let report = crate::found(examined).expect("a warning");
    assert_eq!(report.first().value(), Some("\"abc\""));
}

#[external_contract]
#[derive(Debug)]
struct Places {
    #[field(any)]
    newtype: Option<Newtype>,
    #[field(any)]
    tuple: Option<Tuple>,
    #[field(any)]
    variant: Option<Variant>,
}

#[external_contract]
#[derive(Debug)]
struct Newtype(#[field(length = 2.., reveal)] String);

#[external_contract]
#[derive(Debug)]
struct Tuple(#[field(length = 2.., reveal)] String, #[field(range = 1..)] u8);

#[external_contract]
#[derive(Debug)]
enum Variant {
    Newtype(#[field(length = 2.., reveal)] String),
    Tuple(#[field(any)] u8, #[field(length = 2.., reveal)] String),
    Record {
        #[field(length = 2.., reveal)]
        text: String,
    },
}

#[test]
fn fields_of_every_shape_show_it() {
    for (text, expected) in [
        (r#"{"newtype":"a"}"#, ("/newtype", "length", Some("\"a\""))),
        (r#"{"newtype":7}"#, ("/newtype", "type", Some("7"))),
        (r#"{"tuple":["a",1]}"#, ("/tuple/0", "length", Some("\"a\""))),
        (r#"{"tuple":["ab",0]}"#, ("/tuple/1", "range", None)),
        (
            r#"{"variant":{"Newtype":"a"}}"#,
            ("/variant/Newtype", "length", Some("\"a\"")),
        ),
        (
            r#"{"variant":{"Tuple":[1,"a"]}}"#,
            ("/variant/Tuple/1", "length", Some("\"a\"")),
        ),
        (
            r#"{"variant":{"Record":{"text":"a"}}}"#,
            ("/variant/Record/text", "length", Some("\"a\"")),
        ),
    ] {
        let report = accept::<Places>(text).expect_err(text);
        assert_eq!(values(&report), [expected], "{text}");
    }
}
