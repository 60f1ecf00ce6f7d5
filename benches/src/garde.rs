//! `garde`: checks of built values, derived.
//!
//! It has no rule for UUIDs, date-times and repetition: those are custom functions.

#![expect(
    clippy::trivially_copy_pass_by_ref,
    clippy::ptr_arg,
    reason = "garde says how a custom function looks"
)]

use ::garde::Validate;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::candidate::{Candidate, accepted, bytes, check};
use crate::data::Shape;
use crate::hand::scan;

pub(crate) fn candidates() -> Vec<Candidate> {
    let mut candidates = Vec::new();
    candidates.extend(check(Shape::User, "garde", parse, |value: &User| {
        accepted(value.validate())
    }));
    candidates.extend(check(Shape::Order, "garde", parse, |value: &Order| {
        accepted(value.validate())
    }));
    candidates.extend(bytes(Shape::User, "serde_json + garde", |text| {
        let value: User = parse(text);
        accepted(value.validate().map(|()| value))
    }));
    candidates.extend(bytes(Shape::Order, "serde_json + garde", order));
    candidates
}

/// Whether the text is an order that keeps the rules; the value is built and dropped.
pub(crate) fn order(text: &[u8]) -> bool {
    let value: Order = parse(text);
    accepted(value.validate().map(|()| value))
}

fn parse<T: DeserializeOwned>(text: &[u8]) -> T {
    serde_json::from_slice(text).expect("payloads keep the syntax")
}

#[derive(Debug, Deserialize, Validate)]
struct User {
    #[garde(email)]
    email: String,
    #[garde(length(chars, min = 8, max = 128))]
    password: String,
    #[garde(length(chars, min = 1, max = 100))]
    name: String,
    #[garde(range(min = 13, max = 120))]
    age: Option<u8>,
}

#[derive(Debug, Deserialize, Validate)]
struct Order {
    #[garde(custom(uuid))]
    id: String,
    #[garde(dive)]
    customer: Customer,
    #[garde(length(min = 1, max = 100), dive)]
    items: Vec<LineItem>,
    #[garde(length(max = 20), inner(length(chars, min = 1, max = 30)), custom(unique))]
    tags: Vec<String>,
    #[garde(url)]
    callback: String,
    #[garde(custom(date_time))]
    placed_at: String,
    #[garde(length(chars, max = 500))]
    note: Option<String>,
}

#[derive(Debug, Deserialize, Validate)]
struct Customer {
    #[garde(length(chars, min = 1, max = 100))]
    name: String,
    #[garde(email)]
    email: String,
    #[garde(dive)]
    address: Address,
}

#[derive(Debug, Deserialize, Validate)]
struct Address {
    #[garde(length(chars, min = 1, max = 200))]
    street: String,
    #[garde(length(chars, min = 1, max = 100))]
    city: String,
    #[garde(pattern("^[0-9]{5}$"))]
    zip: String,
    #[garde(length(chars, equal = 2))]
    country: String,
}

#[derive(Debug, Deserialize, Validate)]
struct LineItem {
    #[garde(pattern("^[A-Z]{3}-[0-9]{4}$"))]
    sku: String,
    #[garde(length(chars, min = 1, max = 100))]
    name: String,
    #[garde(range(min = 1, max = 1000))]
    quantity: u32,
    #[garde(range(min = 0.01, max = 100_000.0))]
    price: f64,
}

fn uuid(text: &str, (): &()) -> ::garde::Result {
    if scan::uuid(text) {
        Ok(())
    } else {
        Err(::garde::Error::new("not a UUID"))
    }
}

fn date_time(text: &str, (): &()) -> ::garde::Result {
    if scan::date_time(text) {
        Ok(())
    } else {
        Err(::garde::Error::new("not a date-time"))
    }
}

fn unique(texts: &Vec<String>, (): &()) -> ::garde::Result {
    if scan::unique(texts) {
        Ok(())
    } else {
        Err(::garde::Error::new("holds a text twice"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::assert_whole_report;

    #[test]
    fn every_fault_is_found() {
        let count =
            |verdict: Result<(), ::garde::Report>| verdict.err().map_or(0, |report| report.iter().count());
        assert_whole_report(Shape::User, |text| count(parse::<User>(text).validate()));
        assert_whole_report(Shape::Order, |text| count(parse::<Order>(text).validate()));
    }
}
