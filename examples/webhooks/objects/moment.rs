//! Points in time that are written in one of two ways.

use perimeter::external_contract;

use crate::objects::Integer;

/// A point in time: seconds since 1970 in pushes, RFC 3339 everywhere else.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
#[serde(untagged)]
pub enum Moment {
    Seconds(Integer),
    DateTime(#[field(date_time)] String),
}
