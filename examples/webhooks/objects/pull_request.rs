//! Pull requests, as they look after each action.
//!
//! As with issues, what an action says of a pull request is in the type of the pull request it carries.

use perimeter::external_contract;

use crate::objects::{
    AuthorAssociation, Closed, Integer, Label, LockReason, Milestone, Null, Open, Repository, State, Team,
    User, boolean,
};

/// A pull request, after an action that says nothing about it.
// The event has the plain name.
#[external_contract(name = "pull_request_object")]
#[derive(Debug, Clone, PartialEq)]
pub struct PullRequest {
    #[serde(flatten)]
    pub details: PullRequestDetails,
    pub state: State,
    #[field(required, nullable, date_time)]
    pub closed_at: Option<String>,
    #[field(required, nullable, date_time)]
    pub merged_at: Option<String>,
    #[field(required, nullable)]
    pub active_lock_reason: Option<LockReason>,
    #[field(required, nullable)]
    pub milestone: Option<Milestone>,
    pub draft: bool,
    #[field(required, nullable)]
    pub merged: Option<bool>,
    #[field(required, nullable)]
    pub merged_by: Option<User>,
}

/// A pull request that was just opened.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct OpenedPullRequest {
    #[serde(flatten)]
    pub details: PullRequestDetails,
    pub state: Open,
    pub closed_at: Null,
    pub merged_at: Null,
    pub active_lock_reason: Null,
    #[field(required, nullable)]
    pub milestone: Option<Milestone>,
    pub draft: bool,
    #[field(required, nullable)]
    pub merged: Option<bool>,
    pub merged_by: Null,
}

/// A pull request that was just closed, merged or not.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct ClosedPullRequest {
    #[serde(flatten)]
    pub details: PullRequestDetails,
    pub state: Closed,
    #[field(date_time)]
    pub closed_at: String,
    #[field(required, nullable, date_time)]
    pub merged_at: Option<String>,
    #[field(required, nullable)]
    pub active_lock_reason: Option<LockReason>,
    #[field(required, nullable)]
    pub milestone: Option<Milestone>,
    pub draft: bool,
    pub merged: bool,
    #[field(required, nullable)]
    pub merged_by: Option<User>,
}

/// A pull request that was opened once more.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct ReopenedPullRequest {
    #[serde(flatten)]
    pub details: PullRequestDetails,
    pub state: Open,
    pub closed_at: Null,
    pub merged_at: Null,
    #[field(required, nullable)]
    pub active_lock_reason: Option<LockReason>,
    #[field(required, nullable)]
    pub milestone: Option<Milestone>,
    pub draft: bool,
    pub merged: bool,
    pub merged_by: Null,
}

/// A pull request that became a draft.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct DraftPullRequest {
    #[serde(flatten)]
    pub details: PullRequestDetails,
    pub state: State,
    pub closed_at: Null,
    pub merged_at: Null,
    #[field(required, nullable)]
    pub active_lock_reason: Option<LockReason>,
    #[field(required, nullable)]
    pub milestone: Option<Milestone>,
    #[field(check = boolean::is_true)]
    pub draft: bool,
    #[field(check = boolean::is_false)]
    pub merged: bool,
    pub merged_by: Null,
}

/// A pull request that is a draft no more.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct ReadyPullRequest {
    #[serde(flatten)]
    pub details: PullRequestDetails,
    pub state: Open,
    pub closed_at: Null,
    pub merged_at: Null,
    #[field(required, nullable)]
    pub active_lock_reason: Option<LockReason>,
    #[field(required, nullable)]
    pub milestone: Option<Milestone>,
    #[field(check = boolean::is_false)]
    pub draft: bool,
    pub merged: bool,
    pub merged_by: Null,
}

/// A pull request that has a milestone.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct MilestonedPullRequest {
    #[serde(flatten)]
    pub details: PullRequestDetails,
    pub state: State,
    #[field(required, nullable, date_time)]
    pub closed_at: Option<String>,
    #[field(required, nullable, date_time)]
    pub merged_at: Option<String>,
    #[field(required, nullable)]
    pub active_lock_reason: Option<LockReason>,
    pub milestone: Milestone,
    pub draft: bool,
    #[field(required, nullable)]
    pub merged: Option<bool>,
    #[field(required, nullable)]
    pub merged_by: Option<User>,
}

