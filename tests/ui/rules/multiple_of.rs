//! `multiple_of` is for numbers.

#[perimeter::external_contract]
struct Wrong {
    #[field(multiple_of = 5)]
    value: String,
}

fn main() {}
