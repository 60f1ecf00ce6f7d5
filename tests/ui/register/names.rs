//! Names that no document could have.

use perimeter::{external_contract, register};

#[external_contract]
struct Page<T> {
    #[field(any)]
    items: Vec<T>,
}

register!(Page<u8> as "shop::byte page");
register!(Page<u8> as "x@2");
register!(Page<u8> as "page\n1");
register!(Page<u8> as "seite-1.größe");

fn main() {}
