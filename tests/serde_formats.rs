//! Contracts from formats other than JSON: the verdict and the value are those of the same data as JSON text.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    clippy::option_option,
    clippy::result_large_err,
    clippy::unnecessary_wraps,
    clippy::unwrap_used,
    dead_code,
    unreachable_pub,
    reason = "a test over fixed inputs; the types are only shown"
)]

#[path = "differential/cases.rs"]
mod cases;
#[path = "differential/generator.rs"]
mod generator;
#[path = "differential/shared.rs"]
mod shared;
#[path = "differential/twins.rs"]
mod twins;

use cases::ours;
use generator::Generator;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// How many documents each type is given.
const DOCUMENTS: usize = 150;

/// A value's way through a format: `None` if the format can't hold it.
type Through<T> = fn(&Value) -> Option<Result<T, String>>;

fn text<T: DeserializeOwned>(value: &Value) -> Option<Result<T, String>> {
    Some(serde_json::from_str(&value.to_string()).map_err(|error| error.to_string()))
}

fn reader<T: DeserializeOwned>(value: &Value) -> Option<Result<T, String>> {
    Some(serde_json::from_reader(value.to_string().as_bytes()).map_err(|error| error.to_string()))
}

fn from_value<T: DeserializeOwned>(value: &Value) -> Option<Result<T, String>> {
    Some(serde_json::from_value(value.clone()).map_err(|error| error.to_string()))
}

fn from_toml<T: DeserializeOwned>(value: &Value) -> Option<Result<T, String>> {
    let text = toml::to_string(value).ok()?;
    // TOML has no null and integers of 64 bits: what comes back may be less.
    (toml::from_str::<Value>(&text).ok()? == *value)
        .then(|| toml::from_str(&text).map_err(|error| error.to_string()))
}

fn from_message_pack<T: DeserializeOwned>(value: &Value) -> Option<Result<T, String>> {
    let bytes = rmp_serde::to_vec_named(value).ok()?;
    Some(rmp_serde::from_slice(&bytes).map_err(|error| error.to_string()))
}

fn from_cbor<T: DeserializeOwned>(value: &Value) -> Option<Result<T, String>> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).ok()?;
    Some(ciborium::from_reader(&*bytes).map_err(|error| error.to_string()))
}

/// Holds a type to the verdict of its text.
fn hold<T: DeserializeOwned + std::fmt::Debug>(name: &str, seeds: &[&str], wrong: &mut Vec<String>) -> usize {
    let formats: [(&str, Through<T>); 5] = [
        ("a reader", reader),
        ("a value", from_value),
        ("TOML", from_toml),
        ("MessagePack", from_message_pack),
        ("CBOR", from_cbor),
    ];
    let mut generator = Generator::new(seeds, 7);
    let mut accepted = 0;
    for _ in 0..DOCUMENTS {
        // A value has each member once and no number that an `f64` does not hold.
        let Ok(value) = serde_json::from_str::<Value>(&generator.text()) else {
            continue;
        };
        let expected = text::<T>(&value).expect("JSON holds its own values");
        accepted += usize::from(expected.is_ok());
        let expected = expected.map(|value| format!("{value:?}")).ok();
        for (format, through) in formats {
            let Some(read) = through(&value) else {
                continue;
            };
            let read = read.map(|value| format!("{value:?}"));
            if read.as_ref().ok() != expected.as_ref() {
                wrong.push(format!(
                    "{name} from {format}: {value}\n  {read:?}\n  {expected:?}"
                ));
            }
        }
    }
    accepted
}

macro_rules! all {
    ($wrong:ident: $($name:ident)+) => {
        0 $(+ hold::<ours::$name>(
            stringify!($name),
            cases::CASES.iter().find(|case| case.name == stringify!($name)).unwrap().seeds,
            &mut $wrong,
        ))+
    };
}

#[test]
fn formats_give_the_verdict_of_the_text() {
    let mut wrong = Vec::new();
    let accepted = all! {
        wrong:
        Bool U8 U16 U32 U64 Usize I8 I16 I32 I64 Isize F32 F64 Char Text Null Unit Numbers Integers Net Texts
        Options Maybe Lists Maps U8Keys I64Keys BoolKeys CharKeys EnumKeys IdKeys NameKeys AddressKeys
        FromNumberKeys FromTextKeys Empty Pair Nested Tree Generics Foreigns Denying Named Defaults ItemDefault
        TupleDefault HoldsClear Converted FromLeaf FromSide Withs WithTuple External ExternalOther Externals
        Internal InternalOther InternalDeny Internals Adjacent AdjacentOther Untagged LeafOrTree Flat FlatMap
        FlatBoth FlatMaybe FlatExternal FlatInternal FlatAdjacent FlatUntagged FlatNested FlatPlain FlatValue
        FlatInVariant FlatInInternal
    };
    wrong.truncate(12);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(accepted > 2000, "{accepted}");
}

/// A contract inside a type that serde's derive reads, also where that buffers.
#[test]
fn a_contract_is_checked_inside_types_of_serde() {
    #[derive(Debug, serde::Deserialize)]
    struct Outer {
        #[serde(flatten)]
        inner: Inner,
    }
    #[derive(Debug, serde::Deserialize)]
    #[serde(untagged)]
    enum Inner {
        Tree { tree: ours::Tree },
        Leaf { leaf: ours::Leaf },
    }
    let read = |text: &str| serde_json::from_str::<Outer>(text);
    assert!(read(r#"{"tree":{"value":1,"children":[{"value":2}]}}"#).is_ok());
    assert!(read(r#"{"leaf":{"x":1,"y":"z"}}"#).is_ok());
    assert!(read(r#"{"tree":{"value":1,"children":[{"value":256}]}}"#).is_err());
    assert!(read(r#"{"leaf":{"y":"z"}}"#).is_err());
}
