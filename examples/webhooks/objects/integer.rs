//! Integers as JSON Schema means them.

use perimeter::{Violation, external_contract};

/// A whole number, however it is written: `1`, `1.0` and `1e0` are the same to a sender whose numbers are all floats.
#[external_contract]
#[derive(Debug, Clone, Copy, PartialEq)]
#[serde(untagged)]
pub enum Integer {
    Exact(i64),
    /// Written as a float, or beyond 64 bits.
    Float(#[field(check = is_whole)] f64),
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "a check gets a reference, whatever it is to"
)]
fn is_whole(value: &f64) -> Result<(), Violation> {
    if value.fract() == 0.0 {
        Ok(())
    } else {
        Err(Violation::new("integer", "must be a whole number"))
    }
}
