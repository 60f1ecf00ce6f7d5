//! What something was before it was edited.

use perimeter::external_contract;

/// What something was before it was edited.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct Previous {
    #[field(any)]
    pub from: String,
}
