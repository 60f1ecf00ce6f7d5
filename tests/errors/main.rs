//! What becomes of a report: data, problem details, other languages, a drawing over the text.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::result_large_err,
    clippy::unwrap_used,
    dead_code,
    reason = "a test over fixed inputs; the types are only read"
)]

mod catalogue;
mod codes;
mod data;
mod problem;
mod render;
mod resolve;
mod reveal;
mod same;
mod secrets;

use perimeter::{Accepted, Contract, Violations, accept, external_contract};

/// A contract with something of everything.
#[external_contract]
struct Order {
    #[field(length = 2..=5, reveal)]
    name: String,
    #[field(range = 1..=10)]
    size: u8,
    #[field(length(..=3, severity = warn))]
    note: Option<String>,
    #[field(length = 8.., secret)]
    token: Option<String>,
}

/// All that was found, whatever becomes of the value.
fn found<T: Contract>(examined: Result<Accepted<T>, Violations>) -> Option<Violations> {
    examined.map_or_else(Some, |accepted| accepted.warnings)
}

/// The report on a text that is not accepted.
fn rejected(text: &str) -> Violations {
    accept::<Order>(text).err().expect(text)
}
