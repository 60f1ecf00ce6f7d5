//! A listener hears, and can do nothing else.

use std::panic::panic_any;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};

use metrics::{Counter, Gauge, Histogram, Key, KeyName, Metadata, Recorder, SharedString, Unit};
use perimeter::accept;
use tracing::Level;

use super::meter::Meter;
use super::spy::Spy;
use super::{FAULTY, Order, SOUND};

/// Panics are caught, which the hook hears of all the same: it is kept from writing them among the tests' output.
static QUIET: LazyLock<()> = LazyLock::new(|| {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        let ours = info.payload().downcast_ref::<&str>() == Some(&"a listener panics");
        if !ours && !info.payload().is::<Bomb>() {
            hook(info);
        }
    }));
});

/// What panics when it is dropped.
struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("a listener panics");
    }
}

#[test]
fn one_that_panics_changes_no_verdict_and_hears_on() {
    LazyLock::force(&QUIET);
    let spy = Spy::at(Level::TRACE).hearing(|_| panic!("a listener panics"));
    let (accepted, told) = spy.listening(|| {
        assert_eq!(accept::<Order>(FAULTY).unwrap_err().len(), 6);
        accept::<Order>(SOUND)
    });
    assert_eq!(accepted.unwrap().tags, ["a"]);
    assert_eq!(told.len(), 2);
}

#[test]
fn one_that_throws_what_panics_itself_is_caught() {
    LazyLock::force(&QUIET);
    let spy = Spy::at(Level::TRACE).hearing(|_| panic_any(Bomb));
    let (accepted, told) = spy.listening(|| accept::<Order>(SOUND).is_ok());
    assert!(accepted);
    assert_eq!(told.len(), 1);
}

/// The other output is told what the first one panics at.
#[test]
fn one_that_panics_takes_nothing_from_another() {
    LazyLock::force(&QUIET);
    let spy = Spy::at(Level::TRACE).hearing(|_| panic!("a listener panics"));
    let ((_, told), given) = Meter::default().recording(|| spy.listening(|| accept::<Order>(SOUND).is_ok()));
    assert_eq!((told.len(), given.len()), (1, 2));
}

/// A recorder that panics whenever it is asked for anything.
struct Broken;

impl Recorder for Broken {
    fn describe_counter(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn describe_gauge(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn describe_histogram(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn register_counter(&self, _: &Key, _: &Metadata<'_>) -> Counter {
        panic!("a listener panics")
    }

    fn register_gauge(&self, _: &Key, _: &Metadata<'_>) -> Gauge {
        panic!("a listener panics")
    }

    fn register_histogram(&self, _: &Key, _: &Metadata<'_>) -> Histogram {
        panic!("a listener panics")
    }
}

#[test]
fn a_recorder_that_panics_changes_no_verdict() {
    LazyLock::force(&QUIET);
    let broken: Box<dyn Recorder> = Box::new(Broken);
    metrics::with_local_recorder(&broken, || {
        assert!(accept::<Order>(SOUND).is_ok());
        assert_eq!(accept::<Order>(FAULTY).unwrap_err().len(), 6);
    });
    // And it leaves nothing behind.
    let (_, given) = Meter::default().recording(|| accept::<Order>(SOUND).is_ok());
    assert_eq!(given.len(), 2);
}

/// One that validates what it hears would else hear of that, without end.
#[test]
fn one_does_not_hear_itself() {
    let heard = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&heard);
    let spy = Spy::at(Level::TRACE).hearing(move |_| {
        count.fetch_add(1, Ordering::Relaxed);
        assert!(accept::<Order>(SOUND).is_ok());
    });
    let (_, told) = spy.listening(|| accept::<Order>(SOUND).is_ok());
    assert_eq!((told.len(), heard.load(Ordering::Relaxed)), (1, 1));
}
