//! `release`: something happened to a release.

use perimeter::external_contract;

use crate::objects::{EarlyRelease, Origin, Previous, PublishedRelease, Release, UnpublishedRelease};

/// Something happened to a release.
#[external_contract(name = "release", max_bytes = 26_214_400, max_violations = 1000)]
#[derive(Debug, Clone, PartialEq)]
#[serde(tag = "action", rename_all = "snake_case")]
pub enum ReleaseEvent {
    Created {
        release: Release,
        #[serde(flatten)]
        origin: Origin,
    },
    Deleted {
        release: Release,
        #[serde(flatten)]
        origin: Origin,
    },
    Edited {
        changes: ReleaseChanges,
        release: Release,
        #[serde(flatten)]
        origin: Origin,
    },
    Prereleased {
        release: EarlyRelease,
        #[serde(flatten)]
        origin: Origin,
    },
    Published {
        release: PublishedRelease,
        #[serde(flatten)]
        origin: Origin,
    },
    Released {
        release: Release,
        #[serde(flatten)]
        origin: Origin,
    },
    Unpublished {
        release: UnpublishedRelease,
        #[serde(flatten)]
        origin: Origin,
    },
}

/// What was edited, with what it was before.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct ReleaseChanges {
    #[field(not_null)]
    pub body: Option<Previous>,
    #[field(not_null)]
    pub name: Option<Previous>,
}
