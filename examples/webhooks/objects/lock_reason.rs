//! Why commenting is restricted.

use perimeter::external_contract;

/// Why commenting on an issue or a pull request is restricted.
#[external_contract]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum LockReason {
    Resolved,
    OffTopic,
    #[serde(rename = "too heated")]
    TooHeated,
    Spam,
}
