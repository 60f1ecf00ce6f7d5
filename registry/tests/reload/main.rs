//! Folders of documents: read when a registry is built, when it is told to, and when they change.

#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "the configuration allows them in tests, but not in the functions beside them"
)]

mod building;
mod conflicts;
mod fixture;
mod odd_files;
mod reloading;
mod watching;
