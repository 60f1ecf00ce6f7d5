//! `suffix` is for text.

#[perimeter::external_contract]
struct Wrong {
    #[field(suffix = ".rs")]
    value: Option<u32>,
}

fn main() {}
