//! `sorted` is for lists whose elements have an order.

#[perimeter::external_contract]
struct Unordered {}

#[perimeter::external_contract]
struct Wrong {
    #[field(sorted)]
    value: Vec<Unordered>,
}

fn main() {}
