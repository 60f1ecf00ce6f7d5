//! `printable` is for text.

#[perimeter::external_contract]
struct Wrong {
    #[field(printable(multiline))]
    value: u8,
}

fn main() {}
