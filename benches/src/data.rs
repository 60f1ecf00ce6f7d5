//! The payloads that every candidate sees.
//!
//! They are many, so that no branch predictor learns one by heart: lengths vary, one name in ten is not ASCII,
//! one note in twenty holds an escape. And they are few enough to stay in a core's cache, where a service has
//! what it just received or built. They are drawn from a fixed seed.

use std::ops::RangeInclusive;

use fastrand::Rng;
use serde::{Deserialize, Serialize};

/// The type of a payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// [`User`]: flat, four fields.
    User,
    /// [`Order`]: nested, some twenty line items.
    Order,
}

impl Shape {
    /// How many payloads there are of it, valid and invalid.
    #[must_use]
    pub fn payloads(self) -> usize {
        match self {
            Self::User => 256,
            // More than a thousand line items. Their values take 300 kB.
            Self::Order => 64,
        }
    }
}

/// Whether payloads keep the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Faults {
    /// They do.
    None,
    /// Each breaks several, in different fields.
    Several,
}

/// One document.
#[derive(Debug, Clone)]
pub struct Payload {
    /// Its JSON text, compact, members in the order of the type's fields.
    pub document: Vec<u8>,
    /// How many rules it breaks.
    pub faults: usize,
}

/// A flat type.
///
/// `email`: an e-mail address; `password`: 8 to 128 characters; `name`: 1 to 100; `age`: absent, or 13 to
/// 120.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of the payload")]
pub struct User {
    pub email: String,
    pub password: String,
    pub name: String,
    pub age: Option<u8>,
}

/// A nested type.
///
/// `id`: a UUID; `items`: 1 to 100; `tags`: up to 20, no two alike, of 1 to 30 characters; `callback`: a URL;
/// `placed_at`: a date-time of RFC 3339; `note`: absent, or up to 500 characters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of the payload")]
pub struct Order {
    pub id: String,
    pub customer: Customer,
    pub items: Vec<LineItem>,
    pub tags: Vec<String>,
    pub callback: String,
    pub placed_at: String,
    pub note: Option<String>,
}

/// `name`: 1 to 100 characters; `email`: an e-mail address.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of the payload")]
pub struct Customer {
    pub name: String,
    pub email: String,
    pub address: Address,
}

/// `street`: 1 to 200 characters; `city`: 1 to 100; `zip`: `[0-9]{5}`; `country`: 2 characters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of the payload")]
pub struct Address {
    pub street: String,
    pub city: String,
    pub zip: String,
    pub country: String,
}

/// `sku`: `[A-Z]{3}-[0-9]{4}`; `name`: 1 to 100 characters; `quantity`: 1 to 1000; `price`: 0.01 to 100000.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of the payload")]
pub struct LineItem {
    pub sku: String,
    pub name: String,
    pub quantity: u32,
    pub price: f64,
}

/// The payloads of a shape.
#[must_use]
pub fn payloads(shape: Shape, faults: Faults) -> Vec<Payload> {
    let mut rng = Rng::with_seed(0x5eed);
    let one = |_| match shape {
        Shape::User => payload(user(&mut rng), faults, BREAK_USER, &mut rng),
        Shape::Order => payload(order(&mut rng, 10..=30, 0..=20), faults, BREAK_ORDER, &mut rng),
    };
    (0..shape.payloads()).map(one).collect()
}

/// One line in so many breaks rules.
pub const FAULTY: usize = 100;

/// Lines of NDJSON, an order of one to five line items each, without end and always the same ones. One in [`FAULTY`]
/// breaks several rules.
pub fn order_lines() -> impl Iterator<Item = Vec<u8>> {
    let mut rng = Rng::with_seed(0x5eed);
    (1..).map(move |number: usize| {
        let faults = match number % FAULTY {
            0 => Faults::Several,
            _ => Faults::None,
        };
        let order = order(&mut rng, 1..=5, 0..=3);
        let mut line = payload(order, faults, BREAK_ORDER, &mut rng).document;
        line.push(b'\n');
        line
    })
}

type Break<T> = fn(&mut T, &mut Rng);

/// Half of the faults at least, all of them at most.
fn payload<T: Serialize>(mut value: T, faults: Faults, breaks: &[Break<T>], rng: &mut Rng) -> Payload {
    let faults = match faults {
        Faults::None => 0,
        Faults::Several => rng.usize(breaks.len() / 2..=breaks.len()),
    };
    for fault in rng.choose_multiple(breaks.iter(), faults) {
        fault(&mut value, rng);
    }
    let document = serde_json::to_vec(&value).expect("payloads are plain data");
    Payload { document, faults }
}

/// Each breaks one rule, and no two the same field.
const BREAK_USER: &[Break<User>] = &[
    |user, _| user.email = user.email.replace('@', "."),
    |user, rng| user.password = word(rng, 1..=7),
    |user, _| user.name.clear(),
    |user, rng| user.age = Some(rng.u8(0..13)),
];

