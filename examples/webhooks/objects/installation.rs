//! Installations of an app.

use perimeter::external_contract;

use crate::objects::Integer;

/// The installation through which an app receives an event.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct Installation {
    /// The ID of the installation.
    pub id: Integer,
    #[field(any)]
    pub node_id: String,
}
