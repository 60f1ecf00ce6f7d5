//! A subscriber that keeps what it is told.

use std::fmt::{self, Write as _};
use std::sync::{Arc, LazyLock, Mutex};

use tracing::field::{Field, Visit};
use tracing::level_filters::LevelFilter;
use tracing::span::{Attributes, Id, Record};
use tracing::{Dispatch, Event, Level, Metadata, Subscriber};

/// An event as a subscriber sees it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Told {
    pub(crate) name: String,
    pub(crate) target: String,
    pub(crate) level: String,
    /// In the order of declaration; each as text.
    pub(crate) fields: Vec<(&'static str, String)>,
}

impl Told {
    #[allow(dead_code, reason = "not every test does")]
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        let found = self.fields.iter().find(|(field, _)| *field == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// What it does with an event.
pub(crate) type Hear = dyn Fn(&Told) + Send + Sync;

#[derive(Clone)]
pub(crate) struct Spy {
    told: Arc<Mutex<Vec<Told>>>,
    level: LevelFilter,
    hear: Arc<Hear>,
}

/// While there is but one subscriber, a thread that has none of its own and comes to a call site first has it say "never"
/// to all: `tracing` takes that one for the default of every thread. So there are always more.
static OTHERS: LazyLock<[Dispatch; 2]> = LazyLock::new(|| {
    [(); 2].map(|()| {
        Dispatch::new(Spy {
            told: Arc::default(),
            level: LevelFilter::OFF,
            hear: Arc::new(|_| {}),
        })
    })
});

impl Spy {
    /// One that wants events up to this level, and keeps them.
    pub(crate) fn at(level: Level) -> Self {
        Spy {
            told: Arc::default(),
            level: level.into(),
            hear: Arc::new(|_| {}),
        }
    }

    /// The same that does something with each.
    #[allow(dead_code, reason = "not every test does")]
    pub(crate) fn hearing(self, hear: impl Fn(&Told) + Send + Sync + 'static) -> Self {
        Spy {
            hear: Arc::new(hear),
            ..self
        }
    }

    /// What it has heard.
    #[allow(dead_code, reason = "not every test does")]
    pub(crate) fn told(&self) -> Vec<Told> {
        self.told.lock().unwrap().clone()
    }

    /// What it hears while this runs, which is taken from it.
    #[allow(dead_code, reason = "not every test does")]
    pub(crate) fn listening<T>(&self, run: impl FnOnce() -> T) -> (T, Vec<Told>) {
        LazyLock::force(&OTHERS);
        let value = tracing::subscriber::with_default(self.clone(), run);
        (value, std::mem::take(&mut *self.told.lock().unwrap()))
    }
}

impl Subscriber for Spy {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() <= self.level
    }

    fn max_level_hint(&self) -> Option<LevelFilter> {
        Some(self.level)
    }

    fn event(&self, event: &Event<'_>) {
        let metadata = event.metadata();
        let mut told = Told {
            name: metadata.name().to_owned(),
            target: metadata.target().to_owned(),
            level: metadata.level().to_string(),
            fields: Vec::new(),
        };
        event.record(&mut Fields(&mut told));
        self.told.lock().unwrap().push(told.clone());
        (self.hear)(&told);
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

struct Fields<'a>(&'a mut Told);

impl Visit for Fields<'_> {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.fields.push((field.name(), value.to_owned()));
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        let mut text = String::new();
        write!(text, "{value:?}").unwrap();
        self.0.fields.push((field.name(), text));
    }
}
