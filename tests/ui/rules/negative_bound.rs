//! A bound below what the field can be.

#[perimeter::external_contract]
struct Wrong {
    #[field(range = -1..)]
    other: u32,
    #[field(length = -1..)]
    text: String,
}

fn main() {}
