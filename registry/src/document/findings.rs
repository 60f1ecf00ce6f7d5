//! From the errors of the judge to violations: the same codes, parameters and places as a compiled contract gives.

use std::borrow::Cow;
use std::collections::HashSet;

use contracts_runtime::private::{Finding, Spot, inverse, nearest};
use contracts_runtime::{Params, Violation};
use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use serde_json::{Map, Value};

use super::alternatives;
use super::escaped;
use super::names::{named, one_of_names};
use super::secrets::decoded;
use super::wording::{Types, found};

/// What is wrong with `value`, in the order of the schema's keywords where several things are at one place. `rank` says
/// where a keyword of the schema stands.
pub(super) fn of(
    errors: &[ValidationError<'_>],
    (schema, value): (&Value, &Value),
    rank: &dyn Fn(&str) -> usize,
) -> Vec<Finding> {
    let judge = Judge {
        schema,
        value,
        alone: errors.len() == 1,
    };
    let mut ranked: Vec<(usize, Vec<Finding>)> = Vec::new();
    for error in telling(errors) {
        ranked.push((rank(error.schema_path().as_str()), judge.findings(error)));
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    let mut findings: Vec<Finding> = ranked.into_iter().flat_map(|(_, findings)| findings).collect();
    let mut known = HashSet::new();
    // Schemas that say the same twice, as alternatives and references do, have found the same twice.
    findings.retain(|finding| {
        known.insert((
            finding.pointer.clone(),
            finding.violation.code().to_owned(),
            finding.violation.message(),
        ))
    });
    findings
}

/// That the text as a whole does not fit.
pub(super) fn unsaid() -> Finding {
    let violation = Violation::new("schema", "does not fit the schema");
    Finding::new((String::new(), Spot::Value), violation.clone(), violation)
}

/// The errors without those of values whose type is wrong already by the same schema: what else it says, also by
/// schemas inside, is not about them.
pub(super) fn telling<'e, 'i>(errors: &'e [ValidationError<'i>]) -> Vec<&'e ValidationError<'i>> {
    let is_type = |error: &&ValidationError<'_>| matches!(error.kind(), ValidationErrorKind::Type { .. });
    let mut mistyped: HashSet<(&str, &str)> = HashSet::new();
    for error in errors.iter().filter(is_type) {
        mistyped.insert((
            error.instance_path().as_str(),
            around(error.schema_path().as_str()),
        ));
    }
    let told = |error: &&ValidationError<'_>| {
        let value = error.instance_path().as_str();
        let mut schema = error.schema_path().as_str();
        while !schema.is_empty() {
            schema = around(schema);
            if mistyped.contains(&(value, schema)) {
                return is_type(error);
            }
        }
        true
    };
    errors
        .iter()
        .filter(|error| mistyped.is_empty() || told(error))
        .collect()
}

/// The pointer to what is around what a pointer leads to.
fn around(pointer: &str) -> &str {
    pointer.rsplit_once('/').map_or("", |(around, _)| around)
}

/// What the errors are about.
pub(super) struct Judge<'d> {
    pub(super) schema: &'d Value,
    pub(super) value: &'d Value,
    /// Whether there is one error in all.
    pub(super) alone: bool,
}

