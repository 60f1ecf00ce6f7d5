//! The rules keep the verdicts of suites that others wrote, apart from these deviations.

use std::collections::BTreeSet;

use perimeter_conformance::{Case, Judgement, Score, judge, read};

const SUITES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../testdata/conformance");

/// Cases that we decide otherwise, and why.
const DEVIATIONS: &[(&str, &str)] = &[
    (
        "6fbacabcb96a",
        "a ULID that begins with a letter has more than 128 bits, which its specification rejects",
    ),
    (
        "bc9dd5aa9426",
        "a prefix length has no leading zeros, as other suites have it",
    ),
];

#[test]
fn rules_keep_the_verdicts_of_the_suites() {
    let cases = read([SUITES]).unwrap();
    let score = Score::of(&cases);
    let failed: Vec<&Case> = score
        .failures
        .iter()
        .copied()
        // Below they have a test of their own.
        .filter(|case| case.rule != "url")
        .collect();
    let is_deviation = |case: &Case| DEVIATIONS.iter().any(|(id, _)| *id == case.id);
    let wrong: Vec<String> = failed
        .iter()
        .filter(|case| !is_deviation(case))
        .map(|case| format!("{} {} {} {:?}", case.id, case.suite, case.rule, case.written))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for (id, _) in DEVIATIONS {
        assert!(
            failed.iter().any(|case| case.id == *id),
            "{id} is no deviation any more"
        );
    }
}

#[test]
fn every_format_is_scored_or_has_no_cases() {
    /// What no suite here has cases of.
    const WITHOUT_CASES: &[&str] = &[
        "base64url",
        "country",
        "currency",
        "hex",
        "json",
        "language",
        "local_date_time",
        "local_time",
        "socket_addr",
    ];

    let cases = read([SUITES]).unwrap();
    let score = Score::of(&cases);
    let rules = score.rules.keys().copied();
    let scored: BTreeSet<String> = rules
        .chain(score.profiles.keys().map(|(rule, _)| *rule))
        .map(|rule| {
            if rule == "phone-number" {
                "phone".to_owned()
            } else {
                rule.replace('-', "_")
            }
        })
        .collect();
    let without: Vec<&str> = contracts_runtime::formats::ALL
        .iter()
        .copied()
        .filter(|format| !scored.contains(*format))
        .collect();
    assert_eq!(without, WITHOUT_CASES);
}

/// The suite's expectation is whether the WHATWG parser takes the text. We reject what the parser drops: tabs, line
/// ends, and what it trims (see `formats::url`).
#[test]
fn url_keeps_the_verdicts_of_the_web_platform_tests() {
    let cases = read([SUITES]).unwrap();
    let mut count = 0;
    for case in cases.iter().filter(|case| case.suite == "wpt-url") {
        let value = case.value.text().unwrap();
        let is_repaired = value.contains(['\t', '\n', '\r'])
            || value.starts_with(|first| first <= ' ')
            || value.ends_with(|last| last <= ' ');
        let expected = case.verdict.unwrap() && !is_repaired;
        assert_eq!(judge(case), Judgement::Verdict(expected), "{value:?}");
        count += 1;
    }
    assert!(count > 300, "{count}");
}

#[test]
fn cases_of_another_type_and_without_agreement_are_not_scored() {
    let verdict = |rest: &str| {
        let line =
            format!(r#"{{"id":"a","suite":"b","rule":"uuid","params":{{}},"value":1,"expect":true{rest}}}"#);
        Case::parse(&line).unwrap().verdict
    };
    assert_eq!(verdict(""), Some(true));
    assert_eq!(verdict(r#","tags":["non-string"]"#), None);
    assert_eq!(verdict(r#","topic":"t","verdict":null"#), None);
    assert_eq!(verdict(r#","topic":"t","verdict":false"#), Some(false));
}

#[test]
fn what_is_no_case_is_an_error_that_says_where() {
    assert!(Case::parse("{}").unwrap_err().contains("missing field"));
    assert!(
        read(["no/such/file"])
            .unwrap_err()
            .starts_with("can't read no/such/file")
    );
}

/// What the rule `pattern` reads as ECMA-262 is what the format `regex` reads so, apart from what takes more than linear
/// time, what is said not to be available, and halves of surrogate pairs, which no text has.
#[test]
fn a_pattern_of_ecma_262_is_one_to_the_rule_and_to_the_format() {
    use contracts_runtime::rules::{self, Rule, RuleInfo};
    let (mut taken, mut left) = (0, 0);
    for case in read([SUITES]).unwrap() {
        let Some(source) = case.value.text().filter(|_| case.rule == "regex") else {
            continue;
        };
        let is_regex = rules::regex().accepts(source);
        match rules::pattern(source.to_owned().leak()).try_ecma() {
            Ok(pattern) => {
                // Names of properties are looked up when the pattern is compiled, those of groups are not needed.
                let named = [r"\p{", r"\P{", "(?<"].iter().any(|name| source.contains(name));
                assert!(is_regex || named, "{source}");
                // Matches nothing if it could not be compiled.
                let keywords = pattern.keywords(contracts_runtime::Kind::Text { format: None });
                assert!(!is_regex || !keywords.is_empty(), "{source}");
                taken += 1;
            }
            Err(fault) => {
                let left_out = ["linear time", "not available", "surrogate"]
                    .iter()
                    .any(|why| fault.contains(why));
                assert!(!is_regex || left_out, "{source}: {fault}");
                left += usize::from(left_out);
            }
        }
    }
    assert!(taken > 80 && left > 10, "{taken} were taken, {left} left out");
}
