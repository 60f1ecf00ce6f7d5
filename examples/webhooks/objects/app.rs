//! Apps: programs that act on their own behalf.

use perimeter::external_contract;

use crate::objects::{Integer, User};

/// An app.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct App {
    /// Unique identifier of the GitHub app.
    pub id: Integer,
    /// The slug name of the GitHub app.
    #[field(not_null, any)]
    pub slug: Option<String>,
    #[field(any)]
    pub node_id: String,
    pub owner: User,
    /// The name of the GitHub app.
    #[field(any)]
    pub name: String,
    #[field(required, nullable, any)]
    pub description: Option<String>,
    #[field(uri)]
    pub external_url: String,
    #[field(uri)]
    pub html_url: String,
    #[field(date_time)]
    pub created_at: String,
    #[field(date_time)]
    pub updated_at: String,
    /// The set of permissions for the GitHub app.
    #[field(not_null)]
    pub permissions: Option<Permissions>,
    /// The list of events for the GitHub app.
    #[field(not_null, any)]
    pub events: Option<Vec<AppEvent>>,
}

/// What an app may do, by the kind of thing it does it to.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct Permissions {
    #[field(not_null)]
    pub actions: Option<Access>,
    #[field(not_null)]
    pub administration: Option<Access>,
    #[field(not_null)]
    pub blocking: Option<Access>,
    #[field(not_null)]
    pub checks: Option<Access>,
    #[field(not_null)]
    pub content_references: Option<Access>,
    #[field(not_null)]
    pub contents: Option<Access>,
    #[field(not_null)]
    pub deployments: Option<Access>,
    #[field(not_null)]
    pub discussions: Option<Access>,
    #[field(not_null)]
    pub emails: Option<Access>,
    #[field(not_null)]
    pub environments: Option<Access>,
    #[field(not_null)]
    pub followers: Option<Access>,
    #[field(not_null)]
    pub gpg_keys: Option<Access>,
    #[field(not_null)]
    pub interaction_limits: Option<Access>,
    #[field(not_null)]
    pub issues: Option<Access>,
    #[field(not_null)]
    pub keys: Option<Access>,
    #[field(not_null)]
    pub members: Option<Access>,
    #[field(not_null)]
    pub merge_queues: Option<Access>,
    #[field(not_null)]
    pub metadata: Option<Access>,
    #[field(not_null)]
    pub organization_administration: Option<Access>,
    #[field(not_null)]
    pub organization_hooks: Option<Access>,
    #[field(not_null)]
    pub organization_packages: Option<Access>,
    #[field(not_null)]
    pub organization_plan: Option<Access>,
    #[field(not_null)]
    pub organization_projects: Option<Access>,
    #[field(not_null)]
    pub organization_secrets: Option<Access>,
    #[field(not_null)]
    pub organization_self_hosted_runners: Option<Access>,
    #[field(not_null)]
    pub organization_user_blocking: Option<Access>,
    #[field(not_null)]
    pub packages: Option<Access>,
    #[field(not_null)]
    pub pages: Option<Access>,
    #[field(not_null)]
    pub plan: Option<Access>,
    #[field(not_null)]
    pub pull_requests: Option<Access>,
    #[field(not_null)]
    pub repository_hooks: Option<Access>,
    #[field(not_null)]
    pub repository_projects: Option<Access>,
    #[field(not_null)]
    pub secret_scanning_alerts: Option<Access>,
    #[field(not_null)]
    pub secrets: Option<Access>,
    #[field(not_null)]
    pub security_events: Option<Access>,
    #[field(not_null)]
    pub security_scanning_alert: Option<Access>,
    #[field(not_null)]
    pub single_file: Option<Access>,
    #[field(not_null)]
    pub starring: Option<Access>,
    #[field(not_null)]
    pub statuses: Option<Access>,
    #[field(not_null)]
    pub team_discussions: Option<Access>,
    #[field(not_null)]
    pub vulnerability_alerts: Option<Access>,
    #[field(not_null)]
    pub watching: Option<Access>,
    #[field(not_null)]
    pub workflows: Option<Access>,
}

/// How far a permission goes.
#[external_contract]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    Read,
    Write,
}

/// An event that an app can subscribe to.
#[external_contract]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum AppEvent {
    BranchProtectionRule,
    CheckRun,
    CheckSuite,
    CodeScanningAlert,
    CommitComment,
    Create,
    Delete,
    DependabotAlert,
    Deployment,
    DeploymentProtectionRule,
    DeploymentReview,
    DeploymentStatus,
    DeployKey,
    Discussion,
    DiscussionComment,
    Fork,
    Gollum,
    Issues,
    IssueComment,
    Label,
    Member,
    Membership,
    MergeGroup,
    MergeQueueEntry,
    Milestone,
    Organization,
    OrgBlock,
    PageBuild,
    Project,
    ProjectsV2Item,
    ProjectCard,
    ProjectColumn,
    Public,
    PullRequest,
    PullRequestReview,
    PullRequestReviewComment,
    PullRequestReviewThread,
    Push,
    RegistryPackage,
    Release,
    Repository,
    RepositoryDispatch,
    RepositoryRuleset,
    SecretScanningAlert,
    SecretScanningAlertLocation,
    SecurityAndAnalysis,
    Star,
    Status,
    Team,
    TeamAdd,
    Watch,
    WorkflowDispatch,
    WorkflowJob,
    WorkflowRun,
}
