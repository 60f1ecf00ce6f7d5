//! What was admitted without a proof is taken by no function that asks for one.

use perimeter::{Admission, Boundary, Enforcement, Mode, Valid, external_contract};

#[external_contract]
struct Number {
    #[field(range = 1..=5)]
    number: u32,
}

fn handle(_: Valid<Number>) {}

fn main() {
    let boundary = Boundary::new().enforcing(Enforcement::all(Mode::Warn), |_: &_| {});
    if let Admission::Unproven { value, .. } = boundary.admit::<Number>(r#"{"number":9}"#) {
        handle(value);
    }
}
