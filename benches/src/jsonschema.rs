//! `jsonschema`: a schema compiled at run time, checked on a `serde_json::Value`.
//!
//! Its check of a built value is one of a `Value`, which is less than a program wants to hold: on bytes the
//! typed value is made of it afterwards.

use std::sync::LazyLock;

use ::jsonschema::{PatternOptions, Validator};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::candidate::{Candidate, accepted, bytes, check};
use crate::data::{self, Shape};

pub(crate) fn candidates() -> Vec<Candidate> {
    let mut candidates = Vec::new();
    candidates.extend(check(Shape::User, "jsonschema", parse, |value| {
        accepted(whole_report(&USER, value))
    }));
    candidates.extend(check(Shape::Order, "jsonschema", parse, |value| {
        accepted(whole_report(&ORDER, value))
    }));
    candidates.extend(bytes(Shape::User, "Value + jsonschema + typed", |text| {
        typed::<data::User>(&USER, parse(text))
    }));
    candidates.extend(bytes(Shape::Order, "Value + jsonschema + typed", |text| {
        typed::<data::Order>(&ORDER, parse(text))
    }));
    candidates
}

fn parse(text: &[u8]) -> Value {
    serde_json::from_slice(text).expect("payloads keep the syntax")
}

fn whole_report<'a>(
    schema: &'a Validator,
    value: &'a Value,
) -> Result<(), Vec<::jsonschema::ValidationError<'a>>> {
    // Twice as fast on valid values as a list of errors that turns out to be empty.
    if schema.is_valid(value) {
        Ok(())
    } else {
        Err(schema.iter_errors(value).collect())
    }
}

fn typed<T: DeserializeOwned>(schema: &Validator, value: Value) -> bool {
    accepted(whole_report(schema, &value)) && accepted(serde_json::from_value::<T>(value))
}

fn compile(schema: &Value) -> Validator {
    ::jsonschema::options()
        .should_validate_formats(true)
        // The default engine knows look-around, which costs and is not needed.
        .with_pattern_options(PatternOptions::regex())
        .build(schema)
        .expect("a sound schema")
}

static USER: LazyLock<Validator> = LazyLock::new(|| {
    compile(&json!({
        "type": "object",
        "required": ["email", "password", "name"],
        "properties": {
            "email": {"type": "string", "format": "email"},
            "password": {"type": "string", "minLength": 8, "maxLength": 128},
            "name": {"type": "string", "minLength": 1, "maxLength": 100},
            "age": {"type": ["integer", "null"], "minimum": 13, "maximum": 120},
        },
    }))
});

static ORDER: LazyLock<Validator> = LazyLock::new(|| {
    let address = json!({
        "type": "object",
        "required": ["street", "city", "zip", "country"],
        "properties": {
            "street": {"type": "string", "minLength": 1, "maxLength": 200},
            "city": {"type": "string", "minLength": 1, "maxLength": 100},
            "zip": {"type": "string", "pattern": "^[0-9]{5}$"},
            "country": {"type": "string", "minLength": 2, "maxLength": 2},
        },
    });
    let customer = json!({
        "type": "object",
        "required": ["name", "email", "address"],
        "properties": {
            "name": {"type": "string", "minLength": 1, "maxLength": 100},
            "email": {"type": "string", "format": "email"},
            "address": address,
        },
    });
    let item = json!({
        "type": "object",
        "required": ["sku", "name", "quantity", "price"],
        "properties": {
            "sku": {"type": "string", "pattern": "^[A-Z]{3}-[0-9]{4}$"},
            "name": {"type": "string", "minLength": 1, "maxLength": 100},
            "quantity": {"type": "integer", "minimum": 1, "maximum": 1000},
            "price": {"type": "number", "minimum": 0.01, "maximum": 100_000},
        },
    });
    let tag = json!({"type": "string", "minLength": 1, "maxLength": 30});
    compile(&json!({
        "type": "object",
        "required": ["id", "customer", "items", "tags", "callback", "placed_at"],
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "customer": customer,
            "items": {"type": "array", "minItems": 1, "maxItems": 100, "items": item},
            "tags": {"type": "array", "maxItems": 20, "uniqueItems": true, "items": tag},
            "callback": {"type": "string", "format": "uri"},
            "placed_at": {"type": "string", "format": "date-time"},
            "note": {"type": ["string", "null"], "maxLength": 500},
        },
    }))
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::assert_whole_report;

    #[test]
    fn every_fault_is_found() {
        assert_whole_report(Shape::User, |text| USER.iter_errors(&parse(text)).count());
        assert_whole_report(Shape::Order, |text| ORDER.iter_errors(&parse(text)).count());
    }
}
