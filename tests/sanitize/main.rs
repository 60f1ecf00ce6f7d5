//! What is changed before its rules see it.

#![allow(clippy::unwrap_used, clippy::ptr_arg, reason = "a test over fixed inputs")]

mod functions;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use perimeter::{Body, Contract, Kind, Valid, Violations, accept, core_contract, external_contract};

fn told(report: &Violations) -> Vec<(String, String)> {
    report
        .iter()
        .map(|found| (found.pointer().to_owned(), found.code().to_owned()))
        .collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected
        .iter()
        .map(|(pointer, code)| ((*pointer).to_owned(), (*code).to_owned()))
        .collect()
}

#[external_contract]
#[derive(Debug)]
struct SignUp {
    #[field(length = 1..=5, sanitize(trim, collapse_spaces))]
    name: String,
    #[field(sanitize(trim, lowercase), email)]
    email: Option<Box<str>>,
    #[field(sanitize(uppercase), length = 2)]
    country: Arc<str>,
}

#[test]
fn rules_see_what_sanitizing_leaves() {
    let text = r#"{"name":"  A \t\n B ","email":" Ada@Example.COM ","country":"de"}"#;
    let user = accept::<SignUp>(text).unwrap();
    assert_eq!(user.name, "A B");
    assert_eq!(user.email.as_deref(), Some("ada@example.com"));
    assert_eq!(&*user.country, "DE");

    let text = r#"{"name":" \u2003 ","email":" @ ","country":"ß"}"#;
    let report = accept::<SignUp>(text).unwrap_err();
    assert_eq!(told(&report), pairs(&[("/name", "length"), ("/email", "email")]));
    assert_eq!(report.iter().next().unwrap().column(), Some(9));
}

