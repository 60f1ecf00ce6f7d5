//! What the official schemas say of a delivery, and where.

use std::collections::BTreeMap;

use jsonschema::{Draft, Registry, ValidationError, Validator, error::ValidationErrorKind};
use serde_json::Value;

use crate::schemas::Schemas;

/// Every schema of a delivery, ready to run.
#[derive(Debug)]
pub struct Oracle {
    validators: BTreeMap<String, Validator>,
}

/// Where a delivery is broken, as a JSON Pointer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    Exactly(String),
    /// Somewhere in a value for which the schema offers several shapes, none of which fits.
    Choice(String),
}

impl Oracle {
    pub fn new(schemas: &Schemas) -> Self {
        let registry = Registry::new()
            .extend(
                schemas
                    .documents
                    .iter()
                    .map(|(id, document)| (id.as_str(), document)),
            )
            .and_then(jsonschema::RegistryBuilder::prepare)
            .unwrap();
        let options = jsonschema::options()
            .with_draft(Draft::Draft7)
            .should_validate_formats(true)
            .with_registry(&registry);
        let validators = schemas
            .roots()
            .map(|(_, _, root)| (root.location, options.build(root.schema).unwrap()))
            .collect();
        Self { validators }
    }

    /// Where the delivery is broken, sorted; nowhere if it is accepted.
    pub fn judge(&self, event: &str, body: &Value) -> Vec<Place> {
        let validator = if let Some(only) = self.validators.get(&format!("{event}$event")) {
            only
        } else {
            if !body.is_object() {
                return vec![Place::Exactly(String::new())];
            }
            let action = body["action"].as_str();
            match action.and_then(|action| self.validators.get(&format!("{event}${action}"))) {
                Some(validator) => validator,
                None => return vec![Place::Exactly("/action".to_string())],
            }
        };
        if validator.is_valid(body) {
            return Vec::new();
        }
        let mut places: Vec<_> = validator
            .iter_errors(body)
            .flat_map(|error| places(&error))
            .collect();
        places.sort();
        places.dedup();
        // What is wrong as a whole needs no list of what is wrong in it: of two schemas, only one looked inside.
        let wholes = places.clone();
        places.retain(|place| {
            let (Place::Exactly(at) | Place::Choice(at)) = place;
            !wholes
                .iter()
                .any(|whole| matches!(whole, Place::Exactly(whole) if whole != at && is_within(at, whole)))
        });
        places
    }
}

impl Place {
    /// Whether a violation at the pointer is a violation at this place.
    pub fn covers(&self, pointer: &str) -> bool {
        match self {
            Self::Exactly(place) => pointer == place,
            Self::Choice(place) => is_within(pointer, place),
        }
    }
}

/// Whether the pointer leads to the place or to something in it.
pub fn is_within(pointer: &str, place: &str) -> bool {
    pointer
        .strip_prefix(place)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The schema's errors name the record where a member is missing or unknown; a violation names the member.
fn places(error: &ValidationError<'_>) -> Vec<Place> {
    let at = error.instance_path().as_str();
    match error.kind() {
        ValidationErrorKind::Required { property } => vec![member(at, property.as_str().unwrap())],
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            unexpected.iter().map(|name| member(at, name)).collect()
        }
        ValidationErrorKind::OneOfNotValid { context } => {
            // "This or null" is no choice for a value that is there.
            let shapes: Vec<_> = context.iter().filter(|errors| !wants_null(errors, at)).collect();
            match shapes.as_slice() {
                [only] => only.iter().flat_map(places).collect(),
                _ => vec![Place::Choice(at.to_string())],
            }
        }
        ValidationErrorKind::OneOfMultipleValid { .. } => vec![Place::Choice(at.to_string())],
        _ => vec![Place::Exactly(at.to_string())],
    }
}

fn wants_null(errors: &[ValidationError<'_>], at: &str) -> bool {
    matches!(errors, [error] if error.instance_path().as_str() == at
        && matches!(error.kind(), ValidationErrorKind::Type { .. })
        && error.to_string().ends_with(r#"is not of type "null""#))
}

fn member(record: &str, name: &str) -> Place {
    Place::Exactly(format!("{record}/{}", name.replace('~', "~0").replace('/', "~1")))
}
