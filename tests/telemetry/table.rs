//! Each event has the name, the level, the fields, the counter and the measures that the guide's table says.

use std::sync::LazyLock;

use perimeter::__private::telemetry::{By, Event, Named, Operation, Part, Reason, Watch};
use perimeter::{Contract, Violation, Violations, Zone, accept};
use tracing::Level;

use super::meter::{Given, Meter, Sort};
use super::spy::{Spy, Told};
use super::{FAULTY, Order};

const ORDER: Named<'_> = Named {
    module: "shop::api",
    name: "order",
};

static REPORT: LazyLock<Violations> = LazyLock::new(|| accept::<Order>(FAULTY).unwrap_err());

/// A report of something else than a contract of the program.
static OTHER: LazyLock<Violations> =
    LazyLock::new(|| Violations::one(Violation::new("minimum", "is too small").at("/a/0/\u{1b}")));

/// What an event is to be.
struct Expected {
    name: &'static str,
    level: &'static str,
    /// Besides the duration.
    fields: &'static [(&'static str, &'static str)],
    labels: &'static [&'static str],
    /// Besides the duration.
    measures: &'static [(Sort, &'static str, f64)],
    lasts: bool,
}

/// Tells an event that is made of a watch which runs, and holds both outputs to what is expected.
fn assert_told(operation: Operation, event: impl Fn(Watch) -> Event<'static>, expected: &Expected) {
    // Made before anybody listens.
    LazyLock::force(&REPORT);
    let tell = || event(Watch::start(operation)).tell();
    let ((), told) = Spy::at(Level::TRACE).listening(tell);
    let ((), given) = Meter::default().recording(tell);

    let [told] = told.as_slice() else {
        panic!("one event, not {told:?}")
    };
    let name = format!("foundation.perimeter.{}", expected.name);
    assert_eq!(told.name, name);
    assert_eq!(told.target, "foundation.perimeter", "{name}");
    assert_eq!(told.level, expected.level, "{name}");
    let (durations, fields): (Vec<_>, Vec<_>) = told
        .fields
        .iter()
        .cloned()
        .partition(|(field, _)| *field == "duration");
    // Most subscribers show no names: the message is that of the event.
    let wanted = [("message", expected.name)];
    let wanted = wanted.iter().chain(expected.fields);
    let wanted: Vec<_> = wanted.map(|(name, value)| (*name, (*value).to_owned())).collect();
    assert_eq!(fields, wanted, "{name}");
    let durations: Vec<f64> = durations
        .iter()
        .map(|(_, value)| value.parse().unwrap())
        .collect();
    assert_durations(&durations, expected.lasts, &name);

    let (durations, given): (Vec<_>, Vec<_>) = given
        .into_iter()
        .partition(|given| given.name == format!("{name}.duration"));
    let labels = |sort| match sort {
        Sort::Gauge => Vec::new(),
        _ => expected.labels.iter().map(|label| (*label).to_owned()).collect(),
    };
    let mut wanted: Vec<_> = expected
        .measures
        .iter()
        .map(|(sort, measured, value)| Given {
            sort: *sort,
            name: format!("{name}.{measured}"),
            labels: labels(*sort),
            value: *value,
        })
        .collect();
    wanted.push(Given {
        sort: Sort::Counter,
        name: name.clone(),
        labels: labels(Sort::Counter),
        value: 1.0,
    });
    assert_eq!(given, wanted);
    for duration in &durations {
        assert_eq!(
            (duration.sort, &duration.labels),
            (Sort::Histogram, &labels(Sort::Histogram))
        );
    }
    let durations: Vec<f64> = durations.iter().map(|given| given.value).collect();
    assert_durations(&durations, expected.lasts, &name);
}

/// In seconds, so that no event here takes a whole one.
fn assert_durations(durations: &[f64], lasts: bool, name: &str) {
    assert_eq!(durations.len(), usize::from(lasts), "{name}");
    assert!(
        durations.iter().all(|duration| (0.0..1.0).contains(duration)),
        "{name}"
    );
}

macro_rules! events {
    ($(
        $test:ident: $operation:ident, $level:ident $name:literal, |$watch:pat_param| $event:expr,
        fields [$($field:ident = $value:literal),*], labels [$($label:literal),*],
        measures [$($sort:ident $measured:literal = $number:literal),*], lasts $lasts:literal;
    )+) => {$(
        #[test]
        fn $test() {
            assert_told(Operation::$operation, |$watch| $event, &Expected {
                name: $name,
                level: stringify!($level),
                fields: &[$((stringify!($field), $value)),*],
                labels: &[$($label),*],
                measures: &[$((Sort::$sort, $measured, $number)),*],
                lasts: $lasts,
            });
        }
    )+};
}

