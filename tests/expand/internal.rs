//! An enum: internal.

#[derive(Debug, perimeter::Contract)]
#[serde(tag = "kind")]
enum Variants {
    Unit,
    Newtype(Inner),
    Record {
        #[field(length = 1..)]
        text: String,
    },
}

#[derive(Debug, perimeter::Contract)]
struct Inner {
    number: u8,
}
