//! This project: checks of built values, and bytes to a checked value in one pass, owned and borrowed.
//!
//! An external contract also refuses members that it does not know, which no other candidate looks at.

use perimeter::{Boundary, Contract as _, Handle, Registry, Source, accept};

use crate::candidate::{Candidate, accepted, bytes, check, walk};
use crate::data::{self, Shape};

pub(crate) fn candidates() -> Vec<Candidate> {
    let mut candidates = Vec::new();
    candidates.extend(check(Shape::User, "perimeter", build_user, |value| {
        accepted(value.validate())
    }));
    candidates.extend(check(Shape::Order, "perimeter", build_order, |value| {
        accepted(value.validate())
    }));
    candidates.extend(bytes(Shape::User, "perimeter", |text| {
        accepted(accept::<owned::User>(text))
    }));
    candidates.extend(bytes(Shape::Order, "perimeter", |text| {
        accepted(accept::<owned::Order>(text))
    }));
    candidates.extend(bytes(Shape::User, "perimeter, borrowed", |text| {
        accepted(accept::<borrowed::User<'_>>(text))
    }));
    candidates.extend(bytes(Shape::Order, "perimeter, borrowed", |text| {
        accepted(accept::<borrowed::Order<'_>>(text))
    }));
    // What jiter needs for the tokens alone is to be compared with reading, checking and building.
    candidates.push(walk("perimeter, borrowed", |text| {
        accepted(accept::<borrowed::Order<'_>>(text))
    }));
    candidates
}

/// Whether the text is an order that keeps the rules; the value is built and dropped.
pub(crate) fn order<'s>(text: impl Into<Source<'s>>) -> bool {
    accepted(const { &Boundary::new() }.accept::<owned::Order>(text))
}

/// The same with a value that borrows from the text.
pub(crate) fn borrowed_order<'s>(text: impl Into<Source<'s>>) -> bool {
    accepted(const { &Boundary::new() }.accept::<borrowed::Order<'_>>(text))
}

/// The contract of orders, without its type.
pub(crate) fn order_handle() -> Handle {
    let contract = Registry::global().of::<owned::Order>();
    contract.expect("it is linked in").handle().clone()
}

// The values are built field by field: a contract's own `Deserialize` refuses the invalid ones.

fn build_user(text: &[u8]) -> owned::User {
    let data::User {
        email,
        password,
        name,
        age,
    } = serde_json::from_slice(text).expect("payloads keep the syntax");
    owned::User {
        email,
        password,
        name,
        age,
    }
}

fn build_order(text: &[u8]) -> owned::Order {
    let data::Order {
        id,
        customer,
        items,
        tags,
        callback,
        placed_at,
        note,
    } = serde_json::from_slice(text).expect("payloads keep the syntax");
    let data::Customer { name, email, address } = customer;
    let data::Address {
        street,
        city,
        zip,
        country,
    } = address;
    let customer = owned::Customer {
        name,
        email,
        address: owned::Address {
            street,
            city,
            zip,
            country,
        },
    };
    let item = |item| {
        let data::LineItem {
            sku,
            name,
            quantity,
            price,
        } = item;
        owned::LineItem {
            sku,
            name,
            quantity,
            price,
        }
    };
    owned::Order {
        id,
        customer,
        items: items.into_iter().map(item).collect(),
        tags,
        callback,
        placed_at,
        note,
    }
}

mod owned {
    use perimeter::external_contract;

    #[external_contract]
    #[derive(Debug)]
    pub(super) struct User {
        #[field(email)]
        pub(super) email: String,
        #[field(length = 8..=128)]
        pub(super) password: String,
        #[field(length = 1..=100)]
        pub(super) name: String,
        #[field(range = 13..=120)]
        pub(super) age: Option<u8>,
    }

    #[external_contract]
    #[derive(Debug)]
    pub(super) struct Order {
        #[field(uuid)]
        pub(super) id: String,
        pub(super) customer: Customer,
        #[field(length = 1..=100)]
        pub(super) items: Vec<LineItem>,
        #[field(length = ..=20, unique, each(length = 1..=30))]
        pub(super) tags: Vec<String>,
        #[field(url)]
        pub(super) callback: String,
        #[field(date_time)]
        pub(super) placed_at: String,
        #[field(length = ..=500)]
        pub(super) note: Option<String>,
    }

    #[external_contract]
    #[derive(Debug)]
    pub(super) struct Customer {
        #[field(length = 1..=100)]
        pub(super) name: String,
        #[field(email)]
        pub(super) email: String,
        pub(super) address: Address,
    }

    #[external_contract]
    #[derive(Debug)]
    pub(super) struct Address {
        #[field(length = 1..=200)]
        pub(super) street: String,
        #[field(length = 1..=100)]
        pub(super) city: String,
        #[field(pattern = "[0-9]{5}")]
        pub(super) zip: String,
        #[field(length = 2)]
        pub(super) country: String,
    }

    #[external_contract]
    #[derive(Debug)]
    pub(super) struct LineItem {
        #[field(pattern = "[A-Z]{3}-[0-9]{4}")]
        pub(super) sku: String,
        #[field(length = 1..=100)]
        pub(super) name: String,
        #[field(range = 1..=1000)]
        pub(super) quantity: u32,
        #[field(range = 0.01..=100_000.0)]
        pub(super) price: f64,
    }
}

/// Text that may hold an escape is a `Cow`; the rest must not, and is a `&str`.
mod borrowed {
    use std::borrow::Cow;

    use perimeter::external_contract;

    #[external_contract]
    #[derive(Debug)]
    pub(super) struct User<'a> {
        #[field(email)]
        email: &'a str,
        #[field(length = 8..=128)]
        password: Cow<'a, str>,
        #[field(length = 1..=100)]
        name: Cow<'a, str>,
        #[field(range = 13..=120)]
        age: Option<u8>,
    }

    #[external_contract]
    #[derive(Debug)]
    pub(super) struct Order<'a> {
        #[field(uuid)]
        id: &'a str,
        customer: Customer<'a>,
        #[field(length = 1..=100)]
        items: Vec<LineItem<'a>>,
        #[field(length = ..=20, unique, each(length = 1..=30))]
        tags: Vec<Cow<'a, str>>,
        #[field(url)]
        callback: &'a str,
        #[field(date_time)]
        placed_at: &'a str,
        #[field(length = ..=500)]
        note: Option<Cow<'a, str>>,
    }

    #[external_contract]
    #[derive(Debug)]
    struct Customer<'a> {
        #[field(length = 1..=100)]
        name: Cow<'a, str>,
        #[field(email)]
        email: &'a str,
        address: Address<'a>,
    }

    #[external_contract]
    #[derive(Debug)]
    struct Address<'a> {
        #[field(length = 1..=200)]
        street: Cow<'a, str>,
        #[field(length = 1..=100)]
        city: Cow<'a, str>,
        #[field(pattern = "[0-9]{5}")]
        zip: &'a str,
        #[field(length = 2)]
        country: &'a str,
    }

    #[external_contract]
    #[derive(Debug)]
    struct LineItem<'a> {
        #[field(pattern = "[A-Z]{3}-[0-9]{4}")]
        sku: &'a str,
        #[field(length = 1..=100)]
        name: Cow<'a, str>,
        #[field(range = 1..=1000)]
        quantity: u32,
        #[field(range = 0.01..=100_000.0)]
        price: f64,
    }
}
