//! `uppercase` is for text.

#[perimeter::external_contract]
struct Wrong {
    #[field(uppercase)]
    value: u8,
}

fn main() {}
