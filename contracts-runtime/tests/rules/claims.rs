//! What the rules say of themselves for the generator of values, held against their verdicts.

use serde_json::Value;

use contracts_runtime::rules::{self, Rule, RuleInfo};
use contracts_runtime::{Kind, Param};

use crate::{TEXT, clock, scope};

/// The rule keeps what its samples claim, of the values that the type has.
pub(super) fn typed<V>(rule: &impl Rule<V>, kind: Kind, case: &Value, of: impl Fn(&Param) -> Option<V>) {
    let samples = rule.samples(kind, clock());
    assert!(
        // A range without bounds says nothing.
        !samples.accepted().is_empty()
            || !samples.rejected().is_empty()
            || case["params"] == serde_json::json!({}),
        "{} has no samples for {case}",
        rule.code()
    );
    for (claim, values) in [(true, samples.accepted()), (false, samples.rejected())] {
        for (sample, value) in values.iter().filter_map(|sample| Some((sample, of(sample)?))) {
            assert_eq!(
                rule.accepts_at(&value, &scope()),
                claim,
                "{} claims {sample} for {case}",
                rule.code()
            );
        }
    }
}

/// The same of a rule on text, which mends none of those texts for the worse.
pub(super) fn text(rule: &impl Rule<str>, case: &Value) {
    let samples = rule.samples(TEXT, clock());
    assert_ne!(samples, rules::Samples::new(), "{} has no samples", rule.code());
    for (claim, values) in [(true, samples.accepted()), (false, samples.rejected())] {
        for value in values {
            let Param::Text(text) = value else {
                panic!("{} gives {value} for text", rule.code())
            };
            assert_eq!(
                rule.accepts_at(text, &scope()),
                claim,
                "{} claims {text:?} for {case}",
                rule.code()
            );
            let Param::Text(mended) = rule.mend(value.clone()) else {
                panic!("{} makes something else of {text:?}", rule.code())
            };
            assert!(
                !claim || rule.accepts_at(&mended, &scope()),
                "{} spoils {text:?}",
                rule.code()
            );
        }
    }
    lengths(
        rule,
        case,
        |length| "a".repeat(length),
        |rule, text| rule.accepts_at(text, &scope()),
    );
}

/// The same of lengths, by values of that length.
pub(super) fn lengths<V, R: RuleInfo>(
    rule: &R,
    case: &Value,
    of: impl Fn(usize) -> V,
    accepts: impl Fn(&R, &V) -> bool,
) {
    let samples = rule.samples(TEXT, clock());
    let (accepted, rejected) = samples.lengths();
    for (claim, lengths) in [(true, accepted), (false, rejected)] {
        for length in lengths.iter().filter(|length| **length < 10_000) {
            assert_eq!(
                accepts(rule, &of(*length)),
                claim,
                "{} claims the length {length} for {case}",
                rule.code()
            );
        }
    }
}

/// A set holds what it says; what the rule gives besides is beside the set.
pub(super) fn chosen(rule: &impl RuleInfo, kind: Kind, case: &Value) {
    let samples = rule.samples(kind, clock());
    let params = rule.params();
    let Some(Param::List(values)) = params.get("values") else {
        panic!("{case}")
    };
    let (inside, outside) = match rule.code() {
        "one_of" => (samples.accepted(), samples.rejected()),
        _ => (samples.rejected(), samples.accepted()),
    };
    assert_eq!(inside, values);
    assert!(
        !outside.is_empty() && outside.iter().all(|value| !values.contains(value)),
        "{case}"
    );
}
