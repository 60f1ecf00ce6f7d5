//! `pattern` is for text.

#[perimeter::external_contract]
struct Wrong {
    #[field(pattern = "[a-z]+")]
    value: u32,
}

fn main() {}
