//! A parameter that is no type of a member: the contract asks more of it than it is.

use perimeter::{external_contract, register};

struct Plain;

#[external_contract]
struct Page<T> {
    #[field(any)]
    items: Vec<T>,
}

register!(Page<Plain>);

fn main() {}
