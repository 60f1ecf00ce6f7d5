//! The reader decides `JSONTestSuite` whole: `testdata/conformance/json-test-suite`.
//!
//! Each file is read by our decoder all the way down, as a document and as a field, in every way that there is; by stepping
//! over it; and by stepping over it and handing its text to `serde_json`. The suite leaves files open; what we say of those
//! is pinned here, and is what `serde_json` says of them.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test over fixed inputs: what is missing is a failure"
)]

use std::{collections::BTreeMap, fs, thread};

use perimeter::batch::Items;
use perimeter::{Boundary, Contract, Registry};
use serde::de::IgnoredAny;
use serde_json::Value;

const SUITE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/testdata/conformance/json-test-suite"
);

/// The verdicts on the files that the suite leaves open: those that are accepted. An `f64` has no room for the
/// others' numbers, their bytes are no UTF-8, their escapes are halves of a surrogate pair, they start with a byte
/// order mark, or they nest deeper than 127 levels.
const OPEN_AND_ACCEPTED: [&str; 4] = [
    "i_number_double_huge_neg_exp.json",
    "i_number_real_underflow.json",
    "i_number_too_big_neg_int.json",
    "i_number_too_big_pos_int.json",
];

/// A value that is stepped over is held to the grammar and to UTF-8, but nothing is made of it: numbers have no
/// range, and half of a surrogate pair is four digits.
const OPEN_AND_SKIPPED: [&str; 13] = [
    "i_number_double_huge_neg_exp.json",
    "i_number_neg_int_huge_exp.json",
    "i_number_pos_double_huge_exp.json",
    "i_number_real_neg_overflow.json",
    "i_number_real_underflow.json",
    "i_number_too_big_neg_int.json",
    "i_number_too_big_pos_int.json",
    "i_string_1st_valid_surrogate_2nd_invalid.json",
    "i_string_incomplete_surrogate_and_escape_valid.json",
    "i_string_invalid_lonely_surrogate.json",
    "i_string_invalid_surrogate.json",
    "i_string_inverted_surrogates_U+1D11E.json",
    "i_string_lone_second_surrogate.json",
];

/// Any JSON, read by our decoder.
#[derive(Debug, PartialEq, Contract)]
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

/// Any JSON as a field.
#[derive(Debug, Contract)]
#[contract(zone = strategic)]
struct Holder {
    held: Json,
}

/// Any JSON, read by `serde_json` after our reader has stepped over it.
#[derive(Debug, Contract)]
#[contract(zone = strategic)]
struct Foreign(Value);

/// Any JSON under a name that the contract does not know.
#[derive(Debug, Contract)]
#[contract(zone = strategic)]
struct Empty {}

fn files() -> Vec<(String, String, Vec<u8>)> {
    let manifest = fs::read_to_string(format!("{SUITE}/manifest.jsonl")).unwrap();
    let files: Vec<_> = manifest
        .lines()
        .map(|line| {
            let entry: Value = serde_json::from_str(line).unwrap();
            let (file, expect) = (entry["file"].as_str().unwrap(), entry["expect"].as_str().unwrap());
            let bytes = fs::read(format!("{SUITE}/{file}")).unwrap();
            assert_eq!(Some(bytes.len() as u64), entry["bytes"].as_u64(), "{file}");
            let name = file.rsplit('/').next().unwrap();
            (name.to_owned(), expect.to_owned(), bytes)
        })
        .collect();
    assert_eq!(files.len(), 188);
    files
}

