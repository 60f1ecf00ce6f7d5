//! The rules keep their vectors: `testdata/rules`, one file a rule.
//!
//! A case says how the rule is built (`params`), what it checks (`value`; a number in quotes where JSON has none such,
//! as NaN), for numbers in which type (`type`, by default `i64`), and the verdict. Where the rule has keywords of JSON
//! Schema, a validator for those gives the same verdict.

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
use std::time::{Duration, SystemTime};

use serde_json::{Map, Value};

use contracts_runtime::rules::{self, ALL, Bounds, Rule};
use contracts_runtime::{Clock, Kind, Param, Params, Scope};

#[cfg(feature = "proptest")]
mod claims;

const VECTORS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../testdata/rules");

#[test]
fn every_rule_has_vectors_and_every_vector_file_a_rule() {
    let mut files: Vec<String> = fs::read_dir(VECTORS)
        .unwrap()
        .map(|entry| PathBuf::from(entry.unwrap().file_name()))
        .map(|name| name.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    files.sort();
    for (feature, rule) in [
        (cfg!(feature = "pattern"), "pattern"),
        (cfg!(feature = "nfc"), "nfc"),
    ] {
        if !feature {
            files.retain(|name| name != rule);
        }
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

/// Calls a rule for numbers with the type that the case names, which stands for `T` in it.
macro_rules! numeric {
    ($case:ident, $($type:ident)+: $rule:expr) => {
        match $case["type"].as_str().unwrap_or("i64") {
            $(stringify!($type) => {
                type T = $type;
                let rule = $rule;
                #[cfg(feature = "proptest")]
                claims::typed(&rule, Kind::Number, $case, |sample| json(sample).to_string().trim_matches('"').parse::<T>().ok());
                judged(&rule, Kind::Number, $case, &parse::<T>(&$case["value"]))
            })+
            other => panic!("add the type {other}"),
        }
    };
}

/// The verdict of the rule that the case's parameters make. A new rule gets its arm here.
fn accepts(rule: &str, case: &Value) -> bool {
    let params = &case["params"];
    match rule {
        "after" => text(&rules::after(param(case, "bound")), case),
        "alphanumeric" if params["unicode"] == true => text(&rules::alphanumeric().unicode(), case),
        "alphanumeric" if params["ascii"] == true => text(&rules::alphanumeric().ascii(), case),
        "alphanumeric" => text(&rules::alphanumeric(), case),
        "ascii" if params["control"] == true => text(&rules::ascii().control(), case),
        "ascii" => text(&rules::ascii(), case),
        "before" => text(&rules::before(param(case, "bound")), case),
        "contains" => text(&rules::contains(param(case, "text")), case),
        "equal" => equal(case),
        "exclusive_minimum" => {
            numeric!(case, u8 i64 f64: rules::exclusive_minimum(parse::<T>(&params["bound"])))
        }
        "finite" => numeric!(case, f32 f64: rules::finite()),
        "future" => text_at(&rules::future(), case),
        "items" => match params["exact"].as_u64() {
            Some(exact) => list(&rules::items(usize::try_from(exact).unwrap()), case),
            None => list(&rules::items(bounds::<usize>(params)), case),
        },
        "length" => length(case),
        "lowercase" => text(&rules::lowercase(), case),
        "multiple_of" => {
            numeric!(case, u8 i8 i64 u64 u128 i128 f32 f64: rules::multiple_of(parse::<T>(&params["divisor"])))
        }
        "negative" => numeric!(case, i8 i64 f64: rules::negative()),
        #[cfg(feature = "nfc")]
        "nfc" => text(&rules::nfc(), case),
        "no_control" if params["multiline"] == true => text(&rules::no_control().multiline(), case),
        "no_control" => text(&rules::no_control(), case),
        "non_empty" => measured(&rules::non_empty(), case),
        "non_negative" => numeric!(case, i64 f64: rules::non_negative()),
        "not_blank" => text(&rules::not_blank(), case),
        "not_contains" => text(&rules::not_contains(param(case, "text")), case),
        "not_one_of" => not_one_of(case),
        "one_of" => one_of(case),
        "past" => text_at(&rules::past(), case),
        #[cfg(feature = "pattern")]
        "pattern" => pattern(case),
        "positive" => numeric!(case, u8 i64 i128 f64: rules::positive()),
        "prefix" => text(&rules::prefix(param(case, "text")), case),
        "printable" if params["multiline"] == true => text(&rules::printable().multiline(), case),
        "printable" => text(&rules::printable(), case),
        "properties" => match params["exact"].as_u64() {
            Some(exact) => map(&rules::properties(usize::try_from(exact).unwrap()), case),
            None => map(&rules::properties(bounds::<usize>(params)), case),
        },
        "range" => numeric!(case, u8 i8 i64 u64 u128 i128 f32 f64: rules::range(bounds::<T>(params))),
        "single_line" => text(&rules::single_line(), case),
        "sorted" => sorted(case),
        "suffix" => text(&rules::suffix(param(case, "text")), case),
        "trimmed" => text(&rules::trimmed(), case),
        "unique" if params["by"] == "id" => list(&rules::unique().by(|item: &Value| &item["id"]), case),
        "unique" => list(&rules::unique(), case),
        "uppercase" => text(&rules::uppercase(), case),
        "within" => {
            let seconds = params["seconds"].as_u64().unwrap();
            text_at(&rules::within(Duration::from_secs(seconds)), case)
        }
        _ => panic!("the rule `{rule}` is built nowhere, add an arm"),
    }
}

fn scope() -> Scope<'static> {
    Scope::new().by(clock())
}

/// The moment that the vectors are of: 2024-02-29T12:00:00Z.
fn clock() -> Clock {
    Clock::fixed(SystemTime::UNIX_EPOCH + Duration::from_secs(1_709_208_000))
}

const TEXT: Kind = Kind::Text { format: None };
const LIST: Kind = Kind::List {
    items: &Kind::Any,
    length: None,
};

/// The verdict of a rule, which is that of its keywords.
fn judged<V: ?Sized>(rule: &impl Rule<V>, kind: Kind, case: &Value, value: &V) -> bool {
    let accepts = rule.accepts(value);
    let keywords = rule.keywords(kind);
    // JSON has no NaN, and the validator neither 128 bits, which stand in quotes, nor great floats as they are written.
    let comparable = match &case["value"] {
        Value::String(_) => !matches!(kind, Kind::Number),
        Value::Number(number) => number.is_i64() || number.as_f64().is_some_and(|value| value.abs() < 1e15),
        _ => true,
    };
    if comparable && !keywords.is_empty() {
        let schema: Map<String, Value> = keywords
            .into_iter()
            .map(|(name, value)| (name.to_owned(), json(&value)))
            .collect();
        let schema = Value::Object(schema);
        let validator = jsonschema::validator_for(&schema).unwrap();
        assert_eq!(validator.is_valid(&case["value"]), accepts, "{case} by {schema}");
    }
    accepts
}

fn json(param: &Param) -> Value {
    match param {
        Param::Bool(value) => Value::from(*value),
        Param::Integer(value) => serde_json::from_str(&value.to_string()).unwrap(),
        Param::Float(value) => Value::from(*value),
        Param::Text(value) => Value::from(value.as_ref()),
        Param::List(values) => values.iter().map(json).collect(),
        Param::Object(values) => object(values),
        other => panic!("{other} is no value of a keyword"),
    }
}

fn object(values: &Params) -> Value {
    values
        .iter()
        .map(|(name, value)| (name.to_owned(), json(value)))
        .collect()
}

fn text(rule: &impl Rule<str>, case: &Value) -> bool {
    #[cfg(feature = "proptest")]
    claims::text(rule, case);
    judged(rule, TEXT, case, case["value"].as_str().unwrap())
}

/// A rule that goes by a clock. `now` is of the one day that the vectors are of.
fn text_at(rule: &impl Rule<str>, case: &Value) -> bool {
    assert_eq!(case["params"]["now"], "2024-02-29T12:00:00Z");
    #[cfg(feature = "proptest")]
    claims::text(rule, case);
    rule.accepts_at(case["value"].as_str().unwrap(), &scope())
}

fn list(rule: &impl Rule<[Value]>, case: &Value) -> bool {
    #[cfg(feature = "proptest")]
    claims::lengths(
        rule,
        case,
        |length| vec![Value::Null; length],
        |rule, list| rule.accepts(list),
    );
    judged(rule, LIST, case, case["value"].as_array().unwrap().as_slice())
}

fn map(rule: &impl Rule<BTreeMap<String, Value>>, case: &Value) -> bool {
    #[cfg(feature = "proptest")]
    claims::lengths(
        rule,
        case,
        |length| (0..length).map(|key| (key.to_string(), Value::Null)).collect(),
        |rule, map: &BTreeMap<String, Value>| rule.accepts(map),
    );
    let members = case["value"].as_object().unwrap().clone().into_iter().collect();
    let kind = Kind::Map {
        keys: &TEXT,
        values: &Kind::Any,
    };
    judged(rule, kind, case, &members)
}

/// A rule on anything that has a length.
fn measured<R>(rule: &R, case: &Value) -> bool
where
    R: Rule<str> + Rule<[Value]> + Rule<BTreeMap<String, Value>>,
{
    match &case["value"] {
        Value::String(_) => text(rule, case),
        Value::Array(_) => list(rule, case),
        Value::Object(_) => map(rule, case),
        other => panic!("{other} has no length"),
    }
}

fn length(case: &Value) -> bool {
    let params = &case["params"];
    match params["exact"].as_u64() {
        Some(exact) => counted(rules::length(usize::try_from(exact).unwrap()), case),
        None => counted(rules::length(bounds::<usize>(params)), case),
    }
}

/// `length` in the unit of the case.
fn counted<B: rules::length::Lengths>(
    rule: rules::length::Length<B, rules::length::Natural>,
    case: &Value,
) -> bool {
    match case["params"]["unit"].as_str() {
        None => measured(&rule, case),
        Some("chars") => measured(&rule.unit(rules::words::chars), case),
        Some("bytes") => text(&rule.unit(rules::words::bytes), case),
        Some("utf16") => text(&rule.unit(rules::words::utf16), case),
        #[cfg(feature = "graphemes")]
        Some("graphemes") => text(&rule.unit(rules::words::graphemes), case),
        #[cfg(not(feature = "graphemes"))]
        Some("graphemes") => case["accept"] == true,
        Some(other) => panic!("there is no unit {other}"),
    }
}

fn sorted(case: &Value) -> bool {
    let mut rule = rules::sorted();
    if case["params"]["strict"] == true {
        rule = rule.strict();
    }
    if case["params"]["descending"] == true {
        rule = rule.descending();
    }
    let values: Vec<i64> = case["value"].as_array().unwrap().iter().map(parse).collect();
    judged(&rule, LIST, case, values.as_slice())
}

/// Calls a rule on a closed set, which stands for `$values` in it; a set of one is that value.
macro_rules! chosen {
    ($case:ident, |$values:ident| $rule:expr) => {{
        let all = $case["params"]["values"].as_array().unwrap();
        // The last value again for the rest: a set does not mind.
        let four = std::array::from_fn::<_, 4, _>(|at| &all[at.min(all.len() - 1)]);
        let integer = |value: &Value| value.as_i64().unwrap();
        let flag = |value: &Value| value.as_bool().unwrap();
        macro_rules! both {
            ($kind:expr, $convert:expr, $value:expr) => {
                if all.len() == 1 {
                    let $values = $convert(&all[0]);
                    #[cfg(feature = "proptest")]
                    claims::chosen(&$rule, $kind, $case);
                    judged(&$rule, $kind, $case, $value)
                } else {
                    let $values = four.map($convert);
                    #[cfg(feature = "proptest")]
                    claims::chosen(&$rule, $kind, $case);
                    judged(&$rule, $kind, $case, $value)
                }
            };
        }
        match &$case["value"] {
            Value::String(text) => both!(TEXT, leak, text.as_str()),
            Value::Number(number) => both!(Kind::Number, integer, &number.as_i64().unwrap()),
            Value::Bool(value) => both!(Kind::Bool, flag, value),
            other => panic!("{other} is in no set"),
        }
    }};
}

fn one_of(case: &Value) -> bool {
    chosen!(case, |values| rules::one_of(values))
}

fn not_one_of(case: &Value) -> bool {
    chosen!(case, |values| rules::not_one_of(values))
}

fn equal(case: &Value) -> bool {
    let value = &case["params"]["value"];
    match &case["value"] {
        Value::String(text) => judged(&rules::equal(leak(value)), TEXT, case, text.as_str()),
        Value::Number(number) => {
            let rule = rules::equal(value.as_i64().unwrap());
            judged(&rule, Kind::Number, case, &number.as_i64().unwrap())
        }
        Value::Bool(flag) => judged(&rules::equal(value.as_bool().unwrap()), Kind::Bool, case, flag),
        other => panic!("{other} is equal to nothing"),
    }
}

#[cfg(feature = "pattern")]
fn pattern(case: &Value) -> bool {
    let mut rule = rules::pattern(param(case, "regex"));
    if case["params"]["ecma"] == true {
        rule = rule.ecma();
    }
    if case["params"]["search"] == true {
        text(&rule.search(), case)
    } else {
        text(&rule, case)
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