/// What is true of every pull request.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct PullRequestDetails {
    #[field(uri)]
    pub url: String,
    pub id: Integer,
    #[field(any)]
    pub node_id: String,
    #[field(uri)]
    pub html_url: String,
    #[field(uri)]
    pub diff_url: String,
    #[field(uri)]
    pub patch_url: String,
    #[field(uri)]
    pub issue_url: String,
    /// Number uniquely identifying the pull request within its repository.
    pub number: Integer,
    pub locked: bool,
    /// The title of the pull request.
    #[field(any)]
    pub title: String,
    pub user: User,
    #[field(required, nullable, any)]
    pub body: Option<String>,
    #[field(date_time)]
    pub created_at: String,
    #[field(date_time)]
    pub updated_at: String,
    #[field(required, nullable, any)]
    pub merge_commit_sha: Option<String>,
    #[field(required, nullable)]
    pub assignee: Option<User>,
    #[field(any)]
    pub assignees: Vec<User>,
    #[field(any)]
    pub requested_reviewers: Vec<Reviewer>,
    #[field(any)]
    pub requested_teams: Vec<Team>,
    #[field(any)]
    pub labels: Vec<Label>,
    #[field(uri)]
    pub commits_url: String,
    #[field(uri)]
    pub review_comments_url: String,
    #[field(uri_template)]
    pub review_comment_url: String,
    #[field(uri)]
    pub comments_url: String,
    #[field(uri)]
    pub statuses_url: String,
    pub head: Head,
    pub base: Base,
    #[serde(rename = "_links")]
    pub links: Links,
    pub author_association: AuthorAssociation,
    #[field(required, nullable)]
    pub auto_merge: Option<AutoMerge>,
    #[field(required, nullable)]
    pub mergeable: Option<bool>,
    #[field(required, nullable)]
    pub rebaseable: Option<bool>,
    #[field(any)]
    pub mergeable_state: String,
    pub comments: Integer,
    pub review_comments: Integer,
    /// Indicates whether maintainers can modify the pull request.
    pub maintainer_can_modify: bool,
    pub commits: Integer,
    pub additions: Integer,
    pub deletions: Integer,
    pub changed_files: Integer,
}

/// Someone who is asked for a review.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
#[serde(untagged)]
pub enum Reviewer {
    User(User),
    Team(Team),
}

/// The branch with the changes; its repository may be gone.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct Head {
    #[field(any)]
    pub label: String,
    #[serde(rename = "ref")]
    #[field(any)]
    pub reference: String,
    #[field(any)]
    pub sha: String,
    pub user: User,
    #[field(required, nullable)]
    pub repo: Option<Repository>,
}

/// The branch that the changes are for.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct Base {
    #[field(any)]
    pub label: String,
    #[serde(rename = "ref")]
    #[field(any)]
    pub reference: String,
    #[field(any)]
    pub sha: String,
    pub user: User,
    pub repo: Repository,
}

/// Where to find a pull request and its parts.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct Links {
    #[serde(rename = "self")]
    pub itself: Link,
    pub html: Link,
    pub issue: Link,
    pub comments: Link,
    pub review_comments: Link,
    pub review_comment: Link,
    pub commits: Link,
    pub statuses: Link,
}

/// A place to follow.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    #[field(uri_template)]
    pub href: String,
}

/// How and as whom a pull request is to be merged as soon as it can be.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct AutoMerge {
    #[field(required, nullable)]
    pub enabled_by: Option<User>,
    /// The merge method to use.
    pub merge_method: MergeMethod,
    /// Title for the merge commit message.
    #[field(required, nullable, any)]
    pub commit_title: Option<String>,
    /// Commit message for the merge commit.
    #[field(required, nullable, any)]
    pub commit_message: Option<String>,
}

/// What becomes of the commits of a merged pull request.
#[external_contract]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum MergeMethod {
    Merge,
    Squash,
    Rebase,
}
