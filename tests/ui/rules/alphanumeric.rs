//! `alphanumeric` is for text.

#[perimeter::external_contract]
struct Wrong {
    #[field(alphanumeric)]
    value: bool,
}

fn main() {}
