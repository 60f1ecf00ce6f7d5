//! From keywords back to rules: which rule says what a keyword says, so that a schema that is not made from a contract
//! gives the codes, parameters and messages of one that is.
//!
//! Several rules may say the same in the words of JSON Schema; then it is the one that most contracts would have:
//! `non_empty` for a least length of 1, `positive` for more than 0.

use std::fmt;
use std::ops::Bound;

use serde_json::{Map, Value};

use super::restated::{Equal, Known, OneOf, written};
use crate::formats;
use crate::rules::{self, Bounds, RuleInfo};
use crate::violation::{Param, Params, Violation};

/// A schema, as an object of keywords.
type Keywords = Map<String, Value>;

/// A rule, and what of a value breaks it.
pub(crate) type Stated = Box<dyn RuleInfo>;

/// What a value breaks that does not fit this keyword of a schema, if it is one that rules have. The second violation
/// says nothing of the value.
#[must_use]
pub fn broken(keyword: &str, schema: &Map<String, Value>, value: &Value) -> Option<(Violation, Violation)> {
    let rule = stated(keyword, schema)?;
    Some((
        told(&*rule, &observed(keyword, &*rule, value)),
        told(&*rule, &Params::new()),
    ))
}

/// Whether a text is of the format that JSON Schema calls `name`; `None` for one that no rule is.
#[must_use]
pub fn format(name: &str) -> Option<fn(&str) -> bool> {
    formats::of_schema(name).map(|(_, accepts)| accepts)
}

/// The names of the formats of JSON Schema that rules are.
pub const FORMATS: &[&str] = &[
    "date",
    "date-time",
    "duration",
    "email",
    "hostname",
    "idn-email",
    "idn-hostname",
    "ipv4",
    "ipv6",
    "iri",
    "iri-reference",
    "json-pointer",
    "regex",
    "relative-json-pointer",
    "time",
    "uri",
    "uri-reference",
    "uri-template",
    "uuid",
];

/// The bounds of the integers of 8, 16, 32 or 64 bits, if this is a schema of such integers: both bounds are there, and one
/// of them is that of the type. What lies beyond them is of another type.
#[must_use]
pub fn machine_bounds(schema: &Map<String, Value>) -> Option<(i128, i128)> {
    let bound = |keyword: &str| match param(schema.get(keyword)?) {
        Param::Integer(bound) => Some(bound),
        _ => None,
    };
    if !is_integer(schema) {
        return None;
    }
    let (least, most) = (bound("minimum")?, bound("maximum")?);
    [8, 16, 32, 64].into_iter().find_map(|bits| {
        let unsigned = (0, (1_i128 << bits) - 1);
        let signed = (-(1_i128 << (bits - 1)), (1_i128 << (bits - 1)) - 1);
        if most == unsigned.1 && least >= 0 {
            return Some(unsigned);
        }
        let within = least >= signed.0 && most <= signed.1;
        (within && (least == signed.0 || most == signed.1)).then_some(signed)
    })
}

/// A value as a parameter. What has no form there is its JSON text.
#[must_use]
pub fn param(value: &Value) -> Param {
    match value {
        Value::Bool(value) => (*value).into(),
        Value::Number(number) => match (number.as_i64(), number.as_u64(), number.as_f64()) {
            (Some(value), _, _) => value.into(),
            (None, Some(value), _) => value.into(),
            (None, None, Some(value)) => value.into(),
            (None, None, None) => number.to_string().into(),
        },
        Value::String(text) => text.clone().into(),
        Value::Array(values) => values.iter().map(param).collect(),
        Value::Null | Value::Object(_) => value.to_string().into(),
    }
}

/// The violation of a rule, with what was observed.
fn told(rule: &dyn RuleInfo, observed: &Params) -> Violation {
    struct Message<'a>(&'a dyn RuleInfo, &'a Params);
    impl fmt::Display for Message<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.message(self.1, f)
        }
    }
    let mut params = rule.params();
    for (name, value) in observed.iter() {
        params.push(name.to_owned(), value.clone());
    }
    let violation = Violation::new(rule.code(), Message(rule, &params).to_string());
    params.iter().fold(violation, |violation, (name, value)| {
        violation.with(name.to_owned(), value.clone())
    })
}

