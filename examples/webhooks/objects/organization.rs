//! Organizations.

use perimeter::external_contract;

use crate::objects::Integer;

/// The organization that owns the repository of an event.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct Organization {
    #[field(any)]
    pub login: String,
    pub id: Integer,
    #[field(any)]
    pub node_id: String,
    #[field(uri)]
    pub url: String,
    #[field(not_null, uri)]
    pub html_url: Option<String>,
    #[field(uri)]
    pub repos_url: String,
    #[field(uri)]
    pub events_url: String,
    #[field(uri)]
    pub hooks_url: String,
    #[field(uri)]
    pub issues_url: String,
    #[field(uri_template)]
    pub members_url: String,
    #[field(uri_template)]
    pub public_members_url: String,
    #[field(uri)]
    pub avatar_url: String,
    #[field(required, nullable, any)]
    pub description: Option<String>,
}
