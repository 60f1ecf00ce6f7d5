//! What is exported of a contract is a document that says the same: the same verdict, and the same codes at the same
//! places, apart from exclusions that are listed.

use std::collections::BTreeMap;

use perimeter::{ContractDescriptor, Document, Format, Violation, Violations, schema};

use crate::agreement::{is_doubled, numbers};
use crate::cases::CASES;
use crate::contracts::OWN;
use crate::generator::{Generator, Node};
use crate::{assert_places, judge};

/// How many texts each contract is given.
const TEXTS: usize = 300;

/// Texts of which a document says something else, whatever the contract.
const DOUBLED: &str = "a member that stands twice: a document minds that also where nothing is read";
const INTEGER: &str = "an integer written as 1.0, 1e0 or -0: JSON Schema takes it for an integer";
const WIDE: &str = "a number beyond 64 bits: a document minds that also where nothing is read";
const BROKEN: &str = "a text that is not JSON, or not Unicode: of what has begun before less is said";

/// Reports that differ where the verdict is the same.
const NULL: &str = "whether null is of another type: a schema does not tell an `Option` that is required";
const KEYS: &str = "a map's key or another text that the program parses: a schema says it as a pattern";
const ALTERNATIVES: &str = "which of several alternatives was meant, and what it is told of the others";
const ACROSS: &str = "a rule across fields: a schema says it as alternatives and conditions";
const FLATTENED: &str =
    "which members a flattened part knows where it does not fit, and in which order it lacks them";
const FIXED: &str = "an array of so many elements: a schema says it as a length";
const UNSOUND: &str = "the length of what holds faulty elements: a contract does not look at it";

/// Whole verdicts.
const UNIT_OBJECT: &str = "a variant without content as an object";
const TWO_VARIANTS: &str = "two variants of a flattened enum in one object";
const ESCAPES: &str = "a borrowed text with escapes";

#[derive(Default)]
struct Tally {
    contracts: usize,
    rejected: usize,
    same: usize,
    excluded: BTreeMap<&'static str, usize>,
}

fn shown(violation: &Violation) -> [String; 2] {
    let place = format!(
        "{}:{} {}",
        violation.line().unwrap_or_default(),
        violation.column().unwrap_or_default(),
        violation.pointer(),
    );
    [place, violation.code().to_owned()]
}

fn all(violations: &Violations) -> Vec<[String; 2]> {
    violations.iter().map(shown).collect()
}

/// Why nothing can be expected of a text.
fn beyond(text: &str) -> Option<&'static str> {
    let Ok(node) = serde_json::from_str::<Node>(text) else {
        return Some(BROKEN);
    };
    let is_wide = |number: &str| {
        let digits = number
            .trim_start_matches('-')
            .bytes()
            .all(|byte| byte.is_ascii_digit());
        digits && number.parse::<i64>().is_err() && number.parse::<u64>().is_err()
    };
    if serde_json::from_str::<serde_json::Value>(text).is_err() || numbers(text).any(is_wide) {
        return Some(WIDE);
    }
    let is_integer =
        |number: &str| number == "-0" || number.parse().is_ok_and(|float: f64| float.fract() == 0.0);
    let is_plain = |number: &str| number != "-0" && !number.contains(['.', 'e', 'E']);
    match (
        is_doubled(&node),
        numbers(text).any(|number| is_integer(number) && !is_plain(number)),
    ) {
        (true, _) => Some(DOUBLED),
        (false, true) => Some(INTEGER),
        (false, false) => None,
    }
}

/// Why the two reports may differ.
fn explain(ours: &[[String; 2]], theirs: &[[String; 2]]) -> Option<&'static str> {
    let only = |some: &[[String; 2]], others: &[[String; 2]]| -> Vec<[String; 2]> {
        some.iter()
            .filter(|line| !others.contains(line))
            .cloned()
            .collect()
    };
    let (left, right) = (only(ours, theirs), only(theirs, ours));
    let mut codes = left.iter().chain(&right).map(|[_, code]| code.as_str());
    let across =
        |code: &str| code.contains("_of") || code.contains("required_") || code.contains("excluded_");
    let parsed = ["type", "pattern", "variant", "ipv4", "ipv6", "length"];
    let places =
        |lines: &[[String; 2]]| -> Vec<String> { lines.iter().map(|[place, _]| place.clone()).collect() };
    if codes.clone().any(across) {
        Some(ACROSS)
    } else if left.iter().all(|[_, code]| code == "null") && right.iter().all(|[_, code]| code == "type") {
        Some(NULL)
    } else if places(&left) == places(&right) && codes.clone().all(|code| parsed.contains(&code)) {
        Some(KEYS)
    } else if codes.clone().any(|code| code == "variant") {
        Some(ALTERNATIVES)
    } else if left.is_empty() && right.is_empty() || codes.all(|code| code == "unknown") {
        Some(FLATTENED)
    } else if left.is_empty() && right.iter().all(|[_, code]| code == "length") {
        Some(UNSOUND)
    } else {
        None
    }
}

