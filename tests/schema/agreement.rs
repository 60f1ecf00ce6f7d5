//! One document, judged by a contract and by its schema.

use std::collections::BTreeMap;

use jsonschema::Validator;
use perimeter::{Contract, ContractDescriptor, Param, Violation, Violations, schema};
use serde_json::Value;

use crate::generator::Node;

/// A schema that is ready to judge, formats included.
pub struct Judge {
    pub schema: Value,
    /// Whether it has integers of 128 bits.
    is_wide: bool,
    validator: Validator,
}

/// What the two say of one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The same.
    Same,
    /// The schema takes what the contract rejects.
    Wider,
    /// The schema rejects what the contract takes.
    Narrower,
    /// There is no such document for the one or the other, for this reason.
    Apart(&'static str),
}

/// How many documents were judged: those that were accepted, and all.
#[derive(Debug, Default)]
pub struct Tally {
    pub accepted: usize,
    pub judged: usize,
    pub excluded: BTreeMap<&'static str, usize>,
}

/// Why the two verdicts on a document may differ. Each is in the guide's chapter on schemas, by this name.
pub const EXCLUSIONS: &[&str] = &[
    APART,
    DOUBLED,
    UNUSUAL_INTEGER,
    WIDE,
    FLOAT,
    ESCAPES,
    CONVERSION,
    UNSAID,
    UNIT_OBJECT,
    FOREIGN_ABSENT,
];

const APART: &str = "no JSON, or a number or surrogate that is no value of JSON";
const DOUBLED: &str = "a member that stands twice";
const UNUSUAL_INTEGER: &str = "an integer written as 1.0, 1e0 or -0";
const WIDE: &str = "an integer beyond 64 bits";
const FLOAT: &str = "a number beyond the range of an f32";
const ESCAPES: &str = "a borrowed text with escapes";
const CONVERSION: &str = "what a conversion refuses";
const UNSAID: &str = "a rule below x-perimeter";
const FOREIGN_ABSENT: &str = "whether a member of a foreign type may be absent";
const UNIT_OBJECT: &str = "a variant without content as an object";

impl Tally {
    pub fn count(&mut self, said: &Result<(), Violations>) {
        self.judged += 1;
        self.accepted += usize::from(said.is_ok());
    }

    pub fn exclude(&mut self, reason: &'static str) {
        *self.excluded.entry(reason).or_default() += 1;
    }
}

/// The exclusion that explains a verdict, if there is one. Of what only the schema takes, every violation is explained.
pub fn explain(
    judge: &Judge,
    text: &str,
    verdict: Verdict,
    said: &Result<(), Violations>,
) -> Option<&'static str> {
    match (verdict, said) {
        (Verdict::Apart(reason), _) => Some(reason),
        (Verdict::Wider | Verdict::Narrower, _) if has_wide_integer(text) && judge.is_wide => Some(WIDE),
        (Verdict::Wider, Err(violations)) => {
            let mut reasons = violations.iter().map(|violation| judge.unsaid(text, violation));
            let first = reasons.next()??;
            reasons.all(|reason| reason.is_some()).then_some(first)
        }
        // The canonical form of a variant without content is its name.
        (Verdict::Narrower, Ok(())) => judge
            .accepts(&units(&serde_json::from_str(text).ok()?))
            .then_some(UNIT_OBJECT),
        (Verdict::Same, _) | (Verdict::Wider, Ok(())) | (Verdict::Narrower, Err(_)) => None,
    }
}

/// The document with each object that holds null alone as the name of that.
fn units(value: &Value) -> Value {
    match value {
        Value::Array(values) => values.iter().map(units).collect(),
        Value::Object(members) => match members.iter().next() {
            Some((name, Value::Null)) if members.len() == 1 => Value::from(name.as_str()),
            _ => members
                .iter()
                .map(|(name, value)| (name.clone(), units(value)))
                .collect(),
        },
        other => other.clone(),
    }
}

