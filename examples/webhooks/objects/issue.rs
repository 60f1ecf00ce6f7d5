//! Issues, as they look after each action.
//!
//! What an action says of an issue is in the type of the issue it carries: a [`ClosedIssue`] has a date of
//! closing, an [`OpenedIssue`] has none. What it says nothing about comes from the shared groups of members.

use perimeter::external_contract;

use crate::objects::{
    App, AuthorAssociation, Closed, Integer, Label, LockReason, Milestone, Null, Open, Reactions, State,
    User, boolean,
};

/// An issue, after an action that says nothing about it.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct Issue {
    #[serde(flatten)]
    pub details: IssueDetails,
    #[serde(flatten)]
    pub lifecycle: Lifecycle,
    #[serde(flatten)]
    pub lock: Lock,
    #[serde(flatten)]
    pub triage: Triage,
    #[field(required, nullable)]
    pub milestone: Option<Milestone>,
}

/// An issue that was just opened.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct OpenedIssue {
    #[serde(flatten)]
    pub details: IssueDetails,
    #[serde(flatten)]
    pub lock: Lock,
    #[serde(flatten)]
    pub triage: Triage,
    #[field(required, nullable)]
    pub milestone: Option<Milestone>,
    pub state: Open,
    pub closed_at: Null,
}

/// An issue that was just closed.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct ClosedIssue {
    #[serde(flatten)]
    pub details: IssueDetails,
    #[serde(flatten)]
    pub lock: Lock,
    #[serde(flatten)]
    pub triage: Triage,
    #[field(required, nullable)]
    pub milestone: Option<Milestone>,
    pub state: Closed,
    #[field(date_time)]
    pub closed_at: String,
}

/// An issue that was opened once more.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct ReopenedIssue {
    #[serde(flatten)]
    pub details: IssueDetails,
    #[serde(flatten)]
    pub lock: Lock,
    #[serde(flatten)]
    pub triage: Triage,
    #[field(required, nullable)]
    pub milestone: Option<Milestone>,
    pub state: Open,
    #[field(required, nullable, date_time)]
    pub closed_at: Option<String>,
}

/// An issue on which only collaborators can comment.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct LockedIssue {
    #[serde(flatten)]
    pub details: IssueDetails,
    #[serde(flatten)]
    pub lifecycle: Lifecycle,
    #[serde(flatten)]
    pub triage: Triage,
    #[field(required, nullable)]
    pub milestone: Option<Milestone>,
    #[field(check = boolean::is_true)]
    pub locked: bool,
    #[field(required, nullable)]
    pub active_lock_reason: Option<LockReason>,
}

/// An issue on which everyone can comment again.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct UnlockedIssue {
    #[serde(flatten)]
    pub details: IssueDetails,
    #[serde(flatten)]
    pub lifecycle: Lifecycle,
    #[serde(flatten)]
    pub triage: Triage,
    #[field(required, nullable)]
    pub milestone: Option<Milestone>,
    #[field(check = boolean::is_false)]
    pub locked: bool,
    pub active_lock_reason: Null,
}

/// An issue that was added to a milestone.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct MilestonedIssue {
    #[serde(flatten)]
    pub details: IssueDetails,
    #[serde(flatten)]
    pub lifecycle: Lifecycle,
    #[serde(flatten)]
    pub lock: Lock,
    #[serde(flatten)]
    pub triage: Triage,
    pub milestone: Milestone,
}

/// An issue that was removed from its milestone.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct DemilestonedIssue {
    #[serde(flatten)]
    pub details: IssueDetails,
    #[serde(flatten)]
    pub lifecycle: Lifecycle,
    #[serde(flatten)]
    pub lock: Lock,
    #[serde(flatten)]
    pub triage: Triage,
    pub milestone: Null,
}

/// An issue, or a pull request, that someone commented on.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct CommentedIssue {
    #[serde(flatten)]
    pub details: IssueDetails,
    #[field(required, nullable)]
    pub milestone: Option<Milestone>,
    pub state: State,
    #[field(required, nullable, date_time)]
    pub closed_at: Option<String>,
    pub locked: bool,
    #[field(required, nullable)]
    pub active_lock_reason: Option<LockReason>,
    #[field(any)]
    pub labels: Vec<Label>,
    #[field(required, nullable)]
    pub assignee: Option<User>,
}

/// What is true of every issue.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct IssueDetails {
    /// URL for the issue.
    #[field(uri)]
    pub url: String,
    #[field(uri)]
    pub repository_url: String,
    #[field(uri_template)]
    pub labels_url: String,
    #[field(uri)]
    pub comments_url: String,
    #[field(uri)]
    pub events_url: String,
    #[field(uri)]
    pub html_url: String,
    pub id: Integer,
    #[field(any)]
    pub node_id: String,
    /// Number uniquely identifying the issue within its repository.
    pub number: Integer,
    /// Title of the issue.
    #[field(any)]
    pub title: String,
    pub user: User,
    #[field(any)]
    pub assignees: Vec<User>,
    pub comments: Integer,
    #[field(date_time)]
    pub created_at: String,
    #[field(date_time)]
    pub updated_at: String,
    pub author_association: AuthorAssociation,
    #[field(not_null)]
    pub draft: Option<bool>,
    pub performed_via_github_app: Option<App>,
    #[field(not_null)]
    pub pull_request: Option<PullRequestOfIssue>,
    /// Contents of the issue.
    #[field(required, nullable, any)]
    pub body: Option<String>,
    pub reactions: Reactions,
    #[field(not_null, uri)]
    pub timeline_url: Option<String>,
    /// The reason for the current state.
    #[field(any)]
    pub state_reason: Option<String>,
}

/// Whether an issue is open, and when it was closed.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct Lifecycle {
    #[field(not_null)]
    pub state: Option<State>,
    #[field(required, nullable, date_time)]
    pub closed_at: Option<String>,
}

/// Whether commenting on an issue is restricted, and why.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct Lock {
    #[field(not_null)]
    pub locked: Option<bool>,
    #[field(required, nullable)]
    pub active_lock_reason: Option<LockReason>,
}

/// How an issue is sorted, and who works on it.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct Triage {
    #[field(not_null, any)]
    pub labels: Option<Vec<Label>>,
    pub assignee: Option<User>,
}

/// Where to find the pull request that an issue is.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct PullRequestOfIssue {
    #[field(not_null, uri)]
    pub url: Option<String>,
    #[field(not_null, uri)]
    pub html_url: Option<String>,
    #[field(not_null, uri)]
    pub diff_url: Option<String>,
    #[field(not_null, uri)]
    pub patch_url: Option<String>,
    #[field(date_time)]
    pub merged_at: Option<String>,
}
