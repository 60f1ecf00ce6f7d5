//! Registries of contracts that are registered one by one.

#![expect(
    clippy::unwrap_used,
    reason = "the configuration allows them in tests, but not in the functions beside them"
)]
mod build;
mod counted;
mod discover;
mod fixture;
mod look_up;
mod order;
