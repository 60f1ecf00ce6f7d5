//! What stands on the whole, built values, warnings, patches.

use perimeter::{Boundary, Contract, Param, Patch, Severity, Violation, accept, external_contract};

use crate::contracts::{Customer, Kind, Order};
use crate::{NONE, built, lines, told};

#[test]
fn groups_count_the_fields_that_have_a_value() {
    assert_eq!(told!(Order, r#"{"card":"1","mail":"a","phone":"b"}"#), NONE);
    assert_eq!(
        told!(
            Order,
            r#"{"IBAN":"1","card":null,"mail":"a","street":"s","city":"c","zip":"z"}"#
        ),
        NONE
    );
    assert_eq!(
        told!(Order, r#" {"card":"1","IBAN":"1","street":"s","zip":"z"}"#),
        [
            "1:2: must have exactly one of `card` and `IBAN`",
            "1:2: must be reachable",
            "1:2: must have all of `street`, `city` and `zip`, or none",
        ]
    );
    let Err(report) = accept::<Order>("{}") else {
        panic!("it has neither")
    };
    let codes: Vec<_> = report.iter().map(Violation::code).collect();
    assert_eq!(codes, ["exactly_one_of", "unreachable"]);
    let fields: Param = ["card", "IBAN"].into_iter().collect();
    assert_eq!(report.first().params().get("fields"), Some(&fields));
    assert_eq!(report.first().pointer(), "");
}

#[test]
fn built_values_get_the_same_verdicts() {
    let order = Order {
        card: Some("1".to_owned()),
        mail: Some("a".to_owned()),
        ..Order::default()
    };
    assert_eq!(built(&order), NONE);
    let order = Order {
        street: Some("s".to_owned()),
        ..order
    };
    assert_eq!(
        built(&order),
        ["must have all of `street`, `city` and `zip`, or none"]
    );
    let customer = Customer {
        kind: Kind::Club,
        country: Some("US".to_owned()),
        level: None,
        member: None,
        name: None,
        state: None,
        deposit: None,
        since: None,
    };
    assert_eq!(
        built(&customer),
        [
            r#"/name: is required if `kind` is "limited_company" or "club""#,
            r#"/state: is required if `country` is "US""#,
            "/deposit: is required unless `level` is 0, 1, 4000000000 or 5000000000",
        ]
    );
}

#[test]
fn a_warning_rejects_nothing() {
    #[external_contract(exactly_one_of(a, b, severity = warn))]
    #[derive(Debug)]
    struct Lenient {
        #[field(less_than(b, severity = warn, message = "should be small", code = "small"))]
        a: Option<u8>,
        b: Option<u8>,
    }
    let accepted = Boundary::new()
        .examine::<Lenient>(r#"{"a":2,"b":1}"#)
        .expect("warnings reject nothing");
    let report = accepted.warnings.expect("there are two warnings");
    assert_eq!(
        lines(&report),
        [
            "1:1: warning: must have exactly one of `a` and `b`",
            "1:6: warning: /a: should be small"
        ]
    );
    let [_, small] = Lenient::DESCRIPTOR.across() else {
        panic!("it has two rules")
    };
    // Descriptors list what stands on fields first.
    assert_eq!(small.word(), "exactly_one_of");
    assert_eq!(small.info().severity(), Severity::Warn);
}

#[test]
fn patches_count_as_present_if_they_hold_a_value() {
    #[external_contract(all_or_none(low, high))]
    struct Change {
        low: Patch<u8>,
        #[field(greater_than(low))]
        high: Patch<u8>,
        #[field(required_if(low = 0))]
        reason: Patch<u8>,
    }
    assert_eq!(told!(Change, "{}"), NONE);
    assert_eq!(told!(Change, r#"{"low":null}"#), NONE);
    assert_eq!(
        told!(Change, r#"{"low":0,"high":null,"reason":null}"#),
        [
            "1:1: must have all of `low` and `high`, or none",
            "1:31: /reason: is required if `low` is 0"
        ]
    );
}
