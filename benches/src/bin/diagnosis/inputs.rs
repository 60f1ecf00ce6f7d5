//! The worst texts that are known, each with a sound one of its contract.

use std::fmt::Write as _;

use perimeter::{Boundary, Violations};

use crate::contracts::{
    Adjacent, Choices, External, Flat, FlatTree, Foreigns, Helds, Internal, Late, Leaves, Maps, Names,
    Nested, Numbers, Pointing, Sanitized, Secret, Texts, Tree, Unique, Warned, Wides,
};

/// How long texts are, more or less, in bytes.
const SIZE: usize = 1 << 17;

/// As many levels as the deepest texts have.
const LEVELS: usize = 120;

/// A hostile text.
pub struct Input {
    pub name: &'static str,
    /// What the contract of this input finds wrong with a text.
    pub judge: fn(&[u8]) -> Option<Violations>,
    pub hostile: fn() -> Vec<u8>,
    /// A sound text of about so many bytes.
    pub sound: fn(usize) -> Vec<u8>,
}

macro_rules! inputs {
    ($($name:literal $type:ty, $hostile:expr, $sound:expr;)+) => {
        pub const INPUTS: &[Input] = &[$(Input {
            name: $name,
            judge: |bytes| Boundary::new().max_bytes(usize::MAX).accept::<$type>(bytes).err(),
            hostile: || $hostile.into_bytes(),
            sound: |bytes| ($sound)(bytes).into_bytes(),
        }),+];
    };
}

/// So many of an item as fill these bytes, in a list between two texts.
fn list(open: &str, item: &str, close: &str, bytes: usize) -> String {
    let count = (bytes / (item.len() + 1)).max(1);
    [open, &vec![item; count].join(","), close].concat()
}

