//! Contracts inside, of the same zone or another; what is decided by rules; contexts.

use std::collections::BTreeMap;

use perimeter::{
    Admission, Boundary, Contract, Enforcement, Mode, Valid, Zone, core_contract, coupling_contract,
    external_contract, strategic_boundary,
};

use super::{Became, admitted, of_codes};

fn never<T>(_: &T) -> Result<(), &'static str> {
    Err("is never right")
}

#[core_contract(check(never))]
#[derive(Debug)]
struct Inner {
    #[field(range = 1..=9)]
    number: u8,
}

#[coupling_contract(always)]
#[derive(Debug)]
struct Always(#[field(range = 1..=9)] u8);

/// Whatever can have rules.
#[external_contract(check(never))]
#[derive(Debug)]
struct All {
    inner: Inner,
    always: Always,
    #[field(length = 1, each(length = 1..=2))]
    list: Vec<String>,
    #[field(length = ..=1, keys(length = 1..=2), values(range = 1..=9))]
    map: BTreeMap<String, u8>,
    #[field(length = 1..=2, secret)]
    secret: String,
    #[field(sanitize(trim), length = 1..=2)]
    trimmed: String,
    #[field(length = 3.., matches(trimmed))]
    like: String,
    #[field(length(3.., when = true))]
    conditional: String,
    #[field(required_with(absent))]
    wanted: Option<u8>,
    absent: Option<u8>,
    kind: Kind,
    converted: Converted,
    pair: Pair,
    #[serde(flatten)]
    #[field(length = ..=0)]
    rest: BTreeMap<String, u8>,
}

#[external_contract(check(never))]
#[derive(Debug)]
#[serde(tag = "kind")]
enum Kind {
    A {
        #[field(range = 1..=9)]
        number: u8,
    },
}

#[external_contract]
#[derive(Debug, Clone)]
#[serde(from = "u8")]
struct Converted(#[field(range = 1..=9)] u8);

impl From<u8> for Converted {
    fn from(number: u8) -> Self {
        Converted(number)
    }
}

#[external_contract(check(never))]
#[derive(Debug)]
struct Pair(#[field(range = 1..=9)] u8, #[field(range = 1..=9)] u8);

const ALL: &str = r#"{"inner":{"number":0},"always":0,"list":["","abc"],"map":{"":0,"abc":10},"secret":"abc",
    "trimmed":" abc ","like":"a","conditional":"","absent":1,"kind":{"kind":"A","number":0},"converted":0,"pair":[0,0],
    "more":1}"#;

#[test]
fn off_skips_the_rules_of_everything_inside() {
    assert_eq!(
        admitted::<All>(Mode::Off, ALL),
        Became::Unproven(Vec::new(), Vec::new())
    );
    let Became::Unproven(told, _) = admitted::<All>(Mode::Warn, ALL) else {
        panic!("the types are right")
    };
    assert!(told.len() > 20, "{told:?}");
    assert_eq!(admitted::<All>(Mode::Strict, ALL), Became::Rejected(told));
}

#[test]
fn the_zone_of_the_outermost_contract_decides() {
    #[strategic_boundary]
    #[derive(Debug)]
    struct Outer {
        inner: External,
    }
    #[external_contract]
    #[derive(Debug)]
    struct External(#[field(range = 1..=9)] u8);

    let text = r#"{"inner":0}"#;
    let strict_inside = Enforcement::all(Mode::Off).with(Zone::External, Mode::Strict);
    let boundary = Boundary::new().enforcing(strict_inside, |_: &_| {});
    assert!(matches!(
        boundary.admit::<Outer>(text),
        Admission::Unproven { violations: None, .. }
    ));
    let strict_outside = Enforcement::STRICT.with(Zone::External, Mode::Off);
    let boundary = Boundary::new().enforcing(strict_outside, |_: &_| {});
    assert!(matches!(boundary.admit::<Outer>(text), Admission::Rejected(_)));
}

#[test]
fn a_proof_inside_is_a_proof() {
    #[external_contract]
    #[derive(Debug)]
    struct Holder {
        proven: Valid<Number>,
        #[field(range = 1..=9)]
        number: u8,
    }
    #[external_contract]
    #[derive(Debug)]
    struct Number(#[field(range = 1..=9)] u8);

    for mode in Mode::ALL {
        assert_eq!(
            admitted::<Holder>(mode, r#"{"proven":0,"number":1}"#),
            Became::Rejected(of_codes(&["range"])),
            "{mode}"
        );
    }
    let text = r#"{"proven":1,"number":0}"#;
    assert_eq!(
        admitted::<Holder>(Mode::Off, text),
        Became::Unproven(Vec::new(), Vec::new())
    );
    assert_eq!(
        admitted::<Holder>(Mode::Warn, text),
        Became::Unproven(of_codes(&["range"]), Vec::new())
    );
}

#[test]
fn rules_still_tell_alternatives_apart() {
    #[external_contract]
    #[derive(Debug, PartialEq)]
    #[serde(untagged)]
    enum Either {
        Small(#[field(range = 0..=9)] u8),
        Large(#[field(range = 100..=199)] u8),
    }
    let value = |mode, text| {
        let boundary = Boundary::new().enforcing(Enforcement::all(mode), |_: &_| {});
        boundary.admit::<Either>(text).into_value().ok()
    };
    for mode in Mode::ALL {
        assert_eq!(value(mode, "100"), Some(Either::Large(100)), "{mode}");
    }
    assert_eq!(value(Mode::Off, "50"), Some(Either::Small(50)));
    assert_eq!(value(Mode::Strict, "50"), None);
}

struct Most(u8);

fn few(number: &u8, most: &Most) -> Result<(), &'static str> {
    if *number <= most.0 {
        Ok(())
    } else {
        Err("is too much")
    }
}

#[external_contract(context(Most))]
#[derive(Debug)]
struct Few {
    #[field(check = few)]
    number: u8,
}

#[external_contract]
#[derive(Debug)]
struct Forgetful {
    few: Few,
}

#[test]
fn checks_are_given_their_context() {
    let warning = Boundary::new().enforcing(Enforcement::all(Mode::Warn), |_: &_| {});
    let text = r#"{"number":5}"#;
    assert!(warning.admit_with::<Few>(text, &Most(5)).proven().is_some());
    assert!(matches!(
        warning.admit_with::<Few>(text, &Most(4)),
        Admission::Unproven { .. }
    ));
    assert!(
        warning
            .admit_built_with(Few { number: 5 }, &Most(5))
            .proven()
            .is_some()
    );
    let admission = warning.admit_built_with(Few { number: 5 }, &Most(4));
    assert!(matches!(admission, Admission::Unproven { .. }));
}

#[test]
fn a_check_that_lacks_its_context_is_no_violation_to_admit() {
    let text = r#"{"few":{"number":5}}"#;
    for mode in [Mode::Strict, Mode::Warn, Mode::Log] {
        assert_eq!(
            admitted::<Forgetful>(mode, text),
            Became::Rejected(of_codes(&["context"])),
            "{mode}"
        );
    }
    // What is not run lacks nothing.
    assert_eq!(
        admitted::<Forgetful>(Mode::Off, text),
        Became::Unproven(Vec::new(), Vec::new())
    );
}

#[test]
fn zones_that_check_nothing_in_this_build_prove_what_they_prove() {
    #[core_contract]
    #[derive(Debug)]
    struct Core(#[field(range = 1..=9)] u8);

    let expected = match Core::ENFORCED {
        true => Became::Unproven(of_codes(&["range"]), Vec::new()),
        false => Became::Proven,
    };
    assert_eq!(admitted::<Core>(Mode::Warn, "0"), expected);
    assert_eq!(
        admitted::<Core>(Mode::Off, "0"),
        Became::Unproven(Vec::new(), Vec::new())
    );
}

#[test]
fn presence_is_not_a_rule() {
    #[external_contract]
    #[derive(Debug)]
    struct Present {
        #[field(required)]
        there: Option<u8>,
        #[field(not_null)]
        value: Option<u8>,
    }
    for mode in Mode::ALL {
        assert_eq!(
            admitted::<Present>(mode, "{}"),
            Became::Rejected(of_codes(&["missing"]))
        );
        let text = r#"{"there":null,"value":null}"#;
        assert_eq!(
            admitted::<Present>(mode, text),
            Became::Rejected(of_codes(&["null", "null"]))
        );
    }
}
