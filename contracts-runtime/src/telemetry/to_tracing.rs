//! Events as `tracing` knows them: of the target `foundation.perimeter`, with a name and typed fields.

use tracing::level_filters::{LevelFilter, STATIC_MAX_LEVEL};
use tracing::{Level, enabled, event};

use super::event::{By, Event, Named, Part};
use super::failed::{Failed, brief, printable};
use super::{Operation, TARGET};
use crate::zone::Zone;

/// Whether the loudest level is on at which such operations end: a comparison, without asking anybody.
#[inline]
pub(super) fn may_listen(operation: Operation) -> bool {
    let loudest = match operation {
        Operation::Validation | Operation::LookUp => Level::DEBUG,
        Operation::Listing => Level::TRACE,
        Operation::Change | Operation::Discovery => Level::WARN,
    };
    loudest <= STATIC_MAX_LEVEL && loudest <= LevelFilter::current()
}

/// Whether a subscriber would have one of the events that such operations end with. It keeps its answer, so that it is
/// asked once, unless it wants to be asked each time.
pub(super) fn listens(operation: Operation) -> bool {
    let trace = || enabled!(target: TARGET, Level::TRACE);
    let debug = || enabled!(target: TARGET, Level::DEBUG);
    let info = || enabled!(target: TARGET, Level::INFO);
    let warn = || enabled!(target: TARGET, Level::WARN);
    match operation {
        Operation::Validation | Operation::LookUp => debug() || trace(),
        Operation::Listing => trace(),
        Operation::Change => info() || warn(),
        Operation::Discovery => debug() || warn(),
    }
}

/// An event of ours. Its message is its name without the target, since most subscribers show no names.
macro_rules! told {
    ($level:ident, $name:literal, $($fields:tt)*) => {
        event!(name: named!($name), target: TARGET, Level::$level, $($fields)* $name)
    };
}

/// Tells a subscriber. Fields are made if it wants the event.
#[allow(
    clippy::too_many_lines,
    reason = "an arm for each event, as the guide's table has a line"
)]
pub(super) fn tell(event: &Event<'_>, seconds: &dyn Fn() -> f64) {
    match *event {
        Event::Registered {
            contract: Named { module, name },
            zone,
            contract_count,
        } => told!(
            DEBUG,
            "contract.registered",
            module = brief(module),
            name = brief(name),
            zone = zone.as_str(),
            contract_count,
        ),
        Event::RegistrationFailed {
            contract: Named { module, name },
            reason,
        } => told!(
            WARN,
            "contract.registration_failed",
            module = brief(module),
            name = brief(name),
            reason = printable(&reason.0),
        ),
        Event::CacheHit {
            contract: Named { module, name },
            ..
        } => told!(
            TRACE,
            "contract.cache_hit",
            module = brief(module),
            name = brief(name),
            duration = seconds(),
        ),
        Event::CacheMissDiscovered {
            contract: Named { module, name },
            ..
        } => told!(
            DEBUG,
            "contract.cache_miss_discovered",
            module = brief(module),
            name = brief(name),
            duration = seconds(),
        ),
        Event::NotFound {
            contract: Named { module, name },
            ..
        } => told!(
            DEBUG,
            "contract.not_found",
            module = brief(module),
            name = brief(name),
            duration = seconds(),
        ),
        Event::Listed { part, count, .. } => {
            let Said { zone, module, name } = Said::of(part);
            told!(
                TRACE,
                "contract.listed",
                zone,
                module,
                name,
                count,
                duration = seconds(),
            );
        }
        Event::Invalidated { part, count, .. } => {
            let Said { zone, module, name } = Said::of(part);
            told!(
                INFO,
                "contract.invalidated",
                zone,
                module,
                name,
                count,
                duration = seconds(),
            );
        }
        Event::Reloaded { part, count, .. } => {
            let Said { zone, module, name } = Said::of(part);
            told!(
                INFO,
                "contract.reloaded",
                zone,
                module,
                name,
                count,
                duration = seconds(),
            );
        }
        Event::ReloadFailed {
            part, count, reason, ..
        } => {
            let Said { zone, module, name } = Said::of(part);
            told!(
                WARN,
                "contract.reload_failed",
                zone,
                module,
                name,
                count,
                reason = printable(&reason.0),
                duration = seconds(),
            );
        }
        Event::DiscoveryCompleted {
            pattern,
            contracts_found,
            ..
        } => told!(
            DEBUG,
            "discovery.completed",
            pattern = brief(pattern),
            contracts_found,
            duration = seconds(),
        ),
        Event::DiscoveryFailed {
            pattern,
            contracts_found,
            reason,
            ..
        } => told!(
            WARN,
            "discovery.failed",
            pattern = brief(pattern),
            contracts_found,
            reason = printable(&reason.0),
            duration = seconds(),
        ),
        Event::Succeeded { by, .. } => {
            let (Named { module, name }, zone) = checked(by);
            told!(
                TRACE,
                "validation.success",
                module = brief(module),
                name = brief(name),
                zone = zone.as_str(),
                error_count = 0_u64,
                duration = seconds(),
            );
        }
        Event::Failed {
            by,
            error_count,
            violations,
            ..
        } => {
            let (Named { module, name }, zone) = checked(by);
            told!(
                DEBUG,
                "validation.failed",
                module = brief(module),
                name = brief(name),
                zone = zone.as_str(),
                error_count,
                failed = tracing::field::display(Failed(violations)),
                duration = seconds(),
            );
        }
    }
}

fn checked(by: By<'_>) -> (Named<'_>, Zone) {
    match by {
        By::Contract(contract) => (contract.into(), contract.zone()),
        By::Document(named, zone) => (named, zone),
    }
}

/// What is said of a part of a registry. A field without a value is left out.
struct Said<'a> {
    zone: Option<&'static str>,
    module: Option<&'a str>,
    name: Option<&'a str>,
}

impl<'a> Said<'a> {
    fn of(part: Part<'a>) -> Self {
        let (zone, module, name) = match part {
            Part::All => (None, None, None),
            Part::Zone(zone) => (Some(zone.as_str()), None, None),
            Part::Module(module) => (None, Some(brief(module)), None),
            Part::One(Named { module, name }) => (None, Some(brief(module)), Some(brief(name))),
        };
        Said { zone, module, name }
    }
}
