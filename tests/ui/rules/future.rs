//! `future` is for moments.

#[perimeter::external_contract]
struct Wrong {
    #[field(future)]
    value: u64,
}

fn main() {}
