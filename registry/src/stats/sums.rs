//! A registry in numbers.

use contracts_runtime::Zone;

use super::{Quantiles, Totals};

/// What a registry has and how it was asked, at about one time.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Stats {
    /// How many contracts there are.
    pub contracts: usize,
    pub(crate) zones: [usize; Zone::ALL.len()],
    /// What look-ups and registrations came to since the registry was built, or [reset](crate::Registry::reset).
    pub asked: Totals,
    /// How often the registry has changed.
    pub revision: u64,
    /// What the registry takes, in bytes: its indexes, those of the state that it was built with if that is another one,
    /// what it keeps of each contract, and the counters; documents and what is of the program are not in it. An estimate.
    pub bytes: usize,
    /// How long look-ups take, if that is [measured](crate::Builder::latency) and there were any.
    pub latency: Option<Quantiles>,
}

impl Stats {
    /// How many contracts of a zone there are.
    #[must_use]
    pub fn in_zone(&self, zone: Zone) -> usize {
        let place = Zone::ALL.iter().position(|of| *of == zone);
        place
            .and_then(|place| self.zones.get(place))
            .copied()
            .unwrap_or(0)
    }
}
