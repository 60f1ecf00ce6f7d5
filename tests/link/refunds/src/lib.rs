//! A crate that programs depend on, and that nothing names.

use perimeter::external_contract;

#[external_contract]
pub struct Refund {
    #[field(range = 1..)]
    pub number: u32,
}
