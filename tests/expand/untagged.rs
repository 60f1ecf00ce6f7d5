//! An enum: untagged.

#[derive(Debug, perimeter::Contract)]
#[serde(untagged)]
enum Variants {
    Newtype(Inner),
    Tuple(u8, bool),
    Record {
        #[field(length = 1..)]
        text: String,
    },
}

#[derive(Debug, perimeter::Contract)]
struct Inner {
    number: u8,
}
