//! Commits and those who made them.

use perimeter::external_contract;

/// A pushed commit.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct Commit {
    #[field(any)]
    pub id: String,
    #[field(any)]
    pub tree_id: String,
    /// Whether this commit is distinct from any that have been pushed before.
    pub distinct: bool,
    /// The commit message.
    #[field(any)]
    pub message: String,
    /// The ISO 8601 timestamp of the commit.
    #[field(date_time)]
    pub timestamp: String,
    /// URL that points to the commit API resource.
    #[field(uri)]
    pub url: String,
    pub author: Committer,
    pub committer: Committer,
    #[field(any)]
    pub added: Vec<String>,
    #[field(any)]
    pub modified: Vec<String>,
    #[field(any)]
    pub removed: Vec<String>,
}

/// The author or committer of a commit, or the one who pushed it.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct Committer {
    /// The git author's name.
    #[field(any)]
    pub name: String,
    /// The git author's email address.
    #[field(required, nullable, any)]
    pub email: Option<String>,
    #[field(not_null, date_time)]
    pub date: Option<String>,
    #[field(not_null, any)]
    pub username: Option<String>,
}
