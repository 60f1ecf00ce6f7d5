//! The same rule with the same arguments.

#[perimeter::external_contract]
struct Wrong {
    #[field(length = 1..=5, length = 1..=5)]
    value: String,
}

fn main() {}
