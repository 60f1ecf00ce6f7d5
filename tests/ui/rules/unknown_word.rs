//! A value that the argument does not have.

#[perimeter::external_contract]
struct Wrong {
    #[field(length(1..=30, unit = byte))]
    value: String,
}

fn main() {}
