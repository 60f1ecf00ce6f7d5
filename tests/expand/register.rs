//! Instances of generic contracts: under the contract's name, under one of their own, with lifetimes.

use perimeter::{Contract, register};

#[derive(Contract)]
#[contract(zone = external)]
struct Page<T> {
    #[field(any)]
    items: Vec<T>,
}

register!(Page<u8>);
register!(Page<Option<self::Page<bool>>> as "sparse_page");
register!(Page<&'static str> as "text_page", crate = ::perimeter);
