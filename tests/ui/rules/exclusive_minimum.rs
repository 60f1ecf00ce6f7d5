//! `exclusive_minimum` is for numbers.

#[perimeter::external_contract]
struct Wrong {
    #[field(exclusive_minimum = 1)]
    value: String,
}

fn main() {}
