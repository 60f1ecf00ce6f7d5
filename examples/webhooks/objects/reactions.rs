//! Reactions.

use perimeter::external_contract;

use crate::objects::Integer;

/// How often people reacted to something, by emoji.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct Reactions {
    #[field(uri)]
    pub url: String,
    pub total_count: Integer,
    #[serde(rename = "+1")]
    pub plus_one: Integer,
    #[serde(rename = "-1")]
    pub minus_one: Integer,
    pub laugh: Integer,
    pub hooray: Integer,
    pub confused: Integer,
    pub heart: Integer,
    pub rocket: Integer,
    pub eyes: Integer,
}
