//! An argument that the rule does not have.

#[perimeter::external_contract]
struct Wrong {
    #[field(length(1..=30, units = bytes))]
    value: String,
    #[field(pattern(serch, "[a-z]"))]
    word: String,
}

fn main() {}