#[test]
fn functions_run_in_the_order_they_are_written_in() {
    fn star(text: &mut String) {
        text.push_str(" *");
    }

    #[external_contract]
    #[derive(Debug)]
    struct First(#[field(sanitize(star, trim), any)] String);

    #[external_contract]
    #[derive(Debug)]
    struct Last(#[field(any, sanitize(trim, star))] String);

    assert_eq!(accept::<First>(r#"" a ""#).unwrap().0, "a  *");
    assert_eq!(accept::<Last>(r#"" a ""#).unwrap().0, "a *");
}

#[test]
fn built_values_are_checked_as_they_are() {
    let user = SignUp {
        name: " Ada ".to_owned(),
        email: None,
        country: Arc::from("de"),
    };
    assert!(user.validate().is_ok());
    assert_eq!(Valid::new(user).unwrap().name, " Ada ");
    let long = SignUp {
        name: "   Ada".to_owned(),
        email: None,
        country: Arc::from("de"),
    };
    assert_eq!(told(&long.validate().unwrap_err()), pairs(&[("/name", "length")]));
}

#[external_contract]
#[derive(Debug)]
struct Greeting {
    #[field(sanitize(trim), default = " hello ", length = 1..=9)]
    text: String,
}

#[test]
fn defaults_are_the_authors_own() {
    assert_eq!(accept::<Greeting>("{}").unwrap().text, " hello ");
    assert_eq!(accept::<Greeting>(r#"{"text":" hi "}"#).unwrap().text, "hi");
}

#[test]
fn elements_values_and_every_shape_are_sanitized() {
    #[external_contract]
    #[derive(Debug)]
    struct Lists {
        #[field(length = 0..=3, each(sanitize(trim, lowercase), non_empty), unique)]
        tags: Vec<String>,
        #[field(length = 0..=3, each(sanitize(trim)))]
        set: BTreeSet<String>,
        #[field(length = 0..=3, values(sanitize(trim), length = 1..=2), keys(length = 1))]
        map: BTreeMap<String, Option<String>>,
        #[field(length = 0..=3, each(each(sanitize(uppercase), one_of("A", "B")), length = 1..=2))]
        grid: Vec<Vec<String>>,
    }

    #[external_contract]
    #[derive(Debug, PartialEq, Eq, Hash)]
    struct Code(#[field(sanitize(trim, uppercase), length = 2)] String);

    #[external_contract]
    #[derive(Debug)]
    struct Pair(
        #[field(sanitize(trim), any)] String,
        #[field(sanitize(trim), any)] Rc<str>,
    );

    #[external_contract]
    #[serde(tag = "kind", rename_all = "snake_case")]
    #[derive(Debug)]
    enum Contact {
        Mail {
            #[field(sanitize(trim, lowercase), email)]
            address: String,
        },
        #[allow(dead_code, reason = "it is only read")]
        Named(Lists),
    }

    #[external_contract]
    #[serde(untagged)]
    #[derive(Debug)]
    enum Any {
        Code(#[field(sanitize(trim), length = 2)] String),
        Word(#[field(sanitize(trim), length = 3..=9)] String),
    }

    #[external_contract]
    #[derive(Debug)]
    struct Codes(#[field(length = 1..=2)] HashMap<Code, u8>);

    let text =
        r#"{"tags":[" A ","b"],"set":["x"," x "],"map":{"k":" v ","n":null},"grid":[["a"],["b","a"]]}"#;
    let lists = accept::<Lists>(text).unwrap();
    assert_eq!(lists.tags, ["a", "b"]);
    assert_eq!(lists.set, BTreeSet::from(["x".to_owned()]));
    assert_eq!(lists.map["k"].as_deref(), Some("v"));
    assert_eq!(lists.grid, [vec!["A"], vec!["B", "A"]]);
    let text = r#"{"tags":["a"," ","A"],"set":[],"map":{"k":"  "},"grid":[["c"]]}"#;
    let report = accept::<Lists>(text).unwrap_err();
    let expected = [
        ("/tags", "unique"),
        ("/tags/1", "non_empty"),
        ("/map/k", "length"),
        ("/grid/0/0", "one_of"),
    ];
    assert_eq!(told(&report), pairs(&expected));

    assert_eq!(accept::<Code>(r#"" de ""#).unwrap().0, "DE");
    let codes = accept::<Codes>(r#"{" de ":1}"#).unwrap();
    assert_eq!(codes.0.get(&Code("DE".to_owned())), Some(&1));
    assert!(accept::<Codes>(r#"{" d ":1}"#).is_err());
    let pair = accept::<Pair>(r#"[" a "," b "]"#).unwrap();
    assert_eq!((pair.0.as_str(), &*pair.1), ("a", "b"));
    let mail = accept::<Contact>(r#"{"kind":"mail","address":" ADA@EXAMPLE.COM"}"#).unwrap();
    assert!(matches!(&*mail, Contact::Mail { address } if address == "ada@example.com"));
    assert!(matches!(&*accept::<Any>(r#"" ab ""#).unwrap(), Any::Code(code) if code == "ab"));
    assert!(matches!(&*accept::<Any>(r#"" abc ""#).unwrap(), Any::Word(word) if word == "abc"));
}

#[test]
fn what_is_borrowed_stays_borrowed_where_a_part_of_it_stays() {
    #[external_contract]
    #[derive(Debug)]
    struct Borrowed<'a> {
        #[serde(borrow)]
        #[field(sanitize(trim), length = 1..=9)]
        name: Cow<'a, str>,
        #[serde(borrow)]
        #[field(sanitize(lowercase), length = 1..=9)]
        code: Cow<'a, str>,
    }

    let text = String::from(r#"{"name":" Ada ","code":"ab"}"#);
    let value = accept::<Borrowed<'_>>(&text).unwrap();
    assert!(matches!(value.name, Cow::Borrowed("Ada")));
    assert!(matches!(value.code, Cow::Borrowed("ab")));
    let text = String::from(r#"{"name":"\tAda\u0020","code":"AB"}"#);
    let value = accept::<Borrowed<'_>>(&text).unwrap();
    assert_eq!((&*value.name, &*value.code), ("Ada", "ab"));
}

#[test]
fn a_function_of_ones_own_changes_any_type() {
    fn even(number: &mut u32) {
        *number &= !1;
    }

    fn sorted(list: &mut Vec<u32>) {
        list.sort_unstable();
        list.dedup();
    }

    fn none_if_empty<T: AsRef<str>>(text: &mut Option<T>) {
        if text.as_ref().is_some_and(|text| text.as_ref().is_empty()) {
            *text = None;
        }
    }

    #[external_contract]
    #[derive(Debug)]
    struct Own {
        #[field(sanitize(even), range = 0..=10)]
        number: u32,
        #[field(sanitize(sorted), unique, length = 0..=3, each(range = 1..))]
        list: Vec<u32>,
        #[field(sanitize(trim, none_if_empty), length = 1..=9)]
        note: Option<String>,
    }

    let own = accept::<Own>(r#"{"number":11,"list":[3,1,3,2,1],"note":"  "}"#).unwrap();
    assert_eq!(own.number, 10);
    assert_eq!(own.list, [1, 2, 3]);
    assert_eq!(own.note, None);
    let report = accept::<Own>(r#"{"number":12,"list":[0,0]}"#).unwrap_err();
    let expected = [("/number", "range"), ("/list/0", "range"), ("/list/1", "range")];
    assert_eq!(told(&report), pairs(&expected));
}

#[test]
fn no_function_makes_a_value_that_its_contract_refuses() {
    fn nothing(text: &mut Option<String>) {
        *text = None;
    }

    fn blank(list: &mut Vec<String>) {
        list.push(String::new());
    }

    fn spoil(code: &mut Code) {
        code.0.clear();
    }

    #[external_contract]
    #[derive(Debug)]
    struct Code(#[field(length(2, severity = error), uppercase(severity = warn))] String);

    #[external_contract]
    #[derive(Debug)]
    struct Absent {
        #[field(required, sanitize(nothing), length = 1..)]
        text: Option<String>,
    }

    #[external_contract]
    #[derive(Debug)]
    struct List(#[field(sanitize(blank), length = 0..=9, each(non_empty))] Vec<String>);

    #[external_contract]
    #[derive(Debug)]
    struct Nested {
        #[field(sanitize(spoil))]
        code: Code,
    }

    #[external_contract]
    #[derive(Debug)]
    struct Hidden {
        #[field(sanitize(spoil), secret)]
        code: Code,
    }

    let report = accept::<Absent>(r#"{"text":"a"}"#).unwrap_err();
    assert_eq!(told(&report), pairs(&[("/text", "null")]));
    let report = accept::<List>(r#"["a"]"#).unwrap_err();
    assert_eq!(told(&report), pairs(&[("/1", "non_empty")]));
    let report = accept::<Nested>(r#"{"code":"AB"}"#).unwrap_err();
    assert_eq!(told(&report), pairs(&[("/code", "length")]));
    assert!(accept::<Nested>(r#"{"code":"A"}"#).is_err());
    let report = accept::<Hidden>(r#"{"code":"AB"}"#).unwrap_err();
    assert!(report.iter().all(|found| found.pointer() == "/code"));
}

#[test]
fn warnings_of_what_a_value_holds_are_told_once() {
    fn same(_: &mut Code) {}

    #[external_contract]
    #[derive(Debug)]
    struct Code(#[field(uppercase(severity = warn), length = 1..=9)] String);

    #[external_contract]
    #[derive(Debug)]
    struct Nested {
        #[field(sanitize(same))]
        code: Code,
    }

    let accepted = perimeter::Boundary::new()
        .examine::<Nested>(r#"{"code":"ab"}"#)
        .unwrap();
    assert_eq!(accepted.valid.code.0, "ab");
    assert_eq!(
        told(&accepted.warnings.unwrap()),
        pairs(&[("/code", "uppercase")])
    );
}

#[test]
fn secrets_and_fields_read_by_functions_are_sanitized() {
    fn doubled<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
        let text = <String as serde::Deserialize>::deserialize(deserializer)?;
        Ok(format!("{text}{text}"))
    }

    #[external_contract]
    #[derive(Debug)]
    struct Login {
        #[field(secret, sanitize(trim), length = 4..=6)]
        password: String,
        #[field(sanitize(trim), length = 3)]
        #[serde(deserialize_with = "doubled")]
        twice: String,
    }

    let login = accept::<Login>(r#"{"password":" hunter  ","twice":" a"}"#).unwrap();
    assert_eq!((login.password.as_str(), login.twice.as_str()), ("hunter", "a a"));
    let report = accept::<Login>(r#"{"password":" hunter22 ","twice":" a"}"#).unwrap_err();
    assert_eq!(told(&report), pairs(&[("/password", "length")]));
    assert!(!format!("{report:?}").contains("hunter"));
}

#[test]
fn sanitizing_does_not_depend_on_whether_rules_are_checked() {
    #[core_contract]
    #[derive(Debug)]
    struct Inner(#[field(sanitize(trim))] String);

    assert_eq!(accept::<Inner>(r#"" a ""#).unwrap().0, "a");
}

#[test]
fn names_like_ours_are_reached_by_their_path() {
    mod own {
        pub(super) fn trim(text: &mut String) {
            text.insert(0, '<');
        }
    }

    fn value(text: &mut String) {
        text.push('>');
    }

    #[external_contract]
    #[derive(Debug)]
    struct Named(#[field(sanitize(own::trim, trim, value), any)] String);

    assert_eq!(accept::<Named>(r#""a ""#).unwrap().0, "<a>");
}

#[test]
fn the_descriptor_names_the_functions() {
    fn own(_: &mut String) {}

    mod other {
        pub(super) fn function(_: &mut String) {}
    }

    #[external_contract]
    #[derive(Debug)]
    struct Described {
        #[field(sanitize(trim, own, other::function), any)]
        text: String,
        #[field(each(sanitize(lowercase)), length = 1..)]
        list: Vec<String>,
        #[field(any)]
        plain: String,
    }

    let Body::Record(fields) = Described::DESCRIPTOR.body() else {
        panic!("it is a record");
    };
    let [text, list, plain] = fields else {
        panic!("it has three fields");
    };
    assert_eq!(text.checks().sanitized(), ["trim", "own", "other::function"]);
    assert_eq!(list.checks().sanitized(), [""; 0]);
    assert_eq!(list.checks().each().unwrap().sanitized(), ["lowercase"]);
    assert_eq!(plain.checks().sanitized(), [""; 0]);
    assert!(matches!(plain.kind(), Kind::Text { .. }));
    let described = accept::<Described>(r#"{"text":" a","list":["B"],"plain":" c"}"#).unwrap();
    assert_eq!((described.text.as_str(), described.plain.as_str()), ("a", " c"));
    assert_eq!(described.list, ["b"]);
}

#[test]
fn parameters_are_sanitized_too() {
    fn same<T>(_: &mut T) {}

    #[external_contract]
    #[derive(Debug)]
    struct Generic<T> {
        #[field(sanitize(same), nested)]
        value: T,
        #[field(sanitize(trim, same), any)]
        text: String,
    }

    let generic = accept::<Generic<u8>>(r#"{"value":1,"text":" a"}"#).unwrap();
    assert_eq!((generic.value, generic.text.as_str()), (1, "a"));
}
