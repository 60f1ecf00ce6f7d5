//! The schema of one contract that has something of everything, word by word.

use std::collections::BTreeMap;

use perimeter::{external_contract, schema};

use crate::agreement::held;

/// Somebody orders something.
#[external_contract]
#[contract(
    version = "2.1",
    max_bytes = 4096,
    metadata(owner = "shop"),
    check(dated, reads(placed, due))
)]
#[serde(rename_all = "camelCase")]
struct Order {
    /// Given out by the shop.
    #[field(pattern = "[A-Z]{3}-[0-9]{4}")]
    id: String,
    #[field(email)]
    #[serde(alias = "mail")]
    contact: String,
    /// Never shown.
    #[field(length = 8..=128, secret, default = "correct horse")]
    pass_word: String,
    #[field(default = Currency::Eur)]
    currency: Currency,
    #[field(items = 1..=100)]
    lines: Vec<Line>,
    #[field(range(1..=99, message = "no such discount"), not_null)]
    discount: Option<u8>,
    payment: Payment,
    #[field(date)]
    placed: String,
    #[field(date(when = self.discount.is_none()))]
    due: String,
    #[field(properties = ..=9, keys(slug), values(length = ..=80))]
    labels: BTreeMap<String, String>,
    #[field(nested)]
    parent: Option<Box<Order>>,
}

/// A position of an order.
#[external_contract]
struct Line {
    #[field(length = 1..=20)]
    sku: String,
    #[field(range = 1.., default = 1)]
    quantity: u32,
    #[field(exclusive_minimum = 0.0, multiple_of = 0.01)]
    price: f64,
}

/// What is paid with.
#[external_contract]
#[serde(rename_all = "UPPERCASE")]
enum Currency {
    /// The euro.
    Eur,
    Usd,
}

#[external_contract]
#[serde(tag = "type", rename_all = "snake_case")]
enum Payment {
    /// By card.
    Card {
        #[field(credit_card, secret)]
        number: String,
    },
    Invoice,
}

fn dated(placed: &str, due: &str) -> Result<(), perimeter::Violation> {
    if placed <= due {
        Ok(())
    } else {
        Err(perimeter::Violation::new("dated", "must not be before"))
    }
}

#[test]
fn a_rich_contract_has_this_schema() {
    held("order.json", &format!("{}\n", schema::of::<Order>()));
}

#[test]
fn a_secret_has_no_default_in_a_schema() {
    assert!(!schema::of::<Order>().to_string().contains("correct horse"));
}
