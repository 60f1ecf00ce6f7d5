//! A crate that programs name by `use invoices as _;` alone.

use perimeter::external_contract;

#[external_contract]
pub struct Invoice {
    #[field(range = 1..)]
    pub number: u32,
}

pub mod lines {
    use perimeter::external_contract;

    #[external_contract]
    pub struct Line {
        #[field(range = 1..)]
        pub pieces: u32,
    }
}
