//! What is allocated: nothing to check, and what the value owns to read.

#![allow(clippy::unwrap_used, reason = "a test over fixed inputs")]

use std::collections::BTreeMap;
use std::hint::black_box;

use allocation_counter::measure;
use perimeter::{Contract, accept, external_contract};

/// Somebody signs up: the contract of the example `quickstart`.
#[external_contract]
#[derive(Debug)]
struct UserRegistration {
    #[field(email)]
    email: String,
    #[field(length = 8..=128, secret)]
    password: String,
    #[field(length = 1..=100)]
    name: String,
    #[field(range = 13..=120)]
    age: Option<u8>,
}

const USER: &str = r#"{"email":"ada@example.com","password":"correct horse","name":"Ada","age":36}"#;

/// An order with everything that holds contracts.
#[external_contract]
#[derive(Debug)]
#[contract(check(not_empty, reads(lines)))]
struct Order {
    #[field(length = 1..=20, pattern = "[a-z0-9-]+")]
    id: String,
    customer: UserRegistration,
    #[field(length = 1..=10)]
    lines: Vec<Line>,
    #[field(length = 0..=5, keys(length = 1..=10), values(length = 1..=10))]
    labels: BTreeMap<String, String>,
    payment: Payment,
    gift: Option<Box<Line>>,
}

#[external_contract]
#[derive(Debug)]
struct Line {
    #[field(uuid)]
    product: String,
    #[field(range = 1..=99)]
    count: u16,
    #[field(length = 0..=3, each(length = 1..=10), unique)]
    notes: Vec<String>,
}

#[external_contract]
#[derive(Debug)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Payment {
    Invoice,
    Card {
        #[field(length = 4)]
        last_digits: String,
    },
}

fn not_empty(lines: &[Line]) -> Result<(), &'static str> {
    if lines.is_empty() {
        Err("needs a line")
    } else {
        Ok(())
    }
}

const ORDER: &str = r#"{"id":"order-1","customer":{"email":"ada@example.com","password":"correct horse","name":"Ada"},
    "lines":[{"product":"8c5d1b0e-3b1c-4f0e-9a43-0d7d3a0f5a11","count":2,"notes":["red","large"]},
             {"product":"8c5d1b0e-3b1c-4f0e-9a43-0d7d3a0f5a12","count":1,"notes":[]}],
    "labels":{"source":"web"},"payment":{"kind":"card","last_digits":"1234"},
    "gift":{"product":"8c5d1b0e-3b1c-4f0e-9a43-0d7d3a0f5a13","count":1,"notes":["wrap"]}}"#;

/// How often `run` allocates, once everything that is made once is there.
fn allocations(run: impl Fn()) -> u64 {
    run();
    measure(run).count_total
}

#[test]
fn checking_a_flat_value_allocates_nothing() {
    let user = accept::<UserRegistration>(USER).unwrap().into_inner();
    assert_eq!(allocations(|| user.validate().unwrap()), 0);
}

#[test]
fn checking_a_nested_value_allocates_nothing() {
    let order = accept::<Order>(ORDER).unwrap().into_inner();
    assert_eq!(allocations(|| order.validate().unwrap()), 0);
}

#[test]
fn reading_a_flat_value_allocates_its_strings() {
    let read = || drop(black_box(accept::<UserRegistration>(USER).unwrap()));
    assert_eq!(allocations(read), 3);
    let bytes = USER.as_bytes();
    let counted = measure(|| drop(black_box(accept::<UserRegistration>(bytes).unwrap())));
    let owned = "ada@example.com".len() + "correct horse".len() + "Ada".len();
    assert_eq!(counted.bytes_total, owned as u64);
}

#[test]
fn reading_borrowed_text_allocates_nothing() {
    #[external_contract]
    #[derive(Debug)]
    struct Borrowed<'a> {
        #[field(email)]
        email: &'a str,
        #[field(length = 1..=100)]
        name: std::borrow::Cow<'a, str>,
        #[field(range = 13..=120)]
        age: Option<u8>,
    }
    let text = r#"{"email":"ada@example.com","name":"Ada","age":36}"#;
    assert_eq!(
        allocations(|| drop(black_box(accept::<Borrowed<'_>>(text).unwrap()))),
        0
    );
}

#[cfg(feature = "registry")]
#[test]
fn a_look_up_that_finds_something_allocates_nothing() {
    let registry = perimeter::Registry::default();
    let user = registry
        .list()
        .iter()
        .find(|contract| contract.name() == "line")
        .cloned()
        .unwrap();
    let found = || {
        let found = registry.get(black_box(user.module()), black_box("line"));
        assert_eq!(black_box(found).unwrap().name(), "line");
    };
    assert_eq!(allocations(found), 0);
}

#[test]
fn words_across_fields_allocate_nothing() {
    #[external_contract(exactly_one_of(a, b), all_or_none(name, again))]
    #[derive(Debug)]
    struct Words<'a> {
        #[field(length = 1..=9)]
        name: Option<&'a str>,
        #[field(matches(name))]
        again: Option<&'a str>,
        #[field(any, excluded_if(name = ["one", "two"]))]
        a: Option<&'a str>,
        #[field(greater_than(c), required_without(a), required_if(name = "Ada", severity = warn))]
        b: Option<u8>,
        c: u8,
    }
    let text = r#"{"name":"one","again":"one","b":2,"c":1}"#;
    let words = accept::<Words<'_>>(text).unwrap();
    assert_eq!(allocations(|| words.validate().unwrap()), 0);
    let read = || {
        black_box(accept::<Words<'_>>(text).unwrap());
    };
    assert_eq!(allocations(read), 0);
}

#[test]
fn rules_on_text_and_time_allocate_nothing() {
    #[external_contract]
    struct Words<'a> {
        #[field(printable, no_control, trimmed, single_line, not_blank, alphanumeric(unicode))]
        text: &'a str,
        #[field(ascii, lowercase, not_one_of("a", "b"), does_not_contain = "x")]
        word: &'a str,
        #[field(past, after = "2000-01-01", before = "2100-01-01T00:00:00Z")]
        at: &'a str,
        #[field(items = 1..=3, sorted(strict), unique)]
        numbers: [i32; 3],
        #[field(positive, exclusive_minimum = 0.5, finite, multiple_of = 0.25)]
        share: f64,
    }
    let words = Words {
        text: "日本語のテキスト",
        word: "plain",
        at: "2024-02-29T12:00:00+01:00",
        numbers: [1, 2, 3],
        share: 0.75,
    };
    assert_eq!(allocations(|| words.validate().unwrap()), 0);
}
