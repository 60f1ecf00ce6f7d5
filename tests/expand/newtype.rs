//! A newtype, and a transparent record.

#[derive(Debug, perimeter::Contract)]
struct Newtype(#[field(length = 1..=9)] String);

#[derive(Debug, perimeter::Contract)]
#[serde(transparent)]
struct Transparent {
    number: u32,
}