impl Judge<'_> {
    /// The schema whose keyword an error is of; one made of the error where that is not to be found.
    fn keywords(&self, error: &ValidationError<'_>) -> Cow<'_, Map<String, Value>> {
        let keyword = error.kind().keyword();
        if let Some(Value::Object(schema)) = self.schema.pointer(around(error.schema_path().as_str())) {
            if schema.contains_key(keyword) {
                return Cow::Borrowed(schema);
            }
        }
        let mut schema = Map::new();
        if let Some(value) = stated(error.kind()) {
            schema.insert(keyword.to_owned(), value);
        }
        Cow::Owned(schema)
    }

    /// What an error says.
    pub(super) fn findings(&self, error: &ValidationError<'_>) -> Vec<Finding> {
        let pointer = error.instance_path().as_str().to_owned();
        let value = error.instance().as_ref();
        let at_value = |code: &'static str, message: &str| {
            let violation = Violation::new(code, message.to_owned());
            vec![Finding::new(
                (pointer.clone(), Spot::Value),
                violation.clone(),
                violation,
            )]
        };
        match error.kind() {
            ValidationErrorKind::Type { kind } => vec![self.mistyped(error, kind)],
            ValidationErrorKind::Required { property } => {
                let name = property.as_str().unwrap_or_default();
                vec![Finding::missing(&pointer, name)]
            }
            ValidationErrorKind::AdditionalProperties { .. }
            | ValidationErrorKind::UnevaluatedProperties { .. }
            | ValidationErrorKind::AdditionalItems { .. }
            | ValidationErrorKind::UnevaluatedItems { .. }
            | ValidationErrorKind::MaxItems { limit: 0 } => self.unknown(error),
            ValidationErrorKind::FalseSchema => vec![self.forbidden(&pointer)],
            ValidationErrorKind::Not { schema } => match schema.get("type") {
                Some(Value::String(name)) if name == "null" && value.is_null() => {
                    vec![Finding::null(pointer)]
                }
                _ => at_value("not", "must not be what is excluded here"),
            },
            ValidationErrorKind::PropertyNames { error } => self.name(&pointer, error),
            ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
                alternatives::findings(self, &pointer, value, context)
            }
            ValidationErrorKind::OneOfMultipleValid { .. } => {
                at_value("variant", "fits more than one of the alternatives")
            }
            ValidationErrorKind::Contains => at_value(
                "contains",
                "must hold an element that fits, as many as are wanted",
            ),
            ValidationErrorKind::BacktrackLimitExceeded { .. }
            | ValidationErrorKind::RegexEngineFailure { .. } => vec![Finding::work(pointer)],
            ValidationErrorKind::ContentEncoding { .. }
            | ValidationErrorKind::ContentMediaType { .. }
            | ValidationErrorKind::FromUtf8 { .. } => at_value("content", "is not encoded as it must be"),
            ValidationErrorKind::MinItems { limit } if self.is_tuple(error, *limit) => {
                let length = value.as_array().map_or(0, Vec::len);
                let wanted = usize::try_from(*limit).unwrap_or(usize::MAX);
                let missing = |index: usize| Finding::missing(&pointer, &index.to_string());
                (length..wanted).map(missing).collect()
            }
            kind => {
                let keyword = kind.keyword();
                let keywords = self.keywords(error);
                if let ("minProperties" | "maxProperties", Some(finding)) =
                    (keyword, one_of_names(&keywords, &pointer, value))
                {
                    return vec![finding];
                }
                if let Some(finding) = Self::ruled(keyword, &keywords, (pointer.clone(), Spot::Value), value)
                {
                    return vec![finding];
                }
                at_value("schema", &format!("does not fit the keyword `{keyword}`"))
            }
        }
    }

    /// The members and elements that the schema does not know.
    fn unknown(&self, error: &ValidationError<'_>) -> Vec<Finding> {
        let pointer = error.instance_path().as_str().to_owned();
        let value = error.instance().as_ref();
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                let keywords = self.keywords(error);
                if let Some(finding) = one_of_names(&keywords, &pointer, value) {
                    return vec![finding];
                }
                let known = keywords.get("properties").and_then(Value::as_object);
                let known = || {
                    known
                        .into_iter()
                        .flat_map(|known| known.keys().map(String::as_str))
                };
                let unknown = |name: &String| {
                    let at = format!("{pointer}/{}", escaped(name));
                    Finding::unknown(at, Spot::Key, nearest(name, known()))
                };
                unexpected.iter().map(unknown).collect()
            }
            ValidationErrorKind::UnevaluatedProperties { unexpected } => {
                let known = self.members_of(error.schema_path().as_str());
                let unknown = |name: &String| {
                    let at = format!("{pointer}/{}", escaped(name));
                    let near = nearest(name, known.iter().map(String::as_str));
                    // Which members are known depends on all of the object.
                    Finding::unknown(at, Spot::Key, near).within(&pointer)
                };
                // A member that a part of the schema knows is not known here where that part does not fit, which is told.
                let other = |name: &&String| self.alone || !known.contains(name);
                unexpected.iter().filter(other).map(unknown).collect()
            }
            ValidationErrorKind::AdditionalItems { limit } => {
                let length = value.as_array().map_or(0, Vec::len);
                let unknown =
                    |index: usize| Finding::unknown(format!("{pointer}/{index}"), Spot::Value, None);
                (*limit..length).map(unknown).collect()
            }
            ValidationErrorKind::UnevaluatedItems { unexpected } => {
                // They are told by their text, in order.
                let items = value.as_array().into_iter().flatten().enumerate();
                let mut unexpected = unexpected.iter().peekable();
                let unknown =
                    items.filter(|(_, item)| unexpected.next_if(|text| **text == item.to_string()).is_some());
                let unknown = unknown.map(|(index, _)| format!("{pointer}/{index}"));
                unknown
                    .map(|at| Finding::unknown(at, Spot::Value, None).within(&pointer))
                    .collect()
            }
            ValidationErrorKind::MaxItems { limit: 0 } => {
                let length = value.as_array().map_or(0, Vec::len);
                let unknown =
                    |index: usize| Finding::unknown(format!("{pointer}/{index}"), Spot::Value, None);
                (0..length).map(unknown).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether so many elements each have a schema of their own.
    fn is_tuple(&self, error: &ValidationError<'_>, least: u64) -> bool {
        let keywords = self.keywords(error);
        let items = keywords.get("prefixItems").and_then(Value::as_array);
        items.is_some_and(|items| u64::try_from(items.len()).is_ok_and(|known| least <= known))
    }

    /// The violation of the rule that a keyword states.
    fn ruled(
        keyword: &str,
        keywords: &Map<String, Value>,
        place: (String, Spot),
        value: &Value,
    ) -> Option<Finding> {
        if let Some(types) = beyond(keyword, keywords, value) {
            return Some(Finding::wrong_type(place.0, types));
        }
        if let ("enum" | "const", None) = (keyword, keywords.get("type")) {
            let values = match keywords.get(keyword)? {
                Value::Array(values) if keyword == "enum" => values.clone(),
                value => vec![value.clone()],
            };
            // An enum's variants, which are named and not typed.
            if values.iter().all(Value::is_string) {
                let names = values.iter().filter_map(Value::as_str);
                return Some(named(place.0, names.map(str::to_owned).collect(), value));
            }
        }
        let (violation, concealed) = inverse::broken(keyword, keywords, value)?;
        Some(Finding::new(place, violation, concealed))
    }

    fn mistyped(&self, error: &ValidationError<'_>, kind: &TypeKind) -> Finding {
        let pointer = error.instance_path().as_str().to_owned();
        let value = error.instance().as_ref();
        let types = match kind {
            TypeKind::Single(only) => Types::of([only.as_str()]),
            TypeKind::Multiple(set) => Types::of(set.iter().map(jsonschema::JsonType::as_str)),
        };
        Finding::wrong_type(pointer, self.expectation(error, &types, value))
    }

    fn expectation(&self, error: &ValidationError<'_>, types: &Types, value: &Value) -> Params {
        let bounds = types
            .is_integer()
            .then(|| inverse::machine_bounds(&self.keywords(error)))
            .flatten();
        let expected = match bounds {
            Some((least, most)) => format!("an integer from {least} to {most}"),
            None => types.to_string(),
        };
        Params::new()
            .with("expected", expected)
            .with("found", found(value, types.is_integer()))
    }

    /// A value where the schema lets none be.
    fn forbidden(&self, pointer: &str) -> Finding {
        let spot = match self.value.pointer(around(pointer)) {
            Some(Value::Object(_)) if !pointer.is_empty() => Spot::Key,
            _ => Spot::Value,
        };
        Finding::unknown(pointer.to_owned(), spot, None)
    }

    /// A member whose name does not fit.
    fn name(&self, object: &str, error: &ValidationError<'_>) -> Vec<Finding> {
        let name = error.instance().as_str().unwrap_or_default();
        let pointer = format!("{object}/{}", escaped(name));
        self.findings(error)
            .into_iter()
            .map(|finding| {
                let named = Finding::new((pointer.clone(), Spot::Key), finding.violation, finding.concealed);
                Finding { whole: None, ..named }
            })
            .collect()
    }

    /// The names of all members that the schema around a keyword knows, those of its parts included.
    fn members_of(&self, path: &str) -> Vec<String> {
        let mut names = Vec::new();
        let mut next = self
            .schema
            .pointer(around(path))
            .map(|schema| vec![schema])
            .unwrap_or_default();
        // Enough for what people write.
        let mut looked = 0;
        while let Some(schema) = next.pop() {
            looked += 1;
            if looked > 256 {
                break;
            }
            let Value::Object(keywords) = schema else { continue };
            if let Some(Value::Object(members)) = keywords.get("properties") {
                names.extend(members.keys().cloned());
            }
            for keyword in ["allOf", "anyOf", "oneOf"] {
                if let Some(Value::Array(parts)) = keywords.get(keyword) {
                    next.extend(parts);
                }
            }
            for keyword in ["if", "then", "else"] {
                next.extend(keywords.get(keyword));
            }
            let target = keywords.get("$ref").and_then(Value::as_str);
            if let Some(target) = target.and_then(|target| decoded(target.strip_prefix('#')?)) {
                next.extend(self.schema.pointer(&target));
            }
        }
        names
    }
}

