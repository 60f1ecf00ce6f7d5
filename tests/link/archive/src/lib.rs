//! An archive, which a linker for C makes a program of.

use invoices as _;
use perimeter::external_contract;

#[external_contract]
struct InArchive {
    #[field(any)]
    text: String,
}

/// Prints the contracts that this library knows.
// SAFETY: `main.c` has no function of this name.
#[unsafe(no_mangle)]
pub extern "C" fn print_contracts() {
    assert_eq!(orders::next(1), 2);
    report::print("archive");
}