/// The codes of rules that a schema only tells of, and whether there are functions that give codes of their own.
fn told(schema: &Value, codes: &mut Vec<String>, functions: &mut bool) {
    match schema {
        Value::Array(values) => values.iter().for_each(|value| told(value, codes, functions)),
        Value::Object(members) => {
            for (name, value) in members {
                match (name.as_str(), value) {
                    ("across", Value::Array(rules))
                        if rules.iter().any(|rule| rule.get("check").is_some()) =>
                    {
                        *functions = true;
                    }
                    ("rules" | "across", Value::Array(rules)) => {
                        codes.extend(
                            rules
                                .iter()
                                .filter_map(|rule| rule["code"].as_str())
                                .map(str::to_owned),
                        );
                    }
                    ("checks", _) => *functions = true,
                    _ => {}
                }
                told(value, codes, functions);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

impl Judge {
    /// Whether a member of the name that a pointer ends with is of a foreign type somewhere.
    fn is_foreign(&self, pointer: &str) -> bool {
        fn find(schema: &Value, name: &str) -> bool {
            match schema {
                Value::Array(values) => values.iter().any(|value| find(value, name)),
                Value::Object(members) => {
                    let own = &members.get("properties").unwrap_or(&Value::Null)[name][schema::KEYWORD];
                    own["foreign"] == true || members.values().any(|value| find(value, name))
                }
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
            }
        }
        find(&self.schema, pointer.rsplit('/').next().unwrap_or_default())
    }

    /// Why the schema does not say what this violation says.
    pub fn unsaid(&self, text: &str, violation: &Violation) -> Option<&'static str> {
        let expected = match violation.params().get("expected") {
            Some(Param::Text(text)) => text.as_ref(),
            _ => "",
        };
        let (mut codes, mut functions) = (Vec::new(), false);
        told(&self.schema, &mut codes, &mut functions);
        match violation.code() {
            "type" if expected == "a string without escapes" => Some(ESCAPES),
            "type" if expected == "a number that an f32 can hold" => Some(FLOAT),
            "type" | "variant" if has_unusual_integer(text) => Some(UNUSUAL_INTEGER),
            "type" | "variant" if has_wide_integer(text) => Some(WIDE),
            "conversion" => Some(CONVERSION),
            "missing" if self.is_foreign(violation.pointer()) => Some(FOREIGN_ABSENT),
            code if codes.iter().any(|known| known == code) => Some(UNSAID),
            "type" | "variant" | "missing" | "null" | "unknown" | "duplicate" => None,
            _ => functions.then_some(UNSAID),
        }
    }

    pub fn of<T: Contract>() -> Self {
        Judge::new(T::DESCRIPTOR)
    }

    pub fn new(descriptor: &'static ContractDescriptor) -> Self {
        let schema = schema::describe(descriptor).to_value();
        let validator = jsonschema::options()
            .should_validate_formats(true)
            .build(&schema)
            .unwrap_or_else(|error| panic!("{}: {error}\n{schema:#}", descriptor.name()));
        let is_wide = schema.to_string().contains(r#""bits":128"#);
        Judge {
            schema,
            is_wide,
            validator,
        }
    }

    pub fn accepts(&self, value: &Value) -> bool {
        self.validator.is_valid(value)
    }

    /// Compares with what the contract said of the text.
    pub fn compare(&self, text: &str, said: &Result<(), Violations>) -> Verdict {
        let Ok(node) = serde_json::from_str::<Node>(text) else {
            return Verdict::Apart(APART);
        };
        if is_doubled(&node) {
            return Verdict::Apart(DOUBLED);
        }
        let Ok(value) = serde_json::from_str::<Value>(text) else {
            return Verdict::Apart(APART);
        };
        match (said.is_ok(), self.accepts(&value)) {
            (true, false) => Verdict::Narrower,
            (false, true) => Verdict::Wider,
            (true, true) | (false, false) => Verdict::Same,
        }
    }
}

/// Holds a text to the one in a file beside this one; `PERIMETER_BLESS=1` writes it anew.
pub fn held(file: &str, text: &str) {
    let path = format!("{}/tests/schema/{file}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("PERIMETER_BLESS").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let known = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(known == text, "{path} is not what there is:\n{text}");
}

/// Whether a member stands twice somewhere.
pub fn is_doubled(node: &Node) -> bool {
    match node {
        Node::Atom(_) | Node::Text(_) => false,
        Node::List(nodes) => nodes.iter().any(is_doubled),
        Node::Object(members) => members.iter().enumerate().any(|(at, (name, node))| {
            is_doubled(node) || members.iter().take(at).any(|(before, _)| before == name)
        }),
    }
}

/// Whether a number is written as an integer would not be: with a fraction, an exponent, or as -0.
fn has_unusual_integer(text: &str) -> bool {
    let plain = |number: &str| {
        number
            .trim_start_matches('-')
            .chars()
            .all(|char| char.is_ascii_digit())
    };
    numbers(text).any(|number| number == "-0" || !plain(number))
}

/// Whether there is an integer that a float comes close to, and no `i64` or `u64` is.
fn has_wide_integer(text: &str) -> bool {
    numbers(text).any(|number| number.parse::<i64>().is_err() && number.parse::<u64>().is_err())
}

/// What looks like a number in a text.
pub fn numbers(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|char: char| !matches!(char, '-' | '+' | '.' | 'e' | 'E' | '0'..='9'));
    parts.filter(|part| part.starts_with(|char: char| char == '-' || char.is_ascii_digit()))
}
