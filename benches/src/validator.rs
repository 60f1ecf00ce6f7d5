//! `validator`: checks of built values, derived.
//!
//! It has no rule for UUIDs, date-times and repetition, and none for the elements of a list that are no
//! structs: those are custom functions.

use std::sync::LazyLock;

use ::validator::{Validate, ValidationError};
use regex::Regex;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::candidate::{Candidate, accepted, bytes, check};
use crate::data::Shape;
use crate::hand::scan;

pub(crate) fn candidates() -> Vec<Candidate> {
    let mut candidates = Vec::new();
    candidates.extend(check(Shape::User, "validator", parse, |value: &User| {
        accepted(value.validate())
    }));
    candidates.extend(check(Shape::Order, "validator", parse, |value: &Order| {
        accepted(value.validate())
    }));
    candidates.extend(bytes(Shape::User, "serde_json + validator", |text| {
        let value: User = parse(text);
        accepted(value.validate().map(|()| value))
    }));
    candidates.extend(bytes(Shape::Order, "serde_json + validator", |text| {
        let value: Order = parse(text);
        accepted(value.validate().map(|()| value))
    }));
    candidates
}

fn parse<T: DeserializeOwned>(text: &[u8]) -> T {
    serde_json::from_slice(text).expect("payloads keep the syntax")
}

static ZIP: LazyLock<Regex> = LazyLock::new(|| Regex::new("^[0-9]{5}$").expect("a sound pattern"));
static SKU: LazyLock<Regex> = LazyLock::new(|| Regex::new("^[A-Z]{3}-[0-9]{4}$").expect("a sound pattern"));

#[derive(Debug, Deserialize, Validate)]
struct User {
    #[validate(email)]
    email: String,
    #[validate(length(min = 8, max = 128))]
    password: String,
    #[validate(length(min = 1, max = 100))]
    name: String,
    #[validate(range(min = 13, max = 120))]
    age: Option<u8>,
}

#[derive(Debug, Deserialize, Validate)]
struct Order {
    #[validate(custom(function = "uuid"))]
    id: String,
    #[validate(nested)]
    customer: Customer,
    #[validate(length(min = 1, max = 100), nested)]
    items: Vec<LineItem>,
    #[validate(length(max = 20), custom(function = "tags"))]
    tags: Vec<String>,
    #[validate(url)]
    callback: String,
    #[validate(custom(function = "date_time"))]
    placed_at: String,
    #[validate(length(max = 500))]
    note: Option<String>,
}

#[derive(Debug, Deserialize, Validate)]
struct Customer {
    #[validate(length(min = 1, max = 100))]
    name: String,
    #[validate(email)]
    email: String,
    #[validate(nested)]
    address: Address,
}

#[derive(Debug, Deserialize, Validate)]
struct Address {
    #[validate(length(min = 1, max = 200))]
    street: String,
    #[validate(length(min = 1, max = 100))]
    city: String,
    #[validate(regex(path = *ZIP))]
    zip: String,
    #[validate(length(equal = 2))]
    country: String,
}

// The fault of a list's length carries the list: it has to be `Serialize`.
#[derive(Debug, Serialize, Deserialize, Validate)]
struct LineItem {
    #[validate(regex(path = *SKU))]
    sku: String,
    #[validate(length(min = 1, max = 100))]
    name: String,
    #[validate(range(min = 1, max = 1000))]
    quantity: u32,
    #[validate(range(min = 0.01, max = 100_000.0))]
    price: f64,
}

fn uuid(text: &str) -> Result<(), ValidationError> {
    if scan::uuid(text) {
        Ok(())
    } else {
        Err(ValidationError::new("uuid"))
    }
}

fn date_time(text: &str) -> Result<(), ValidationError> {
    if scan::date_time(text) {
        Ok(())
    } else {
        Err(ValidationError::new("date_time"))
    }
}

fn tags(texts: &[String]) -> Result<(), ValidationError> {
    if !texts.iter().all(|text| scan::length(text, 1..=30)) {
        return Err(ValidationError::new("length"));
    }
    if scan::unique(texts) {
        Ok(())
    } else {
        Err(ValidationError::new("unique"))
    }
}

#[cfg(test)]
mod tests {
    use ::validator::{ValidationErrors, ValidationErrorsKind};

    use super::*;
    use crate::data::assert_whole_report;

    fn count(errors: &ValidationErrors) -> usize {
        let of_field = |errors: &ValidationErrorsKind| match errors {
            ValidationErrorsKind::Field(errors) => errors.len(),
            ValidationErrorsKind::Struct(errors) => count(errors),
            ValidationErrorsKind::List(errors) => errors.values().map(|errors| count(errors)).sum(),
        };
        errors.errors().values().map(of_field).sum()
    }

    #[test]
    fn every_fault_is_found() {
        let faults = |verdict: Result<(), ValidationErrors>| verdict.err().as_ref().map_or(0, count);
        assert_whole_report(Shape::User, |text| faults(parse::<User>(text).validate()));
        assert_whole_report(Shape::Order, |text| faults(parse::<Order>(text).validate()));
    }
}
