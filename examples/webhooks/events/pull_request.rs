//! `pull_request`: something happened to a pull request.

use perimeter::{Violation, external_contract};

use crate::objects::{
    ClosedPullRequest, DraftPullRequest, Integer, Label, Milestone, MilestonedPullRequest, OpenedPullRequest,
    Origin, Previous, PullRequest, ReadyPullRequest, ReopenedPullRequest, Team, User,
};

/// Something happened to a pull request; the action says what, and the pull request has the type that goes with it.
#[external_contract(name = "pull_request", max_bytes = 26_214_400, max_violations = 1000)]
#[derive(Debug, Clone, PartialEq)]
#[serde(tag = "action", rename_all = "snake_case")]
pub enum PullRequestEvent {
    Assigned {
        number: Integer,
        pull_request: PullRequest,
        assignee: User,
        #[serde(flatten)]
        origin: Origin,
    },
    AutoMergeDisabled {
        number: Integer,
        pull_request: PullRequest,
        #[field(any)]
        reason: String,
        #[serde(flatten)]
        origin: Origin,
    },
    AutoMergeEnabled {
        number: Integer,
        pull_request: PullRequest,
        #[field(any)]
        reason: String,
        #[serde(flatten)]
        origin: Origin,
    },
    Closed {
        number: Integer,
        pull_request: ClosedPullRequest,
        #[serde(flatten)]
        origin: Origin,
    },
    ConvertedToDraft {
        number: Integer,
        pull_request: DraftPullRequest,
        #[serde(flatten)]
        origin: Origin,
    },
    Demilestoned {
        number: Integer,
        // The milestone that the pull request is removed from is still in it.
        pull_request: MilestonedPullRequest,
        milestone: Milestone,
        #[serde(flatten)]
        origin: Origin,
    },
    Dequeued {
        number: Integer,
        #[field(any)]
        reason: String,
        pull_request: PullRequest,
        #[serde(flatten)]
        origin: Origin,
    },
    Edited {
        number: Integer,
        changes: PullRequestChanges,
        pull_request: PullRequest,
        #[serde(flatten)]
        origin: Origin,
    },
    Enqueued {
        number: Integer,
        pull_request: PullRequest,
        #[serde(flatten)]
        origin: Origin,
    },
    Labeled {
        number: Integer,
        pull_request: PullRequest,
        label: Label,
        #[serde(flatten)]
        origin: Origin,
    },
    Locked {
        number: Integer,
        pull_request: PullRequest,
        #[serde(flatten)]
        origin: Origin,
    },
    Milestoned {
        number: Integer,
        pull_request: MilestonedPullRequest,
        milestone: Milestone,
        #[serde(flatten)]
        origin: Origin,
    },
    Opened {
        number: Integer,
        pull_request: OpenedPullRequest,
        #[serde(flatten)]
        origin: Origin,
    },
    ReadyForReview {
        number: Integer,
        pull_request: ReadyPullRequest,
        #[serde(flatten)]
        origin: Origin,
    },
    Reopened {
        number: Integer,
        pull_request: ReopenedPullRequest,
        #[serde(flatten)]
        origin: Origin,
    },
    ReviewRequestRemoved(ReviewRequest),
    ReviewRequested(ReviewRequest),
    Synchronize {
        number: Integer,
        #[field(any)]
        before: String,
        #[field(any)]
        after: String,
        pull_request: PullRequest,
        #[serde(flatten)]
        origin: Origin,
    },
    Unassigned {
        number: Integer,
        pull_request: PullRequest,
        assignee: User,
        #[serde(flatten)]
        origin: Origin,
    },
    Unlabeled {
        number: Integer,
        pull_request: PullRequest,
        label: Label,
        #[serde(flatten)]
        origin: Origin,
    },
    Unlocked {
        number: Integer,
        pull_request: PullRequest,
        #[serde(flatten)]
        origin: Origin,
    },
}

/// A review that is asked for, or no longer so: of one user, or of one team.
#[external_contract]
#[contract(check(one_is_requested, reads(requested_reviewer, requested_team)))]
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewRequest {
    pub number: Integer,
    pub pull_request: PullRequest,
    #[field(not_null)]
    pub requested_reviewer: Option<User>,
    #[field(not_null)]
    pub requested_team: Option<Team>,
    #[serde(flatten)]
    pub origin: Origin,
}

#[allow(clippy::ref_option, reason = "a check sees the fields as they are declared")]
fn one_is_requested(reviewer: &Option<User>, team: &Option<Team>) -> Result<(), Violation> {
    if reviewer.is_some() == team.is_some() {
        return Err(Violation::new(
            "exactly_one_of",
            "must have either `requested_reviewer` or `requested_team`",
        ));
    }
    Ok(())
}

/// What was edited, with what it was before.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct PullRequestChanges {
    #[field(not_null)]
    pub body: Option<Previous>,
    #[field(not_null)]
    pub title: Option<Previous>,
    #[field(not_null)]
    pub base: Option<BaseChange>,
}

/// The branch that the changes were for before they were for another.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct BaseChange {
    #[serde(rename = "ref")]
    pub reference: Previous,
    pub sha: Previous,
}
