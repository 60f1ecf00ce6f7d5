//! A crate that programs call into: contracts in all the places where nothing else is used.

use money as _;
use perimeter::{external_contract, register};

#[external_contract]
pub struct Page<T> {
    #[field(length = 1..)]
    pub items: Vec<T>,
}

#[external_contract]
pub struct Order {
    #[field(range = 1..)]
    pub number: u32,
}

register!(Page<Order> as "order_page");
register!(Page<u8> as "byte_page");

pub mod never_named {
    use perimeter::external_contract;

    #[external_contract]
    pub struct Parcel {
        #[field(any)]
        pub label: String,
    }
}

mod private {
    use perimeter::external_contract;

    #[external_contract]
    struct Note {
        #[field(any)]
        text: String,
    }
}

#[expect(dead_code, reason = "nothing calls it, and its contract is listed all the same")]
fn never_called() {
    #[external_contract]
    struct Inside {
        #[field(any)]
        text: String,
    }
}

/// What programs call.
#[must_use]
pub fn next(number: u32) -> u32 {
    number.wrapping_add(1)
}
