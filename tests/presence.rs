//! Absent, null and a value, on types of ours and on types that only serde reads.

use perimeter::{accept, strategic_boundary};

/// A type that is no contract.
#[derive(Debug, PartialEq, serde::Deserialize)]
struct Foreign {
    x: u8,
}

#[strategic_boundary]
#[derive(Debug, PartialEq)]
struct Present {
    #[field(required)]
    own: Option<u8>,
    #[field(required)]
    foreign: Option<Foreign>,
    #[field(not_null)]
    either: Option<Foreign>,
    free: Option<Foreign>,
}

fn codes(text: &str) -> Vec<(String, String)> {
    match accept::<Present>(text) {
        Ok(_) => Vec::new(),
        Err(report) => report
            .iter()
            .map(|found| (found.pointer().to_owned(), found.code().to_owned()))
            .collect(),
    }
}

fn found(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs
        .iter()
        .map(|(pointer, code)| ((*pointer).to_owned(), (*code).to_owned()))
        .collect()
}

#[test]
fn what_is_required_must_be_there() {
    assert_eq!(
        codes("{}"),
        found(&[("/own", "missing"), ("/foreign", "missing")])
    );
    assert_eq!(codes(r#"{"own":1,"foreign":{"x":1}}"#), found(&[]));
}

#[test]
fn null_is_no_value_whoever_reads_the_type() {
    assert_eq!(
        codes(r#"{"own":null,"foreign":null,"either":null,"free":null}"#),
        found(&[("/own", "null"), ("/foreign", "null"), ("/either", "null")])
    );
}

#[test]
fn what_is_required_must_not_be_null_in_a_tuple_and_a_newtype() {
    #[strategic_boundary]
    #[derive(Debug)]
    struct Pair(#[field(required)] Option<u8>, #[field(not_null)] Option<u8>);

    #[strategic_boundary]
    #[derive(Debug)]
    enum Choice {
        One(#[field(required)] Option<u8>),
    }

    let Err(report) = accept::<Pair>("[null,null]") else {
        panic!("both are null")
    };
    assert_eq!(
        report.to_string(),
        "1:2: /0: must not be null\n1:7: /1: must not be null"
    );
    let pair = accept::<Pair>("[1,2]").unwrap();
    assert_eq!((pair.0, pair.1), (Some(1), Some(2)));
    let Err(report) = accept::<Choice>(r#"{"One":null}"#) else {
        panic!("it is null")
    };
    assert_eq!(report.to_string(), "1:8: /One: must not be null");
    let Choice::One(value) = accept::<Choice>(r#"{"One":1}"#).unwrap().into_inner();
    assert_eq!(value, Some(1));
}

#[test]
fn lengths_of_one_are_told_in_the_singular() {
    #[strategic_boundary]
    struct Named {
        #[field(length = 1..)]
        name: String,
    }
    let Err(report) = accept::<Named>(r#"{"name":""}"#) else {
        panic!("it is empty")
    };
    assert_eq!(
        report.to_string(),
        "1:9: /name: must have at least 1 character, not 0"
    );
    let named = accept::<Named>(r#"{"name":"a"}"#).unwrap();
    assert_eq!(named.name, "a");
}
