//! `Patch`: absent, null and a value, from documents and built, at every depth.

use std::collections::BTreeMap;

use perimeter::{Contract, Kind, Patch, Violation, Violations, accept, strategic_boundary};

#[strategic_boundary]
#[derive(Debug, Default, PartialEq)]
struct Change {
    any: Patch<u8>,
    #[field(nullable, range = 1..)]
    ranged: Patch<u8>,
    #[field(not_null)]
    kept: Patch<String>,
    #[field(required, nullable)]
    said: Patch<u8>,
    #[field(required)]
    given: Patch<u8>,
}

/// A change that is right.
fn sound() -> Change {
    Change {
        said: Patch::Null,
        given: Patch::Value(1),
        ..Change::default()
    }
}

/// Pointer and code of each violation.
fn found(report: &Violations) -> Vec<(String, String)> {
    let pair = |found: &Violation| (found.pointer().to_owned(), found.code().to_owned());
    report.iter().map(pair).collect()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(a, b): &(&str, &str)| ((*a).to_owned(), (*b).to_owned());
    pairs.iter().map(owned).collect()
}

#[test]
fn absent_null_and_a_value_are_three_things() {
    let change = accept::<Change>(r#"{"said":null,"given":1}"#).unwrap();
    assert_eq!(*change, sound());
    let change = accept::<Change>(r#"{"any":null,"ranged":2,"kept":"a","said":3,"given":4}"#).unwrap();
    assert_eq!(
        *change,
        Change {
            any: Patch::Null,
            ranged: Patch::Value(2),
            kept: Patch::Value("a".to_owned()),
            said: Patch::Value(3),
            given: Patch::Value(4),
        }
    );
}

#[test]
fn words_say_which_of_the_three_it_may_not_be() {
    let report = accept::<Change>(r#"{"kept":null}"#).unwrap_err();
    assert_eq!(
        found(&report),
        pairs(&[("/kept", "null"), ("/said", "missing"), ("/given", "missing")])
    );
    let report = accept::<Change>(r#"{"ranged":0,"said":null,"given":null}"#).unwrap_err();
    assert_eq!(found(&report), pairs(&[("/ranged", "range"), ("/given", "null")]));
}

#[test]
fn built_values_get_the_same_verdicts() {
    assert!(sound().validate().is_ok());
    let report = Change {
        kept: Patch::Null,
        ..Change::default()
    }
    .validate()
    .unwrap_err();
    assert_eq!(
        found(&report),
        pairs(&[("/kept", "null"), ("/said", "missing"), ("/given", "missing")])
    );
    let report = Change {
        ranged: Patch::Value(0),
        given: Patch::Null,
        ..sound()
    }
    .validate()
    .unwrap_err();
    assert_eq!(found(&report), pairs(&[("/ranged", "range"), ("/given", "null")]));
}

#[strategic_boundary]
#[derive(Debug, PartialEq)]
struct Deep {
    #[field(length = ..=3, each(range = 1..))]
    list: Patch<Vec<Patch<u8>>>,
    #[field(values(range = 1..))]
    map: Patch<BTreeMap<String, Patch<u8>>>,
    boxed: Box<Patch<u8>>,
    inner: Patch<Inner>,
    maybe: Option<Patch<u8>>,
}

#[strategic_boundary]
#[derive(Debug, PartialEq)]
struct Inner {
    #[field(range = 1..)]
    x: Patch<u8>,
}

#[test]
fn patches_hold_and_are_held() {
    let deep = accept::<Deep>("{}").unwrap();
    assert_eq!(
        *deep,
        Deep {
            list: Patch::Absent,
            map: Patch::Absent,
            boxed: Box::new(Patch::Absent),
            inner: Patch::Absent,
            maybe: None,
        }
    );
    let text = r#"{"list":[1,null],"map":{"a":null,"b":2},"boxed":null,"inner":{},"maybe":1}"#;
    let deep = accept::<Deep>(text).unwrap().into_inner();
    let map = [("a", Patch::Null), ("b", Patch::Value(2))];
    assert_eq!(
        deep,
        Deep {
            list: Patch::Value(vec![Patch::Value(1), Patch::Null]),
            map: Patch::Value(map.map(|(key, value)| (key.to_owned(), value)).into()),
            boxed: Box::new(Patch::Null),
            inner: Patch::Value(Inner { x: Patch::Absent }),
            maybe: Some(Patch::Value(1)),
        }
    );
    let deep = accept::<Deep>(r#"{"list":null,"map":null,"inner":null}"#).unwrap();
    assert!(deep.list.is_null() && deep.map.is_null() && deep.inner.is_null());
}

#[test]
fn rules_see_through_patches_wherever_they_are() {
    let text = r#"{"list":[1,null,0,4],"map":{"a":0},"inner":{"x":0}}"#;
    let report = accept::<Deep>(text).unwrap_err();
    let expected = pairs(&[
        ("/list", "length"),
        ("/list/2", "range"),
        ("/map/a", "range"),
        ("/inner/x", "range"),
    ]);
    assert_eq!(found(&report), expected);
    let map = [("a".to_owned(), Patch::Value(0))];
    let deep = Deep {
        list: Patch::Value(vec![
            Patch::Value(1),
            Patch::Null,
            Patch::Value(0),
            Patch::Value(4),
        ]),
        map: Patch::Value(map.into()),
        boxed: Box::default(),
        inner: Patch::Value(Inner { x: Patch::Value(0) }),
        maybe: None,
    };
    assert_eq!(found(&deep.validate().unwrap_err()), expected);
}

#[test]
fn a_flattened_patch_is_absent_unless_its_members_are_there() {
    #[strategic_boundary]
    struct Outer {
        #[serde(flatten)]
        point: Patch<Point>,
    }
    #[strategic_boundary]
    #[derive(Debug, PartialEq)]
    struct Point {
        x: u8,
        y: u8,
    }
    let outer = accept::<Outer>(r#"{"x":1,"y":2}"#).unwrap();
    assert_eq!(outer.point, Patch::Value(Point { x: 1, y: 2 }));
    let outer = accept::<Outer>(r#"{"x":1}"#).unwrap();
    assert_eq!(outer.point, Patch::Absent);
}

#[test]
fn its_descriptor_is_that_of_an_option() {
    let perimeter::Body::Record(fields) = Change::DESCRIPTOR.body() else {
        panic!("it is a struct")
    };
    let presence: Vec<_> = fields
        .iter()
        .map(|field| (field.presence().required, field.presence().nullable))
        .collect();
    assert_eq!(
        presence,
        [
            (false, true),
            (false, true),
            (false, false),
            (true, true),
            (true, false)
        ]
    );
    assert!(matches!(fields[0].kind(), Kind::Optional(Kind::Integer { .. })));
}

#[test]
fn serde_reads_and_writes_it_outside_of_contracts() {
    #[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
    struct Plain {
        #[serde(default, skip_serializing_if = "Patch::is_absent")]
        x: Patch<u8>,
        #[serde(default)]
        y: Patch<String>,
    }
    for (text, plain, written) in [
        (
            "{}",
            Plain {
                x: Patch::Absent,
                y: Patch::Absent,
            },
            r#"{"y":null}"#,
        ),
        (
            r#"{"x":null,"y":"a"}"#,
            Plain {
                x: Patch::Null,
                y: Patch::Value("a".to_owned()),
            },
            r#"{"x":null,"y":"a"}"#,
        ),
        (
            r#"{"x":1,"y":null}"#,
            Plain {
                x: Patch::Value(1),
                y: Patch::Null,
            },
            r#"{"x":1,"y":null}"#,
        ),
    ] {
        assert_eq!(serde_json::from_str::<Plain>(text).unwrap(), plain);
        assert_eq!(serde_json::to_string(&plain).unwrap(), written);
    }
}

#[test]
fn without_a_default_serde_takes_what_is_absent_as_null() {
    #[derive(Debug, PartialEq, serde::Deserialize)]
    struct Plain {
        x: Patch<u8>,
    }
    assert_eq!(
        serde_json::from_str::<Plain>("{}").unwrap(),
        Plain { x: Patch::Null }
    );
}

#[test]
fn contracts_read_it_from_other_formats() {
    let change: Change = toml::from_str("given = 1\nsaid = 2\nkept = \"a\"").unwrap();
    assert_eq!(
        change,
        Change {
            kept: Patch::Value("a".to_owned()),
            said: Patch::Value(2),
            ..sound()
        }
    );
}
