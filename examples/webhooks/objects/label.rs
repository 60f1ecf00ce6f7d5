//! Labels.

use perimeter::external_contract;

use crate::objects::Integer;

/// A label of an issue or a pull request.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    pub id: Integer,
    #[field(any)]
    pub node_id: String,
    /// URL for the label.
    #[field(uri)]
    pub url: String,
    /// The name of the label.
    #[field(any)]
    pub name: String,
    #[field(required, nullable, any)]
    pub description: Option<String>,
    /// 6-character hex code, without the leading #, identifying the color.
    #[field(any)]
    pub color: String,
    pub default: bool,
}
