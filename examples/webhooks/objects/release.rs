//! Releases, as they look after each action.
//!
//! What an action says of a release is in the type of the release it carries: an [`UnpublishedRelease`] has no
//! date of publication, a [`PublishedRelease`] has one.

use perimeter::external_contract;

use crate::objects::{Integer, Null, Reactions, User, boolean};

/// What is true of every release.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct ReleaseDetails {
    #[field(uri)]
    pub url: String,
    #[field(uri)]
    pub assets_url: String,
    #[field(uri_template)]
    pub upload_url: String,
    #[field(uri)]
    pub html_url: String,
    pub id: Integer,
    #[field(any)]
    pub node_id: String,
    /// The name of the tag.
    #[field(any)]
    pub tag_name: String,
    /// Specifies the commitish value that determines where the Git tag is created from.
    #[field(any)]
    pub target_commitish: String,
    #[field(any)]
    pub name: String,
    /// Whether the release is a draft or published.
    pub draft: bool,
    pub author: User,
    #[field(required, nullable, date_time)]
    pub created_at: Option<String>,
    #[field(any)]
    pub assets: Vec<Asset>,
    #[field(required, nullable, uri)]
    pub tarball_url: Option<String>,
    #[field(required, nullable, uri)]
    pub zipball_url: Option<String>,
    #[field(any)]
    pub body: String,
    #[field(not_null)]
    pub mentions_count: Option<Integer>,
    #[field(not_null)]
    pub reactions: Option<Reactions>,
    #[field(not_null, uri)]
    pub discussion_url: Option<String>,
}

/// A release, after an action that says nothing about it.
// The event has the plain name.
#[external_contract(name = "release_object")]
#[derive(Debug, Clone, PartialEq)]
pub struct Release {
    #[serde(flatten)]
    pub details: ReleaseDetails,
    pub prerelease: bool,
    #[field(required, nullable, date_time)]
    pub published_at: Option<String>,
}

/// A release that is not ready for production.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct EarlyRelease {
    #[serde(flatten)]
    pub details: ReleaseDetails,
    #[field(check = boolean::is_true)]
    pub prerelease: bool,
    #[field(required, nullable, date_time)]
    pub published_at: Option<String>,
}

/// A release that everyone can see.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct PublishedRelease {
    #[serde(flatten)]
    pub details: ReleaseDetails,
    pub prerelease: bool,
    #[field(date_time)]
    pub published_at: String,
}

/// A release that was taken back.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct UnpublishedRelease {
    #[serde(flatten)]
    pub details: ReleaseDetails,
    pub prerelease: bool,
    pub published_at: Null,
}

/// A file that belongs to a release.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct Asset {
    #[field(uri)]
    pub url: String,
    #[field(uri)]
    pub browser_download_url: String,
    pub id: Integer,
    #[field(any)]
    pub node_id: String,
    /// The file name of the asset.
    #[field(any)]
    pub name: String,
    #[field(required, nullable, any)]
    pub label: Option<String>,
    /// State of the release asset.
    pub state: AssetState,
    #[field(any)]
    pub content_type: String,
    pub size: Integer,
    pub download_count: Integer,
    #[field(date_time)]
    pub created_at: String,
    #[field(date_time)]
    pub updated_at: String,
    #[field(not_null)]
    pub uploader: Option<User>,
}

/// How far the upload of an asset is; only finished ones are announced.
#[external_contract]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum AssetState {
    Uploaded,
}
