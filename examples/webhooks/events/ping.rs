//! `ping`: a webhook was set up.

use std::fmt;

use perimeter::external_contract;

use crate::objects::{Integer, Null, Organization, Repository, User};

/// A webhook was set up.
#[external_contract(name = "ping", max_bytes = 26_214_400, max_violations = 1000)]
#[derive(Debug, Clone, PartialEq)]
pub struct PingEvent {
    /// A word of wisdom.
    #[field(any)]
    pub zen: String,
    pub hook_id: Integer,
    pub hook: Hook,
    #[field(not_null)]
    pub repository: Option<Repository>,
    #[field(not_null)]
    pub sender: Option<User>,
    #[field(not_null)]
    pub organization: Option<Organization>,
}

/// A webhook.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct Hook {
    #[serde(rename = "type")]
    pub kind: HookKind,
    pub id: Integer,
    #[field(any)]
    pub name: String,
    pub active: bool,
    #[field(not_null)]
    pub app_id: Option<Integer>,
    pub events: Subscription,
    pub config: HookConfig,
    #[field(date_time)]
    pub updated_at: String,
    #[field(date_time)]
    pub created_at: String,
    #[field(uri)]
    pub url: String,
    #[field(not_null, uri)]
    pub test_url: Option<String>,
    #[field(uri)]
    pub ping_url: String,
    #[field(uri)]
    pub deliveries_url: String,
    #[field(not_null)]
    pub last_response: Option<HookResponse>,
}

/// What a webhook belongs to.
#[external_contract]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HookKind {
    Repository,
    Organization,
    App,
}

/// Where and how a webhook delivers.
#[external_contract]
#[derive(Clone, PartialEq)]
pub struct HookConfig {
    pub content_type: ContentType,
    #[field(not_null, any, secret)]
    pub secret: Option<String>,
    #[field(uri)]
    pub url: String,
    pub insecure_ssl: CertificateCheck,
}

/// Shows all but the secret.
impl fmt::Debug for HookConfig {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            content_type,
            secret: _,
            url,
            insecure_ssl,
        } = self;
        formatter
            .debug_struct("HookConfig")
            .field("content_type", content_type)
            .field("url", url)
            .field("insecure_ssl", insecure_ssl)
            .finish_non_exhaustive()
    }
}

/// How a delivery is written.
#[external_contract]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum ContentType {
    Json,
    Form,
}

/// Whether the certificate of the receiver is looked at.
#[external_contract]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CertificateCheck {
    #[serde(rename = "0")]
    Verified,
    #[serde(rename = "1")]
    Skipped,
}

/// The answer to the delivery before; a webhook that was just set up has none.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct HookResponse {
    pub code: Null,
    #[field(any)]
    pub status: String,
    pub message: Null,
}

/// The events that a webhook delivers: some, or whatever there is.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
#[serde(untagged)]
pub enum Subscription {
    Listed(#[field(any)] Vec<HookEvent>),
    Everything(#[field(length = 1)] Vec<Wildcard>),
}

/// The name that stands for every event.
#[external_contract]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wildcard {
    #[serde(rename = "*")]
    Every,
}

/// An event that a webhook can deliver.
#[external_contract]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum HookEvent {
    BranchProtectionRule,
    CheckRun,
    CheckSuite,
    CodeScanningAlert,
    CommitComment,
    Create,
    Delete,
    Deployment,
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
    Meta,
    Milestone,
    Organization,
    OrgBlock,
    Package,
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
    RepositoryImport,
    RepositoryVulnerabilityAlert,
    SecretScanningAlert,
    SecretScanningAlertLocation,
    SecurityAndAnalysis,
    Star,
    Status,
    Team,
    TeamAdd,
    Watch,
    WorkflowJob,
    WorkflowRun,
}
