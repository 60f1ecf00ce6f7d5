//! `issue_comment`: someone wrote, changed or deleted a comment on an issue or a pull request.

use perimeter::external_contract;

use crate::objects::{Comment, CommentedIssue, Origin, Previous};

/// Someone wrote, changed or deleted a comment.
#[external_contract(name = "issue_comment", max_bytes = 26_214_400, max_violations = 1000)]
#[derive(Debug, Clone, PartialEq)]
#[serde(tag = "action", rename_all = "snake_case")]
pub enum IssueCommentEvent {
    Created {
        issue: CommentedIssue,
        comment: Comment,
        #[serde(flatten)]
        origin: Origin,
    },
    Deleted {
        issue: CommentedIssue,
        comment: Comment,
        #[serde(flatten)]
        origin: Origin,
    },
    Edited {
        changes: CommentChanges,
        issue: CommentedIssue,
        comment: Comment,
        #[serde(flatten)]
        origin: Origin,
    },
}

/// What was edited, with what it was before.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct CommentChanges {
    #[field(not_null)]
    pub body: Option<Previous>,
}
