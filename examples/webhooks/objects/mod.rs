//! The objects that events are made of, one file each.

#![allow(clippy::struct_excessive_bools, reason = "the objects are the sender's")]
#![allow(
    unreachable_pub,
    reason = "a program exports nothing; `pub` says what a module offers the others"
)]

mod app;
mod author_association;
pub mod boolean;
mod comment;
mod commit;
mod installation;
mod integer;
mod issue;
mod label;
mod license;
mod lock_reason;
mod milestone;
mod moment;
mod null;
mod organization;
mod origin;
mod previous;
mod pull_request;
mod reactions;
mod release;
mod repository;
mod state;
mod team;
mod user;

pub use app::App;
pub use author_association::AuthorAssociation;
pub use comment::Comment;
pub use commit::{Commit, Committer};
pub use installation::Installation;
pub use integer::Integer;
pub use issue::{
    ClosedIssue, CommentedIssue, DemilestonedIssue, Issue, LockedIssue, MilestonedIssue, OpenedIssue,
    ReopenedIssue, UnlockedIssue,
};
pub use label::Label;
pub use license::License;
pub use lock_reason::LockReason;
pub use milestone::Milestone;
pub use moment::Moment;
pub use null::Null;
pub use organization::Organization;
pub use origin::Origin;
pub use previous::Previous;
pub use pull_request::{
    ClosedPullRequest, DraftPullRequest, MilestonedPullRequest, OpenedPullRequest, PullRequest,
    ReadyPullRequest, ReopenedPullRequest,
};
pub use reactions::Reactions;
pub use release::{EarlyRelease, PublishedRelease, Release, UnpublishedRelease};
pub use repository::Repository;
pub use state::{Closed, Open, State};
pub use team::Team;
pub use user::User;
