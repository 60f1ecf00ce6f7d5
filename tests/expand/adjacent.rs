//! An enum: adjacent.

#[derive(Debug, perimeter::Contract)]
#[serde(tag = "kind", content = "body")]
enum Variants {
    Unit,
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
