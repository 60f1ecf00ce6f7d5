//! Milestones.

use perimeter::external_contract;

use crate::objects::{Integer, State, User};

/// A milestone, which issues and pull requests work towards.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct Milestone {
    #[field(uri)]
    pub url: String,
    #[field(uri)]
    pub html_url: String,
    #[field(uri)]
    pub labels_url: String,
    pub id: Integer,
    #[field(any)]
    pub node_id: String,
    /// The number of the milestone.
    pub number: Integer,
    /// The title of the milestone.
    #[field(any)]
    pub title: String,
    #[field(required, nullable, any)]
    pub description: Option<String>,
    pub creator: User,
    pub open_issues: Integer,
    pub closed_issues: Integer,
    /// The state of the milestone.
    pub state: State,
    #[field(date_time)]
    pub created_at: String,
    #[field(date_time)]
    pub updated_at: String,
    #[field(required, nullable, date_time)]
    pub due_on: Option<String>,
    #[field(required, nullable, date_time)]
    pub closed_at: Option<String>,
}
