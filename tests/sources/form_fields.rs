//! From forms: what their texts stand for.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

use perimeter::{Boundary, Payload, Registry, accept, external_contract, strategic_boundary};
use serde_json::{Value, json};

use super::{form_lines as lines_of, lines, told};

#[external_contract]
#[derive(Debug, PartialEq)]
#[serde(rename_all = "kebab-case")]
struct SignUp {
    #[field(length = 1..=20)]
    #[serde(alias = "nick")]
    user_name: String,
    #[field(range = 13..=120)]
    age: Option<u8>,
    #[field(any)]
    about: Option<String>,
    #[field(range = 0.0..=2.5)]
    height: Option<f64>,
    #[field(default = false)]
    news: bool,
    #[field(length = ..=3, each(length = 1..=5))]
    #[serde(default)]
    tags: Vec<String>,
    #[field(length = ..=3)]
    #[serde(default)]
    numbers: BTreeSet<i32>,
    plan: Option<Plan>,
    address: Option<IpAddr>,
    initial: Option<char>,
    shares: Option<Box<Share>>,
    code: Option<Code>,
}

#[external_contract]
#[derive(Debug, PartialEq, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Plan {
    Free,
    Paid,
}

#[external_contract]
#[derive(Debug, PartialEq)]
struct Share(#[field(range = 1..=100)] u8);

/// A text although its characters are those of a number.
#[external_contract]
#[derive(Debug, PartialEq)]
struct Code(#[field(length = 3)] String);

fn sign_up(form: &str) -> SignUp {
    accept::<SignUp>(&Payload::form::<SignUp>(form))
        .unwrap()
        .into_inner()
}

#[test]
fn each_text_is_what_its_field_says() {
    let form = "user-name=Ada+L%C3%B6we&age=36&about=1815&height=1.65&news=on&tags=a&numbers=3&tags=b&numbers=-1\
        &plan=paid&address=%3A%3A1&initial=A&shares=007&code=042";
    assert_eq!(
        sign_up(form),
        SignUp {
            user_name: "Ada Löwe".to_owned(),
            age: Some(36),
            about: Some("1815".to_owned()),
            height: Some(1.65),
            news: true,
            tags: vec!["a".to_owned(), "b".to_owned()],
            numbers: BTreeSet::from([-1, 3]),
            plan: Some(Plan::Paid),
            address: Some("::1".parse().unwrap()),
            initial: Some('A'),
            shares: Some(Box::new(Share(7))),
            code: Some(Code("042".to_owned())),
        }
    );
}

#[test]
fn an_empty_input_is_null_unless_the_field_is_text() {
    let read = sign_up("nick=a&age=&about=&height=&plan=&address=&initial=&shares=");
    assert_eq!(read.about.as_deref(), Some(""));
    assert_eq!(
        (read.age, read.height, read.plan, read.address),
        (None, None, None, None)
    );
    assert_eq!((read.initial, read.shares), (None, None));
    assert_eq!(
        lines_of::<SignUp>("nick=a&news="),
        ["1:13: /news: must be a boolean, not null"]
    );
    // A newtype of a text is one.
    assert_eq!(
        lines_of::<SignUp>("nick=a&code="),
        ["1:13: /code: must have exactly 3 characters, not 0"]
    );
}

#[test]
fn a_box_is_on_or_off() {
    for (form, news) in [
        ("news=on", true),
        ("news=true", true),
        ("news=false", false),
        ("", false),
    ] {
        assert_eq!(sign_up(&format!("nick=a&{form}")).news, news, "{form}");
    }
    for word in ["1", "yes", "True", "off"] {
        assert_eq!(
            lines_of::<SignUp>(&format!("nick=a&news={word}")),
            ["1:13: /news: must be a boolean, not a string"],
            "{word}"
        );
    }
}

#[test]
fn numbers_are_those_of_json_and_of_rust() {
    for (text, age) in [("36", 36), ("+36", 36), ("036", 36)] {
        assert_eq!(
            sign_up(&format!("nick=a&age={}", text.replace('+', "%2B"))).age,
            Some(age)
        );
    }
    for (text, height) in [("1", 1.0), (".5", 0.5), ("2.", 2.0), ("1e0", 1.0), ("01.5", 1.5)] {
        assert_eq!(
            sign_up(&format!("nick=a&height={text}")).height,
            Some(height),
            "{text}"
        );
    }
    let told_of = |form: &str| told(&accept::<SignUp>(&Payload::form::<SignUp>(form)).unwrap_err());
    for wrong in [
        "age=1.5",
        "age=256",
        "age=x",
        "age=3+6",
        "age=0x1f",
        "height=NaN",
        "height=inf",
        "height=1,5",
    ] {
        let found = told_of(&format!("nick=a&{wrong}"));
        assert_eq!(found.len(), 1, "{wrong}");
        assert_eq!(found[0].1, "type", "{wrong}");
    }
}

#[test]
fn repeated_names_fill_lists_and_are_duplicates_elsewhere() {
    assert_eq!(sign_up("nick=a&tags=b").tags, ["b"]);
    assert_eq!(sign_up("nick=a").tags, [""; 0]);
    assert_eq!(
        lines_of::<SignUp>("nick=a&age=20&age=30&tags=a&tags=&tags=c&numbers=x"),
        [
            "1:15: /age: is there more than once",
            "1:34: /tags/1: must have 1 to 5 characters, not 0",
            "1:50: /numbers/0: must be an integer from -2147483648 to 2147483647, not a string",
        ]
    );
    // By its other name it is the same member.
    assert_eq!(
        lines_of::<SignUp>("nick=a&user-name=b"),
        ["1:8: /user-name: is there more than once"]
    );
    assert_eq!(lines_of::<SignUp>("nick=a&tags=b&tags=c&tags=d&tags=e").len(), 1);
}

#[test]
fn unknown_names_are_unknown() {
    #[strategic_boundary]
    #[derive(Debug)]
    struct Lenient {
        a: u8,
    }

    assert_eq!(
        lines_of::<SignUp>("nick=a&agee=1&tags[]=b&a.b=c&=d"),
        [
            "1:8: /agee: is not known here; did you mean `age`?",
            "1:15: /tags[]: is not known here",
            "1:24: /a.b: is not known here",
            "1:30: /: is not known here",
        ]
    );

    assert_eq!(lines_of::<Lenient>("a=1&b=2"), [""; 0]);
}

#[test]
fn what_a_form_cant_hold_is_a_fault_and_not_dropped() {
    #[external_contract]
    #[derive(Debug)]
    struct Nested {
        plan: Option<Shared>,
        #[field(any)]
        map: Option<BTreeMap<String, u8>>,
        #[field(any)]
        lists: Option<Vec<Vec<u8>>>,
    }
    #[external_contract]
    #[derive(Debug)]
    struct Shared {
        a: u8,
    }
    assert_eq!(
        lines_of::<Nested>("plan=x&map=y&lists=z&plan.a=1"),
        [
            "1:6: /plan: must be an object, not a string",
            "1:12: /map: must be an object, not a string",
            "1:20: /lists/0: must be an array, not a string",
            "1:22: /plan.a: is not known here",
        ]
    );
    assert_eq!(lines_of::<Nested>("plan=&map="), [""; 0]);
}

#[test]
fn a_broken_form_is_a_fault_of_its_own() {
    assert_eq!(
        lines_of::<SignUp>("nick=%e9"),
        ["1:6: is not a form: these bytes are not UTF-8"]
    );
    assert_eq!(
        lines_of::<SignUp>("nick=100%&age=1"),
        ["1:9: is not a form: `%` has to be followed by two hexadecimal digits"]
    );
    let payload = Payload::form::<SignUp>(b"nick=a\xff");
    let report = accept::<SignUp>(&payload).unwrap_err();
    assert_eq!(
        (report.first().code(), report.first().span()),
        ("syntax", Some(5..7))
    );
    assert_eq!(report.first().pointer(), "");
    // U+FFFD is a character like any other where it was sent.
    assert_eq!(sign_up("nick=%EF%BF%BD").user_name, "\u{fffd}");
}

#[test]
fn the_limit_on_bytes_is_on_the_form() {
    let form = "nick=%61%62";
    let payload = Payload::form::<SignUp>(form);
    let boundary = |max| Boundary::new().max_bytes(max);
    assert!(boundary(form.len()).accept::<SignUp>(&payload).is_ok());
    let report = boundary(form.len() - 1).accept::<SignUp>(&payload).unwrap_err();
    assert_eq!(
        lines(&report),
        [format!("must not be longer than {} bytes", form.len() - 1)]
    );
    assert_eq!(report.first().params().get("actual"), Some(&form.len().into()));
}

#[test]
fn a_contract_of_the_registry_takes_forms() {
    let registry = Registry::builder().contract::<SignUp>().build().unwrap();
    let handle = registry.named("sign_up").unwrap();
    assert!(
        handle
            .validate(&Payload::form_by(handle.descriptor().unwrap(), "nick=a"))
            .is_ok()
    );
    assert!(
        handle
            .validate(&Payload::form_by(handle.descriptor().unwrap(), "age=a"))
            .is_err()
    );
}

#[test]
fn the_same_content_as_json_is_the_same_value() {
    let value: Value = json!({"user-name": "a", "age": 20, "tags": ["x", "y"], "news": true});
    let of_json = accept::<SignUp>(&value.to_string()).unwrap();
    assert_eq!(*of_json, sign_up("user-name=a&age=20&tags=x&tags=y&news=on"));
}
