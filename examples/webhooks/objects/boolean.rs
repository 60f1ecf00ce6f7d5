//! Checks for a boolean that an action settles.

#![allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "a check gets a reference, whatever it is to"
)]

use perimeter::Violation;

/// Only `true` will do.
pub fn is_true(value: &bool) -> Result<(), Violation> {
    if *value {
        Ok(())
    } else {
        Err(Violation::new("equal", "must be true"))
    }
}

/// Only `false` will do.
pub fn is_false(value: &bool) -> Result<(), Violation> {
    if *value {
        Err(Violation::new("equal", "must be false"))
    } else {
        Ok(())
    }
}
