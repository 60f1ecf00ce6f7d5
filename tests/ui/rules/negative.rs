//! `negative` is for numbers that can be below zero.

#[perimeter::external_contract]
struct Wrong {
    #[field(negative)]
    value: u8,
}

fn main() {}
