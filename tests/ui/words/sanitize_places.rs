//! `sanitize` stands on what is read by itself.

use std::collections::HashMap;

#[perimeter::external_contract]
struct Wrong {
    #[field(keys(sanitize(trim)), length = 1..)]
    keys: HashMap<String, u8>,
    #[serde(flatten)]
    #[field(sanitize(tidy))]
    flattened: HashMap<String, u8>,
    #[serde(skip)]
    #[field(sanitize(trim))]
    skipped: String,
}

fn tidy(_: &mut HashMap<String, u8>) {}

#[perimeter::external_contract]
#[serde(from = "String")]
struct Converted {
    #[field(sanitize(trim))]
    text: String,
}

impl From<String> for Converted {
    fn from(text: String) -> Self {
        Converted { text }
    }
}

fn main() {}
