//! `contains` looks into text, not into numbers.

#[perimeter::external_contract]
struct Wrong {
    #[field(contains = "@")]
    value: u32,
}

fn main() {}
