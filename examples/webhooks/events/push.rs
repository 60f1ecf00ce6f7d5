//! `push`: commits, branches or tags were pushed.

use perimeter::external_contract;

use crate::objects::{Commit, Committer, Origin};

/// A branch or a tag was created, moved or deleted.
#[external_contract(name = "push", max_bytes = 26_214_400, max_violations = 1000)]
#[derive(Debug, Clone, PartialEq)]
pub struct PushEvent {
    /// The full name of what was pushed, such as `refs/heads/main`.
    #[serde(rename = "ref")]
    #[field(any)]
    pub reference: String,
    /// What it pointed to before; zeros if it did not exist.
    #[field(any)]
    pub before: String,
    /// What it points to now; zeros if it exists no more.
    #[field(any)]
    pub after: String,
    pub created: bool,
    pub deleted: bool,
    pub forced: bool,
    #[field(required, nullable, any)]
    pub base_ref: Option<String>,
    #[field(any)]
    pub compare: String,
    #[field(any)]
    pub commits: Vec<Commit>,
    #[field(required, nullable)]
    pub head_commit: Option<Commit>,
    pub pusher: Committer,
    #[serde(flatten)]
    pub origin: Origin,
}
