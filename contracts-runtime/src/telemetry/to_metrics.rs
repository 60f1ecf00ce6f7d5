//! Events as `metrics` knows them: a counter of the event's name, and a histogram for each thing that is measured.
//!
//! Labels are of closed sets only: the contracts that there are, and the zones. What a caller asks for and does not get
//! is no label, nor is a pattern or a reason: each would be a time series of its own, as many as somebody likes.

use metrics::{Key, KeyName, Label, Level, Metadata, Recorder, with_recorder};

use super::TARGET;
use super::event::{By, Event, Named, Part};
use crate::zone::Zone;

/// What recorders are told of all our metrics.
static METADATA: Metadata<'static> = Metadata::new(TARGET, Level::INFO, Some(module_path!()));

/// Whether a recorder is installed. Calls no code of it.
#[inline]
pub(super) fn listens() -> bool {
    with_recorder(is_installed)
}

/// Whether it is one that somebody has installed, and not the one that `metrics` has in its place, which it does not
/// tell.
///
/// That one is a static without a size. A recorder without a size that was installed for the whole program is behind
/// the pointer of a box, which is dangling as it has nothing to point to; so only one without a size that is set as a
/// local recorder, from a variable, is not seen.
fn is_installed(recorder: &dyn Recorder) -> bool {
    let dangling = std::ptr::from_ref(recorder).cast::<()>().addr() == align_of_val(recorder);
    size_of_val(recorder) > 0 || dangling
}

/// Tells the recorder, if there is one. Labels are made for it alone.
#[allow(
    clippy::cast_precision_loss,
    reason = "no count comes near what a float holds"
)]
pub(super) fn tell(event: &Event<'_>, seconds: &dyn Fn() -> f64) {
    with_recorder(|recorder| {
        if is_installed(recorder) {
            record(&Meters(recorder), event, seconds);
        }
    });
}

#[allow(
    clippy::cast_precision_loss,
    reason = "no count comes near what a float holds"
)]
fn record(meters: &Meters<'_>, event: &Event<'_>, seconds: &dyn Fn() -> f64) {
    /// Counts the event and measures what there is.
    macro_rules! told {
        ($name:literal, $labels:expr $(, $measured:literal = $value:expr)*) => {{
            let labels: Vec<Label> = $labels;
            $(meters.measure(named!($name, $measured), labels.clone(), $value);)*
            meters.count(named!($name), labels);
        }};
    }
    match *event {
        Event::Registered {
            contract,
            zone,
            contract_count,
        } => {
            meters.set(
                named!("contract.registered", "contract_count"),
                contract_count as f64,
            );
            let mut labels = named(contract);
            labels.push(of(zone));
            told!("contract.registered", labels);
        }
        Event::RegistrationFailed { .. } => told!("contract.registration_failed", Vec::new()),
        Event::CacheHit { contract, .. } => {
            told!("contract.cache_hit", named(contract), "duration" = seconds());
        }
        Event::CacheMissDiscovered { contract, .. } => told!(
            "contract.cache_miss_discovered",
            named(contract),
            "duration" = seconds()
        ),
        Event::NotFound { .. } => told!("contract.not_found", Vec::new(), "duration" = seconds()),
        Event::Listed { part, count, .. } => told!(
            "contract.listed",
            part_of(part),
            "count" = count as f64,
            "duration" = seconds()
        ),
        Event::Invalidated { part, count, .. } => told!(
            "contract.invalidated",
            part_of(part),
            "count" = count as f64,
            "duration" = seconds()
        ),
        Event::Reloaded { part, count, .. } => told!(
            "contract.reloaded",
            part_of(part),
            "count" = count as f64,
            "duration" = seconds()
        ),
        Event::ReloadFailed { part, count, .. } => told!(
            "contract.reload_failed",
            part_of(part),
            "count" = count as f64,
            "duration" = seconds()
        ),
        Event::DiscoveryCompleted { contracts_found, .. } => told!(
            "discovery.completed",
            Vec::new(),
            "contracts_found" = contracts_found as f64,
            "duration" = seconds()
        ),
        Event::DiscoveryFailed { contracts_found, .. } => told!(
            "discovery.failed",
            Vec::new(),
            "contracts_found" = contracts_found as f64,
            "duration" = seconds()
        ),
        // How many errors a success has is known.
        Event::Succeeded { by, .. } => told!("validation.success", checked_by(by), "duration" = seconds()),
        Event::Failed { by, error_count, .. } => told!(
            "validation.failed",
            checked_by(by),
            "error_count" = error_count as f64,
            "duration" = seconds()
        ),
    }
}

/// A recorder, for our metrics.
struct Meters<'r>(&'r dyn Recorder);

impl Meters<'_> {
    fn count(&self, name: &'static str, labels: Vec<Label>) {
        self.0
            .register_counter(&key(name, labels), &METADATA)
            .increment(1);
    }

    fn measure(&self, name: &'static str, labels: Vec<Label>, value: f64) {
        self.0
            .register_histogram(&key(name, labels), &METADATA)
            .record(value);
    }

    fn set(&self, name: &'static str, value: f64) {
        self.0
            .register_gauge(&key(name, Vec::new()), &METADATA)
            .set(value);
    }
}

fn key(name: &'static str, labels: Vec<Label>) -> Key {
    Key::from_parts(KeyName::from_const_str(name), labels)
}

/// The labels of a contract that a registry has.
fn named(contract: Named<'_>) -> Vec<Label> {
    let Named { module, name } = contract;
    vec![
        Label::new("module", module.to_owned()),
        Label::new("name", name.to_owned()),
    ]
}

/// The labels of what a value was checked by.
fn checked_by(by: By<'_>) -> Vec<Label> {
    match by {
        By::Contract(contract) => vec![
            Label::from_static_parts("module", contract.module()),
            Label::from_static_parts("name", contract.name()),
            of(contract.zone()),
        ],
        By::Document(contract, zone) => {
            let mut labels = named(contract);
            labels.push(of(zone));
            labels
        }
    }
}

/// A module is named by a caller, who may name any.
fn part_of(part: Part<'_>) -> Vec<Label> {
    match part {
        Part::Zone(zone) => vec![of(zone)],
        Part::All | Part::Module(_) | Part::One(_) => Vec::new(),
    }
}

fn of(zone: Zone) -> Label {
    Label::from_static_parts("zone", zone.as_str())
}
