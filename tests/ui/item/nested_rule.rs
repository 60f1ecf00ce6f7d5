//! Rules of text on a contract.

#[perimeter::external_contract]
struct Inner {
    number: u32,
}

#[perimeter::external_contract]
struct Wrong {
    #[field(length = 1..=5)]
    inner: Inner,
}

fn main() {}
