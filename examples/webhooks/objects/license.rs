//! Licenses.

use perimeter::external_contract;

/// The license of a repository.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct License {
    #[field(any)]
    pub key: String,
    #[field(any)]
    pub name: String,
    #[field(any)]
    pub spdx_id: String,
    #[field(required, nullable, uri)]
    pub url: Option<String>,
    #[field(any)]
    pub node_id: String,
}