/// The list alone in a member called `of`.
fn of(item: &str, bytes: usize) -> String {
    list(r#"{"of":["#, item, "]}", bytes)
}

fn numbers(bytes: usize) -> String {
    list("[", "12345", "]", bytes)
}

fn nested(open: &str, inside: &str, close: &str, levels: usize) -> String {
    [&open.repeat(levels), inside, &close.repeat(levels)].concat()
}

/// An object of members with names of their own.
fn members(open: &str, name: &str, value: &str, close: &str) -> String {
    let mut text = open.to_owned();
    for index in 0..SIZE / (name.len() + value.len() + 11) {
        if index > 0 {
            text.push(',');
        }
        let _ = write!(text, r#""{name}{index:06}":{value}"#);
    }
    text + close
}

fn long_keys() -> String {
    members(r#"{"of":{"#, &"k".repeat(1000), r#"{"of":[{"x":10}]}"#, "}}")
}

fn one_long_key() -> String {
    let leaves = vec![r#"{"x":10}"#; 200].join(",");
    format!(r#"{{"of":{{"{}":{{"of":[{leaves}]}}}}}}"#, "k".repeat(SIZE))
}

fn repeated() -> String {
    let mut text = members(r#"{"of":{"#, "element", "0", "}}").replace("{\"of\":{", r#"{"of":["#);
    text = text.replace(":0", "").replace("}}", "]}");
    text.replacen("element000001", "element000000", 1)
}

inputs! {
    "type" Numbers, of("-1", SIZE), |bytes| of("12345", bytes);
    "rule" Leaves, of(r#"{"x":10}"#, SIZE), |bytes| of(r#"{"x":1}"#, bytes);
    "missing" Leaves, of("{}", SIZE), |bytes| of(r#"{"x":1}"#, bytes);
    "unknown" Leaves, of(r#"{"x":1,"unknown":1}"#, SIZE), |bytes| of(r#"{"x":1,"note":1}"#, bytes);
    "unknown, nearly known" Wides, of(r#"{"shipping_address_line_0":1}"#, SIZE), |bytes| of(r#"{"shipping_address_line_01":1}"#, bytes);
    "100 unknown, nearly known" Wides, of(r#"{"shipping_address_line_0":1}"#, 3000), |bytes| of(r#"{"shipping_address_line_01":1}"#, bytes);
    "variant, nearly known" Names, of(r#""shipping_address_line_""#, SIZE), |bytes| of(r#""shipping_address_line_a""#, bytes);
    "100 variants, nearly known" Names, of(r#""shipping_address_line_""#, 2500), |bytes| of(r#""shipping_address_line_a""#, bytes);
    "duplicate" Leaves, of(r#"{"x":1,"x":1,"x":1,"x":1}"#, SIZE), |bytes| of(r#"{"x":1,"note":1}"#, bytes);
    "at the end" Leaves, list(r#"{"of":["#, r#"{"x":1}"#, r#",{"x":10}]}"#, SIZE), |bytes| of(r#"{"x":1}"#, bytes);
    "syntax at the end" Numbers, list(r#"{"of":["#, "12345", "}", SIZE), |bytes| of("12345", bytes);
    "UTF-8 at the end" Numbers, list(r#"{"of":["#, "12345", "]}\u{a0}", SIZE), |bytes| of("12345", bytes);
    "depth at the end" Numbers, list(r#"{"of":["#, "12345", &format!("],\"x\":{}", "[".repeat(200)), SIZE), |bytes| of("12345", bytes);
    "much in a deep place" Tree, nested(r#"{"of":["#, &vec!["0"; SIZE / 2].join(","), "]}", LEVELS / 2), |bytes| of(r#"{"of":[],"x":1}"#, bytes);
    "long keys" Maps, long_keys(), |_| long_keys().replace("10}", "1}");
    "below a long key" Maps, one_long_key(), |_| one_long_key().replace("10}", "1}");
    "in a secret" Secret, list(r#"{"of":{"of":["#, r#"{"x":10}"#, "]}}", SIZE), |bytes| list(r#"{"of":{"of":["#, r#"{"x":1}"#, "]}}", bytes);
    "alternatives" Choices, of(r#"{"of":{"of":{"of":1,"w":1},"w":1},"w":1}"#, SIZE), |bytes| of(r#"{"of":{"of":{"of":1,"x":1},"x":1},"x":1}"#, bytes);
    "alternatives, a rule" Choices, of(r#"{"of":{"of":{"of":10,"x":1},"x":1},"x":1}"#, SIZE), |bytes| of(r#"{"of":{"of":{"of":1,"x":1},"x":1},"x":1}"#, bytes);
    "deep alternatives" Choices, of(&nested(r#"{"of":"#, "1", "}", LEVELS), SIZE), |bytes| of(r#"{"of":{"of":{"of":1,"x":1},"x":1},"x":1}"#, bytes);
    "late alternatives" Late, nested(r#"{"of":"#, &numbers(SIZE), r#","kind":"C"}"#, LEVELS), |bytes| format!(r#"{{"of":{},"kind":"A"}}"#, numbers(bytes));
    "late alternatives, wrong" Late, nested(r#"{"of":"#, &numbers(SIZE), r#","kind":"D"}"#, LEVELS), |bytes| format!(r#"{{"of":{},"kind":"A"}}"#, numbers(bytes));
    "tag at the end" Internal, nested(r#"{"of":"#, &format!(r#"{{"numbers":{},"x":0,"kind":"End"}}"#, numbers(SIZE)), r#","kind":"Of"}"#, LEVELS), |bytes| format!(r#"{{"kind":"End","numbers":{}}}"#, numbers(bytes));
    "content before its tag" Adjacent, nested(r#"{"c":"#, &format!(r#"{{"c":{},"x":0,"t":"End"}}"#, numbers(SIZE)), r#","t":"Of"}"#, LEVELS), |bytes| format!(r#"{{"t":"End","c":{}}}"#, numbers(bytes));
    "behind a variant" External, nested(r#"{"Of":"#, &format!(r#"{{"End":{},"x":0}}"#, numbers(SIZE)), r#","x":0}"#, LEVELS), |bytes| format!(r#"{{"End":{}}}"#, numbers(bytes));
    "flattened map" Flat, members("{", "m", "-1", "}"), |_| members("{", "m", "1", "}");
    "flattened, deep" FlatTree, nested(r#"{"of":"#, &format!(r#"{{"numbers":{},"y":0}}"#, numbers(SIZE)), "}", LEVELS), |bytes| format!(r#"{{"numbers":{}}}"#, numbers(bytes));
    "across fields" Helds, of(r#"{"a":2,"b":1,"d":1}"#, SIZE), |bytes| of(r#"{"a":1,"c":1,"d":2,"e":1}"#, bytes);
    "checks that point inside" Pointing, nested(r#"{"list":[],"of":"#, &format!(r#"{{"list":{}}}"#, numbers(SIZE)), "}", LEVELS), |bytes| format!(r#"{{"list":{},"sound":true}}"#, numbers(bytes));
    "unique" Unique, repeated(), |_| repeated().replacen("element000000", "element999999", 1);
    "warnings" Warned, list(r#"{"soft":["#, "12345", r#"],"hard":10}"#, SIZE), |bytes| list(r#"{"soft":["#, "1", r#"],"hard":1}"#, bytes);
    "escapes" Texts, of(&format!("\"{}\"", r"\u0041".repeat(9)), SIZE), |bytes| of(&format!("\"{}\"", r"\u0041".repeat(8)), bytes);
    "sanitized" Sanitized, of(r#""  ABC  DEF  GHI  ""#, SIZE), |bytes| of(r#""  ABC  DEF       ""#, bytes);
    "foreign" Foreigns, of(r#"{"y":1}"#, SIZE), |bytes| of(r#"{"x":1}"#, bytes);
    "foreign, nested" Nested, nested(r#"{"wrapped":{"of":"#, &format!(r#"{{"numbers":{},"y":0}}"#, numbers(SIZE)), "}}", LEVELS / 2), |bytes| format!(r#"{{"numbers":{}}}"#, numbers(bytes));
}
