//! `prefix` is for text.

#[perimeter::external_contract]
struct Wrong {
    #[field(prefix = "ab")]
    value: bool,
}

fn main() {}
