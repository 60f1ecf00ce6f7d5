//! An example of a program that does not name `invoices`, though its package depends on it.

use perimeter::external_contract;

#[external_contract]
struct InExample {
    #[field(any)]
    text: String,
}

fn main() {
    assert_eq!(orders::next(1), 2);
    report::print("example");
}
