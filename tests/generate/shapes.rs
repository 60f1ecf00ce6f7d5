//! Contracts of every shape.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use perimeter::generate::Generator;
use perimeter::rules::{Rule, RuleInfo};
use perimeter::{Boundary, Contract, external_contract, strategic_boundary};

use crate::{Subject, drawn, subject};

#[external_contract]
#[derive(Debug)]
pub(crate) struct Order {
    #[field(uuid)]
    id: String,
    #[field(items = 1..=3, unique(by = |line: &Line| &line.sku))]
    lines: Vec<Line>,
    #[field(length = ..=40, not_null)]
    note: Option<String>,
    #[field(required, nullable, range = 1..=5)]
    stars: Option<u8>,
    #[serde(default)]
    paid: bool,
    #[field(length = 8.., secret)]
    token: String,
    #[serde(alias = "ship-to")]
    address: Address,
    #[field(keys(slug, length = 2..), values(range = 0..), properties = ..=4)]
    tags: BTreeMap<String, i32>,
    payment: Payment,
}

#[external_contract]
#[derive(Debug)]
pub(crate) struct Line {
    #[field(pattern = "[A-Z]{2}[0-9]{3}")]
    sku: String,
    #[field(range = 1..=99)]
    pub(crate) count: u16,
}

#[strategic_boundary]
#[derive(Debug)]
struct Address {
    #[field(not_blank, single_line)]
    street: String,
    #[field(country)]
    country: Country,
}

type Country = String;

#[external_contract]
#[derive(Debug)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Payment {
    Card {
        #[field(credit_card)]
        number: String,
    },
    Transfer(Transfer),
    Cash,
}

#[external_contract]
#[derive(Debug)]
struct Transfer {
    #[field(iban)]
    iban: String,
}

