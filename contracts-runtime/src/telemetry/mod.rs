//! What happens, told to whoever listens: to `tracing` with the feature of that name, to `metrics` likewise.
//!
//! An event is borrowed data until an output that somebody listens to makes fields or labels of it. The clock is read
//! in [`Watch`] and nowhere else here, and only once somebody has said to listen. Without the features a watch has no
//! size, and telling is an empty function.
//!
//! Nothing that a sender wrote is in an event about a value: places are patterns in the contract's own names.

/// The full name of an event, or of something that is measured with it.
#[cfg(any(feature = "metrics", feature = "tracing"))]
macro_rules! named {
    ($name:literal) => {
        concat!("foundation.perimeter.", $name)
    };
    ($name:literal, $measured:literal) => {
        concat!("foundation.perimeter.", $name, ".", $measured)
    };
}

mod event;
#[cfg(feature = "tracing")]
mod failed;
#[cfg(any(feature = "metrics", feature = "tracing"))]
mod guarded;
#[cfg(feature = "metrics")]
mod to_metrics;
#[cfg(feature = "tracing")]
mod to_tracing;
mod watch;

pub use event::{By, Event, Named, Part, Reason};
pub use watch::{Operation, Watch};

/// What the events belong to: the target of filters.
#[cfg(any(feature = "metrics", feature = "tracing"))]
const TARGET: &str = "foundation.perimeter";
