//! The member that is always null.

/// A member that must be there and must be null.
pub type Null = ();
