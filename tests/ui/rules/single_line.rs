//! `single_line` is for text.

#[perimeter::external_contract]
struct Wrong {
    #[field(single_line)]
    value: u8,
}

fn main() {}
