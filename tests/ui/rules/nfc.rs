//! `nfc` is for text.

#[perimeter::external_contract]
struct Wrong {
    #[field(nfc)]
    value: u8,
}

fn main() {}
