//! The limits on what is read, and which of them hold.

use crate::contract::Contract;
use crate::descriptor::ContractDescriptor;
use crate::json::MAX_DEPTH;
use crate::zone::Marker;

/// How many violations a report holds unless a limit says otherwise.
pub(crate) const MAX_VIOLATIONS: usize = 100;

/// Limits on what is read. Where none is set, the next one counts: the boundary's, the contract's, the zone's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Limits {
    /// How many bytes the text may have.
    pub max_bytes: Option<usize>,
    /// How deep arrays and objects may nest. Unset: 127, as deep as `serde_json` reads. For more the stack is the caller's to
    /// provide, see [`Boundary::max_depth`](super::Boundary::max_depth).
    pub max_depth: Option<usize>,
    /// How many violations the report holds; more are counted. Unset: 100.
    pub max_violations: Option<usize>,
}

impl Limits {
    /// No limits of one's own.
    pub const NONE: Limits = Limits {
        max_bytes: None,
        max_depth: None,
        max_violations: None,
    };

    pub(super) const fn or(self, other: Limits) -> Limits {
        const fn first(one: Option<usize>, other: Option<usize>) -> Option<usize> {
            if one.is_some() { one } else { other }
        }
        Limits {
            max_bytes: first(self.max_bytes, other.max_bytes),
            max_depth: first(self.max_depth, other.max_depth),
            max_violations: first(self.max_violations, other.max_violations),
        }
    }
}

/// What a contract says of how it is read and checked: a constant for each.
pub(super) struct Terms {
    pub(super) descriptor: &'static ContractDescriptor,
    /// Its limits, else those of its zone.
    pub(super) limits: Limits,
    /// What these come to at a boundary without options.
    pub(super) bounds: Bounds,
    pub(super) enforced: bool,
    pub(super) deny_unknown: bool,
}

impl Terms {
    pub(super) const fn of<T: Contract>() -> &'static Self {
        const {
            let zone = Limits {
                max_bytes: T::Zone::ZONE.max_bytes(),
                ..Limits::NONE
            };
            let limits = T::DESCRIPTOR.limits().or(zone);
            &Terms {
                descriptor: T::DESCRIPTOR,
                limits,
                bounds: Bounds::new(limits),
                enforced: T::ENFORCED,
                // A contract inside that says nothing itself follows the zone, not the word, of the one that is
                // accepted.
                deny_unknown: T::Zone::ZONE.denies_unknown() && T::DESCRIPTOR.denies_unknown(),
            }
        }
    }
}

/// The limits that hold.
#[derive(Clone, Copy)]
pub(super) struct Bounds {
    pub(super) bytes: usize,
    pub(super) depth: usize,
    pub(super) violations: usize,
}

impl Bounds {
    pub(super) const fn new(limits: Limits) -> Self {
        Bounds {
            bytes: limit(limits.max_bytes, usize::MAX),
            depth: limit(limits.max_depth, MAX_DEPTH),
            // A report always says something.
            violations: match limit(limits.max_violations, MAX_VIOLATIONS) {
                0 => 1,
                max => max,
            },
        }
    }
}

const fn limit(limit: Option<usize>, otherwise: usize) -> usize {
    match limit {
        Some(limit) => limit,
        None => otherwise,
    }
}
