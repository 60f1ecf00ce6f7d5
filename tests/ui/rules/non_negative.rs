//! `non_negative` says nothing of an unsigned number.

#[perimeter::external_contract]
struct Wrong {
    #[field(non_negative)]
    value: u8,
}

fn main() {}
