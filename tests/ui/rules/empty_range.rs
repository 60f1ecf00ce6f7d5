//! Ranges that hold nothing, or say nothing.

#[perimeter::external_contract]
struct Wrong {
    #[field(range = 10..=1)]
    value: u8,
    #[field(length(8..=4))]
    text: String,
    #[field(range = 1..1)]
    floor: u8,
    #[field(range = 0.5..=-0.5)]
    rate: f64,
    #[field(length = ..)]
    any: String,
}

fn main() {}
