//! What a report holds never hides that it rejects.

use perimeter::{Boundary, Contract, Severity, Violations, external_contract};

use crate::agreement::flaw;
use crate::contracts::{CASES, Warned};

fn codes(report: &Violations) -> Vec<(&str, Severity)> {
    report
        .iter()
        .map(|violation| (violation.code(), violation.severity()))
        .collect()
}

#[test]
fn an_error_behind_many_warnings_is_told() {
    let soft = vec!["10"; 1000].join(",");
    let text = format!(r#"{{"soft":[{soft}],"hard":[1,10,11],"unknown":0}}"#);
    let report = perimeter::accept::<Warned>(&text).unwrap_err();
    assert!(report.has_errors());
    assert_eq!((report.len(), report.len() + report.truncated()), (100, 1003));
    let last = report.iter().last().unwrap();
    assert_eq!((last.pointer(), last.severity()), ("/hard/1", Severity::Error));

    let boundary = Boundary::new().max_violations(1);
    let report = boundary.accept::<Warned>(&text).unwrap_err();
    assert_eq!(codes(&report), [("range", Severity::Error)]);
    assert_eq!(report.truncated(), 1002);
}

/// An attempt at an alternative that fails takes its errors with it, also those kept beyond the limit.
#[test]
fn an_error_of_an_alternative_that_was_not_taken_makes_no_warning_vanish() {
    let text = r#"{"soft":[10],"either":["abc",100]}"#;
    let accepted = Boundary::new().max_violations(1).examine::<Warned>(text).unwrap();
    let report = accepted.warnings.unwrap();
    assert_eq!(codes(&report), [("range", Severity::Warn)]);
    assert_eq!((report.first().pointer(), report.truncated()), ("/soft/0", 2));
}

/// What ends the reading is seen a member later in a compact text, and that may be one that is read in attempts.
#[test]
fn failing_fast_is_not_forgotten_by_alternatives() {
    for text in [
        r#"{"soft":[],"hard":[10],"word":"a","either":[true]}"#,
        r#"{"soft":[],"hard":[10],"either":[true,1,201],"word":0}"#,
    ] {
        let report = Boundary::new().fail_fast().accept::<Warned>(text).unwrap_err();
        let told: Vec<_> = report.iter().map(perimeter::Violation::pointer).collect();
        assert_eq!((told, report.truncated()), (vec!["/hard/0"], 0), "{text}");
    }
}

#[derive(Debug)]
#[external_contract]
struct Named {
    #[field(any)]
    of: std::collections::BTreeMap<String, Pair>,
}

#[derive(Debug)]
#[external_contract]
struct Pair {
    #[field(range(0..=9, severity = warn))]
    soft: u8,
    #[field(range = 0..=9)]
    hard: u8,
}

#[test]
fn an_error_behind_a_warning_with_a_long_pointer_is_told() {
    let key = "k".repeat(2 << 20);
    let text = format!(r#"{{"of":{{"{key}":{{"soft":10,"hard":10}}}}}}"#);
    let report = Boundary::new()
        .max_bytes(usize::MAX)
        .accept::<Named>(&text)
        .unwrap_err();
    assert_eq!(
        codes(&report),
        [("range", Severity::Warn), ("range", Severity::Error)]
    );
}

#[test]
fn long_keys_of_built_values_are_not_told_with_each_fault() {
    let pairs = |key: &str| Named {
        of: (0..1000)
            .map(|index| (format!("{key}{index}"), Pair { soft: 10, hard: 10 }))
            .collect(),
    };
    let report = pairs("").validate().unwrap_err();
    assert_eq!((report.len(), report.truncated()), (100, 1900));

    let report = pairs(&"k".repeat(1 << 20)).validate().unwrap_err();
    let bytes: usize = report.iter().map(|violation| violation.pointer().len()).sum();
    assert!(bytes <= 4 << 20, "{bytes}");
    assert!(report.has_errors());
    assert_eq!(report.len() + report.truncated(), 2000);
}

/// Places don't depend on whether the report says that the text stops being JSON, or has no room for it.
#[test]
fn what_is_open_ends_where_the_text_stops_being_json() {
    let vault = CASES.iter().find(|case| case.name == "Vault").unwrap();
    for text in [
        r#"{"text":"hunter2;","map":{"a":09},"list":[]}"#,
        r#"{"text":"hunter2;","map":{"a":09},"x":1}"#,
        r#"{"text":"hunter2;","x":1,"map":{"a":-01,"b":0}}"#,
        r#"{"text":"hunter2;","map":{"a":"\x"},"list":[]}"#,
        r#"{"text":"hunter2;","list":[1,tru]}"#,
        r#"{"text":"hunter2;","map":{"a" 1}}"#,
    ] {
        assert_eq!(flaw(vault, text.as_bytes()), None, "{text}");
    }
}
