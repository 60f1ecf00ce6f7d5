//! `lowercase` is for text.

#[perimeter::external_contract]
struct Wrong {
    #[field(lowercase)]
    value: u8,
}

fn main() {}
