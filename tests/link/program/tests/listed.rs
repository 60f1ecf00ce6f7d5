//! A test, which names what it needs like any other program.

use invoices as _;
use perimeter::external_contract;

#[external_contract]
struct InTest {
    #[field(any)]
    text: String,
}

#[test]
fn contracts_are_listed() {
    assert_eq!(orders::next(1), 2);
    report::print("test");
}
