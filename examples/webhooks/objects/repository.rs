//! Repositories.

use std::collections::BTreeMap;

use perimeter::external_contract;

use crate::objects::{Integer, License, Moment, User};

/// A repository.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct Repository {
    /// Unique identifier of the repository.
    pub id: Integer,
    /// The GraphQL identifier of the repository.
    #[field(any)]
    pub node_id: String,
    /// The name of the repository.
    #[field(any)]
    pub name: String,
    /// The full, globally unique, name of the repository.
    #[field(any)]
    pub full_name: String,
    /// Whether the repository is private or public.
    pub private: bool,
    pub owner: User,
    /// The URL to view the repository on GitHub.com.
    #[field(uri)]
    pub html_url: String,
    /// The repository description.
    #[field(required, nullable, any)]
    pub description: Option<String>,
    /// Whether the repository is a fork.
    pub fork: bool,
    /// The URL to get more information about the repository from the GitHub API.
    #[field(uri)]
    pub url: String,
    /// The API URL to list the forks of the repository.
    #[field(uri)]
    pub forks_url: String,
    /// A template for the API URL to get information about deploy keys on the repository.
    #[field(uri_template)]
    pub keys_url: String,
    /// A template for the API URL to get information about collaborators of the repository.
    #[field(uri_template)]
    pub collaborators_url: String,
    /// The API URL to list the teams on the repository.
    #[field(uri)]
    pub teams_url: String,
    /// The API URL to list the hooks on the repository.
    #[field(uri)]
    pub hooks_url: String,
    /// A template for the API URL to get information about issue events on the repository.
    #[field(uri_template)]
    pub issue_events_url: String,
    /// The API URL to list the events of the repository.
    #[field(uri)]
    pub events_url: String,
    /// A template for the API URL to list the available assignees for issues in the repository.
    #[field(uri_template)]
    pub assignees_url: String,
    /// A template for the API URL to get information about branches in the repository.
    #[field(uri_template)]
    pub branches_url: String,
    /// The API URL to get information about tags on the repository.
    #[field(uri)]
    pub tags_url: String,
    /// A template for the API URL to create or retrieve a raw Git blob in the repository.
    #[field(uri_template)]
    pub blobs_url: String,
    /// A template for the API URL to get information about Git tags of the repository.
    #[field(uri_template)]
    pub git_tags_url: String,
    /// A template for the API URL to get information about Git refs of the repository.
    #[field(uri_template)]
    pub git_refs_url: String,
    /// A template for the API URL to create or retrieve a raw Git tree of the repository.
    #[field(uri_template)]
    pub trees_url: String,
    /// A template for the API URL to get information about statuses of a commit.
    #[field(uri_template)]
    pub statuses_url: String,
    /// The API URL to get information about the languages of the repository.
    #[field(uri)]
    pub languages_url: String,
    /// The API URL to list the stargazers on the repository.
    #[field(uri)]
    pub stargazers_url: String,
    /// A template for the API URL to list the contributors to the repository.
    #[field(uri)]
    pub contributors_url: String,
    /// The API URL to list the subscribers on the repository.
    #[field(uri)]
    pub subscribers_url: String,
    /// The API URL to subscribe to notifications for this repository.
    #[field(uri)]
    pub subscription_url: String,
    /// A template for the API URL to get information about commits on the repository.
    #[field(uri_template)]
    pub commits_url: String,
    /// A template for the API URL to get information about Git commits of the repository.
    #[field(uri_template)]
    pub git_commits_url: String,
    /// A template for the API URL to get information about comments on the repository.
    #[field(uri_template)]
    pub comments_url: String,
    /// A template for the API URL to get information about issue comments on the repository.
    #[field(uri_template)]
    pub issue_comment_url: String,
    /// A template for the API URL to get the contents of the repository.
    #[field(uri_template)]
    pub contents_url: String,
    /// A template for the API URL to compare two commits or refs.
    #[field(uri_template)]
    pub compare_url: String,
    /// The API URL to merge branches in the repository.
    #[field(uri)]
    pub merges_url: String,
    /// A template for the API URL to download the repository as an archive.
    #[field(uri_template)]
    pub archive_url: String,
    /// The API URL to list the downloads on the repository.
    #[field(uri)]
    pub downloads_url: String,
    /// A template for the API URL to get information about issues on the repository.
    #[field(uri_template)]
    pub issues_url: String,
    /// A template for the API URL to get information about pull requests on the repository.
    #[field(uri_template)]
    pub pulls_url: String,
    /// A template for the API URL to get information about milestones of the repository.
    #[field(uri_template)]
    pub milestones_url: String,
    /// A template for the API URL to get information about notifications on the repository.
    #[field(uri_template)]
    pub notifications_url: String,
    /// A template for the API URL to get information about labels of the repository.
    #[field(uri_template)]
    pub labels_url: String,
    /// A template for the API URL to get information about releases on the repository.
    #[field(uri_template)]
    pub releases_url: String,
    /// The API URL to list the deployments of the repository.
    #[field(uri)]
    pub deployments_url: String,
    pub created_at: Moment,
    #[field(date_time)]
    pub updated_at: String,
    #[field(required, nullable)]
    pub pushed_at: Option<Moment>,
    #[field(uri)]
    pub git_url: String,
    #[field(any)]
    pub ssh_url: String,
    #[field(uri)]
    pub clone_url: String,
    #[field(uri)]
    pub svn_url: String,
    #[field(required, nullable, any)]
    pub homepage: Option<String>,
    pub size: Integer,
    pub stargazers_count: Integer,
    pub watchers_count: Integer,
    #[field(required, nullable, any)]
    pub language: Option<String>,
    /// Whether issues are enabled.
    pub has_issues: bool,
    /// Whether projects are enabled.
    pub has_projects: bool,
    /// Whether downloads are enabled.
    pub has_downloads: bool,
    /// Whether the wiki is enabled.
    pub has_wiki: bool,
    pub has_pages: bool,
    /// Whether discussions are enabled.
    #[field(not_null)]
    pub has_discussions: Option<bool>,
    pub forks_count: Integer,
    #[field(required, nullable, uri)]
    pub mirror_url: Option<String>,
    /// Whether the repository is archived.
    pub archived: bool,
    /// Returns whether or not this repository is disabled.
    #[field(not_null)]
    pub disabled: Option<bool>,
    pub open_issues_count: Integer,
    #[field(required, nullable)]
    pub license: Option<License>,
    pub forks: Integer,
    pub open_issues: Integer,
    pub watchers: Integer,
    #[field(not_null)]
    pub stargazers: Option<Integer>,
    /// The default branch of the repository.
    #[field(any)]
    pub default_branch: String,
    /// Whether to allow squash merges for pull requests.
    #[field(not_null)]
    pub allow_squash_merge: Option<bool>,
    /// Whether to allow merge commits for pull requests.
    #[field(not_null)]
    pub allow_merge_commit: Option<bool>,
    /// Whether to allow rebase merges for pull requests.
    #[field(not_null)]
    pub allow_rebase_merge: Option<bool>,
    /// Whether to allow auto-merge for pull requests.
    #[field(not_null)]
    pub allow_auto_merge: Option<bool>,
    /// Whether to allow private forks.
    #[field(not_null)]
    pub allow_forking: Option<bool>,
    #[field(not_null)]
    pub allow_update_branch: Option<bool>,
    #[field(not_null)]
    pub use_squash_pr_title_as_default: Option<bool>,
    #[field(not_null, any)]
    pub squash_merge_commit_message: Option<String>,
    #[field(not_null, any)]
    pub squash_merge_commit_title: Option<String>,
    #[field(not_null, any)]
    pub merge_commit_message: Option<String>,
    #[field(not_null, any)]
    pub merge_commit_title: Option<String>,
    pub is_template: bool,
    pub web_commit_signoff_required: bool,
    #[field(any)]
    pub topics: Vec<String>,
    pub visibility: Visibility,
    /// Whether to delete head branches when pull requests are merged.
    #[field(not_null)]
    pub delete_branch_on_merge: Option<bool>,
    #[field(not_null, any)]
    pub master_branch: Option<String>,
    #[field(not_null)]
    pub permissions: Option<RepositoryPermissions>,
    #[field(not_null)]
    pub public: Option<bool>,
    #[field(not_null, any)]
    pub organization: Option<String>,
    #[field(any)]
    pub custom_properties: BTreeMap<String, Option<PropertyValue>>,
}

/// What the sender may do with a repository.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct RepositoryPermissions {
    pub pull: bool,
    pub push: bool,
    pub admin: bool,
    #[field(not_null)]
    pub maintain: Option<bool>,
    #[field(not_null)]
    pub triage: Option<bool>,
}

/// Who sees a repository.
#[external_contract]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    Public,
    Private,
    Internal,
}

/// The value of a property that an organization gave its repositories.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
#[serde(untagged)]
pub enum PropertyValue {
    Text(#[field(any)] String),
    Selection(#[field(any)] Vec<String>),
}
