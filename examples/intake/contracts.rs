//! The contracts that can be named: an order with its lines, and a sign-up.

#![allow(
    dead_code,
    reason = "the registry checks by them; nobody here looks at the values"
)]

use perimeter::{Violation, external_contract};

/// A shop sells something.
#[external_contract(check(adds_up, reads(lines, total)))]
struct Order {
    #[field(uuid)]
    id: String,
    #[field(date_time)]
    placed_at: String,
    customer: Customer,
    #[field(length = 1..=100)]
    lines: Vec<Line>,
    #[field(currency)]
    currency: String,
    /// In the smallest unit of the currency.
    #[field(range = 1..=100_000_000)]
    total: u64,
    #[field(length = ..=500)]
    note: Option<String>,
}

/// Who buys.
#[external_contract]
struct Customer {
    #[field(length = 1..=100)]
    name: String,
    #[field(email)]
    email: String,
    #[field(country)]
    country: String,
}

/// So many of one thing.
#[external_contract]
struct Line {
    #[field(pattern = "[A-Z]{3}-[0-9]{4}")]
    sku: String,
    #[field(range = 1..=999)]
    quantity: u64,
    /// Of one of them, in the smallest unit of the currency.
    #[field(range = 1..=10_000_000)]
    price: u64,
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "a check takes fields by reference"
)]
fn adds_up(lines: &[Line], total: &u64) -> Result<(), Violation> {
    // The ranges leave room: 100 lines of 999 times ten million.
    let sum: u64 = lines.iter().map(|line| line.quantity * line.price).sum();
    if sum == *total {
        return Ok(());
    }
    Err(Violation::new("total", "must be the sum of the lines").at("/total"))
}

/// Somebody signs up.
#[external_contract]
struct SignUp {
    #[field(email)]
    email: String,
    #[field(length = 8..=128, secret)]
    password: String,
    #[field(length = 1..=100)]
    name: String,
    #[field(range = 13..=120)]
    age: Option<u8>,
}
