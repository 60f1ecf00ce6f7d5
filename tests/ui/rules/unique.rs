//! `unique` is for lists.

#[perimeter::external_contract]
struct Wrong {
    #[field(unique)]
    value: String,
}

fn main() {}
