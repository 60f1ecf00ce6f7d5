//! From a schema as a value to what judges by it.

use contracts_runtime::private::inverse;
use jsonschema::error::ValidationErrorKind;
use jsonschema::{Draft, PatternOptions, ValidationError, Validator};
use serde_json::Value;

use super::identity::Flaw;
use super::subschemas::visit;
use super::{escaped, findings};

/// The versions of JSON Schema that are understood, by their meta-schemas.
const DRAFTS: &[(&str, Draft)] = &[
    ("json-schema.org/draft/2020-12/schema", Draft::Draft202012),
    ("json-schema.org/draft/2019-09/schema", Draft::Draft201909),
    ("json-schema.org/draft-07/schema", Draft::Draft7),
    ("json-schema.org/draft-06/schema", Draft::Draft6),
    ("json-schema.org/draft-04/schema", Draft::Draft4),
];

/// How often an expression that looks around or refers back may try again on one text. All others take linear time.
const BACKTRACKING: usize = 100_000;

/// How large a compiled expression may be, in bytes.
const EXPRESSION: usize = 1 << 20;

/// The version of JSON Schema that a document is written in, by its `$schema`: without one, 2020-12.
pub(super) fn draft(schema: &Value) -> Result<Draft, Flaw> {
    let Some(said) = schema.get("$schema") else {
        return Ok(Draft::Draft202012);
    };
    let known = said.as_str().and_then(|said| {
        let plain = said.trim_end_matches('#');
        let plain = plain
            .strip_prefix("https://")
            .or_else(|| plain.strip_prefix("http://"))?;
        DRAFTS.iter().find(|(uri, _)| *uri == plain)
    });
    known.map(|(_, draft)| *draft).ok_or_else(|| {
        let message = "is not understood; write `https://json-schema.org/draft/2020-12/schema`, or one of 2019-09, \
                       draft-07, draft-06 and draft-04";
        ("/$schema".to_owned(), message.to_owned())
    })
}

/// What judges by the schema.
///
/// # Errors
///
/// What is wrong with the schema, by the meta-schema or beyond it.
pub(super) fn validator(schema: &Value) -> Result<Validator, Vec<Flaw>> {
    let draft = draft(schema).map_err(|flaw| vec![flaw])?;
    let flaws = against_meta_schema(schema);
    if !flaws.is_empty() {
        return Err(flaws);
    }
    super::chains::check(schema).map_err(|flaw| vec![flaw])?;
    let mut options = jsonschema::options()
        .with_draft(draft)
        .should_validate_formats(true)
        .offline()
        .with_pattern_options(
            PatternOptions::fancy_regex()
                .backtrack_limit(BACKTRACKING)
                .size_limit(EXPRESSION)
                .dfa_size_limit(EXPRESSION),
        );
    for name in inverse::FORMATS {
        if let Some(accepts) = inverse::format(name) {
            options = options.with_format(*name, accepts);
        }
    }
    options.build(schema).map_err(|error| vec![flaw(schema, &error)])
}

/// What the meta-schema says.
fn against_meta_schema(schema: &Value) -> Vec<Flaw> {
    let meta = match jsonschema::meta::validator_for(schema) {
        Ok(meta) => meta,
        Err(error) => return vec![flaw(schema, &error)],
    };
    let errors: Vec<_> = match super::weight::is_light(schema) {
        true => meta.iter_errors(schema).collect(),
        false => meta.as_ref().validate(schema).err().into_iter().collect(),
    };
    let none = Value::Null;
    let found = findings::of(&errors, (&none, schema), &|_| 0);
    found
        .into_iter()
        .map(|finding| (finding.pointer, finding.violation.message()))
        .collect()
}

/// What the judge says of a schema that it can't be built from.
fn flaw(schema: &Value, error: &ValidationError<'_>) -> Flaw {
    let pointer = error.instance_path().as_str();
    match error.kind() {
        ValidationErrorKind::Format { format } if format == "regex" => {
            let expression = error.instance().as_str().unwrap_or_default();
            let named = format!("{pointer}/{}", escaped(expression));
            let at = match schema.pointer(&named) {
                Some(_) => named,
                None => pointer.to_owned(),
            };
            let message = format!(
                "`{}` is no regular expression that can be used",
                expression.escape_debug()
            );
            (at, message)
        }
        ValidationErrorKind::Referencing(reason) => referring(schema, &reason.to_string()),
        _ => (pointer.to_owned(), error.masked().to_string()),
    }
}

/// The first reference that does not resolve, found by what the error speaks of.
fn referring(schema: &Value, reason: &str) -> Flaw {
    let mut found = None;
    visit(schema, &mut |keywords, pointer| {
        for keyword in ["$ref", "$dynamicRef", "$recursiveRef"] {
            let Some(Value::String(reference)) = keywords.get(keyword) else {
                continue;
            };
            let (document, fragment) = reference.split_once('#').unwrap_or((reference, ""));
            let nowhere = fragment.starts_with('/')
                && document.is_empty()
                && schema.pointer(&percent_decoded(fragment)).is_none();
            let spoken = [document, fragment]
                .iter()
                .any(|part| !part.is_empty() && reason.contains(*part));
            if found.is_none() && (nowhere || spoken) {
                let shown = reference.escape_debug();
                let message = match document.is_empty() {
                    true => format!("`{shown}` leads nowhere in the document"),
                    false => format!(
                        "`{shown}` leads out of the document, and nothing is fetched; write the schema below `$defs`, \
                         and refer to it by `#/$defs/...`"
                    ),
                };
                found = Some((format!("{pointer}/{keyword}"), message));
            }
        }
    });
    found.unwrap_or_else(|| {
        let message = format!("holds a reference that leads nowhere: {reason}");
        (String::new(), message)
    })
}

fn percent_decoded(fragment: &str) -> String {
    super::secrets::decoded(fragment).unwrap_or_else(|| fragment.to_owned())
}
