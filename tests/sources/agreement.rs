//! Every source gives the verdict, the codes and the pointers of the JSON text of the same content.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use fastrand::Rng;
use perimeter::{Contract, Payload, ReadError, accept, accept_reader, external_contract};
use serde_json::{Map, Value, json};

use super::told;

type Told = Result<(), Vec<(String, String)>>;

#[external_contract]
#[derive(Debug)]
struct Order {
    #[field(length = 1..=8)]
    id: String,
    #[field(length = 1..=3)]
    lines: Vec<Line>,
    payment: Payment,
    #[field(length = ..=2, values(length = 1..=4))]
    labels: Option<BTreeMap<String, String>>,
    #[field(any)]
    extra: Option<Value>,
}

#[external_contract]
#[derive(Debug)]
struct Line {
    #[field(range = 1..=9)]
    count: u16,
    #[field(range = 0.5..)]
    price: f64,
    gift: Option<bool>,
}

#[external_contract]
#[derive(Debug)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Payment {
    Cash,
    Card {
        #[field(length = 4, secret)]
        digits: String,
    },
}

#[external_contract]
#[derive(Debug)]
#[serde(untagged)]
enum Either {
    Pair(#[field(length = 1..=3)] String, i64),
    Point { x: i8, y: Option<Box<Either>> },
}

fn orders() -> Value {
    json!({
        "id": "a-1",
        "lines": [{"count": 1, "price": 1.5, "gift": null}, {"count": 9, "price": 0.5, "gift": true}],
        "payment": {"kind": "card", "digits": "1234"},
        "labels": {"a": "b", "é\"\\": "c"},
        "extra": {"any": [1, -2.5e-3, "x", {}, []]},
    })
}

fn eithers() -> Value {
    json!({"x": 1, "y": ["a", 2]})
}

/// One thing changed somewhere.
fn mutate(value: &mut Value, random: &mut Rng) {
    let inside = match value {
        Value::Array(items) if !items.is_empty() && random.u8(..4) > 0 => {
            let index = random.usize(..items.len());
            match random.u8(..6) {
                0 => drop(items.remove(index)),
                1 => items.push(items[index].clone()),
                _ => return mutate(&mut items[index], random),
            }
            return;
        }
        Value::Object(members) if !members.is_empty() && random.u8(..4) > 0 => {
            let name = members.keys().nth(random.usize(..members.len())).unwrap().clone();
            match random.u8(..6) {
                0 => drop(members.remove(&name)),
                1 => drop(members.insert(format!("{name}x"), json!(1))),
                _ => return mutate(&mut members[&name], random),
            }
            return;
        }
        value => value,
    };
    *inside = random
        .choice([
            json!(null),
            json!(true),
            json!(0),
            json!(-1),
            json!(10),
            json!(0.25),
            json!(70000),
            json!(""),
            json!("far too long for this"),
            json!("cash"),
            json!([]),
            json!({}),
            json!([["a"]]),
            json!({"kind": "cash"}),
        ])
        .unwrap();
}

fn of_json<T>(value: &Value) -> Told
where
    T: Contract<Context = ()> + for<'de> perimeter::__private::Decode<'de>,
{
    accept::<T>(&value.to_string())
        .map(|_| ())
        .map_err(|report| told(&report))
}

fn of_payload<T>(payload: &Payload) -> Told
where
    T: Contract<Context = ()> + for<'de> perimeter::__private::Decode<'de>,
{
    accept::<T>(payload).map(|_| ()).map_err(|report| told(&report))
}

/// The same in any order: not every format keeps that of the members.
fn sorted(told: Told) -> Told {
    told.map_err(|mut told| {
        told.sort();
        told
    })
}

/// A value through each format that can hold it.
fn formats(value: &Value) -> Vec<(&'static str, Payload)> {
    let mut payloads = vec![
        (
            "MessagePack",
            rmp_serde::from_slice(&rmp_serde::to_vec_named(value).unwrap()).unwrap(),
        ),
        (
            "YAML",
            serde_norway::from_str(&serde_norway::to_string(value).unwrap()).unwrap(),
        ),
    ];
    let mut cbor = Vec::new();
    ciborium::into_writer(value, &mut cbor).unwrap();
    payloads.push(("CBOR", ciborium::from_reader(&*cbor).unwrap()));
    // TOML has no null, and a document is a table.
    if let Ok(text) = toml::to_string(value) {
        if toml::from_str::<Value>(&text).is_ok_and(|read| read == *value) {
            payloads.push(("TOML", toml::from_str(&text).unwrap()));
        }
    }
    payloads
}

fn hold<T>(start: &Value, seed: u64) -> (usize, usize)
where
    T: Contract<Context = ()> + for<'de> perimeter::__private::Decode<'de>,
{
    let mut random = Rng::with_seed(seed);
    let (mut accepted, mut tomls) = (0, 0);
    for _ in 0..400 {
        let mut value = start.clone();
        for _ in 0..random.usize(..4) {
            mutate(&mut value, &mut random);
        }
        let expected = of_json::<T>(&value);
        accepted += usize::from(expected.is_ok());
        assert_eq!(of_payload::<T>(&Payload::value(&value)), expected, "{value}");
        let read = accept_reader::<T>(value.to_string().as_bytes()).map(|_| ());
        let read = read.map_err(|error| match error {
            ReadError::Rejected(report) => told(&report),
            ReadError::Io(error) => panic!("{error}"),
        });
        assert_eq!(read, expected, "{value}");
        for (format, payload) in formats(&value) {
            tomls += usize::from(format == "TOML");
            assert_eq!(
                sorted(of_payload::<T>(&payload)),
                sorted(expected.clone()),
                "{format}: {value}"
            );
        }
    }
    (accepted, tomls)
}

#[test]
fn values_readers_and_formats_agree_with_the_text() {
    for (accepted, tomls) in [hold::<Order>(&orders(), 1), hold::<Either>(&eithers(), 2)] {
        assert!(accepted > 40 && accepted < 360, "{accepted}");
        assert!(tomls > 40, "{tomls}");
    }
}

#[external_contract]
#[derive(Debug)]
struct Filter {
    #[field(length = 1..=4)]
    text: String,
    #[field(range = 1..=9)]
    number: i32,
    #[field(range = 0.5..)]
    ratio: Option<f64>,
    flag: Option<bool>,
    #[field(length = ..=2, each(length = 1..=3))]
    words: Option<Vec<String>>,
    #[field(length = ..=2, each(range = 1..=9))]
    numbers: Option<Vec<u8>>,
}

/// Content that a form can hold, as JSON and as a form. Lists come last, as they do in what a form is made into.
fn content(random: &mut Rng) -> (String, String) {
    let (mut json, mut form) = (Map::new(), String::new());
    // Mostly the first, which is right.
    let pick = |random: &mut Rng, values: &[Value]| match random.u8(..3) {
        0 => values[random.usize(..values.len())].clone(),
        _ => values[0].clone(),
    };
    let numbers = [
        json!(1),
        json!(0),
        json!(12),
        json!(300),
        json!(0.75),
        json!("x y"),
        json!("é&="),
    ];
    let texts = [
        json!("a"),
        json!("1"),
        json!("true"),
        json!(""),
        json!("too long"),
        json!("%+&"),
    ];
    let mut scalars: Vec<(&str, Value)> = Vec::new();
    for (name, values) in [
        ("text", &texts[..]),
        ("number", &numbers[..]),
        ("ratio", &[&numbers[..], &[Value::Null]].concat()[..]),
        (
            "flag",
            &[json!(true), json!(false), json!("yes"), Value::Null][..],
        ),
        ("nubmer", &texts[..]),
    ] {
        if random.u8(..5) > 0 {
            scalars.push((name, pick(random, values)));
        }
    }
    random.shuffle(&mut scalars);
    for (name, value) in scalars {
        pair(&mut form, name, &value);
        json.insert(name.to_owned(), value);
    }
    let mut text = Value::Object(json).to_string();
    for (name, values) in [("words", &texts[..]), ("numbers", &numbers[..])] {
        let items: Vec<Value> = (0..random.usize(..4)).map(|_| pick(random, values)).collect();
        if items.is_empty() {
            continue;
        }
        for item in &items {
            pair(&mut form, name, item);
        }
        text.pop();
        let comma = if text.len() > 1 { "," } else { "" };
        let _ = write!(text, "{comma}\"{name}\":{}}}", Value::Array(items));
    }
    (text, form)
}

fn pair(form: &mut String, name: &str, value: &Value) {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let _ = write!(form, "{name}=");
    for byte in text.bytes() {
        let _ = write!(form, "%{byte:02x}");
    }
    form.push('&');
}

#[test]
fn forms_agree_with_the_text() {
    let mut random = Rng::with_seed(3);
    let mut accepted = 0;
    for _ in 0..3000 {
        let (text, form) = content(&mut random);
        let expected = accept::<Filter>(&text)
            .map(|_| ())
            .map_err(|report| told(&report));
        accepted += usize::from(expected.is_ok());
        assert_eq!(
            sorted(of_payload::<Filter>(&Payload::form::<Filter>(&form))),
            sorted(expected),
            "{form}\n{text}"
        );
    }
    assert!(accepted > 30, "{accepted}");
}
