//! What each mode makes of a text.

use std::sync::atomic::{AtomicUsize, Ordering};

use perimeter::{
    Admission, Boundary, Enforcement, Mode, Payload, Zone, accept, external_contract, strategic_boundary,
};

use super::{Became, admitted, admitted_by, of_codes};

static ASKED: AtomicUsize = AtomicUsize::new(0);

fn asked(_: &String) -> Result<(), &'static str> {
    ASKED.fetch_add(1, Ordering::Relaxed);
    Ok(())
}

fn not_even(number: &u8) -> Result<(), &'static str> {
    if number % 2 == 0 { Err("is even") } else { Ok(()) }
}

#[external_contract]
#[derive(Debug)]
struct Order {
    #[field(length = 1..=5)]
    id: String,
    #[field(range = 1..=9, check = not_even)]
    count: u8,
    #[field(length(..=3, severity = warn))]
    note: Option<String>,
    #[field(length = 12.., secret)]
    key: Option<String>,
}

const GOOD: &str = r#"{"id":"a","count":1}"#;
const WARNED: &str = r#"{"id":"a","count":1,"note":"long"}"#;
const BROKEN: &str = r#"{"id":"far too long","count":10,"note":"long"}"#;

#[test]
fn what_has_no_error_is_proven_in_every_mode_that_checks() {
    for mode in [Mode::Strict, Mode::Warn, Mode::Log] {
        assert_eq!(admitted::<Order>(mode, GOOD), Became::Proven);
        assert_eq!(admitted::<Order>(mode, WARNED), Became::Proven);
    }
    for text in [GOOD, WARNED, BROKEN] {
        assert_eq!(
            admitted::<Order>(Mode::Off, text),
            Became::Unproven(Vec::new(), Vec::new())
        );
    }
}

#[test]
fn warnings_are_beside_the_proof() {
    for mode in [Mode::Strict, Mode::Warn, Mode::Log] {
        let boundary =
            Boundary::new().enforcing(Enforcement::all(mode), |_: &_| panic!("nothing is admitted"));
        let Admission::Proven(accepted) = boundary.admit::<Order>(WARNED) else {
            panic!("a warning rejects nothing")
        };
        assert_eq!(accepted.warnings.unwrap().first().pointer(), "/note");
    }
    let examined = Boundary::new().examine::<Order>(WARNED).unwrap();
    assert_eq!(examined.warnings.unwrap().len(), 1);
    assert_eq!(examined.valid.count, 1);
    let report = Boundary::new().examine::<Order>(BROKEN).unwrap_err();
    assert_eq!(super::codes(&report), ["length", "range", "custom", "length"]);
}

#[test]
fn what_breaks_rules_is_rejected_told_or_logged() {
    let all = of_codes(&["length", "range", "custom", "length"]);
    assert_eq!(
        admitted::<Order>(Mode::Strict, BROKEN),
        Became::Rejected(all.clone())
    );
    assert_eq!(
        admitted::<Order>(Mode::Warn, BROKEN),
        Became::Unproven(all.clone(), Vec::new())
    );
    assert_eq!(
        admitted::<Order>(Mode::Log, BROKEN),
        Became::Unproven(Vec::new(), all)
    );
}

