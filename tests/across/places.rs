//! Where words report, what keeps them from being checked, and what stays hidden.

use perimeter::{Contract, accept, core_contract, external_contract};

use crate::contracts::{Customer, Login, Order, Range, Shape, SignUp};
use crate::{NONE, built, lines, told};

#[test]
fn what_is_not_sound_is_not_compared() {
    // `password` is too long, so that what `again` has to be is not known.
    let text = format!(r#"{{"password":"{}","again":"b"}}"#, "a".repeat(21));
    assert_eq!(
        told!(SignUp, &text),
        ["1:13: /password: must have 1 to 20 characters, not 21"]
    );
    assert_eq!(told!(SignUp, r#"{"again":"b"}"#), ["1:13: /password: is missing"]);
    // What stands on the field itself counts, too; other fields do not.
    assert_eq!(
        told!(
            Customer,
            r#"{"kind":"club","name":5,"country":"US","level":"1","deposit":1}"#
        ),
        [
            "1:23: /name: must be a string, not a number",
            "1:48: /level: must be an integer from 0 to 18446744073709551615, not a string",
            r#"1:63: /state: is required if `country` is "US""#,
        ]
    );
}

#[test]
fn a_duplicate_is_not_sound() {
    assert_eq!(
        told!(SignUp, r#"{"password":"a","again":"b","again":"a"}"#),
        ["1:29: /again: is there more than once"]
    );
}

#[test]
fn the_report_is_in_the_order_of_the_document() {
    assert_eq!(
        told!(Order, r#"{"zip":"z","x":1,"phone":"p","card":3}"#),
        [
            "1:1: must have all of `street`, `city` and `zip`, or none",
            "1:12: /x: is not known here",
            "1:37: /card: must be a string, not a number",
        ]
    );
}

#[test]
fn an_alias_is_told_as_it_was_sent() {
    #[external_contract]
    struct Limits {
        #[serde(alias = "from")]
        #[field(less_than(max))]
        min: u8,
        max: u8,
    }
    assert_eq!(
        told!(Limits, r#"{"from":5,"max":5}"#),
        ["1:9: /from: must be less than `max`"]
    );
}

#[test]
fn fields_of_a_variant_relate_to_each_other() {
    assert_eq!(told!(Shape, r#"{"type":"dot"}"#), NONE);
    assert_eq!(told!(Shape, r#"{"type":"ring","inner":1,"outside":2}"#), NONE);
    assert_eq!(
        told!(Shape, r#"{"inner":2,"outside":2,"type":"ring"}"#),
        ["1:22: /outside: must be greater than `inner`"]
    );
    assert_eq!(
        told!(Shape, r#"{"type":"label"}"#),
        [
            "1:1: warning: must have at least one of `text` and `icon`",
            "1:16: /icon: is required if `text` has no value"
        ]
    );
    assert_eq!(
        told!(Shape, r#"{"type":"label","text":"a","width":1}"#),
        ["1:1: must have all of `width` and `height`, or none"]
    );
    let label = Shape::Label {
        text: None,
        icon: None,
        width: Some(1),
        height: None,
    };
    assert_eq!(
        built(&label),
        [
            "/icon: is required if `text` has no value",
            "warning: must have at least one of `text` and `icon`",
            "must have all of `width` and `height`, or none"
        ]
    );
    assert_eq!(
        built(&Shape::Ring { inner: 2, outer: 2 }),
        ["/outside: must be greater than `inner`"]
    );
    assert_eq!(built(&Shape::Dot), NONE);
}

#[test]
fn an_externally_tagged_variant_is_a_member_of_its_own() {
    #[derive(Debug, Contract)]
    enum Span {
        #[contract(all_or_none(from, to))]
        Days {
            from: Option<u8>,
            #[field(greater_than(from))]
            to: Option<u8>,
        },
    }
    assert_eq!(
        told!(Span, r#"{"Days":{"from":2,"to":1}}"#),
        ["1:24: /Days/to: must be greater than `from`"]
    );
    assert_eq!(
        built(&Span::Days {
            from: Some(1),
            to: None
        }),
        ["/Days: must have all of `from` and `to`, or none"]
    );
}

#[test]
fn an_untagged_enum_tries_the_next_variant() {
    #[derive(Debug, Contract)]
    #[serde(untagged)]
    enum Span {
        Open {
            #[field(less_than(to))]
            from: u8,
            to: u8,
        },
        Any {
            from: u8,
            to: u8,
        },
    }
    let span = accept::<Span>(r#"{"from":2,"to":1}"#).unwrap();
    assert!(matches!(*span, Span::Any { from: 2, to: 1 }));
    let span = accept::<Span>(r#"{"from":1,"to":2}"#).unwrap();
    assert!(matches!(*span, Span::Open { from: 1, to: 2 }));
}

#[test]
fn a_flattened_record_speaks_of_the_object_around_it() {
    #[derive(Debug, Contract)]
    #[contract(all_or_none(street, zip))]
    struct Place {
        #[field(any)]
        street: Option<String>,
        #[field(any)]
        #[serde(rename = "ZIP")]
        zip: Option<String>,
        #[field(required_with(zip))]
        number: Option<u8>,
    }
    #[external_contract]
    struct Person {
        #[field(any)]
        name: String,
        #[serde(flatten)]
        place: Place,
    }
    #[external_contract]
    struct People(#[field(length = 1..)] Vec<Person>);

    assert_eq!(
        told!(People, r#"[{"name":"a"},{"ZIP":"1","name":"b"}]"#),
        [
            "1:15: /1: must have all of `street` and `ZIP`, or none",
            "1:36: /1/number: is required if `ZIP` has a value"
        ]
    );
    let people = People(vec![Person {
        name: "a".to_owned(),
        place: Place {
            street: None,
            zip: Some("1".to_owned()),
            number: None,
        },
    }]);
    assert_eq!(
        built(&people),
        [
            "/0/number: is required if `ZIP` has a value",
            "/0: must have all of `street` and `ZIP`, or none"
        ]
    );
}

#[test]
fn a_secret_is_in_no_report() {
    let Err(report) = accept::<Login>(r#"{"role":"root-of-all","again":"hunter2"}"#) else {
        panic!("both are wrong")
    };
    assert_eq!(
        lines(&report),
        [
            "1:31: /again: must be the same as `role`",
            "1:40: /reason: is required if `role` has a certain value"
        ]
    );
    let all = format!("{report:?}{report:#?}");
    assert!(!all.contains("root-of-all") && !all.contains("hunter2"), "{all}");
}

#[test]
fn inside_a_secret_the_place_and_the_fields_stay_hidden() {
    #[external_contract]
    struct Outer {
        #[field(secret)]
        range: Range,
    }
    let Err(report) = accept::<Outer>(r#"{"range":{"min":2,"max":1}}"#) else {
        panic!("the range is empty")
    };
    assert_eq!(lines(&report), ["1:10: /range: can't be taken"]);
}

#[test]
fn rules_of_core_contracts_hold_where_rules_hold() {
    #[core_contract]
    struct Inner {
        #[field(less_than(max))]
        min: u8,
        max: u8,
    }
    #[external_contract]
    struct Outer {
        inner: Inner,
    }
    assert_eq!(
        told!(Outer, r#"{"inner":{"min":2,"max":1}}"#),
        ["1:17: /inner/min: must be less than `max`"]
    );
}
