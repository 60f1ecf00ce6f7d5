//! Folders of documents: read when a registry is built, when it is told to, and when they change.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "the configuration allows them in tests, but not in the functions beside them"
)]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test over fixed inputs: what is missing is a failure"
)]

mod building;
mod conflicts;
mod fixture;
mod odd_files;
mod reloading;
mod watching;
