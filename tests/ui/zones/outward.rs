//! Data is not trusted further outside than it was checked.

use perimeter::zone::{Core, Coupling, External, Strategic};
use perimeter::{Contract, Valid};

fn outward<T: Contract>(core: Valid<T, Core>, coupling: Valid<T, Coupling>) {
    let _: Valid<T, External> = core.enter::<External>();
    let _: Valid<T, Strategic> = coupling.enter::<Strategic>();
}

fn main() {}
