//! Accounts.

use perimeter::external_contract;

use crate::objects::Integer;

/// An account: a person, a bot or an organization.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct User {
    #[field(any)]
    pub login: String,
    pub id: Integer,
    #[field(any)]
    pub node_id: String,
    #[field(not_null, any)]
    pub name: Option<String>,
    #[field(any)]
    pub email: Option<String>,
    #[field(uri)]
    pub avatar_url: String,
    #[field(any)]
    pub gravatar_id: String,
    #[field(uri)]
    pub url: String,
    #[field(uri)]
    pub html_url: String,
    #[field(uri)]
    pub followers_url: String,
    #[field(uri_template)]
    pub following_url: String,
    #[field(uri_template)]
    pub gists_url: String,
    #[field(uri_template)]
    pub starred_url: String,
    #[field(uri)]
    pub subscriptions_url: String,
    #[field(uri)]
    pub organizations_url: String,
    #[field(uri)]
    pub repos_url: String,
    #[field(uri_template)]
    pub events_url: String,
    #[field(uri)]
    pub received_events_url: String,
    #[serde(rename = "type")]
    pub kind: UserKind,
    pub site_admin: bool,
}

/// What stands behind an account.
#[external_contract]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UserKind {
    Bot,
    User,
    Organization,
}
