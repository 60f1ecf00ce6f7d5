//! An instance of a generic contract has a type for each of its parameters.

use perimeter::{external_contract, register};

#[external_contract]
struct Page<T> {
    items: Vec<T>,
}

register!(Page<T>);
register!(Page);
register!(Page<_>);

fn listed<T>() {
    register!(Page<T>);
}

fn main() {
    listed::<u8>();
}
