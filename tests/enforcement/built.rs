//! Values that are already built.

use std::cell::RefCell;

use perimeter::{
    Admission, Boundary, Clock, Contract, Enforcement, Invalid, Mode, Violations, external_contract,
};

use super::{Became, became, codes, of_codes};

#[external_contract]
#[derive(Debug, PartialEq)]
struct Order {
    #[field(length = 1..=5)]
    id: String,
    #[field(required)]
    count: Option<u8>,
    #[field(length(..=3, severity = warn))]
    note: Option<String>,
}

fn order(id: &str, count: Option<u8>) -> Order {
    Order {
        id: id.to_owned(),
        count,
        note: Some("long".to_owned()),
    }
}

fn admitted(mode: Mode, order: Order) -> Became {
    let logged = RefCell::new(Vec::new());
    let log = |report: &Violations| logged.borrow_mut().extend(codes(report));
    let admission = Boundary::new()
        .enforcing(Enforcement::all(mode), log)
        .admit_built(order);
    became(&admission, &logged, |invalid: &Invalid<Order>| {
        codes(&invalid.violations)
    })
}

#[test]
fn each_mode_admits_what_it_admits_of_texts() {
    for mode in [Mode::Strict, Mode::Warn, Mode::Log] {
        assert_eq!(admitted(mode, order("a", Some(1))), Became::Proven);
        assert_eq!(
            admitted(mode, order("a", None)),
            Became::Rejected(of_codes(&["null", "length"]))
        );
    }
    let long = || order("far too long", Some(1));
    let told = of_codes(&["length", "length"]);
    assert_eq!(admitted(Mode::Strict, long()), Became::Rejected(told.clone()));
    assert_eq!(
        admitted(Mode::Warn, long()),
        Became::Unproven(told.clone(), Vec::new())
    );
    assert_eq!(admitted(Mode::Log, long()), Became::Unproven(Vec::new(), told));
}

#[test]
fn off_looks_at_nothing() {
    assert_eq!(
        admitted(Mode::Off, order("", None)),
        Became::Unproven(Vec::new(), Vec::new())
    );
}

#[test]
fn what_is_rejected_comes_back() {
    let strict = Boundary::new().enforcing(Enforcement::STRICT, |_: &_| {});
    let Admission::Rejected(invalid) = strict.admit_built(order("", Some(1))) else {
        panic!("it is empty")
    };
    assert_eq!(invalid.value, order("", Some(1)));
    assert_eq!(
        invalid.violations.contract().unwrap().name(),
        Order::DESCRIPTOR.name()
    );
}

#[test]
fn warnings_are_beside_the_proof() {
    let strict = Boundary::new().enforcing(Enforcement::STRICT, |_: &_| {});
    let Admission::Proven(accepted) = strict.admit_built(order("a", Some(1))) else {
        panic!("it is right")
    };
    assert_eq!(accepted.warnings.unwrap().first().pointer(), "/note");
}

#[test]
fn the_options_of_the_boundary_hold() {
    #[external_contract]
    #[derive(Debug)]
    struct Due {
        #[field(each(range = 1..=9))]
        numbers: Vec<u8>,
        #[field(future)]
        at: std::time::SystemTime,
    }
    let at = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(100);
    let due = || Due {
        numbers: vec![0, 0, 0],
        at,
    };
    let before = Clock::fixed(std::time::SystemTime::UNIX_EPOCH);
    let boundary = Boundary::new().clock(before).max_violations(2);
    let warning = boundary.enforcing(Enforcement::all(Mode::Warn), |_: &_| {});
    let Admission::Unproven {
        violations: Some(report),
        ..
    } = warning.admit_built(due())
    else {
        panic!("the numbers are wrong")
    };
    assert_eq!((report.len(), report.truncated()), (2, 1));
}

#[external_contract(max_depth = 1)]
#[derive(Debug)]
struct Shallow {
    id: Id,
    #[field(sanitize(same))]
    other: Id,
}

#[external_contract]
#[derive(Debug)]
struct Id(Inner);

#[external_contract]
#[derive(Debug)]
struct Inner(#[field(any)] String);

fn same(_: &mut Id) {}

/// The limit is one of texts, in which contracts take no level of their own.
#[test]
fn a_value_is_as_deep_as_its_text() {
    let text = r#"{"id":"a","other":"b"}"#;
    let shallow = Shallow {
        id: Id(Inner("a".into())),
        other: Id(Inner("b".into())),
    };
    for mode in Mode::ALL {
        let enforcing = Boundary::new().enforcing(Enforcement::all(mode), |_| {});
        let read = enforcing.admit::<Shallow>(text);
        assert!(!matches!(read, Admission::Rejected(_)), "{mode}: {read:?}");
        let built = enforcing.admit_built(Shallow {
            id: Id(Inner("a".into())),
            other: Id(Inner("b".into())),
        });
        assert!(!matches!(built, Admission::Rejected(_)), "{mode}: {built:?}");
    }
    assert!(shallow.validate().is_ok());
}
