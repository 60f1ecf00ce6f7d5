//! `reveal` where there is nothing that may be shown.

use std::collections::BTreeMap;

#[perimeter::external_contract]
struct Wrong {
    #[field(length = 1..=5, secret, reveal)]
    a: String,
    #[field(reveal, secret)]
    b: u32,
    #[field(secret, each(length = 1..=5, reveal))]
    c: Vec<String>,
    #[field(reveal = true)]
    d: u32,
    #[serde(skip)]
    #[field(reveal)]
    e: u32,
    #[serde(flatten)]
    #[field(reveal)]
    f: BTreeMap<String, u32>,
}

fn main() {}
