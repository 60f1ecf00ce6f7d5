//! Registries of contracts that are registered one by one.

#![expect(
    clippy::unwrap_used,
    reason = "the configuration allows them in tests, but not in the functions beside them"
)]
#![expect(
    clippy::result_large_err,
    reason = "the report is the runtime's, and so is its size"
)]

mod build;
mod discover;
mod fixture;
mod look_up;
mod order;