#[test]
fn what_is_no_value_of_the_type_is_rejected_in_every_mode() {
    for (text, code) in [
        ("", "syntax"),
        (r#"{"id":"a","count":1} x"#, "syntax"),
        (r#"{"id":"a","count":"1"}"#, "type"),
        (r#"{"id":"a"}"#, "missing"),
        (r#"{"id":null,"count":1}"#, "type"),
        (r#"{"id":"a","count":1,"more":2}"#, "unknown"),
        (r#"{"id":"a","count":1,"count":1}"#, "duplicate"),
    ] {
        for mode in Mode::ALL {
            assert_eq!(
                admitted::<Order>(mode, text),
                Became::Rejected(of_codes(&[code])),
                "{mode}: {text}"
            );
        }
    }
    let short = Boundary::new().max_bytes(5);
    let shallow = Boundary::new().max_depth(0);
    for mode in Mode::ALL {
        assert_eq!(
            admitted_by::<Order>(short, mode, GOOD),
            Became::Rejected(of_codes(&["limit.bytes"]))
        );
        assert_eq!(
            admitted_by::<Order>(shallow, mode, GOOD),
            Became::Rejected(of_codes(&["limit.depth"]))
        );
    }
}

/// More than the report keeps: what was only counted still rejects.
#[test]
fn a_fault_beyond_the_limit_of_the_report_rejects() {
    let boundary = Boundary::new().max_violations(1);
    let broken = r#"{"id":"far too long","count":1,"more":2}"#;
    assert_eq!(
        admitted_by::<Order>(boundary, Mode::Warn, broken),
        Became::Rejected(of_codes(&["unknown"])),
        "what rejects is told"
    );
    assert_eq!(
        admitted_by::<Order>(boundary, Mode::Strict, broken),
        Became::Rejected(of_codes(&["length"]))
    );
    let broken = r#"{"id":"far too long","count":10}"#;
    let told = Became::Unproven(of_codes(&["length"]), Vec::new());
    assert_eq!(admitted_by::<Order>(boundary, Mode::Warn, broken), told);
}

#[test]
fn where_a_first_error_rejects_nothing_it_ends_nothing() {
    let boundary = Boundary::new().fail_fast();
    assert_eq!(
        admitted_by::<Order>(boundary, Mode::Strict, BROKEN),
        Became::Rejected(of_codes(&["length"]))
    );
    let all = of_codes(&["length", "range", "custom", "length"]);
    assert_eq!(
        admitted_by::<Order>(boundary, Mode::Warn, BROKEN),
        Became::Unproven(all, Vec::new())
    );
}

#[test]
fn accept_is_strict_whatever_is_enforced() {
    let boundary = Boundary::new();
    let _ = boundary.enforcing(Enforcement::all(Mode::Off), |_: &_| {});
    assert!(boundary.accept::<Order>(BROKEN).is_err());
    assert!(accept::<Order>(BROKEN).is_err());
}

#[test]
fn off_runs_no_check() {
    #[external_contract]
    #[derive(Debug)]
    struct Asking {
        #[field(length = 1.., check = asked)]
        text: String,
    }
    let before = ASKED.load(Ordering::Relaxed);
    let text = r#"{"text":""}"#;
    assert_eq!(
        admitted::<Asking>(Mode::Off, text),
        Became::Unproven(Vec::new(), Vec::new())
    );
    assert_eq!(ASKED.load(Ordering::Relaxed), before);
    assert_eq!(
        admitted::<Asking>(Mode::Warn, text),
        Became::Unproven(of_codes(&["length"]), Vec::new())
    );
    assert_eq!(ASKED.load(Ordering::Relaxed), before + 1);
}

#[test]
fn the_mode_is_that_of_the_zone() {
    #[strategic_boundary]
    #[derive(Debug)]
    struct Strategic(#[field(range = 1..=9)] u8);

    let enforcement = Enforcement::STRICT.with(Zone::Strategic, Mode::Warn);
    let boundary = Boundary::new().enforcing(enforcement, |_: &_| {});
    assert!(matches!(
        boundary.admit::<Strategic>("10"),
        Admission::Unproven { .. }
    ));
    assert!(matches!(boundary.admit::<Order>(BROKEN), Admission::Rejected(_)));
}

#[test]
fn every_source_is_admitted() {
    let boundary = Boundary::new().enforcing(Enforcement::all(Mode::Warn), |_: &_| {});
    let payload = Boundary::new().read::<Order>(BROKEN.as_bytes()).unwrap();
    let value = boundary.admit::<Order>(&payload).into_value().unwrap();
    assert_eq!(value.count, 10);
    let payload: Payload = serde_json::from_str(BROKEN).unwrap();
    assert!(boundary.admit::<Order>(&payload).proven().is_none());
}

#[test]
fn a_secret_is_in_no_log() {
    let shown = std::cell::RefCell::new(String::new());
    let boundary =
        Boundary::new().enforcing(Enforcement::all(Mode::Log), |report: &perimeter::Violations| {
            *shown.borrow_mut() = format!("{report} {report:?}");
        });
    let admission = boundary.admit::<Order>(r#"{"id":"a","count":1,"key":"hunter2"}"#);
    assert!(matches!(admission, Admission::Unproven { violations: None, .. }));
    let shown = shown.borrow();
    assert!(shown.contains("/key") && !shown.contains("hunter2"), "{shown}");
}
