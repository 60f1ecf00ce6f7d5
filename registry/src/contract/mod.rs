//! The registry of contracts.

mod asking;
mod builder;
mod change;
mod conflict;
mod definition;
mod found;
mod handle;
mod hash;
mod key;
mod listing;
mod names;
mod nearest;
mod paths;
mod pattern;
mod published;
mod registry;
#[cfg(feature = "reload")]
mod reloading;
mod snapshot;
#[cfg(feature = "persistence")]
mod stored;
mod typed;
mod writing;

pub use builder::Builder;
pub use conflict::Conflict;
pub use definition::Definition;
pub use found::{Contracts, Found};
pub use handle::Handle;
pub(crate) use key::{Key, KeyBuf};
pub(crate) use nearest::Nearest;
pub(crate) use pattern::Flaw;
pub use registry::Registry;
pub use typed::Typed;

#[cfg(feature = "reload")]
pub(crate) use {change::Change, registry::Shared};
