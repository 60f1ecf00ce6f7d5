//! `field` stands on a field, not on a variant.

#[perimeter::external_contract]
enum Wrong {
    #[field(length = 1..=5)]
    Text(#[field(length = 1..=5)] String),
    #[field(any)]
    Unit,
}

fn main() {}
