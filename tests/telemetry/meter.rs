//! A recorder that keeps what it is given.

use std::sync::{Arc, Mutex};

use metrics::{
    Counter, CounterFn, Gauge, GaugeFn, Histogram, HistogramFn, Key, KeyName, Metadata, Recorder,
    SharedString, Unit,
};

/// One number that was given.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Given {
    pub(crate) sort: Sort,
    pub(crate) name: String,
    /// `name=value`, in their order.
    pub(crate) labels: Vec<String>,
    pub(crate) value: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Sort {
    Counter,
    Gauge,
    Histogram,
}

#[derive(Default, Clone)]
pub(crate) struct Meter(Arc<Mutex<Vec<Given>>>);

impl Meter {
    /// What it is given while this runs, which is taken from it.
    pub(crate) fn recording<T>(&self, run: impl FnOnce() -> T) -> (T, Vec<Given>) {
        let value = metrics::with_local_recorder(self, run);
        (value, std::mem::take(&mut *self.0.lock().unwrap()))
    }

    fn handle(&self, sort: Sort, key: &Key) -> Arc<Handle> {
        Arc::new(Handle {
            to: self.clone(),
            given: Given {
                sort,
                name: key.name().to_owned(),
                labels: key
                    .labels()
                    .map(|label| format!("{}={}", label.key(), label.value()))
                    .collect(),
                value: 0.0,
            },
        })
    }
}

struct Handle {
    to: Meter,
    given: Given,
}

impl Handle {
    fn give(&self, value: f64) {
        let given = Given {
            value,
            ..self.given.clone()
        };
        self.to.0.lock().unwrap().push(given);
    }
}

impl CounterFn for Handle {
    fn increment(&self, value: u64) {
        assert_eq!(value, 1, "events happen one by one");
        self.give(1.0);
    }

    fn absolute(&self, _: u64) {
        unreachable!("we count");
    }
}

impl GaugeFn for Handle {
    fn increment(&self, _: f64) {
        unreachable!("we set");
    }

    fn decrement(&self, _: f64) {
        unreachable!("we set");
    }

    fn set(&self, value: f64) {
        self.give(value);
    }
}

impl HistogramFn for Handle {
    fn record(&self, value: f64) {
        self.give(value);
    }
}

impl Recorder for Meter {
    fn describe_counter(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn describe_gauge(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn describe_histogram(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn register_counter(&self, key: &Key, _: &Metadata<'_>) -> Counter {
        Counter::from_arc(self.handle(Sort::Counter, key))
    }

    fn register_gauge(&self, key: &Key, _: &Metadata<'_>) -> Gauge {
        Gauge::from_arc(self.handle(Sort::Gauge, key))
    }

    fn register_histogram(&self, key: &Key, _: &Metadata<'_>) -> Histogram {
        Histogram::from_arc(self.handle(Sort::Histogram, key))
    }
}
