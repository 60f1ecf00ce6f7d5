//! The verdicts of a case and its schema on one document, with what is excluded for the case alone.

use perimeter::{Body, ContractDescriptor, Kind, Tagging, Violations};
use serde_json::Value;

use crate::agreement::{Judge, Tally, Verdict, explain};
use crate::{contracts, twins};

/// What only types of other crates say of their text.
const FORM: &str = "the form of a type of another crate";

/// Where two variants of a flattened enum stand in one object, the first in the document counts.
const TWO_VARIANTS: &str = "two variants of a flattened enum in one object";

/// What a variant of a flattened enum holds may say itself that it is all that is left.
const CLOSED_CONTENT: &str = "unknown members that the content of a flattened variant rejects";

/// What is wrong with the verdicts on a contract of these tests, if anything.
pub fn of_own(case: &contracts::Case, judge: &Judge, text: &str, tally: &mut Tally) -> Option<String> {
    let said = (case.accept)(text);
    difference(case.name, judge, text, &said, tally, |verdict| {
        (case.name == "Others" && verdict == Verdict::Wider).then(|| form(judge, text, &said))?
    })
}

/// The same for a shape that serde's attributes make.
pub fn of_shape(case: &twins::Case, judge: &Judge, text: &str, tally: &mut Tally) -> Option<String> {
    let said = (case.ours)(text).map(|_| ());
    difference(case.name, judge, text, &said, tally, |_| {
        if has_two_variants(case.descriptor, text) {
            return Some(TWO_VARIANTS);
        }
        // The content of the one denies what it does not know, that of the other is an object of one member.
        let closed = ["Denying", "Ext"].map(Value::from);
        let is_closed = |value: Value| value.get("type").is_some_and(|tag| closed.contains(tag));
        let closed = serde_json::from_str(text).is_ok_and(is_closed);
        (case.name == "FlatInternalAll" && closed).then_some(CLOSED_CONTENT)
    })
}

/// Whether the document names two variants of an enum that is flattened into the contract and tagged externally.
fn has_two_variants(contract: &ContractDescriptor, text: &str) -> bool {
    let (Body::Record(fields), Ok(Value::Object(members))) = (contract.body(), serde_json::from_str(text))
    else {
        return false;
    };
    let flattened = fields.iter().filter(|field| field.is_flattened());
    let mut enums = flattened.filter_map(|field| match field.kind() {
        Kind::Contract(of) => match of().body() {
            Body::Variants {
                tagging: Tagging::External,
                variants,
            } => Some(variants),
            _ => None,
        },
        _ => None,
    });
    enums.any(|variants| {
        let names = variants
            .iter()
            .flat_map(|variant| variant.aliases().iter().copied().chain([variant.wire_name()]));
        names.filter(|name| members.contains_key(*name)).count() > 1
    })
}

fn difference(
    name: &str,
    judge: &Judge,
    text: &str,
    said: &Result<(), Violations>,
    tally: &mut Tally,
    other: impl Fn(Verdict) -> Option<&'static str>,
) -> Option<String> {
    let verdict = judge.compare(text, said);
    tally.count(said);
    if verdict == Verdict::Same {
        return None;
    }
    if let Some(reason) = explain(judge, text, verdict, said).or_else(|| other(verdict)) {
        tally.exclude(reason);
        return None;
    }
    let said = said.as_ref().map_err(ToString::to_string);
    Some(format!("{name}: {verdict:?}: {text}\n  {said:?}"))
}

/// Every violation is of the form of a text, or is explained otherwise.
fn form(judge: &Judge, text: &str, said: &Result<(), Violations>) -> Option<&'static str> {
    let codes = ["uuid", "date_time", "date", "url", "decimal"];
    let violations = said.as_ref().err()?;
    violations
        .iter()
        .all(|violation| codes.contains(&violation.code()) || judge.unsaid(text, violation).is_some())
        .then_some(FORM)
}
