//! The complete report of a rejected value.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use super::catalogue::English;
use super::{Found, Severity, Violation};
use crate::descriptor::{self, ContractDescriptor};

/// All that is wrong with a value: at least one violation, in the order of the document.
///
/// `Display` writes one line for each. There are at most as many as the limit of the boundary or the contract says
/// (`max_violations`); [`truncated`](Self::truncated) says how many more were found.
#[derive(Clone)]
pub struct Violations(Box<Inner>);

/// Behind a pointer: a `Result` with it is not wider than the value.
#[derive(Clone)]
struct Inner {
    first: Violation,
    others: Vec<Violation>,
    truncated: usize,
    contract: Option<&'static ContractDescriptor>,
    /// The names of members that a contract has which is none of the program.
    names: Option<Arc<BTreeSet<String>>>,
}

impl Violations {
    /// A report of one violation.
    #[must_use]
    pub fn one(violation: Violation) -> Self {
        Violations(Box::new(Inner {
            first: violation,
            others: Vec::new(),
            truncated: 0,
            contract: None,
            names: None,
        }))
    }

    /// A report of `found`, of which there is at least one, out of `total`.
    pub(crate) fn new(found: Vec<Violation>, total: usize) -> Option<Self> {
        let truncated = total.saturating_sub(found.len());
        let mut found = found.into_iter();
        let first = found.next()?;
        Some(Violations(Box::new(Inner {
            first,
            others: found.collect(),
            truncated,
            contract: None,
            names: None,
        })))
    }

    /// The violations of a built value that was checked by this contract; they need no locating.
    pub(crate) fn built(
        found: Vec<Found>,
        total: usize,
        contract: Option<&'static ContractDescriptor>,
    ) -> Option<Self> {
        let found = found.into_iter().map(|found| found.settled(contract)).collect();
        Some(Violations::new(found, total)?.of(contract))
    }

    /// The same of a value that was checked by this contract.
    pub(crate) fn of(mut self, contract: Option<&'static ContractDescriptor>) -> Self {
        self.0.contract = contract;
        self
    }

    /// The same of a value that was checked by something else, which knows members of these names.
    pub(crate) fn knowing(mut self, names: &Arc<BTreeSet<String>>) -> Self {
        self.0.names = Some(Arc::clone(names));
        self
    }

    /// The pattern of the place of one of them, in the names of what the value was checked by.
    pub(crate) fn pattern(&self, violation: &Violation) -> String {
        let names = self.0.names.as_deref();
        descriptor::pattern(self.contract(), names, violation.pointer(), violation.code())
    }

    /// The contract that the value was checked by, if it was one.
    #[must_use]
    pub fn contract(&self) -> Option<&'static ContractDescriptor> {
        self.0.contract
    }

    /// The first violation.
    #[must_use]
    pub fn first(&self) -> &Violation {
        &self.0.first
    }

    /// All violations, in the order of the document.
    pub fn iter(&self) -> impl Iterator<Item = &Violation> {
        std::iter::once(&self.0.first).chain(&self.0.others)
    }

    /// How many violations the report holds; never 0.
    #[allow(clippy::len_without_is_empty, reason = "it is never empty")]
    #[must_use]
    pub fn len(&self) -> usize {
        1 + self.0.others.len()
    }

    /// How many more were found than the report holds.
    #[must_use]
    pub fn truncated(&self) -> usize {
        self.0.truncated
    }

    /// Changes the violations, of which none may be taken away, and their order.
    pub(super) fn each(mut self, change: impl FnOnce(&mut [Violation])) -> Self {
        let inner = &mut *self.0;
        inner.others.push(inner.first.clone());
        inner.others.rotate_right(1);
        change(&mut inner.others);
        // There is one: it was just put in.
        inner.first = inner.others.remove(0);
        self
    }

    /// Whether one of them is an error; the others are warnings.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.iter()
            .any(|violation| violation.severity() == Severity::Error)
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::iter::Chain<std::iter::Once<Violation>, std::vec::IntoIter<Violation>>;

    fn into_iter(self) -> Self::IntoIter {
        std::iter::once(self.0.first).chain(self.0.others)
    }
}

#[allow(clippy::missing_fields_in_debug, reason = "a contract is shown by its name")]
impl fmt::Debug for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Violations")
            .field("contract", &self.contract().map(ContractDescriptor::name))
            .field("found", &self.iter().collect::<Vec<_>>())
            .field("truncated", &self.0.truncated)
            .finish()
    }
}

/// Two reports are equal if they say the same of the same places, by whatever contract.
impl PartialEq for Violations {
    fn eq(&self, other: &Self) -> bool {
        self.0.truncated == other.0.truncated && self.iter().eq(other.iter())
    }
}

/// One line for each violation, and one that says how many more there are.
impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.display_in(&English).fmt(f)
    }
}

impl std::error::Error for Violations {}