/// The rule that a keyword states, together with those beside it that it belongs with.
pub(crate) fn stated(keyword: &str, schema: &Keywords) -> Option<Stated> {
    Some(match keyword {
        "minLength" | "maxLength" => length(schema, "minLength", "maxLength")?,
        "minItems" | "maxItems" => length(schema, "minItems", "maxItems")?,
        "minProperties" | "maxProperties" => length(schema, "minProperties", "maxProperties")?,
        "exclusiveMinimum" => match param(schema.get(keyword)?) {
            Param::Integer(0) => Box::new(rules::positive()),
            Param::Integer(bound) => Box::new(rules::exclusive_minimum(bound)),
            Param::Float(bound) => Box::new(rules::exclusive_minimum(bound)),
            _ => return None,
        },
        "minimum" | "maximum" | "exclusiveMaximum" => range(schema)?,
        "multipleOf" => match param(schema.get(keyword)?) {
            Param::Integer(divisor) if divisor != 0 => Box::new(rules::multiple_of(divisor)),
            Param::Float(divisor) if divisor != 0.0 => Box::new(rules::multiple_of(divisor)),
            _ => return None,
        },
        "uniqueItems" => Box::new(rules::unique()),
        "enum" => match schema.get(keyword)? {
            Value::Array(values) => Box::new(OneOf(values.iter().map(param).collect())),
            _ => return None,
        },
        "const" => Box::new(Equal(param(schema.get(keyword)?))),
        "pattern" => match schema.get(keyword)? {
            Value::String(pattern) => written(pattern),
            _ => return None,
        },
        "format" => match schema.get(keyword)? {
            Value::String(name) => Box::new(Known(formats::of_schema(name)?.0)),
            _ => return None,
        },
        _ => return None,
    })
}

/// What of the value goes into the violation: never the value itself.
fn observed(keyword: &str, rule: &dyn RuleInfo, value: &Value) -> Params {
    let count = match (keyword, value) {
        ("minLength" | "maxLength", Value::String(text)) => Some(("characters", text.chars().count())),
        ("minItems" | "maxItems", Value::Array(items)) => Some(("elements", items.len())),
        ("minProperties" | "maxProperties", Value::Object(members)) => Some(("entries", members.len())),
        _ => None,
    };
    match (keyword, value, count) {
        (_, _, Some((unit, count))) if rule.code() == "length" => {
            Params::new().with("unit", unit).with("actual", count)
        }
        ("uniqueItems", Value::Array(items), _) => {
            repeated(items).map_or_else(Params::new, |index| Params::new().with("actual", index))
        }
        _ => Params::new(),
    }
}

/// The index of the first element that stands a second time.
fn repeated(items: &[Value]) -> Option<usize> {
    let mut known = std::collections::HashMap::new();
    items.iter().enumerate().find_map(|(index, item)| {
        let before = known.insert(item.to_string(), index);
        before.map(|_| index)
    })
}

fn length(schema: &Keywords, least: &str, most: &str) -> Option<Stated> {
    let bound = |keyword: &str| {
        let value = schema.get(keyword)?;
        // Both 2 and 2.0 are what JSON Schema takes for one.
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "what is beyond is as good as the greatest"
        )]
        let float = || value.as_f64().map(|float| float as u64);
        let bound = value.as_u64().or_else(float)?;
        Some(usize::try_from(bound).unwrap_or(usize::MAX))
    };
    Some(match (bound(least), bound(most)) {
        (None, None) => return None,
        (Some(1), None) => Box::new(rules::non_empty()),
        (Some(min), Some(max)) if min == max => Box::new(rules::length(min)),
        (min, max) => Box::new(rules::length(Bounds::new(
            min.map_or(Bound::Unbounded, Bound::Included),
            max.map_or(Bound::Unbounded, Bound::Included),
        ))),
    })
}

fn range(schema: &Keywords) -> Option<Stated> {
    let machine = machine_bounds(schema);
    let bound = |keyword: &str| {
        let bound = param(schema.get(keyword)?);
        let of_type = match (keyword, machine, &bound) {
            ("minimum", Some((least, _)), Param::Integer(bound)) => *bound == least,
            ("maximum", Some((_, most)), Param::Integer(bound)) => *bound == most,
            _ => false,
        };
        (!of_type).then_some(bound)
    };
    let (least, most, below) = (bound("minimum"), bound("maximum"), bound("exclusiveMaximum"));
    match (&least, &most, &below) {
        (Some(Param::Integer(0)), None, None) => return Some(Box::new(rules::non_negative())),
        (None, None, Some(Param::Integer(0))) => return Some(Box::new(rules::negative())),
        _ => {}
    }
    let end = match (most, below) {
        (Some(most), _) => Bound::Included(most),
        (None, Some(below)) => Bound::Excluded(below),
        (None, None) => Bound::Unbounded,
    };
    let start = least.map_or(Bound::Unbounded, Bound::Included);
    let whole = |bound: &Bound<Param>| match bound {
        Bound::Included(Param::Integer(bound)) => Some(Bound::Included(*bound)),
        Bound::Excluded(Param::Integer(bound)) => Some(Bound::Excluded(*bound)),
        Bound::Unbounded => Some(Bound::Unbounded),
        _ => None,
    };
    if let (Some(start), Some(end)) = (whole(&start), whole(&end)) {
        return Some(Box::new(rules::range(Bounds::new(start, end))));
    }
    Some(Box::new(rules::range(Bounds::new(float(&start)?, float(&end)?))))
}

