//! `trimmed` is for text.

#[perimeter::external_contract]
struct Wrong {
    #[field(trimmed)]
    value: u8,
}

fn main() {}
