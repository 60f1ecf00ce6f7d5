//! Where an event comes from.

use perimeter::external_contract;

use crate::objects::{Installation, Organization, Repository, User};

/// The members that say where an event happened, by whom, and through which installation it is delivered.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    pub repository: Repository,
    pub sender: User,
    /// Only for deliveries to an app.
    #[field(not_null)]
    pub installation: Option<Installation>,
    /// Only where the repository belongs to an organization.
    #[field(not_null)]
    pub organization: Option<Organization>,
}
