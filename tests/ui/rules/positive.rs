//! `positive` is for numbers.

#[perimeter::external_contract]
struct Wrong {
    #[field(positive)]
    value: String,
}

fn main() {}
