//! `ascii` is for text.

#[perimeter::external_contract]
struct Wrong {
    #[field(ascii(control))]
    value: u8,
}

fn main() {}
