//! What is told to listeners, what is not, and what listeners can't do.

#![allow(
    clippy::float_cmp,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test over fixed inputs; numbers that are given are the ones that arrive"
)]

mod listeners;
mod meter;
mod silence;
mod spy;
mod table;
mod validation;
mod ways;

use perimeter::external_contract;

/// A contract with places of every sort.
#[external_contract]
#[contract(name = "order")]
#[derive(Debug)]
struct Order {
    #[field(email)]
    email: String,
    #[field(length = 1..=3, each(length = 1..=3))]
    tags: Vec<String>,
    #[field(length = 0..=9, keys(length = 1..=9), values(range = 0..=9))]
    counts: std::collections::BTreeMap<String, u8>,
    #[field(length = 8.., secret)]
    password: String,
}

const SOUND: &str = r#"{"email":"ada@example.com","tags":["a"],"counts":{"x":1},"password":"correct horse"}"#;
const FAULTY: &str =
    r#"{"email":"ada@","tags":["long","longer"],"counts":{"x":10},"password":"hunter2","a":1}"#;
