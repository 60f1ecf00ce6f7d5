//! Anyone may send anything: say what it may be.

use std::collections::BTreeMap;

#[perimeter::external_contract]
struct Named {
    text: String,
    optional: Option<String>,
    list: Vec<u32>,
    map: BTreeMap<String, u32>,
    boxed: Box<str>,
    number: u32,
    #[field(any)]
    free: String,
}

#[perimeter::external_contract]
struct Tuple(u32, String);

#[perimeter::external_contract]
struct Newtype(String);

#[perimeter::external_contract]
struct Borrowed<'a> {
    text: &'a str,
}

#[perimeter::external_contract]
struct Generic<T> {
    list: Vec<T>,
    text: String,
}

#[perimeter::external_contract]
enum Variants {
    Named { text: String },
    Newtype(String),
    Tuple(u32, String),
}

fn main() {}
