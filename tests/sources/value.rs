//! From values in memory.

use allocation_counter::measure;
use perimeter::{Boundary, Payload, accept, external_contract, strategic_boundary};
use serde_json::{Value, json};

use super::{lines, on_a_small_stack, told};

#[external_contract]
#[derive(Debug, PartialEq)]
struct Order {
    #[field(length = 1..=20)]
    id: String,
    #[field(range = 0..=9)]
    count: Option<i128>,
    #[field(length = ..=3)]
    prices: Vec<f64>,
}

#[strategic_boundary]
#[derive(Debug)]
struct Anything(Value);

#[test]
fn a_value_is_what_its_text_is() {
    let value = json!({"id": "a\"b\\c\n\u{1}é😀", "count": 9, "prices": [0.1, 1e300, -0.0]});
    let payload = Payload::value(&value);
    let order = accept::<Order>(&payload).unwrap();
    assert_eq!(*order, *accept::<Order>(&value.to_string()).unwrap());
}

#[test]
fn numbers_are_exact() {
    for number in [
        json!(u64::MAX),
        json!(i64::MIN),
        json!(f64::MIN_POSITIVE),
        json!(f64::MAX),
        json!(0.1 + 0.2),
        json!(1.0),
    ] {
        let accepted = accept::<Anything>(&Payload::value(&number)).unwrap();
        assert_eq!(accepted.0, number);
    }
}

#[test]
fn nobody_has_seen_the_text_so_there_are_no_places() {
    let value = json!({"id": "", "prices": [1, "x"], "more": 1});
    let report = accept::<Order>(&Payload::value(&value)).unwrap_err();
    assert_eq!(
        lines(&report),
        [
            "/id: must have 1 to 20 characters, not 0",
            "/more: is not known here",
            "/prices/1: must be a number, not a string",
        ]
    );
    assert!(
        report
            .iter()
            .all(|found| found.span().is_none() && found.line().is_none())
    );
}

#[test]
fn the_limit_on_bytes_is_on_the_text() {
    let value = json!({"id": "a", "prices": []});
    let boundary = |max| Boundary::new().max_bytes(max);
    let length = value.to_string().len();
    assert!(boundary(length).accept::<Order>(&Payload::value(&value)).is_ok());
    let report = boundary(length - 1)
        .accept::<Order>(&Payload::value(&value))
        .unwrap_err();
    assert_eq!(report.first().code(), "limit.bytes");
}

#[test]
fn a_value_of_any_depth_is_rejected_and_no_stack_overflows() {
    on_a_small_stack(|| {
        let mut value = Value::Null;
        for level in 0..1_000_000 {
            value = match level % 2 {
                0 => Value::Array(vec![value]),
                _ => Value::Object(std::iter::once((String::new(), value)).collect()),
            };
        }
        let boundary = Boundary::new().max_bytes(usize::MAX);
        let report = boundary.accept::<Anything>(&Payload::value(&value)).unwrap_err();
        assert_eq!(report.first().code(), "limit.depth");
        // By hand: `serde_json` drops it by recursion.
        loop {
            value = match value {
                Value::Array(mut items) => items.pop().unwrap(),
                Value::Object(members) => members.into_iter().next().unwrap().1,
                _ => break,
            };
        }
    });
}

#[test]
fn the_value_is_not_copied() {
    let text = "a".repeat(1 << 20);
    let value = json!([text, text, text]);
    let memory = measure(|| drop(Payload::value(&value)));
    // A string that grows doubles: never more than thrice the text is there at once.
    assert!(memory.bytes_max < 3 * 4 * (1 << 20), "{}", memory.bytes_max);
    assert!(memory.count_total < 64, "{}", memory.count_total);
}

#[test]
fn a_report_says_the_same_of_a_value_and_its_text() {
    let value = json!({"id": 1, "count": 10, "prices": [1, 2, 3, 4]});
    let of_value = accept::<Order>(&Payload::value(&value)).unwrap_err();
    let of_text = accept::<Order>(&value.to_string()).unwrap_err();
    assert_eq!(told(&of_value), told(&of_text));
}