fn float(bound: &Bound<Param>) -> Option<Bound<f64>> {
    let of = |param: &Param| match param {
        #[allow(clippy::cast_precision_loss, reason = "beside a float, a bound is one")]
        Param::Integer(value) => Some(*value as f64),
        Param::Float(value) => Some(*value),
        _ => None,
    };
    Some(match bound {
        Bound::Included(bound) => Bound::Included(of(bound)?),
        Bound::Excluded(bound) => Bound::Excluded(of(bound)?),
        Bound::Unbounded => Bound::Unbounded,
    })
}

/// Whether the values are integers.
fn is_integer(schema: &Keywords) -> bool {
    let integer = |value: &Value| *value == "integer";
    match schema.get("type") {
        Some(Value::Array(types)) => types.iter().any(integer) && !types.iter().any(|name| *name == "number"),
        Some(name) => integer(name),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::restated::WRITTEN;
    use super::*;
    use crate::shape::Kind;

    fn message(schema: &Value, keyword: &str, value: &Value) -> String {
        let (violation, concealed) = broken(keyword, schema.as_object().unwrap(), value).unwrap();
        assert_eq!(violation.code(), concealed.code());
        format!("{}: {}", violation.code(), violation.message())
    }

    #[test]
    fn a_keyword_gives_the_violation_of_the_rule_that_exports_it() {
        let cases = [
            (
                json!({"minLength": 2, "maxLength": 3}),
                "minLength",
                json!("a"),
                "length: must have 2 to 3 characters, not 1",
            ),
            (
                json!({"minItems": 1}),
                "minItems",
                json!([]),
                "non_empty: must not be empty",
            ),
            (
                json!({"minProperties": 2, "maxProperties": 2}),
                "maxProperties",
                json!({}),
                "length: must have exactly 2 entries, not 0",
            ),
            (
                json!({"type": "integer", "minimum": 0, "maximum": 9}),
                "maximum",
                json!(10),
                "range: must be 0 to 9",
            ),
            (
                json!({"type": "integer", "minimum": 1, "maximum": 255}),
                "minimum",
                json!(0),
                "range: must be at least 1",
            ),
            (
                json!({"exclusiveMinimum": 0}),
                "exclusiveMinimum",
                json!(0),
                "positive: must be more than 0",
            ),
            (
                json!({"minimum": 0.5}),
                "minimum",
                json!(0),
                "range: must be at least 0.5",
            ),
            (
                json!({"multipleOf": 5}),
                "multipleOf",
                json!(7),
                "multiple_of: must be a multiple of 5",
            ),
            (
                json!({"enum": ["a", 1]}),
                "enum",
                json!("b"),
                "one_of: must be \"a\" or 1",
            ),
            (json!({"const": true}), "const", json!(1), "equal: must be true"),
            (
                json!({"pattern": "^(?:a+)$"}),
                "pattern",
                json!("b"),
                "pattern: must match `a+`",
            ),
            (
                json!({"pattern": "a+"}),
                "pattern",
                json!("b"),
                "pattern: must contain a match of `a+`",
            ),
            (
                json!({"format": "email"}),
                "format",
                json!("b"),
                "email: must be an e-mail address",
            ),
            (
                json!({"uniqueItems": true}),
                "uniqueItems",
                json!([1, 2, 1]),
                "unique: must not hold an element twice, as the one at index 2 is",
            ),
        ];
        for (schema, keyword, value, expected) in cases {
            assert_eq!(message(&schema, keyword, &value), expected);
        }
    }

    #[test]
    fn nothing_of_the_value_is_in_the_concealed_violation() {
        let schema = json!({"minLength": 8});
        let (_, concealed) = broken("minLength", schema.as_object().unwrap(), &json!("secret")).unwrap();
        assert_eq!(concealed.message(), "must have a length of at least 8");
    }

    #[test]
    fn every_format_that_has_a_name_in_json_schema_is_listed() {
        for name in FORMATS {
            assert!(format(name).is_some(), "{name}");
        }
        let listed = formats::ALL.iter().filter(|code| {
            let name = code.replace('_', "-");
            format(&name).is_some()
        });
        // `idn-email` is an option of `email`.
        assert_eq!(listed.count() + 1, FORMATS.len());
    }

    #[test]
    fn rules_that_are_written_as_patterns_are_told_apart() {
        for rule in WRITTEN {
            let keywords = rule.keywords(Kind::Text { format: None });
            let [("pattern", Param::Text(pattern))] = keywords.as_slice() else {
                panic!("{rule:?}: {keywords:?}")
            };
            assert_eq!(written(pattern).code(), rule.code());
        }
    }
}