/// Holds `accepts` to the suite's verdicts, and to `open` where there are none.
fn decides(accepts: impl Fn(&[u8]) -> bool, open: &[&str]) {
    let mut wrong = Vec::new();
    for (name, expect, bytes) in files() {
        let expected = match expect.as_str() {
            "accept" => true,
            "reject" => false,
            _ => open.contains(&name.as_str()),
        };
        if accepts(&bytes) != expected {
            wrong.push(format!("{name}: should be {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every way in that takes bytes, or text where the bytes are some.
fn every_way_keeps_the_verdicts<T>(around: impl Fn(&[u8]) -> Vec<u8>, accept: fn(Way<'_>) -> bool) {
    let registry = Registry::builder()
        .contract::<Json>()
        .contract::<Holder>()
        .build()
        .unwrap();
    let name = std::any::type_name::<T>().rsplit(':').next().unwrap_or_default();
    let handle = registry.named(&name.to_lowercase()).unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).ok();
    let ways: [Verdict<'_>; 6] = [
        &|bytes| accept(Way::Bytes(bytes)),
        &|bytes| text(bytes).is_some_and(|text| accept(Way::Text(&text))),
        &|bytes| accept(Way::Slice(bytes)),
        &|bytes| text(bytes).is_some_and(|text| accept(Way::Str(&text))),
        &|bytes| accept(Way::Reader(bytes)),
        &|bytes| handle.validate(bytes).is_ok(),
    ];
    for way in ways {
        decides(|bytes| way(&around(bytes)), &OPEN_AND_ACCEPTED);
    }
}

/// Whether bytes are accepted in some way.
type Verdict<'w> = &'w dyn Fn(&[u8]) -> bool;

/// A way to read by a type: through a boundary from bytes and text, through `serde_json` from bytes, text and a reader.
enum Way<'b> {
    Bytes(&'b [u8]),
    Text(&'b str),
    Slice(&'b [u8]),
    Str(&'b str),
    Reader(&'b [u8]),
}

macro_rules! ways {
    ($type:ty) => {
        |way| match way {
            Way::Bytes(bytes) => perimeter::accept::<$type>(bytes).is_ok(),
            Way::Text(text) => perimeter::accept::<$type>(text).is_ok(),
            Way::Slice(bytes) => serde_json::from_slice::<$type>(bytes).is_ok(),
            Way::Str(text) => serde_json::from_str::<$type>(text).is_ok(),
            Way::Reader(bytes) => serde_json::from_reader::<_, $type>(bytes).is_ok(),
        }
    };
}

#[test]
fn the_decoder_keeps_the_verdicts() {
    every_way_keeps_the_verdicts::<Json>(<[u8]>::to_vec, ways!(Json));
}

#[test]
fn the_decoder_keeps_the_verdicts_on_a_field() {
    let held = |bytes: &[u8]| [b"{\"held\":", bytes, b"}"].concat();
    every_way_keeps_the_verdicts::<Holder>(held, ways!(Holder));
}

/// A file that the suite leaves open gets the verdict of `serde_json`: as a value, and as what is ignored. Of that
/// `serde_json` holds neither the bytes to UTF-8 nor the nesting to its limit.
#[test]
fn what_is_left_open_is_decided_as_serde_json_does() {
    for (name, expect, bytes) in files() {
        if expect == "accept" || expect == "reject" {
            continue;
        }
        let read = serde_json::from_slice::<Value>(&bytes).is_ok();
        assert_eq!(read, OPEN_AND_ACCEPTED.contains(&name.as_str()), "{name}");
        let ignored = serde_json::from_slice::<IgnoredAny>(&bytes).is_ok();
        let lax = std::str::from_utf8(&bytes).is_err() || name == "i_structure_500_nested_arrays.json";
        assert_eq!(
            ignored && !lax,
            OPEN_AND_SKIPPED.contains(&name.as_str()),
            "{name}"
        );
    }
}

#[test]
fn stepping_over_keeps_the_verdicts() {
    let accepts =
        |bytes: &[u8]| perimeter::accept::<Empty>(&[b"{\"unknown\":", bytes, b"}"].concat()).is_ok();
    decides(accepts, &OPEN_AND_SKIPPED);
}

#[test]
fn a_foreign_value_keeps_the_verdicts() {
    decides(
        |bytes| perimeter::accept::<Foreign>(bytes).is_ok(),
        &OPEN_AND_ACCEPTED,
    );
}

/// Items of batches: the element of an array, and a line where the file is one.
#[test]
fn the_splitters_of_batches_keep_the_verdicts() {
    let only = |mut items: Items<&[u8]>| {
        let first = matches!(items.next_item(), Ok(Some(item)) if perimeter::accept::<Json>(&item).is_ok());
        first && matches!(items.next_item(), Ok(None))
    };
    decides(
        |bytes| only(Items::array(&[b"[", bytes, b"]"].concat()[..])),
        &OPEN_AND_ACCEPTED,
    );
    let lines = |bytes: &[u8]| match bytes.trim_ascii().contains(&b'\n') {
        true => perimeter::accept::<Json>(bytes).is_ok(),
        false => only(Items::lines(bytes)),
    };
    decides(lines, &OPEN_AND_ACCEPTED);
}

/// Documents are stricter in two things: what stands twice is a fault wherever it stands, and so is an integer beyond 64 bits,
/// which the suite leaves open.
#[cfg(feature = "documents")]
#[test]
fn documents_keep_the_verdicts() {
    use perimeter::{Document, Format};

    let twice = [
        "y_object_duplicated_key.json",
        "y_object_duplicated_key_and_value.json",
    ];
    let any = r#"{"x-module": "app", "x-name": "any", "x-zone": "core"}"#;
    let any = Document::parse(Format::Json, any).unwrap();
    let handle = Registry::builder().register(any).build().unwrap();
    let handle = handle.named("any").unwrap();
    for name in twice {
        let (_, _, bytes) = files().into_iter().find(|(file, ..)| file == name).unwrap();
        assert_eq!(handle.validate(&bytes).unwrap_err().first().code(), "duplicate");
    }
    let files_twice: Vec<_> = files()
        .into_iter()
        .filter(|(name, ..)| twice.contains(&&**name))
        .collect();
    let accepts = |bytes: &[u8]| {
        files_twice.iter().any(|(_, _, twice)| twice == bytes) || handle.validate(bytes).is_ok()
    };
    let open = OPEN_AND_ACCEPTED
        .into_iter()
        .filter(|name| !name.starts_with("i_number_too_big"));
    decides(accepts, &open.collect::<Vec<_>>());
}

#[test]
fn the_decoder_reads_what_serde_json_reads() {
    for (name, _, bytes) in files() {
        let (Ok(ours), Ok(theirs)) = (
            perimeter::accept::<Json>(&bytes),
            serde_json::from_slice::<Value>(&bytes),
        ) else {
            continue;
        };
        assert_eq!(to_value(&ours), floats(theirs), "{name}");
    }
}

fn to_value(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(value) => (*value).into(),
        Json::Number(value) => (*value).into(),
        Json::String(value) => value.clone().into(),
        Json::Array(values) => values.iter().map(to_value).collect(),
        Json::Object(values) => values
            .iter()
            .map(|(name, value)| (name.clone(), to_value(value)))
            .collect(),
    }
}

/// The value with all numbers as floats.
fn floats(value: Value) -> Value {
    match value {
        Value::Number(number) => number.as_f64().into(),
        Value::Array(values) => values.into_iter().map(floats).collect(),
        Value::Object(values) => values
            .into_iter()
            .map(|(name, value)| (name, floats(value)))
            .collect(),
        other => other,
    }
}

/// Runs on a stack of 2 MiB, the least that std's threads have.
fn on_a_small_stack(run: impl FnOnce() + Send + 'static) {
    thread::Builder::new()
        .stack_size(2 << 20)
        .spawn(run)
        .unwrap()
        .join()
        .unwrap();
}

fn nested(open: &str, inside: &str, close: &str, levels: usize) -> String {
    [&open.repeat(levels), inside, &close.repeat(levels)].concat()
}

#[test]
fn the_deepest_text_that_is_allowed_needs_no_more_than_a_small_stack() {
    on_a_small_stack(|| {
        for (open, inside, close) in [("[", "1", "]"), (r#"{"a":"#, "1", "}"), (r#"[{"a":"#, "1", "}]")] {
            let levels = 127 / open.matches(['[', '{']).count();
            let text = nested(open, inside, close, levels);
            perimeter::accept::<Json>(&text).unwrap();
            perimeter::accept::<Foreign>(&text).unwrap();
            let deeper = nested("[", &text, "]", 2);
            let violations = perimeter::accept::<Json>(&deeper).unwrap_err();
            assert_eq!(violations.first().code(), "limit.depth");
        }
        let text = format!(r#"{{"unknown":{}}}"#, nested("[", "", "]", 126));
        perimeter::accept::<Empty>(&text).unwrap();
        let text = format!(r#"{{"unknown":{}}}"#, nested("[", "", "]", 127));
        assert_eq!(
            perimeter::accept::<Empty>(&text).unwrap_err().first().code(),
            "limit.depth"
        );
    });
}

#[test]
fn a_hundred_thousand_brackets_need_no_more_than_a_small_stack() {
    on_a_small_stack(|| {
        for open in ["[", r#"{"a":"#] {
            let text = open.repeat(100_000);
            for violations in [
                perimeter::accept::<Json>(&text).unwrap_err(),
                perimeter::accept::<Foreign>(&text).unwrap_err(),
                perimeter::accept::<Empty>(&format!(r#"{{"unknown":{text}"#)).unwrap_err(),
            ] {
                assert_eq!((violations.len(), violations.first().code()), (1, "limit.depth"));
            }
            let boundary = Boundary::new().max_depth(1_000_000);
            let skipped = boundary.accept::<Empty>(&format!(r#"{{"unknown":{text}"#));
            assert_eq!(skipped.unwrap_err().first().code(), "syntax");
        }
    });
}
