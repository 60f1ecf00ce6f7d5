//! Faults in mass: bounded time, bounded memory, and a report all the same.

use std::fmt::Write as _;

use crate::bounds::{ALTERNATIVES, bounded, usual_choices, within};
use crate::hull::{Hull, boundary, report};

#[test]
fn brackets_without_end_are_too_deep() {
    for (open, bytes) in [
        ("[", 1_usize << 20),
        (r#"{"of":["#, 1 << 20),
        (r#"{"a":"#, 600_000),
    ] {
        for start in [
            "",
            r#"{"tree":"#,
            r#"{"unknown":"#,
            r#"{"numbers":"#,
            r#"{"choices":"#,
            r#"{"flat":"#,
            r#"{"flat":{"a":"#,
        ] {
            let text = [start, &open.repeat(bytes / open.len())].concat();
            let found = bounded(open, &text, None);
            let last = found.iter().last().unwrap();
            assert!(
                ["limit.depth", "type"].contains(&last.code()),
                "{start}{open}: {found:?}"
            );
        }
    }
}

#[test]
fn a_million_faults_are_counted() {
    const COUNT: usize = 1_000_000;
    let list = |item: &str| vec![item; COUNT].join(",");

    let found = bounded(
        "elements",
        &format!(r#"{{"numbers":[{}]}}"#, list("-1")),
        Some(COUNT),
    );
    assert_eq!((found.len(), found.truncated()), (100, COUNT - 100));

    let mut members = String::from(r#"{"numbers":[]"#);
    for index in 0..COUNT {
        let _ = write!(members, r#","u{index}":0"#);
    }
    let found = bounded("unknown", &format!("{members}}}"), Some(COUNT));
    assert_eq!((found.len(), found.truncated()), (100, COUNT - 100));

    let doubled = vec![r#""numbers":[]"#; COUNT].join(",");
    let found = bounded("duplicates", &format!("{{{doubled}}}"), Some(COUNT - 1));
    assert!(found.iter().all(|violation| violation.code() == "duplicate"));

    let found = bounded(
        "missing",
        &format!(r#"{{"leaves":[{}]}}"#, list("{}")),
        Some(COUNT),
    );
    assert!(found.iter().all(|violation| violation.code() == "missing"));

    let found = bounded(
        "rules",
        &format!(r#"{{"leaves":[{}]}}"#, list(r#"{"x":10}"#)),
        Some(COUNT),
    );
    assert!(found.iter().all(|violation| violation.code() == "range"));

    let flat = members
        .replace(r#"{"numbers":[]"#, r#"{"a":1"#)
        .replace(":0", ":-1");
    bounded("flattened", &format!(r#"{{"flat":{flat}}}}}"#), Some(COUNT));
}

#[test]
fn a_long_key_is_not_told_with_each_fault_below_it() {
    let key = "k".repeat(1 << 20);
    let wrong: Vec<String> = (0..1000).map(|index| format!(r#""l{index}":{{}}"#)).collect();
    let text = format!(r#"{{"map":{{"{key}":{{{}}}}}}}"#, wrong.join(","));
    let found = bounded("long key", &text, Some(1000));
    assert_eq!(found.first().pointer(), format!("/map/{key}/l0/x"));
    assert_eq!((found.len(), found.truncated()), (1, 999));
}

#[test]
fn the_first_fault_is_told_however_long_its_pointer_is() {
    let key = "k".repeat(3 << 20);
    let text = format!(r#"{{"map":{{"{key}":0}}}}"#);
    let report = boundary().examine::<Hull>(&text).unwrap_err();
    assert_eq!(report.first().pointer().len(), key.len() + 5);
}

#[test]
fn deep_and_wide_is_bounded() {
    let level = format!("{}{{\"of\":[", r#"{"of":0},"#.repeat(200));
    let text = format!(r#"{{"tree":{{"of":[{}"#, level.repeat(60));
    let text = format!("{text}{}", "]}".repeat(61) + "}");
    bounded("deep and wide", &text, Some(200 * 60));
}

/// However deep they are: an attempt that has failed is not made again for each one around it.
#[test]
fn every_level_of_alternatives_is_judged() {
    let text = |levels: usize| {
        format!(
            r#"{{"choices":[{}1{}]}}"#,
            r#"{"of":"#.repeat(levels),
            "}".repeat(levels)
        )
    };
    for levels in [1, 2, 10, 40, 120] {
        let found = report(&text(levels));
        assert_eq!((found.len(), found.first().code()), (1, "variant"), "{levels}");
    }
    let sound = format!(
        r#"{{"choices":[{}1{}]}}"#,
        r#"{"of":"#.repeat(100),
        r#","x":1}"#.repeat(100)
    );
    assert!(boundary().accept::<Hull>(&sound).is_ok());
    // The second and third alternative read all below before they fit.
    let sound = format!(
        r#"{{"choices":[{}1{}]}}"#,
        r#"{"of":"#.repeat(12),
        r#","z":1}"#.repeat(12)
    );
    assert!(boundary().accept::<Hull>(&sound).is_ok());
}

/// What breaks a rule is told, however deep it is, and whichever alternatives are tried after it.
#[test]
fn a_rule_that_is_broken_inside_of_alternatives_is_told() {
    for (levels, close) in [(1, "x"), (3, "x"), (100, "x"), (1, "z"), (3, "z"), (10, "z")] {
        let end = format!(r#","{close}":1}}"#).repeat(levels);
        let found = report(&format!(
            r#"{{"choices":[{}10{end}]}}"#,
            r#"{"of":"#.repeat(levels)
        ));
        assert_eq!(
            (found.len(), found.first().code()),
            (1, "range"),
            "{levels} {close}"
        );
        assert_eq!(
            found.first().pointer(),
            format!("/choices/0{}", "/of".repeat(levels))
        );
    }
}

/// Every level has three alternatives that read all below it before they fail.
#[test]
fn alternatives_in_alternatives_are_bounded() {
    for levels in [10, 40, 120] {
        let text = format!(
            r#"{{"choices":[{}1{}]}}"#,
            r#"{"of":"#.repeat(levels),
            "}".repeat(levels)
        );
        let found = within(ALTERNATIVES, usual_choices, "alternatives", &text, None);
        let last = found.iter().last().unwrap();
        assert!(["limit.work", "variant"].contains(&last.code()), "{found:?}");
    }
    let deep = format!("{}10{}", r#"{"of":"#.repeat(60), r#","z":1}"#.repeat(60));
    within(
        ALTERNATIVES,
        usual_choices,
        "broken alternatives",
        &format!(r#"{{"choices":[{deep}]}}"#),
        None,
    );
    let wide = format!(
        r#"{{"choices":[{}]}}"#,
        vec![r#"{"of":{"of":{"of":1}}}"#; 20_000].join(",")
    );
    within(
        ALTERNATIVES,
        usual_choices,
        "wide alternatives",
        &wide,
        Some(20_000),
    );
}
