//! The reader beside `serde_json`: any bytes, the same verdict, the same value.

#![no_main]

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;
use perimeter::Contract;
use serde_json::Value;

/// Any JSON, read by our decoder.
#[derive(Debug, Contract)]
#[contract(zone = strategic)]
#[serde(untagged)]
enum Json {
    Null,
    Bool(bool),
    Number(f64),
    String(String),
    Array(Vec<Json>),
    Object(BTreeMap<String, Json>),
}

/// Whether the two are the same value; numbers are floats here.
fn same(ours: &Json, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Json::Null, Value::Null) => true,
        (Json::Bool(ours), Value::Bool(theirs)) => ours == theirs,
        (Json::Number(ours), Value::Number(theirs)) => {
            theirs.as_f64().is_some_and(|theirs| ours.to_bits() == theirs.to_bits())
        }
        (Json::String(ours), Value::String(theirs)) => ours == theirs,
        (Json::Array(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| same(ours, theirs))
        }
        (Json::Object(ours), Value::Object(theirs)) => {
            ours.len() == theirs.len()
                && ours
                    .iter()
                    .all(|(name, ours)| theirs.get(name).is_some_and(|theirs| same(ours, theirs)))
        }
        _ => false,
    }
}

/// The key by which `serde_json` passes raw text on; a `Value` of an object with it is not that object.
const TOKEN: &[u8] = b"$serde_json::private::";

fuzz_target!(|bytes: &[u8]| {
    if bytes.windows(TOKEN.len()).any(|window| window == TOKEN) {
        return;
    }
    match (perimeter::accept::<Json>(bytes), serde_json::from_slice::<Value>(bytes)) {
        (Ok(ours), Ok(theirs)) => assert!(same(&ours, &theirs), "{ours:?}\n{theirs}"),
        (Err(_), Err(_)) => {}
        (Ok(ours), Err(theirs)) => panic!("{ours:?}\n{theirs}"),
        (Err(ours), Ok(theirs)) => panic!("{ours}\n{theirs}"),
    }
});