struct Subject {
    name: &'static str,
    descriptor: &'static ContractDescriptor,
    seeds: &'static [&'static str],
}

fn of_case(
    case: &Subject,
    accept: &dyn Fn(&str) -> Result<(), Violations>,
    tally: &mut Tally,
    wrong: &mut Vec<String>,
) {
    let text = schema::describe(case.descriptor).to_string();
    let document =
        Document::parse(Format::Json, &text).unwrap_or_else(|error| panic!("{}: {error}", case.name));
    assert_eq!(
        (document.module(), document.name(), document.zone()),
        (
            case.descriptor.module(),
            case.descriptor.name(),
            case.descriptor.zone()
        )
    );
    // What JSON Schema can't say is not held against it.
    if document.unjudged().next().is_some() {
        return;
    }
    tally.contracts += 1;
    let alternatives = [
        "\"anyOf\"",
        "\"oneOf\"",
        "\"enum\"",
        "\"const\"",
        "\"maxProperties\"",
    ]
    .iter()
    .any(|keyword| text.contains(keyword));
    let mut generator = Generator::new(case.seeds, tally.contracts as u64);
    let drawn: Vec<String> = std::iter::repeat_with(|| generator.text()).take(TEXTS).collect();
    for text in case.seeds.iter().copied().chain(drawn.iter().map(String::as_str)) {
        let (ours, theirs) = (accept(text), judge(&document, text));
        if let Err(violations) = &theirs {
            assert_places(text, violations);
        }
        let escaped = |ours: &Violations| ours.to_string().contains("must be a string without escapes");
        let escaped = ours.as_ref().is_err_and(escaped).then_some(ESCAPES);
        if let Some(reason) = beyond(text).or(escaped) {
            *tally.excluded.entry(reason).or_default() += 1;
            continue;
        }
        let reason = match (&ours, &theirs) {
            (Ok(()), Ok(())) => continue,
            (Err(ours), Err(theirs)) => {
                tally.rejected += 1;
                if all(ours) == all(theirs) {
                    tally.same += 1;
                    continue;
                }
                let conditions = match case.name {
                    "Contact" => Some(ACROSS),
                    "Lists" => Some(FIXED),
                    _ => alternatives.then_some(ALTERNATIVES),
                };
                explain(&all(ours), &all(theirs)).or(conditions)
            }
            // A schema has the canonical form alone, which is the name.
            (Ok(()), Err(theirs)) if alternatives && text.contains("null") => theirs
                .iter()
                .any(|theirs| theirs.code() == "variant")
                .then_some(UNIT_OBJECT),
            (Err(_), Ok(())) if case.name.starts_with("FlatExternal") => Some(TWO_VARIANTS),
            _ => None,
        };
        match reason {
            Some(reason) => *tally.excluded.entry(reason).or_default() += 1,
            None => wrong.push(format!(
                "{}: {text}\n  ours   {:?}\n  theirs {:?}",
                case.name,
                ours.as_ref().map_err(all),
                theirs.as_ref().map_err(all)
            )),
        }
    }
}

#[test]
fn exported_contracts_report_as_they_do_themselves() {
    let (mut tally, mut wrong) = (Tally::default(), Vec::new());
    for case in OWN {
        let subject = Subject {
            name: case.name,
            descriptor: case.descriptor,
            seeds: case.seeds,
        };
        of_case(&subject, &case.accept, &mut tally, &mut wrong);
    }
    for case in CASES {
        let subject = Subject {
            name: case.name,
            descriptor: case.descriptor,
            seeds: case.seeds,
        };
        let accept = |text: &str| (case.ours)(text).map(|_| ());
        of_case(&subject, &accept, &mut tally, &mut wrong);
    }
    let shown: Vec<&str> = wrong.iter().take(60).map(String::as_str).collect();
    assert!(
        wrong.is_empty(),
        "{} differences\n{}",
        wrong.len(),
        shown.join("\n")
    );
    assert!(tally.contracts > 120, "{}", tally.contracts);
    assert!(
        tally.same * 100 > tally.rejected * 85,
        "{} of {}",
        tally.same,
        tally.rejected
    );
}
