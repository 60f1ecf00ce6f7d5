//! What a registry counts and tells of how it is asked.

use std::sync::Arc;
use std::time::Instant;

use arc_swap::Guard;
use contracts_runtime::private::telemetry::{Event, Named, Operation, Part, Watch};

use super::hash::Hasher;
use super::registry::Shared;
use super::snapshot::Snapshot;
use super::{Conflict, Definition};
use crate::error::Error;
use crate::stats::Count;

/// A look-up that has begun.
pub(super) struct Asked {
    watch: Watch,
    began: Option<Instant>,
}

impl Shared {
    /// Looks something up in the state in force. Of what was withdrawn, that which is wanted is there again; it fails if
    /// that is among those that contend for a key, so that none is given in their place.
    ///
    /// `sought` is the hash of what it is looked up by: all that is wanted and not in force has that one. Where nothing has
    /// it the state in force has the answer, however much was withdrawn.
    #[inline]
    pub(super) fn look_up<R>(
        &self,
        named: Named<'_>,
        sought: impl FnOnce(&Hasher) -> u64,
        wanted: impl Fn(&Definition) -> bool,
        find: impl FnOnce(Guard<Arc<Snapshot>>) -> Result<R, Error>,
    ) -> Result<R, Error> {
        let asked = Asked {
            watch: Watch::start(Operation::LookUp),
            began: self.latency.as_ref().map(|_| Instant::now()),
        };
        let snapshot = self.published.load();
        let (snapshot, discovered) = if snapshot.is_whole() || !snapshot.is_apart(sought(snapshot.hasher())) {
            (Ok(snapshot), 0)
        } else {
            drop(snapshot);
            self.restored(&wanted)
        };
        let result = snapshot.and_then(find);
        self.answered(&asked, named, discovered, result.is_ok());
        result
    }

    /// The state in force after what is wanted was brought back, and how many contracts that were.
    #[cold]
    fn restored(&self, wanted: &dyn Fn(&Definition) -> bool) -> (Result<Guard<Arc<Snapshot>>, Error>, usize) {
        let (snapshot, discovered) = self.restore(wanted);
        (uncontended(snapshot, wanted), discovered)
    }

    #[inline]
    fn answered(&self, asked: &Asked, contract: Named<'_>, discovered: usize, found: bool) {
        if found && discovered == 0 {
            self.counters.count(Count::Hit);
        } else {
            self.counters.count(Count::Miss);
            self.counters.add(Count::Discovered, discovered as u64);
            self.counters.add(Count::NotFound, u64::from(!found));
        }
        if let (Some(latency), Some(began)) = (&self.latency, asked.began) {
            latency.record(began.elapsed());
        }
        if asked.watch.is_running() {
            tell(asked.watch, contract, discovered, found);
        }
    }

    /// The state in force with all that there is, to be listed.
    pub(super) fn whole(&self) -> Arc<Snapshot> {
        let (snapshot, discovered) = self.restore(&|_| true);
        self.counters.add(Count::Discovered, discovered as u64);
        snapshot
    }

    /// The same for a part of it, whose contracts are counted.
    pub(super) fn listed(&self, part: Part<'_>, count: impl FnOnce(&Snapshot) -> usize) -> Arc<Snapshot> {
        let watch = Watch::start(Operation::Listing);
        let snapshot = self.whole();
        if watch.is_running() {
            let count = count(&snapshot);
            Event::Listed { part, count, watch }.tell();
        }
        snapshot
    }
}

/// A state, if what is wanted is not among those that contend for a key.
fn uncontended(
    snapshot: Arc<Snapshot>,
    wanted: &dyn Fn(&Definition) -> bool,
) -> Result<Guard<Arc<Snapshot>>, Error> {
    let contends = |conflict: &&Conflict| wanted(conflict.first()) || wanted(conflict.second());
    let conflicts: Vec<Conflict> = snapshot.conflicts().iter().filter(contends).cloned().collect();
    if conflicts.is_empty() {
        return Ok(Guard::from_inner(snapshot));
    }
    Err(Error::duplicate(conflicts))
}

#[cold]
fn tell(watch: Watch, contract: Named<'_>, discovered: usize, found: bool) {
    match (found, discovered) {
        (true, 0) => Event::CacheHit { contract, watch },
        (true, _) => Event::CacheMissDiscovered { contract, watch },
        (false, _) => Event::NotFound { contract, watch },
    }
    .tell();
}

#[cfg(test)]
mod tests {
    use std::any::TypeId;
    use std::cell::Cell;

    use contracts_runtime::{Body, ContractDescriptor, Linked, Zone};

    use super::*;
    use crate::contract::handle::Origin;
    use crate::{Handle, Registry};

    #[test]
    fn who_seeks_what_is_in_force_does_not_look_at_what_is_not() {
        static KEPT: ContractDescriptor = ContractDescriptor::new("kept", "app", Zone::Core, Body::Unit);
        static LEFT: ContractDescriptor = ContractDescriptor::new("left", "app", Zone::Core, Body::Unit);
        let (hasher, of) = (Hasher::default(), TypeId::of::<()>);
        let handles = [&KEPT, &LEFT].map(|descriptor| {
            let linked = Linked::new(descriptor, of, |_, _| Ok(()));
            Handle::new(linked.into(), Origin::Program, 0, &hasher)
        });
        let registry = Registry::new(Snapshot::first(handles.to_vec(), Vec::new(), hasher), None);
        registry.invalidate("app", "left").unwrap();
        let looks_aside = |descriptor: &'static ContractDescriptor| {
            let looked = Cell::new(false);
            let wanted = |_: &Definition| {
                looked.set(true);
                false
            };
            let sought = |hasher: &Hasher| hasher.name(descriptor.name());
            let find = |snapshot: Guard<Arc<Snapshot>>| Ok(snapshot.all().len());
            let shared = &registry.shared;
            let found = shared.look_up(Named::from(descriptor), sought, wanted, find);
            assert_eq!(found.unwrap(), 1);
            looked.get()
        };
        assert!(!looks_aside(&KEPT));
        assert!(looks_aside(&LEFT));
    }
}
