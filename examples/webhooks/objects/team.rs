//! Teams of an organization.

use perimeter::external_contract;

use crate::objects::Integer;

/// A team, with the team it is part of.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct Team {
    /// Name of the team.
    #[field(any)]
    pub name: String,
    /// Unique identifier of the team.
    pub id: Integer,
    #[field(any)]
    pub node_id: String,
    #[field(any)]
    pub slug: String,
    /// Description of the team.
    #[field(required, nullable, any)]
    pub description: Option<String>,
    pub privacy: Privacy,
    /// URL for the team.
    #[field(uri)]
    pub url: String,
    #[field(uri)]
    pub html_url: String,
    #[field(uri_template)]
    pub members_url: String,
    #[field(uri)]
    pub repositories_url: String,
    /// Permission that the team will have for its repositories.
    #[field(any)]
    pub permission: String,
    pub parent: Option<ParentTeam>,
    /// Whether team members will receive notifications when their team is @mentioned.
    #[field(not_null)]
    pub notification_setting: Option<NotificationSetting>,
}

/// The team that another one is part of; its own parent is not sent.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct ParentTeam {
    /// Name of the team.
    #[field(any)]
    pub name: String,
    /// Unique identifier of the team.
    pub id: Integer,
    #[field(any)]
    pub node_id: String,
    #[field(any)]
    pub slug: String,
    /// Description of the team.
    #[field(required, nullable, any)]
    pub description: Option<String>,
    pub privacy: Privacy,
    /// URL for the team.
    #[field(uri)]
    pub url: String,
    #[field(uri)]
    pub html_url: String,
    #[field(uri_template)]
    pub members_url: String,
    #[field(uri)]
    pub repositories_url: String,
    /// Permission that the team will have for its repositories.
    #[field(any)]
    pub permission: String,
    /// Whether team members will receive notifications when their team is @mentioned.
    #[field(not_null)]
    pub notification_setting: Option<NotificationSetting>,
}

/// Who sees a team.
#[external_contract]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Privacy {
    Open,
    Closed,
    Secret,
}

/// Whether the members of a team are notified when the team is mentioned.
#[external_contract]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum NotificationSetting {
    NotificationsEnabled,
    NotificationsDisabled,
}
