//! Members that were stepped over, for the flattened fields of a record to read.

use std::borrow::Cow;

/// A member that was stepped over.
#[derive(Debug, Clone)]
pub(crate) struct Kept<'de> {
    pub(super) name: Cow<'de, str>,
    /// Where the key starts.
    pub(super) key: usize,
    /// Where the value starts.
    pub(super) value: usize,
    pub(super) taken: Taken,
}

/// Whether a flattened field has read a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    No,
    /// By a map, which leaves it to the flattened fields after it.
    Shared,
    /// By a record.
    Yes,
}

/// The members that flattened fields are read from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rest<'de> {
    pub(super) members: Vec<Kept<'de>>,
    /// The end of the object they stand in.
    pub(super) end: usize,
    /// The member that is looked at next.
    pub(super) next: usize,
}
