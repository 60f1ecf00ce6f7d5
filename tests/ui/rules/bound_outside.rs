//! A bound that the field's type can't hold.

#[perimeter::external_contract]
struct Wrong {
    #[field(range = 0..=300)]
    value: u8,
}

fn main() {}
