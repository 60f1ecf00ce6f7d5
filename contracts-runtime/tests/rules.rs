//! The rules keep their vectors: `testdata/rules`, one file a rule.
//!
//! A case says how the rule is built (`params`), what it checks (`value`; a number in quotes where JSON has none such,
//! as NaN), for numbers in which type (`type`, by default `i64`), and the verdict.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the configuration allows them in tests, but not in the functions beside them"
)]

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::fs;
use std::ops::Bound;
use std::path::PathBuf;
use std::str::FromStr;

use serde_json::Value;

use contracts_runtime::rules::{self, ALL, Bounds, Rule};

const VECTORS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../testdata/rules");

#[test]
fn every_rule_has_vectors_and_every_vector_file_a_rule() {
    let mut files: Vec<String> = fs::read_dir(VECTORS)
        .unwrap()
        .map(|entry| PathBuf::from(entry.unwrap().file_name()))
        .map(|name| name.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    files.sort();
    if cfg!(not(feature = "pattern")) {
        files.retain(|name| name != "pattern");
    }
    assert_eq!(files, ALL);
}

#[test]
fn every_vector_file_names_its_rule_and_has_both_verdicts() {
    for rule in ALL {
        let file = read(rule);
        assert_eq!(file["rule"], *rule);
        for verdict in [true, false] {
            assert!(
                cases(&file).iter().any(|case| case["accept"] == verdict),
                "{rule} has no case with accept = {verdict}"
            );
        }
    }
}

#[test]
fn every_case_says_why() {
    for rule in ALL {
        for case in cases(&read(rule)) {
            assert!(
                case["why"].as_str().is_some_and(|why| !why.is_empty()),
                "{rule}: {case}"
            );
        }
    }
}

#[test]
fn rules_keep_their_vectors() {
    let mut wrong = Vec::new();
    for rule in ALL {
        for case in cases(&read(rule)) {
            let accept = case["accept"].as_bool().unwrap();
            if accepts(rule, case) != accept {
                wrong.push(format!("{rule}: expected {accept}: {case}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The comment ends with the line, not with what is put behind the expression to anchor it.
#[cfg(feature = "pattern")]
#[test]
fn a_pattern_may_end_in_a_comment() {
    assert!(rules::pattern("(?x) a # b").accepts("a"));
    assert!(!rules::pattern("(?x) a # b").accepts("ab"));
    assert!(rules::pattern("(?x) a # b").search().accepts("a"));
}

/// The verdict of the rule that the case's parameters make. A new rule gets its arm here.
fn accepts(rule: &str, case: &Value) -> bool {
    match rule {
        "contains" => text(&rules::contains(param(case, "text")), case),
        "length" => length(case),
        "multiple_of" => number(case, &MultipleOf),
        "non_empty" => measured(&rules::non_empty(), case),
        "not_contains" => text(&rules::not_contains(param(case, "text")), case),
        "one_of" => one_of(case),
        #[cfg(feature = "pattern")]
        "pattern" => pattern(case),
        "prefix" => text(&rules::prefix(param(case, "text")), case),
        "range" => number(case, &InRange),
        "suffix" => text(&rules::suffix(param(case, "text")), case),
        "unique" => list(&rules::unique(), case),
        _ => panic!("the rule `{rule}` is built nowhere, add an arm"),
    }
}

fn text(rule: &impl Rule<str>, case: &Value) -> bool {
    rule.accepts(case["value"].as_str().unwrap())
}

fn list(rule: &impl Rule<[Value]>, case: &Value) -> bool {
    rule.accepts(case["value"].as_array().unwrap())
}

/// A rule on anything that has a length.
fn measured<R>(rule: &R, case: &Value) -> bool
where
    R: Rule<str> + Rule<[Value]> + Rule<BTreeMap<String, Value>>,
{
    match &case["value"] {
        Value::String(text) => rule.accepts(text.as_str()),
        Value::Array(items) => rule.accepts(items.as_slice()),
        Value::Object(members) => rule.accepts(&members.clone().into_iter().collect::<BTreeMap<_, _>>()),
        other => panic!("{other} has no length"),
    }
}

fn length(case: &Value) -> bool {
    let params = &case["params"];
    if let Some(exact) = params["exact"].as_u64() {
        return measured(&rules::length(usize::try_from(exact).unwrap()), case);
    }
    let rule = rules::length(bounds::<usize>(params));
    match params["unit"].as_str() {
        None => measured(&rule, case),
        Some("chars") => measured(&rule.unit(rules::words::chars), case),
        Some("bytes") => text(&rule.unit(rules::words::bytes), case),
        Some("utf16") => text(&rule.unit(rules::words::utf16), case),
        Some(other) => panic!("there is no unit {other}"),
    }
}

fn one_of(case: &Value) -> bool {
    let values = case["params"]["values"].as_array().unwrap();
    // The last value again for the rest: a set does not mind.
    let four = std::array::from_fn::<_, 4, _>(|at| &values[at.min(values.len() - 1)]);
    match &case["value"] {
        Value::String(text) => rules::one_of(four.map(leak)).accepts(text.as_str()),
        Value::Number(number) => {
            rules::one_of(four.map(|value| value.as_i64().unwrap())).accepts(&number.as_i64().unwrap())
        }
        Value::Bool(flag) => rules::one_of(four.map(|value| value.as_bool().unwrap())).accepts(flag),
        other => panic!("{other} is in no set"),
    }
}

#[cfg(feature = "pattern")]
fn pattern(case: &Value) -> bool {
    let rule = rules::pattern(param(case, "regex"));
    if case["params"]["search"] == true {
        text(&rule.search(), case)
    } else {
        text(&rule, case)
    }
}

/// A rule on numbers, built for one type of number.
trait Numeric {
    fn accepts<T>(&self, params: &Value, value: &T) -> bool
    where
        T: FromStr<Err: Debug> + rules::range::Ranged + rules::multiple_of::Divisible;
}

struct InRange;

impl Numeric for InRange {
    fn accepts<T: FromStr<Err: Debug> + rules::range::Ranged>(&self, params: &Value, value: &T) -> bool {
        rules::range(bounds(params)).accepts(value)
    }
}

struct MultipleOf;

impl Numeric for MultipleOf {
    fn accepts<T: FromStr<Err: Debug> + rules::multiple_of::Divisible>(
        &self,
        params: &Value,
        value: &T,
    ) -> bool {
        rules::multiple_of::<T>(parse(&params["divisor"])).accepts(value)
    }
}

fn number(case: &Value, rule: &impl Numeric) -> bool {
    let (params, value) = (&case["params"], &case["value"]);
    match case["type"].as_str().unwrap_or("i64") {
        "u8" => rule.accepts::<u8>(params, &parse(value)),
        "i8" => rule.accepts::<i8>(params, &parse(value)),
        "i64" => rule.accepts::<i64>(params, &parse(value)),
        "u64" => rule.accepts::<u64>(params, &parse(value)),
        "u128" => rule.accepts::<u128>(params, &parse(value)),
        "i128" => rule.accepts::<i128>(params, &parse(value)),
        "f32" => rule.accepts::<f32>(params, &parse(value)),
        "f64" => rule.accepts::<f64>(params, &parse(value)),
        other => panic!("add the type {other}"),
    }
}

/// The bounds that `min`, `exclusive_min`, `max` and `exclusive_max` give.
fn bounds<T: FromStr<Err: Debug>>(params: &Value) -> Bounds<T> {
    let end = |included: &str, excluded: &str| match (params.get(included), params.get(excluded)) {
        (Some(end), None) => Bound::Included(parse(end)),
        (None, Some(end)) => Bound::Excluded(parse(end)),
        (None, None) => Bound::Unbounded,
        (Some(_), Some(_)) => panic!("an end is included or excluded: {params}"),
    };
    Bounds::new(end("min", "exclusive_min"), end("max", "exclusive_max"))
}

fn parse<T: FromStr<Err: Debug>>(value: &Value) -> T {
    match value {
        Value::String(text) => text.parse().unwrap(),
        other => other.to_string().parse().unwrap(),
    }
}

fn param(case: &Value, name: &str) -> &'static str {
    leak(&case["params"][name])
}

/// Rules are constants in programs, so their texts are static; here each lives until the end of the test.
fn leak(value: &Value) -> &'static str {
    value.as_str().unwrap().to_owned().leak()
}

fn read(rule: &str) -> Value {
    let text = fs::read_to_string(format!("{VECTORS}/{rule}.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn cases(file: &Value) -> &[Value] {
    file["cases"].as_array().unwrap()
}
