//! `{name}` can't check a `bool`.

use perimeter::external_contract;

#[external_contract]
struct Order {
    #[field({name})]
    paid: bool,
}

fn main() {}
