//! Texts that end before the input does.

use crate::json::Flaw;

/// Why a text is less than the input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    /// What follows is not UTF-8.
    Utf8,
    /// A value follows that is nested deeper than any text is made of.
    Depth,
}

impl Cut {
    pub(super) const fn flaw(self) -> Flaw {
        match self {
            Cut::Utf8 => Flaw::Utf8,
            Cut::Depth => Flaw::Depth,
        }
    }
}