#[external_contract]
#[derive(Debug)]
enum External {
    Unit,
    One(Line),
    Two(u8, #[field(length = 1..=3)] String),
    Named {
        #[field(length = 1..)]
        text: String,
    },
}

#[external_contract]
#[derive(Debug)]
#[serde(tag = "t", content = "c")]
enum Adjacent {
    Unit,
    One(Line),
    Two(u8, bool),
    #[serde(other)]
    Other,
}

#[external_contract]
#[derive(Debug)]
#[serde(untagged)]
enum Untagged {
    Number(u8),
    Pair(u8, bool),
    Named {
        #[field(length = 2..=3)]
        text: String,
    },
}

#[external_contract]
#[derive(Debug)]
struct Tree {
    #[field(range = 1..)]
    value: u8,
    #[field(items = ..=2)]
    children: Vec<Tree>,
    next: Option<Box<Tree>>,
}

#[strategic_boundary]
#[derive(Debug)]
struct Flat {
    #[field(range = ..10)]
    number: i64,
    #[serde(flatten)]
    line: Line,
    #[serde(flatten)]
    rest: BTreeMap<String, u32>,
}

#[external_contract]
#[derive(Debug)]
struct Pair(#[field(range = 1..=2)] u8, #[field(length = 1..=2)] String);

#[external_contract]
#[derive(Debug)]
struct Email(#[field(email, length = ..=30)] String);

#[external_contract]
#[derive(Debug)]
struct Unit;

#[external_contract]
#[derive(Debug)]
struct Scalars {
    tuple: (u8, Option<i128>, char),
    array: [f32; 2],
    great: u128,
    #[field(items = 2..)]
    set: BTreeSet<u8>,
    ids: Ids,
    #[field(sorted(strict), items = 2..=5, each(range = 1..=20))]
    sorted: Vec<u8>,
    email: Email,
    address: std::net::IpAddr,
    #[field(each(length = 1..=2, each(range = 3..)), items = 1..)]
    nested: Vec<Vec<u8>>,
    any: Anything,
}

#[external_contract]
#[derive(Debug)]
struct Ids(#[field(keys(any), values(range = 1..))] BTreeMap<u32, u8>);

#[external_contract]
#[derive(Debug)]
struct Anything(#[field(any)] serde_json::Value);

/// Serde alone knows it.
#[derive(Debug, Clone, Deserialize)]
#[expect(dead_code, reason = "it is read and thrown away")]
struct Opaque(u8);

#[external_contract]
#[derive(Debug)]
struct Conditions {
    express: bool,
    #[field(range(..=10, when = self.express))]
    weight: u8,
    #[field(length(3.., severity = warn, code = "short"))]
    name: String,
    #[field(check = even)]
    even: u8,
    opaque: Opaque,
    #[field(odd)]
    odd: u8,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "a check takes a reference")]
fn even(value: &u8) -> Result<(), &'static str> {
    if value % 2 == 0 { Ok(()) } else { Err("is odd") }
}

/// A rule of one's own without samples.
const fn odd() -> Odd {
    Odd
}

#[derive(Debug, Clone, Copy)]
struct Odd;

impl RuleInfo for Odd {
    fn code(&self) -> &'static str {
        "odd"
    }
}

impl Rule<u8> for Odd {
    fn accepts(&self, value: &u8) -> bool {
        value % 2 == 1
    }
}

#[external_contract]
#[derive(Debug)]
pub(crate) struct Impossible {
    #[field(length = 3, equal = "ab")]
    value: String,
}

#[derive(Debug, Contract)]
struct Borrowed<'a> {
    #[field(length = 1..=9)]
    name: &'a str,
}

pub(crate) fn order() -> Subject {
    subject!(Order)
}

#[test]
fn every_shape_is_valid_and_broken_in_every_place() {
    let subjects = [
        order(),
        subject!(External),
        subject!(Payment),
        subject!(Adjacent),
        subject!(Untagged),
        subject!(Tree),
        subject!(Flat),
        subject!(Pair),
        subject!(Email),
        subject!(Unit),
        subject!(Scalars),
        subject!(Address),
        subject!(Conditions),
    ];
    let gaps: Vec<String> = subjects.iter().flat_map(|subject| subject.hold(100)).collect();
    assert_eq!(gaps, Vec::<String>::new());
}

#[test]
fn all_that_a_contract_allows_is_drawn() {
    let documents = drawn(&order().generator.valid(), 400);
    let some = |what: &str, is: &dyn Fn(&serde_json::Value) -> bool| {
        let found = documents
            .iter()
            .any(|text| is(&serde_json::from_str(text).unwrap()));
        assert!(found, "no document {what}");
    };
    some("lacks the note", &|order| order.get("note").is_none());
    some("has a note", &|order| order.get("note").is_some());
    some("has no stars", &|order| {
        order.get("stars").is_some_and(serde_json::Value::is_null)
    });
    some("has five stars", &|order| order["stars"] == 5);
    some("uses the other name", &|order| order.get("ship-to").is_some());
    some("has three lines", &|order| {
        order["lines"].as_array().is_some_and(|lines| lines.len() == 3)
    });
    for kind in ["card", "transfer", "cash"] {
        some(kind, &|order| order["payment"]["kind"] == kind);
    }
}

#[test]
fn what_is_dropped_is_sent_too() {
    let documents = drawn(&subject!(Address).generator.valid(), 100);
    let members = |text: &String| {
        serde_json::from_str::<serde_json::Value>(text)
            .unwrap()
            .as_object()
            .unwrap()
            .len()
    };
    assert!(documents.iter().any(|text| members(text) == 3));
    assert!(documents.iter().any(|text| members(text) == 2));
}

#[test]
fn contracts_that_borrow_are_judged_by_a_function() {
    let generator = Generator::judged(Borrowed::DESCRIPTOR, Boundary::new(), |boundary, text| {
        boundary
            .examine::<Borrowed<'_>>(text)
            .map_or_else(Some, |accepted| accepted.warnings)
    })
    .unwrap();
    for document in drawn(&generator.valid(), 40) {
        let accepted = perimeter::accept::<Borrowed<'_>>(&document).map(|valid| valid.name.is_empty());
        // What is escaped can't be borrowed, so it is not drawn.
        assert_eq!(accepted, Ok(false), "{document}");
    }
    assert_eq!(generator.gaps(), []);
}
