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
    /// By a flattened field that leaves it to those after it: a map, an enum that is not told by a member's name, or
    /// a record with flattened fields of its own. So does serde.
    Shared,
    /// By a field, or by a flattened record.
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
    /// What was taken before each of the flattened records, one inside the other, that leave to others what they take.
    pub(super) before: Vec<Vec<bool>>,
    /// Whether the field itself is read from them, and not the content of a variant of it.
    pub(super) direct: bool,
}

impl Rest<'_> {
    /// Which members are taken.
    pub(super) fn taken(&self) -> Vec<bool> {
        self.members
            .iter()
            .map(|member| member.taken == Taken::Yes)
            .collect()
    }

    /// Leaves what was taken since to the flattened fields that follow.
    pub(super) fn share(&mut self, before: &[bool]) {
        for (member, before) in self.members.iter_mut().zip(before) {
            if member.taken == Taken::Yes && !before {
                member.taken = Taken::Shared;
            }
        }
    }
}
