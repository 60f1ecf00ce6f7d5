//! `length` is for text and collections; numbers have `range`.

#[perimeter::external_contract]
struct Wrong {
    #[field(length = 1..=30)]
    value: u32,
}

fn main() {}
