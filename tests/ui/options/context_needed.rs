//! A contract with a context can't be checked without, nor by a context of another type.

use perimeter::{Boundary, Contract, Valid, accept, accept_with, external_contract};

pub struct App;

#[external_contract(context(App))]
pub struct Order(u32);

pub struct Other;

fn main() {
    let _ = accept::<Order>("1");
    let _ = Boundary::new().examine::<Order>("1");
    let _ = Order(1).validate();
    let _ = Valid::new(Order(1));
    let _ = accept_with::<Order>("1", &Other);
}