events! {
    registered: Change, DEBUG "contract.registered",
        |_| Event::Registered { contract: ORDER, zone: Zone::External, contract_count: 3 },
        fields [module = "shop::api", name = "order", zone = "external", contract_count = "3"],
        labels ["module=shop::api", "name=order", "zone=external"],
        measures [Gauge "contract_count" = 3.0], lasts false;
    registration_failed: Change, WARN "contract.registration_failed",
        |_| Event::RegistrationFailed { contract: ORDER, reason: Reason(&"there is\none") },
        fields [module = "shop::api", name = "order", reason = "there is\\none"],
        labels [], measures [], lasts false;
    cache_hit: LookUp, TRACE "contract.cache_hit",
        |watch| Event::CacheHit { contract: ORDER, watch },
        fields [module = "shop::api", name = "order"],
        labels ["module=shop::api", "name=order"], measures [], lasts true;
    cache_miss_discovered: LookUp, DEBUG "contract.cache_miss_discovered",
        |watch| Event::CacheMissDiscovered { contract: ORDER, watch },
        fields [module = "shop::api", name = "order"],
        labels ["module=shop::api", "name=order"], measures [], lasts true;
    not_found: LookUp, DEBUG "contract.not_found",
        |watch| Event::NotFound { contract: ORDER, watch },
        fields [module = "shop::api", name = "order"],
        labels [], measures [], lasts true;
    listed: Listing, TRACE "contract.listed",
        |watch| Event::Listed { part: Part::Zone(Zone::Core), count: 2, watch },
        fields [zone = "core", count = "2"],
        labels ["zone=core"], measures [Histogram "count" = 2.0], lasts true;
    invalidated: Change, INFO "contract.invalidated",
        |watch| Event::Invalidated { part: Part::Module("shop::api"), count: 2, watch },
        fields [module = "shop::api", count = "2"],
        labels [], measures [Histogram "count" = 2.0], lasts true;
    one_invalidated: Change, INFO "contract.invalidated",
        |watch| Event::Invalidated { part: Part::One(ORDER), count: 1, watch },
        fields [module = "shop::api", name = "order", count = "1"],
        labels [], measures [Histogram "count" = 1.0], lasts true;
    reloaded: Change, INFO "contract.reloaded",
        |watch| Event::Reloaded { part: Part::All, count: 2, watch },
        fields [count = "2"],
        labels [], measures [Histogram "count" = 2.0], lasts true;
    reload_failed: Change, WARN "contract.reload_failed",
        |watch| Event::ReloadFailed { part: Part::All, count: 0, reason: Reason(&"no file"), watch },
        fields [count = "0", reason = "no file"],
        labels [], measures [Histogram "count" = 0.0], lasts true;
    discovery_completed: Discovery, DEBUG "discovery.completed",
        |watch| Event::DiscoveryCompleted { pattern: "shop::**", contracts_found: 4, watch },
        fields [pattern = "shop::**", contracts_found = "4"],
        labels [], measures [Histogram "contracts_found" = 4.0], lasts true;
    discovery_failed: Discovery, WARN "discovery.failed",
        |watch| Event::DiscoveryFailed { pattern: "shop.", contracts_found: 0, reason: Reason(&"malformed"), watch },
        fields [pattern = "shop.", contracts_found = "0", reason = "malformed"],
        labels [], measures [Histogram "contracts_found" = 0.0], lasts true;
    validation_success: Validation, TRACE "validation.success",
        |watch| Event::Succeeded { by: By::Contract(Order::DESCRIPTOR), watch },
        fields [module = "telemetry", name = "order", zone = "external", error_count = "0"],
        labels ["module=telemetry", "name=order", "zone=external"], measures [], lasts true;
    validation_failed: Validation, DEBUG "validation.failed",
        |watch| {
            let violations = Some(&*REPORT);
            Event::Failed { by: By::Contract(Order::DESCRIPTOR), error_count: 6, violations, watch }
        },
        fields [
            module = "telemetry", name = "order", zone = "external", error_count = "6",
            failed = "/email: email; /tags/*: length; /counts/*: range; /password: length; unknown"
        ],
        labels ["module=telemetry", "name=order", "zone=external"],
        measures [Histogram "error_count" = 6.0], lasts true;
    document_success: Validation, TRACE "validation.success",
        |watch| Event::Succeeded { by: By::Document(ORDER, Zone::Core), watch },
        fields [module = "shop::api", name = "order", zone = "core", error_count = "0"],
        labels ["module=shop::api", "name=order", "zone=core"], measures [], lasts true;
    document_failed: Validation, DEBUG "validation.failed",
        |watch| {
            let violations = Some(&*OTHER);
            Event::Failed { by: By::Document(ORDER, Zone::Core), error_count: 1, violations, watch }
        },
        fields [
            module = "shop::api", name = "order", zone = "core", error_count = "1",
            failed = "/a/*/\\u{1b}: minimum"
        ],
        labels ["module=shop::api", "name=order", "zone=core"],
        measures [Histogram "error_count" = 1.0], lasts true;
}

/// A long text of a caller's is cut, and does not make a line of its own.
#[test]
fn what_a_caller_asks_for_is_told_in_short() {
    let name = "n".repeat(100_000);
    let contract = Named {
        module: "",
        name: &name,
    };
    let ((), told) = Spy::at(Level::TRACE).listening(|| {
        let watch = Watch::start(Operation::LookUp);
        Event::NotFound { contract, watch }.tell();
        let reason = Reason(&name);
        Event::RegistrationFailed { contract, reason }.tell();
    });
    assert!(told.iter().all(|told| told.field("name").unwrap().len() == 256));
    assert_eq!(
        told.last().and_then(|told| told.field("reason")).map(str::len),
        Some(1024 + "…".len())
    );
}

/// An end that the subscriber does not want is not told, though the operation was measured for another one.
#[test]
fn a_subscriber_has_the_events_of_its_level() {
    for (level, names) in [
        (Level::TRACE, &["success", "failed"][..]),
        (Level::DEBUG, &["failed"]),
        (Level::INFO, &[]),
    ] {
        let ((), told) = Spy::at(level).listening(|| {
            let _ = accept::<Order>(super::SOUND);
            let _ = accept::<Order>(FAULTY);
        });
        let told: Vec<_> = told.iter().filter_map(name).collect();
        assert_eq!(told, names, "{level}");
    }
}

fn name(told: &Told) -> Option<&str> {
    told.name.rsplit('.').next()
}
