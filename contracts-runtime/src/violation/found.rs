//! What was found, while it is still known by the byte where it was found.

use super::{Effort, Violation};
use crate::descriptor::ContractDescriptor;

/// The byte of the text that a fault was found at, and what stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// The first byte of a value.
    Value(usize),
    /// The opening quote of a key; the fault is the member's.
    Key(usize),
    /// The closing bracket of the array or object that the fault is about.
    Close(usize),
    /// A byte where the text stops being JSON.
    Syntax(usize),
}

impl Anchor {
    pub(crate) fn at(self) -> usize {
        match self {
            Anchor::Value(at) | Anchor::Key(at) | Anchor::Close(at) | Anchor::Syntax(at) => at,
        }
    }
}

/// A violation whose pointer still starts at its anchor.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) violation: Violation,
    pub(crate) anchor: Option<Anchor>,
    /// How long the anchor's own pointer is, once it is known; what follows leads below it.
    pub(crate) base: usize,
    /// Where the secret starts that the anchor lies in: the pointer must not lead below it.
    pub(crate) secret: Option<usize>,
    /// Whether the faulty value may be in the report.
    pub(crate) shown: Shown,
    /// Whether a check chose the place, below the value that it is of.
    pub(crate) chosen: bool,
}

impl Found {
    /// What was found, which has its place now, of a value that is checked by this contract. What a check says of a secret
    /// below its value is concealed like what is found there.
    pub(super) fn settled(self, contract: Option<&'static ContractDescriptor>) -> Violation {
        let mut violation = self.violation;
        if let (true, Some(contract)) = (self.chosen, contract) {
            violation.hide(contract);
        }
        violation
    }
}

/// Whether a faulty value may be in the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// Nothing says so.
    No,
    /// Its field is revealed.
    Yes,
    /// Its field is revealed, but may hold secrets that nothing is known of: an object or array is not seen.
    Scalar,
    /// It is a secret, or in one, whatever else is said.
    Never,
}

/// What was found. Behind a pointer, so that a report which found nothing has nothing to take apart.
#[derive(Debug)]
pub(super) struct Finds(Option<Box<List>>);

#[derive(Debug, Default)]
struct List {
    found: Vec<Found>,
    /// The effort that was spent on telling more.
    spent: usize,
}

impl Finds {
    /// Nothing.
    pub(super) const NONE: Self = Finds(None);

    #[inline]
    pub(super) fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |list| list.found.len())
    }

    pub(super) fn push(&mut self, found: Found) {
        self.0.get_or_insert_default().found.push(found);
    }

    #[inline]
    pub(super) fn truncate(&mut self, length: usize) {
        if let Some(list) = &mut self.0 {
            list.found.truncate(length);
        }
    }

    /// What was found behind the first `length`, which are left.
    pub(super) fn split_off(&mut self, length: usize) -> Vec<Found> {
        match &mut self.0 {
            Some(list) if list.found.len() > length => list.found.split_off(length),
            _ => Vec::new(),
        }
    }

    pub(super) fn extend(&mut self, found: Vec<Found>) {
        if !found.is_empty() {
            self.0.get_or_insert_default().found.extend(found);
        }
    }

    #[inline]
    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Found> {
        self.0.iter_mut().flat_map(|list| &mut list.found)
    }

    /// All that was found, which ends it.
    pub(super) fn take(&mut self) -> Vec<Found> {
        self.0.take().map(|list| list.found).unwrap_or_default()
    }

    /// Finds more to tell of what is found next, as far as the bytes that were `read` pay for it.
    pub(super) fn spend(&mut self, read: usize, find: impl FnOnce(&mut Effort) -> Option<()>) {
        let list = self.0.get_or_insert_default();
        let before = Effort::left(read, list.spent);
        let mut effort = Effort::left(read, list.spent);
        // What is told until the effort ends is told.
        let _ = find(&mut effort);
        list.spent += effort.since(&before);
    }
}
