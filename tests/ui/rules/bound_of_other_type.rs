//! A bound of another type than the field's.

#[perimeter::external_contract]
struct Wrong {
    #[field(range = 0.0..=1.0)]
    value: u8,
    #[field(length = "5")]
    text: String,
}

fn main() {}
