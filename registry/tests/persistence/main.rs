//! Documents that are registered at run time, and are there again after a restart.

#![expect(
    clippy::indexing_slicing,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "the configuration allows them in tests, but not in the functions beside them"
)]
#[path = "../registry/fixture.rs"]
#[expect(dead_code, reason = "the tests of look-ups need more of it")]
mod fixture;
mod killed;
mod model;
mod refused;
mod reopened;
