//! Open and closed, as a choice and as a certainty.

use perimeter::external_contract;

/// The state of an issue, a pull request or a milestone.
#[external_contract]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Open,
    Closed,
}

/// The state of what must be open.
#[external_contract]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Open {
    Open,
}

/// The state of what must be closed.
#[external_contract]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Closed {
    Closed,
}
