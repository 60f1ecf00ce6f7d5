//! A library that programs load while they run.

use invoices as _;
use perimeter::external_contract;

#[external_contract]
struct InPlugin {
    #[field(any)]
    text: String,
}

/// Prints the contracts that this library knows.
// SAFETY: no other function of the program has this name; were there one, the host would call it instead, which takes and
// gives nothing either.
#[unsafe(no_mangle)]
pub extern "C" fn print_contracts() {
    assert_eq!(orders::next(1), 2);
    report::print("plugin");
}
