//! The events, as typed data. The guide's chapter on telemetry has the table.

use std::fmt;

use super::Watch;
use crate::descriptor::ContractDescriptor;
use crate::violation::Violations;
use crate::zone::Zone;

/// What a contract is looked up by, whether or not there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named<'a> {
    /// The path of its module; empty where it was not said.
    pub module: &'a str,
    /// Its name.
    pub name: &'a str,
}

impl From<&ContractDescriptor> for Named<'static> {
    fn from(contract: &ContractDescriptor) -> Self {
        Named {
            module: contract.module(),
            name: contract.name(),
        }
    }
}

/// A part of a registry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// All of it.
    All,
    /// The contracts of a zone.
    Zone(Zone),
    /// The contracts of a module.
    Module(&'a str),
    /// One contract.
    One(Named<'a>),
}

/// What a value was checked by.
#[derive(Debug, Clone, Copy)]
pub enum By<'a> {
    /// A contract of the program.
    Contract(&'static ContractDescriptor),
    /// A contract that came to the program as a document.
    Document(Named<'a>, Zone),
}

/// Why something failed. The text is made when somebody listens.
#[derive(Clone, Copy)]
pub struct Reason<'a>(pub &'a dyn fmt::Display);

impl fmt::Debug for Reason<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Something that happened. Made of borrowed data, so that it costs nothing to make; [`tell`](Self::tell) tells it.
///
/// An event with a watch is told only if somebody listened when that was started.
#[derive(Debug, Clone, Copy)]
pub enum Event<'a> {
    /// `contract.registered`.
    Registered {
        /// The contract.
        contract: Named<'a>,
        /// Its zone.
        zone: Zone,
        /// How many contracts the registry has now.
        contract_count: usize,
    },
    /// `contract.registration_failed`.
    RegistrationFailed {
        /// The contract.
        contract: Named<'a>,
        /// Why it is not registered.
        reason: Reason<'a>,
    },
    /// `contract.cache_hit`: a look-up found what the registry has.
    CacheHit {
        /// What was looked up.
        contract: Named<'a>,
        /// Running since the look-up began.
        watch: Watch,
    },
    /// `contract.cache_miss_discovered`: a look-up had to have it discovered first.
    CacheMissDiscovered {
        /// What was looked up.
        contract: Named<'a>,
        /// Running since the look-up began.
        watch: Watch,
    },
    /// `contract.not_found`.
    NotFound {
        /// What was looked up.
        contract: Named<'a>,
        /// Running since the look-up began.
        watch: Watch,
    },
    /// `contract.listed`.
    Listed {
        /// What was listed.
        part: Part<'a>,
        /// How many contracts that was.
        count: usize,
        /// Running since listing began.
        watch: Watch,
    },
    /// `contract.invalidated`.
    Invalidated {
        /// What was invalidated.
        part: Part<'a>,
        /// How many contracts that was.
        count: usize,
        /// Running since the change began.
        watch: Watch,
    },
    /// `contract.reloaded`.
    Reloaded {
        /// What was reloaded.
        part: Part<'a>,
        /// How many contracts that was.
        count: usize,
        /// Running since the change began.
        watch: Watch,
    },
    /// `contract.reload_failed`: what was there before still is.
    ReloadFailed {
        /// What was to be reloaded.
        part: Part<'a>,
        /// How many contracts were kept as they were.
        count: usize,
        /// Why.
        reason: Reason<'a>,
        /// Running since the change began.
        watch: Watch,
    },
    /// `discovery.completed`.
    DiscoveryCompleted {
        /// The pattern of modules.
        pattern: &'a str,
        /// How many contracts it has found.
        contracts_found: usize,
        /// Running since discovery began.
        watch: Watch,
    },
    /// `discovery.failed`.
    DiscoveryFailed {
        /// The pattern of modules.
        pattern: &'a str,
        /// How many contracts were found before.
        contracts_found: usize,
        /// Why.
        reason: Reason<'a>,
        /// Running since discovery began.
        watch: Watch,
    },
    /// `validation.success`: a value has no error.
    Succeeded {
        /// What it was checked by.
        by: By<'a>,
        /// Running since checking began.
        watch: Watch,
    },
    /// `validation.failed`: a value has errors, whether or not it is admitted all the same.
    Failed {
        /// What it was checked by.
        by: By<'a>,
        /// How many errors there are.
        error_count: usize,
        /// Those that are told. Places are told in the words of the contract that the report is of.
        violations: Option<&'a Violations>,
        /// Running since checking began.
        watch: Watch,
    },
}

#[cfg(not(any(feature = "metrics", feature = "tracing")))]
impl Event<'_> {
    /// Tells nobody: no output is compiled in.
    #[inline]
    pub fn tell(&self) {
        let _ = self;
    }
}

#[cfg(any(feature = "metrics", feature = "tracing"))]
mod told {
    use std::cell::LazyCell;

    use super::super::guarded::guarded;
    use super::Event;
    use crate::telemetry::Watch;

    impl Event<'_> {
        /// Tells it to whoever listens. A listener that panics is caught, and changes nothing for the caller or for
        /// other listeners; what happens while one listens is not told, so that none can listen to itself.
        #[inline]
        pub fn tell(&self) {
            if self.watch().is_none_or(Watch::is_running) {
                self.spread();
            }
        }

        #[inline(never)]
        fn spread(&self) {
            // The same for all outputs, and read if one of them asks.
            let seconds = LazyCell::new(|| self.watch().map_or(0.0, Watch::seconds));
            #[cfg(feature = "tracing")]
            guarded(|| super::super::to_tracing::tell(self, &|| *seconds));
            #[cfg(feature = "metrics")]
            guarded(|| super::super::to_metrics::tell(self, &|| *seconds));
        }

        /// What measures it; none of what takes no time.
        fn watch(&self) -> Option<Watch> {
            match self {
                Event::Registered { .. } | Event::RegistrationFailed { .. } => None,
                Event::CacheHit { watch, .. }
                | Event::CacheMissDiscovered { watch, .. }
                | Event::NotFound { watch, .. }
                | Event::Listed { watch, .. }
                | Event::Invalidated { watch, .. }
                | Event::Reloaded { watch, .. }
                | Event::ReloadFailed { watch, .. }
                | Event::DiscoveryCompleted { watch, .. }
                | Event::DiscoveryFailed { watch, .. }
                | Event::Succeeded { watch, .. }
                | Event::Failed { watch, .. } => Some(*watch),
            }
        }
    }
}
