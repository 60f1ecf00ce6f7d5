//! The registry of contracts.

mod builder;
mod conflict;
mod handle;
mod key;
mod nearest;
mod pattern;
mod registry;
mod snapshot;
mod typed;

pub use builder::Builder;
pub use conflict::Conflict;
pub use handle::Handle;
pub(crate) use key::Key;
pub(crate) use pattern::Flaw;
pub use registry::Registry;
pub use typed::Typed;