/// What an integer is told that lies beyond all integers of the type that the schema stands for.
fn beyond(keyword: &str, keywords: &Map<String, Value>, value: &Value) -> Option<Params> {
    if !matches!(keyword, "minimum" | "maximum") {
        return None;
    }
    let (least, most) = inverse::machine_bounds(keywords)?;
    let number = value.as_number()?;
    let within = match (number.as_i64(), number.as_u64()) {
        (Some(value), _) => (least..=most).contains(&i128::from(value)),
        (None, Some(value)) => (least..=most).contains(&i128::from(value)),
        (None, None) => false,
    };
    let expected = format!("an integer from {least} to {most}");
    (!within).then(|| {
        Params::new()
            .with("expected", expected)
            .with("found", "one beyond its range")
    })
}

/// The value of the keyword that an error is of.
fn stated(kind: &ValidationErrorKind) -> Option<Value> {
    Some(match kind {
        ValidationErrorKind::Constant { expected_value } => expected_value.as_ref().clone(),
        ValidationErrorKind::Enum { options } => options.as_ref().clone(),
        ValidationErrorKind::ExclusiveMaximum { limit }
        | ValidationErrorKind::ExclusiveMinimum { limit }
        | ValidationErrorKind::Maximum { limit }
        | ValidationErrorKind::Minimum { limit } => limit.clone(),
        ValidationErrorKind::Format { format } => Value::from(format.as_str()),
        ValidationErrorKind::MaxItems { limit }
        | ValidationErrorKind::MaxLength { limit }
        | ValidationErrorKind::MaxProperties { limit }
        | ValidationErrorKind::MinItems { limit }
        | ValidationErrorKind::MinLength { limit }
        | ValidationErrorKind::MinProperties { limit } => Value::from(*limit),
        ValidationErrorKind::MultipleOf { multiple_of } => Value::from(*multiple_of),
        ValidationErrorKind::Pattern { pattern } => Value::from(pattern.as_str()),
        ValidationErrorKind::UniqueItems => Value::Bool(true),
        _ => return None,
    })
}
