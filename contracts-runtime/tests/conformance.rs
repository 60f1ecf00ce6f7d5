//! The formats keep the verdicts of suites that others wrote: `testdata/conformance`, one folder a suite.

#![expect(
    clippy::unwrap_used,
    reason = "the configuration allows them in tests, but not in the functions beside them"
)]

use std::{collections::BTreeMap, fs};

use serde_json::Value;

use contracts_runtime::formats;

const SUITES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../testdata/conformance");

/// The rule as the suites call it, and our format for it.
const RULES: &[(&str, &str)] = &[
    ("date", "date"),
    ("date-time", "date_time"),
    ("duration", "duration"),
    ("email", "email"),
    ("hostname", "hostname"),
    ("base64", "base64"),
    ("idn-hostname", "idn_hostname"),
    ("ip", "ip"),
    ("ipv4", "ipv4"),
    ("mac", "mac"),
    ("semver", "semver"),
    ("ulid", "ulid"),
    ("ipv6", "ipv6"),
    ("iri", "iri"),
    ("iri-reference", "iri_reference"),
    ("json-pointer", "json_pointer"),
    ("json-pointer-uri-fragment", "json_pointer_uri_fragment"),
    ("relative-json-pointer", "relative_json_pointer"),
    ("time", "time"),
    ("uri", "uri"),
    ("uri-reference", "uri_reference"),
    ("uri-template", "uri_template"),
    ("uuid", "uuid"),
];

/// Cases that we decide otherwise, by their ids, and why.
const DEVIATIONS: &[(&str, &str)] = &[(
    "6fbacabcb96a",
    "a ULID that begins with a letter has more than 128 bits, which its specification rejects",
)];

#[test]
fn formats_keep_the_verdicts_of_the_suites() {
    let mut score = Score::default();
    for case in cases() {
        let Some((_, format)) = RULES.iter().find(|(rule, _)| case["rule"] == *rule) else {
            continue;
        };
        let (Some(value), Some(accept)) = (case["value"].as_str(), verdict(&case)) else {
            continue;
        };
        let is_deviation = DEVIATIONS.iter().any(|(id, _)| case["id"] == *id);
        score.count(format, value, accept != is_deviation, &case);
    }
    score.assert_whole(RULES.len());
}

/// The suite's expectation is whether the WHATWG parser takes the text. We reject what the parser drops: tabs, line
/// ends, and what it trims at the end (see `formats::url`).
#[test]
fn url_keeps_the_verdicts_of_the_web_platform_tests() {
    let mut score = Score::default();
    for case in cases() {
        let value = case["value"].as_str().unwrap_or_default();
        let is_web = ["http:", "https:"].iter().any(|scheme| {
            value
                .get(..scheme.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        });
        if case["suite"] != "wpt-url" || case["rule"] != "url" || !is_web {
            continue;
        }
        let is_repaired = value.contains(['\t', '\n', '\r']) || value.ends_with(|last| last <= ' ');
        let accept = case["expect"].as_bool().unwrap() && !is_repaired;
        score.count("url", value, accept, &case);
    }
    score.assert_whole(1);
}

/// The verdict to score by; `None` where the suites' own meaning or no meaning is agreed on.
fn verdict(case: &Value) -> Option<bool> {
    let is_profile = case["params"].get("profile").is_some();
    let is_foreign = case["tags"]
        .as_array()
        .is_some_and(|tags| tags.iter().any(|tag| tag == "non-string"));
    if is_profile || is_foreign {
        return None;
    }
    if case.get("topic").is_some() {
        case["verdict"].as_bool()
    } else {
        case["expect"].as_bool()
    }
}

fn cases() -> Vec<Value> {
    let mut folders: Vec<_> = fs::read_dir(SUITES)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    let mut cases = Vec::new();
    for folder in folders {
        // A suite of whole files is none of formats.
        let Ok(lines) = fs::read_to_string(folder.join("cases.jsonl")) else {
            continue;
        };
        // A line with a number that an f64 does not hold is no case of a format.
        cases.extend(
            lines
                .lines()
                .filter_map(|line| serde_json::from_str::<Value>(line).ok()),
        );
    }
    cases
}

#[derive(Default)]
struct Score {
    /// Per format: passed and total.
    formats: BTreeMap<&'static str, (u32, u32)>,
    wrong: Vec<String>,
}

impl Score {
    fn count(&mut self, format: &'static str, value: &str, accept: bool, case: &Value) {
        let (passed, total) = self.formats.entry(format).or_default();
        *total += 1;
        if formats::check(format, value) == Some(accept) {
            *passed += 1;
            return;
        }
        self.wrong.push(format!(
            "{format} {value:?}: expected {accept}; {} {} {}",
            case["suite"], case["id"], case["why"]
        ));
    }

    #[expect(
        clippy::print_stdout,
        reason = "the score is worth reading when all is well, too"
    )]
    fn assert_whole(&self, formats: usize) {
        for (format, (passed, total)) in &self.formats {
            println!("{format}: {passed}/{total}");
        }
        assert!(self.wrong.is_empty(), "{}", self.wrong.join("\n"));
        assert_eq!(
            self.formats.len(),
            formats,
            "a format has no case: {:?}",
            self.formats
        );
    }
}
