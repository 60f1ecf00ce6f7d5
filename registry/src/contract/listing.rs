//! What a registry has: its contracts as lists, and in numbers.

use std::sync::Arc;

use contracts_runtime::Zone;
use contracts_runtime::private::telemetry::{Event, Operation, Part, Reason, Watch};
use contracts_runtime::schema::{self, Schema};

use super::pattern::Pattern;
use super::snapshot::Snapshot;
use super::{Conflict, Contracts, Handle, Registry};
use crate::error::Error;
use crate::stats::{Latency, Stats};

impl Registry {
    /// All contracts, in order of module, name and version.
    ///
    /// A module comes right before those inside it. Versions are compared between their dots, numbers as numbers.
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// let registry = Registry::builder()
    ///     .contract::<Payment>()
    ///     .contract::<Order>()
    ///     .build()?;
    /// let contracts = registry.list();
    /// let names: Vec<_> = contracts.iter().map(|contract| contract.name()).collect();
    /// assert_eq!(names, ["order", "payment"]);
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    #[must_use]
    pub fn list(&self) -> Contracts {
        Contracts::all(self.shared.listed(Part::All, |snapshot| snapshot.all().len()))
    }

    /// The contracts of a zone, in order of module, name and version.
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// use contracts_runtime::Zone;
    ///
    /// let registry = Registry::builder()
    ///     .contract::<Order>()
    ///     .contract::<Payment>()
    ///     .build()?;
    /// assert_eq!(*registry.in_zone(Zone::External), [registry.named("order")?.clone()]);
    /// assert!(registry.in_zone(Zone::Strategic).is_empty());
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    #[must_use]
    pub fn in_zone(&self, zone: Zone) -> Contracts {
        let count = |snapshot: &Snapshot| snapshot.in_zone(zone).len();
        Contracts::of_zone(self.shared.listed(Part::Zone(zone), count), zone)
    }

    /// The contracts of all modules that a pattern matches, in order of module, name and version.
    ///
    /// | pattern | matches |
    /// |---|---|
    /// | `app::api` | the module |
    /// | `app::*` | the modules directly inside it, not itself; a `*` may stand for any segment |
    /// | `app::**` | the module and all that are inside it, however deep; `**` is the last segment |
    ///
    /// A segment is a name as `module_path!()` gives it. It is no error if nothing matches.
    ///
    /// # Errors
    ///
    /// [`Kind::Pattern`](crate::Kind::Pattern) if the pattern is none of these: where, and what to write instead.
    ///
    /// # Example
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// let registry = Registry::builder()
    ///     .contract::<Order>() // in `shop::api`
    ///     .contract::<Payment>() // in `shop::billing::card`
    ///     .build()?;
    /// assert_eq!(registry.discover("shop::**")?.len(), 2);
    /// assert_eq!(registry.discover("shop::*")?.len(), 1);
    /// assert_eq!(registry.discover("shop::billing")?.len(), 0);
    /// assert_eq!(
    ///     registry.discover("shop.api").unwrap_err().to_string(),
    ///     "the pattern `shop.api` is malformed at byte 4: write `::` between segments",
    /// );
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    pub fn discover(&self, pattern: &str) -> Result<Vec<Handle>, Error> {
        let watch = Watch::start(Operation::Discovery);
        let parsed = match Pattern::parse(pattern).map_err(|flaw| Error::pattern(pattern, flaw)) {
            Ok(parsed) => parsed,
            Err(error) => {
                let (reason, contracts_found) = (Reason(&error), 0);
                Event::DiscoveryFailed {
                    pattern,
                    contracts_found,
                    reason,
                    watch,
                }
                .tell();
                return Err(error);
            }
        };
        let found: Vec<Handle> = self.shared.whole().matching(parsed).cloned().collect();
        let contracts_found = found.len();
        Event::DiscoveryCompleted {
            pattern,
            contracts_found,
            watch,
        }
        .tell();
        Ok(found)
    }

    /// All contracts of types as one JSON Schema document: a definition below `$defs` for each, called by module, name and
    /// version, as in `#/$defs/shop.api.order@1`.
    ///
    /// It is made anew with each call; see [`schema::all`](contracts_runtime::schema::all).
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// let registry = Registry::builder().contract::<Order>().contract::<Payment>().build()?;
    /// let text = registry.schema().to_string();
    /// assert!(text.contains("\"shop.api.order@1\": {") && text.contains("\"shop.billing.card.payment@1\": {"));
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    #[must_use]
    pub fn schema(&self) -> Schema {
        schema::all(self.list().iter().filter_map(Handle::descriptor))
    }

    /// The contracts that contend for one module, name and version, and are left out for that.
    ///
    /// There are some only in a [default](Self#the-default) registry; the others are not built. One goes when a contract
    /// is put [in the place](Self::replace) of those that contend.
    ///
    /// ```
    /// use contracts_registry::Registry;
    ///
    /// assert_eq!(Registry::global().conflicts(), []);
    /// ```
    #[must_use]
    pub fn conflicts(&self) -> Vec<Conflict> {
        self.shared.published.load().conflicts().to_vec()
    }

    /// How often the registry has changed.
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::{Definition, Registry};
    /// let registry = Registry::builder().build()?;
    /// assert_eq!(registry.revision(), 0);
    /// registry.register(Definition::of::<Order>())?;
    /// assert_eq!(registry.revision(), 1);
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.shared.published.load().revision()
    }

    /// What the registry has, and how it was asked.
    ///
    /// Look-ups by module and name, by name, by version and by type are counted; lists and discovery are not. What each
    /// contract accepts and rejects is counted [with it](Handle::counts).
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// use contracts_runtime::Zone;
    ///
    /// let registry = Registry::builder().contract::<Order>().build()?;
    /// let _ = registry.named("order");
    /// let _ = registry.named("ordre");
    ///
    /// let stats = registry.stats();
    /// assert_eq!((stats.contracts, stats.in_zone(Zone::External)), (1, 1));
    /// assert_eq!((stats.asked.hits, stats.asked.not_found), (1, 1));
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    #[must_use]
    pub fn stats(&self) -> Stats {
        let shared = &*self.shared;
        let snapshot = shared.published.load();
        let is_first = Arc::ptr_eq(&shared.initial, &snapshot);
        let initial = (!is_first).then(|| shared.initial.memory(Some(&snapshot)));
        Stats {
            contracts: snapshot.all().len(),
            zones: Zone::ALL.map(|zone| snapshot.in_zone(zone).len()),
            asked: shared.counters.totals(),
            revision: snapshot.revision(),
            bytes: snapshot.memory(None)
                + initial.unwrap_or(0)
                + shared.counters.bytes()
                + shared.latency.as_ref().map_or(0, Latency::bytes),
            latency: shared.latency.as_ref().and_then(Latency::quantiles),
        }
    }
}
