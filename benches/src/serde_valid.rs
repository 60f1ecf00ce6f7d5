//! `serde_valid`: JSON Schema's rules on built values, derived, and its own way from JSON text.
//!
//! It has no formats: e-mail addresses, UUIDs, URLs and date-times are custom functions.

use ::serde_valid::json::FromJsonSlice;
use ::serde_valid::{Validate, validation};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::candidate::{Candidate, accepted, bytes, check};
use crate::data::Shape;
use crate::hand::scan;

pub(crate) fn candidates() -> Vec<Candidate> {
    let mut candidates = Vec::new();
    candidates.extend(check(Shape::User, "serde_valid", parse, |value: &User| {
        accepted(value.validate())
    }));
    candidates.extend(check(Shape::Order, "serde_valid", parse, |value: &Order| {
        accepted(value.validate())
    }));
    candidates.extend(bytes(Shape::User, "serde_valid::json", |text| {
        accepted(User::from_json_slice(text))
    }));
    candidates.extend(bytes(Shape::Order, "serde_valid::json", |text| {
        accepted(Order::from_json_slice(text))
    }));
    candidates
}

fn parse<T: DeserializeOwned>(text: &[u8]) -> T {
    serde_json::from_slice(text).expect("payloads keep the syntax")
}

#[derive(Debug, Deserialize, Validate)]
struct User {
    #[validate(custom = email)]
    email: String,
    #[validate(min_length = 8)]
    #[validate(max_length = 128)]
    password: String,
    #[validate(min_length = 1)]
    #[validate(max_length = 100)]
    name: String,
    #[validate(minimum = 13)]
    #[validate(maximum = 120)]
    age: Option<u8>,
}

#[derive(Debug, Deserialize, Validate)]
struct Order {
    #[validate(custom = uuid)]
    id: String,
    #[validate]
    customer: Customer,
    #[validate]
    #[validate(min_items = 1)]
    #[validate(max_items = 100)]
    items: Vec<LineItem>,
    // The lengths are those of the elements.
    #[validate(max_items = 20)]
    #[validate(unique_items)]
    #[validate(min_length = 1)]
    #[validate(max_length = 30)]
    tags: Vec<String>,
    #[validate(custom = url)]
    callback: String,
    #[validate(custom = date_time)]
    placed_at: String,
    #[validate(max_length = 500)]
    note: Option<String>,
}

#[derive(Debug, Deserialize, Validate)]
struct Customer {
    #[validate(min_length = 1)]
    #[validate(max_length = 100)]
    name: String,
    #[validate(custom = email)]
    email: String,
    #[validate]
    address: Address,
}

#[derive(Debug, Deserialize, Validate)]
struct Address {
    #[validate(min_length = 1)]
    #[validate(max_length = 200)]
    street: String,
    #[validate(min_length = 1)]
    #[validate(max_length = 100)]
    city: String,
    #[validate(pattern = "^[0-9]{5}$")]
    zip: String,
    #[validate(min_length = 2)]
    #[validate(max_length = 2)]
    country: String,
}

#[derive(Debug, Deserialize, Validate)]
struct LineItem {
    #[validate(pattern = "^[A-Z]{3}-[0-9]{4}$")]
    sku: String,
    #[validate(min_length = 1)]
    #[validate(max_length = 100)]
    name: String,
    #[validate(minimum = 1)]
    #[validate(maximum = 1000)]
    quantity: u32,
    #[validate(minimum = 0.01)]
    #[validate(maximum = 100_000.0)]
    price: f64,
}

fn email(text: &str) -> Result<(), validation::Error> {
    custom(scan::email(text), "not an e-mail address")
}

fn uuid(text: &str) -> Result<(), validation::Error> {
    custom(scan::uuid(text), "not a UUID")
}

fn url(text: &str) -> Result<(), validation::Error> {
    custom(scan::url(text), "not a URL")
}

fn date_time(text: &str) -> Result<(), validation::Error> {
    custom(scan::date_time(text), "not a date-time")
}

fn custom(kept: bool, message: &str) -> Result<(), validation::Error> {
    if kept {
        Ok(())
    } else {
        Err(validation::Error::Custom(message.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use ::serde_valid::validation::{Errors, VecErrors};

    use super::*;
    use crate::data::assert_whole_report;

    fn count(errors: &Errors) -> usize {
        let own = |errors: &VecErrors| errors.len();
        match errors {
            Errors::Array(errors) => own(&errors.errors) + errors.items.values().map(count).sum::<usize>(),
            Errors::Object(errors) => {
                own(&errors.errors) + errors.properties.values().map(count).sum::<usize>()
            }
            Errors::NewType(errors) => own(errors),
        }
    }

    #[test]
    fn every_fault_is_found() {
        let faults = |verdict: Result<(), Errors>| verdict.err().as_ref().map_or(0, count);
        assert_whole_report(Shape::User, |text| faults(parse::<User>(text).validate()));
        assert_whole_report(Shape::Order, |text| faults(parse::<Order>(text).validate()));
    }
}
