//! What stands on a field.

use perimeter::{Contract, Param, accept, external_contract, strategic_boundary};

use crate::contracts::{Address, Customer, Range, SignUp};
use crate::{NONE, built, lines, told};

#[test]
fn matches_wants_the_same_value() {
    assert_eq!(told!(SignUp, r#"{"password":"a","again":"a"}"#), NONE);
    assert_eq!(told!(SignUp, r#"{"password":"a"}"#), NONE);
    assert_eq!(told!(SignUp, r#"{"password":"a","again":null}"#), NONE);
    assert_eq!(
        told!(SignUp, r#"{"again":"b","password":"a"}"#),
        ["1:10: /again: must be the same as `password`"]
    );
}

#[test]
fn must_match_is_another_name_of_matches() {
    #[strategic_boundary]
    struct SignUp {
        password: Option<String>,
        #[field(must_match(password))]
        again: String,
    }
    let Err(report) = accept::<SignUp>(r#"{"again":"b"}"#) else {
        panic!("there is nothing to be the same as")
    };
    assert_eq!(report.first().code(), "matches");
    assert_eq!(told!(SignUp, r#"{"password":"b","again":"b"}"#), NONE);
}

#[test]
fn less_and_greater_are_strict_and_want_two_values() {
    assert_eq!(told!(Range, r#"{"min":1,"max":2,"first":"a","last":"b"}"#), NONE);
    assert_eq!(told!(Range, r#"{"min":1,"last":"a"}"#), NONE);
    assert_eq!(told!(Range, r#"{"max":1,"first":"a"}"#), NONE);
    assert_eq!(
        told!(Range, r#"{"min":2,"max":2,"first":"b","last":"b"}"#),
        [
            "1:8: /min: must be less than `max`",
            "1:37: /last: must be greater than `first`"
        ]
    );
}

#[test]
fn what_has_no_order_is_neither_less_nor_greater() {
    let range = Range {
        min: Some(1.0),
        max: Some(f64::NAN),
        ..Range::default()
    };
    assert_eq!(built(&range), ["/min: must be less than `max`"]);
}

#[test]
fn conditions_compare_text_integers_booleans_and_variants() {
    for text in [
        r#"{"kind":"person","level":0}"#,
        r#"{"kind":"person","level":5000000000}"#,
        r#"{"kind":"limited_company","name":"a","level":1}"#,
        r#"{"kind":"person","deposit":1}"#,
        r#"{"kind":"person","country":"US","state":"CA","level":1}"#,
        r#"{"kind":"person","country":"CH","state":null,"level":1}"#,
        r#"{"kind":"person","member":true,"since":2000,"level":1}"#,
    ] {
        assert_eq!(told!(Customer, text), NONE, "{text}");
    }
    assert_eq!(
        told!(Customer, r#"{"kind":"club","level":1}"#),
        [r#"1:25: /name: is required if `kind` is "limited_company" or "club""#]
    );
    assert_eq!(
        told!(Customer, r#"{"kind":"person","country":"US","state":null}"#),
        [
            r#"1:41: /state: is required if `country` is "US""#,
            "1:45: /deposit: is required unless `level` is 0, 1, 4000000000 or 5000000000",
        ]
    );
    assert_eq!(
        told!(
            Customer,
            r#"{"kind":"person","country":"CH","state":"ZH","member":false,"since":1,"level":1}"#
        ),
        [
            r#"1:41: /state: must have no value if `country` is "CH""#,
            "1:69: /since: must have no value if `member` is false",
        ]
    );
}

#[test]
fn a_violation_has_the_other_field_and_the_values_as_parameters() {
    let Err(report) = accept::<Customer>(r#"{"kind":"club","country":"US","level":1}"#) else {
        panic!("name and state are missing")
    };
    let params: Vec<_> = report.iter().map(|found| found.params().clone()).collect();
    assert_eq!(params[0].get("other"), Some(&"kind".into()));
    let kinds: Param = ["limited_company", "club"].into_iter().collect();
    assert_eq!(params[0].get("equals"), Some(&kinds));
    assert_eq!(params[1].get("equals"), Some(&"US".into()));
}

#[test]
fn presence_of_others_requires_presence() {
    assert_eq!(told!(Address, r#"{"posteRestante":"a"}"#), NONE);
    assert_eq!(told!(Address, r#"{"streetName":"a","zipCode":"b"}"#), NONE);
    assert_eq!(
        told!(
            Address,
            "{\n \"houseNumber\": 1,\n \"zipCode\": null,\n \"posteRestante\": \"a\"\n}"
        ),
        ["5:1: /streetName: is required if `zipCode` or `houseNumber` has a value"]
    );
    assert_eq!(
        told!(Address, r#"{"streetName":"a"}"#),
        ["1:18: /posteRestante: is required if `streetName` or `zipCode` has no value"]
    );
}

#[test]
fn types_that_only_serde_reads_are_compared_as_they_are() {
    #[derive(Debug, Clone, PartialEq, PartialOrd, serde::Deserialize)]
    enum Size {
        Small,
        Large,
    }
    #[external_contract(exactly_one_of(size, weight))]
    struct Parcel {
        size: Option<Size>,
        #[field(greater_than(size))]
        next: Option<Size>,
        weight: Option<u8>,
        #[field(required_if(size = Size::Large))]
        width: Option<u8>,
    }
    assert_eq!(told!(Parcel, r#"{"size":"Small","next":"Large"}"#), NONE);
    assert_eq!(told!(Parcel, r#"{"weight":1}"#), NONE);
    assert_eq!(
        told!(Parcel, r#"{"size":"Large","next":"Large"}"#),
        [
            "1:24: /next: must be greater than `size`",
            r#"1:31: /width: is required if `size` is "Large""#
        ]
    );
    assert_eq!(
        told!(Parcel, "{}"),
        ["1:1: must have exactly one of `size` and `weight`"]
    );
}

#[test]
fn generic_and_borrowed_fields_are_compared() {
    #[external_contract]
    struct Pair<'a, T: PartialOrd>
    where
        T: perimeter::Shape<Target = T>,
    {
        low: T,
        #[field(greater_than(low))]
        high: T,
        #[field(required_if(name = ["all", MORE]), required_with(again))]
        extra: Option<T>,
        #[field(any)]
        name: &'a str,
        #[field(any, matches(name))]
        again: Option<std::borrow::Cow<'a, str>>,
    }
    const MORE: &str = "more";
    let text = r#"{"low":1,"high":2,"extra":3,"name":"a","again":"a"}"#;
    let pair = accept::<Pair<'_, u8>>(text).unwrap();
    assert_eq!(
        (pair.low, pair.high, pair.extra, pair.name, pair.again.is_some()),
        (1, 2, Some(3), "a", true)
    );
    assert_eq!(
        told!(Pair<'_, u8>, r#"{"low":2,"high":2,"name":"more","again":"b"}"#),
        [
            "1:17: /high: must be greater than `low`",
            "1:41: /again: must be the same as `name`",
            r#"1:44: /extra: is required if `name` is "all" or "more""#,
            "1:44: /extra: is required if `again` has a value"
        ]
    );
}

#[test]
fn variants_of_mixed_enums_are_told_by_their_names_in_documents() {
    #[derive(Debug, PartialEq, Contract)]
    #[serde(rename_all = "kebab-case")]
    enum Delivery {
        ByMail,
        To(u8),
    }
    #[external_contract]
    struct Parcel {
        delivery: Delivery,
        #[field(required_if(delivery = Delivery::ByMail))]
        stamps: Option<u8>,
    }
    assert_eq!(told!(Parcel, r#"{"delivery":{"to":1}}"#), NONE);
    assert_eq!(
        told!(Parcel, r#"{"delivery":"by-mail"}"#),
        [r#"1:22: /stamps: is required if `delivery` is "by-mail""#]
    );
}
