//! Listeners that are installed for the whole program hear of every thread, also a recorder that has no size.

#![allow(clippy::unwrap_used, reason = "a test over fixed inputs")]

#[path = "telemetry/spy.rs"]
mod spy;

use std::sync::Mutex;

use metrics::{Counter, Gauge, Histogram, Key, KeyName, Metadata, Recorder, SharedString, Unit};
use perimeter::batch::{Error, Item, Items};
use perimeter::{accept, external_contract};
use tracing::Level;

use spy::Spy;

#[external_contract]
struct Tag(#[field(length = 1..=3)] String);

static ASKED: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// It keeps what it has in a static.
struct Static;

impl Recorder for Static {
    fn describe_counter(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn describe_gauge(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn describe_histogram(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn register_counter(&self, key: &Key, _: &Metadata<'_>) -> Counter {
        ASKED.lock().unwrap().push(key.name().to_owned());
        Counter::noop()
    }

    fn register_gauge(&self, _: &Key, _: &Metadata<'_>) -> Gauge {
        Gauge::noop()
    }

    fn register_histogram(&self, key: &Key, _: &Metadata<'_>) -> Histogram {
        ASKED.lock().unwrap().push(key.name().to_owned());
        Histogram::noop()
    }
}

#[test]
fn listeners_of_the_program_hear_of_every_thread() {
    // Nobody listens yet.
    assert!(accept::<Tag>("\"tea\"").is_ok_and(|tag| tag.0 == "tea"));
    let spy = Spy::at(Level::TRACE);
    tracing::subscriber::set_global_default(spy.clone()).unwrap();
    metrics::set_global_recorder(Static)
        .map_err(|_| "there is one")
        .unwrap();

    let text = |text: &'static str| std::thread::spawn(move || accept::<Tag>(text).is_ok());
    assert!(text("\"tea\"").join().unwrap());
    assert!(!text("\"long\"").join().unwrap());

    let expected = ["success", "failed"].map(|end| format!("foundation.perimeter.validation.{end}"));
    let names = || -> Vec<_> { spy.told().into_iter().map(|told| told.name).collect() };
    // Its handles do nothing, so that it is asked for them anew each time.
    let asked = [
        "success.duration",
        "success",
        "failed.error_count",
        "failed.duration",
        "failed",
    ];
    let asked = asked.map(|end| format!("foundation.perimeter.validation.{end}"));
    assert_eq!(*ASKED.lock().unwrap(), asked);
    assert_eq!(names(), expected);

    // Items that are checked in parallel are told by the threads that check them.
    let lines = "\"tea\"\n".repeat(100) + &"7\n".repeat(10);
    let check = |item: &Item<'_>| accept::<Tag>(item).is_ok();
    let mut accepted = 0;
    Items::lines(lines.as_bytes())
        .par_try_for_each(check, |_, sound| {
            accepted += usize::from(sound);
            Ok::<_, Error>(())
        })
        .unwrap();
    let names = names();
    let ended = |end: &String| names.iter().filter(|name| *name == end).count();
    assert_eq!(accepted, 100);
    assert_eq!(expected.each_ref().map(ended), [101, 11]);
}
