//! `non_empty` is for text and collections.

#[perimeter::external_contract]
struct Wrong {
    #[field(non_empty)]
    value: u32,
}

fn main() {}
