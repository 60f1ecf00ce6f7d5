//! `issues`: something happened to an issue.

use perimeter::external_contract;

use crate::objects::{
    ClosedIssue, DemilestonedIssue, Issue, Label, LockedIssue, Milestone, MilestonedIssue, OpenedIssue,
    Origin, Previous, ReopenedIssue, Repository, UnlockedIssue, User,
};

/// Something happened to an issue; the action says what, and the issue has the type that goes with it.
#[external_contract(name = "issues", max_bytes = 26_214_400, max_violations = 1000)]
#[derive(Debug, Clone, PartialEq)]
#[serde(tag = "action", rename_all = "snake_case")]
pub enum IssuesEvent {
    Assigned {
        issue: Issue,
        assignee: Option<User>,
        #[serde(flatten)]
        origin: Origin,
    },
    Closed {
        issue: ClosedIssue,
        #[serde(flatten)]
        origin: Origin,
    },
    Deleted {
        issue: Issue,
        #[serde(flatten)]
        origin: Origin,
    },
    Demilestoned {
        issue: DemilestonedIssue,
        milestone: Milestone,
        #[serde(flatten)]
        origin: Origin,
    },
    Edited {
        changes: IssueChanges,
        issue: Issue,
        #[field(not_null)]
        label: Option<Label>,
        #[serde(flatten)]
        origin: Origin,
    },
    Labeled {
        issue: Issue,
        #[field(not_null)]
        label: Option<Label>,
        #[serde(flatten)]
        origin: Origin,
    },
    Locked {
        issue: LockedIssue,
        #[serde(flatten)]
        origin: Origin,
    },
    Milestoned {
        issue: MilestonedIssue,
        milestone: Milestone,
        #[serde(flatten)]
        origin: Origin,
    },
    Opened {
        /// Where an issue that was moved here comes from.
        #[field(not_null)]
        changes: Option<MovedFrom>,
        issue: OpenedIssue,
        #[serde(flatten)]
        origin: Origin,
    },
    Pinned {
        issue: Issue,
        #[serde(flatten)]
        origin: Origin,
    },
    Reopened {
        issue: ReopenedIssue,
        #[serde(flatten)]
        origin: Origin,
    },
    Transferred {
        changes: MovedTo,
        issue: Issue,
        #[serde(flatten)]
        origin: Origin,
    },
    Unassigned {
        issue: Issue,
        assignee: Option<User>,
        #[serde(flatten)]
        origin: Origin,
    },
    Unlabeled {
        issue: Issue,
        #[field(not_null)]
        label: Option<Label>,
        #[serde(flatten)]
        origin: Origin,
    },
    Unlocked {
        issue: UnlockedIssue,
        #[serde(flatten)]
        origin: Origin,
    },
    Unpinned {
        issue: Issue,
        #[serde(flatten)]
        origin: Origin,
    },
}

/// What was edited, with what it was before.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct IssueChanges {
    #[field(not_null)]
    pub body: Option<Previous>,
    #[field(not_null)]
    pub title: Option<Previous>,
}

/// The issue that an opened one was before it was moved.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct MovedFrom {
    pub old_issue: Issue,
    pub old_repository: Repository,
}

/// The issue that a transferred one becomes.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct MovedTo {
    pub new_issue: Issue,
    pub new_repository: Repository,
}
