//! Comments on issues and pull requests.

use perimeter::external_contract;

use crate::objects::{App, AuthorAssociation, Integer, Reactions, User};

/// A comment on an issue or a pull request.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct Comment {
    /// URL for the issue comment.
    #[field(uri)]
    pub url: String,
    #[field(uri)]
    pub html_url: String,
    #[field(uri)]
    pub issue_url: String,
    /// Unique identifier of the issue comment.
    pub id: Integer,
    #[field(any)]
    pub node_id: String,
    pub user: User,
    #[field(date_time)]
    pub created_at: String,
    #[field(date_time)]
    pub updated_at: String,
    pub author_association: AuthorAssociation,
    /// Contents of the issue comment.
    #[field(any)]
    pub body: String,
    pub reactions: Reactions,
    #[field(required, nullable)]
    pub performed_via_github_app: Option<App>,
}
