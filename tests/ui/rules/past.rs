//! `past` is for moments.

#[perimeter::external_contract]
struct Wrong {
    #[field(past)]
    value: u64,
}

fn main() {}
