//! A crate that another library names, and programs don't.

use perimeter::external_contract;

#[external_contract]
pub struct Amount {
    #[field(range = 1..)]
    pub cents: u64,
}
