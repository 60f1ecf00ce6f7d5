//! Folders of documents that are read anew when they change.
//!
//! A look at the folders finds out what is different by names and stamps, reads that, settles which file has which key,
//! and publishes all of it as one state. Events of the system only say that it is time for a look, and which files to
//! read whatever their stamps say: that they are complete is relied on nowhere.

mod claims;
mod file;
mod folder;
mod known;
mod plan;
mod reloaded;
mod reloader;
mod watch;

pub(crate) use plan::Plan;
pub use reloaded::{ReloadFailure, Reloaded};
pub(crate) use reloader::Reloader;
pub(crate) use watch::{NotifyWatcher, Pace, Watcher, work};

#[cfg(test)]
mod tests;
