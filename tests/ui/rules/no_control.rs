//! `no_control` is for text.

#[perimeter::external_contract]
struct Wrong {
    #[field(no_control)]
    value: u8,
}

fn main() {}
