//! `star`: someone starred a repository, or took the star back.

use perimeter::external_contract;

use crate::objects::{Null, Origin};

/// Someone starred a repository, or took the star back.
#[external_contract(name = "star", max_bytes = 26_214_400, max_violations = 1000)]
#[derive(Debug, Clone, PartialEq)]
#[serde(tag = "action", rename_all = "snake_case")]
pub enum StarEvent {
    Created {
        #[field(date_time)]
        starred_at: String,
        #[serde(flatten)]
        origin: Origin,
    },
    Deleted {
        starred_at: Null,
        #[serde(flatten)]
        origin: Origin,
    },
}