/// Each breaks one rule, and no two the same field.
const BREAK_ORDER: &[Break<Order>] = &[
    |order, _| order.id.replace_range(35.., "g"),
    |order, _| order.customer.email = order.customer.email.replace('@', "."),
    |order, rng| item(order, rng).sku.make_ascii_lowercase(),
    |order, rng| item(order, rng).quantity = 0,
    |order, rng| item(order, rng).price = 0.0,
    |order, _| {
        order.tags.truncate(19);
        let first = order.tags.first().map_or("urgent", String::as_str).to_owned();
        if order.tags.is_empty() {
            order.tags.push(first.clone());
        }
        order.tags.push(first);
    },
    |order, _| "not a url".clone_into(&mut order.callback),
    |order, _| order.placed_at.replace_range(5..10, "02-30"),
];

fn item<'a>(order: &'a mut Order, rng: &mut Rng) -> &'a mut LineItem {
    rng.choice(&mut order.items).expect("an order has items")
}

fn user(rng: &mut Rng) -> User {
    User {
        email: email(rng),
        password: word(rng, 8..=40),
        name: name(rng),
        age: (rng.u8(0..4) > 0).then(|| rng.u8(13..=120)),
    }
}

fn order(rng: &mut Rng, items: RangeInclusive<usize>, tags: RangeInclusive<usize>) -> Order {
    let hex = |rng: &mut Rng, digits: usize| -> String { (0..digits).map(|_| rng.digit(16)).collect() };
    let (items, tags) = (rng.usize(items), rng.usize(tags));
    Order {
        id: [8, 4, 4, 4, 12].map(|digits| hex(rng, digits)).join("-"),
        customer: Customer {
            name: name(rng),
            email: email(rng),
            address: Address {
                street: format!("{} {} Street", rng.u16(1..400), word(rng, 4..=14)),
                city: word(rng, 4..=14),
                zip: format!("{:05}", rng.u32(0..100_000)),
                country: ["US", "DE", "FR", "JP"][rng.usize(0..4)].to_owned(),
            },
        },
        items: (0..items)
            .map(|_| LineItem {
                sku: format!(
                    "{}-{:04}",
                    word(rng, 3..=3).to_ascii_uppercase(),
                    rng.u16(0..10_000)
                ),
                name: format!("{} {}", word(rng, 4..=12), word(rng, 3..=16)),
                quantity: rng.u32(1..=1000),
                price: f64::from(rng.u32(1..=1_000_000)) / 100.0,
            })
            .collect(),
        tags: (0..tags)
            .map(|tag| format!("{}{tag}", word(rng, 3..=12)))
            .collect(),
        callback: format!(
            "https://{}.example.com/{}/{}?key={}",
            word(rng, 3..=8),
            word(rng, 2..=8),
            word(rng, 2..=12),
            word(rng, 1..=10)
        ),
        placed_at: format!(
            "20{:02}-{:02}-{:02}T{:02}:{:02}:{:02}{}",
            rng.u8(0..40),
            rng.u8(1..=12),
            rng.u8(1..=28),
            rng.u8(0..24),
            rng.u8(0..60),
            rng.u8(0..60),
            ["Z", ".250Z", "+02:00"][rng.usize(0..3)]
        ),
        note: match rng.u8(0..20) {
            0 => Some(format!("line one\nline \"two\" {}", word(rng, 3..=30))),
            1..=9 => None,
            _ => Some(format!("{} {}", word(rng, 5..=40), word(rng, 5..=40))),
        },
    }
}

fn word(rng: &mut Rng, length: RangeInclusive<usize>) -> String {
    (0..rng.usize(length)).map(|_| rng.lowercase()).collect()
}

fn name(rng: &mut Rng) -> String {
    let (first, last) = (word(rng, 3..=12), word(rng, 3..=14));
    match rng.u8(0..10) {
        0 => format!("Zoë {first} Ångström-{last}"),
        _ => format!("{first} {last}"),
    }
}

fn email(rng: &mut Rng) -> String {
    let (first, last, host) = (word(rng, 2..=10), word(rng, 3..=12), word(rng, 4..=14));
    match rng.u8(0..3) {
        0 => format!("{first}@{host}.com"),
        1 => format!("{first}.{last}@{host}.co.uk"),
        _ => format!("{first}+{last}@mail.{host}.org"),
    }
}

/// Asserts that a peer finds each fault of each invalid payload, and none in the valid ones.
#[cfg(test)]
pub(crate) fn assert_whole_report(shape: Shape, faults: impl Fn(&[u8]) -> usize) {
    for payload in [Faults::None, Faults::Several]
        .into_iter()
        .flat_map(|faults| payloads(shape, faults))
    {
        assert_eq!(
            faults(&payload.document),
            payload.faults,
            "{}",
            payload.document.escape_ascii()
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invalid_payloads_have_several_faults() {
        for shape in [Shape::User, Shape::Order] {
            assert!(
                payloads(shape, Faults::Several)
                    .iter()
                    .all(|payload| payload.faults >= 2)
            );
            assert!(
                payloads(shape, Faults::None)
                    .iter()
                    .all(|payload| payload.faults == 0)
            );
        }
    }

    #[test]
    fn payloads_differ() {
        let mut documents: Vec<_> = payloads(Shape::User, Faults::None)
            .into_iter()
            .map(|payload| payload.document)
            .collect();
        documents.sort_unstable();
        documents.dedup();
        assert_eq!(documents.len(), Shape::User.payloads());
    }
}
