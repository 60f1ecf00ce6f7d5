//! Senders that mean harm: bounded time, bounded memory, no panic, and a report all the same.

#![allow(
    clippy::cast_possible_truncation,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::match_same_arms,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    clippy::naive_bytecount,
    clippy::option_option,
    clippy::panic,
    clippy::ptr_arg,
    clippy::ref_option,
    clippy::result_large_err,
    clippy::trivially_copy_pass_by_ref,
    clippy::unnecessary_wraps,
    clippy::unwrap_used,
    dead_code,
    unreachable_pub,
    reason = "a test over fixed inputs; the types are only read"
)]

mod agreement;
mod bounds;
#[path = "../differential/cases.rs"]
mod cases;
mod contracts;
mod damage;
mod faults;
#[path = "../differential/generator.rs"]
mod generator;
mod growth;
mod hull;
mod naughty;
mod nesting;
mod numbers;
mod panics;
#[path = "../positions/places.rs"]
mod places;
mod secrets;
#[path = "../differential/shared.rs"]
mod shared;
mod twins;
mod verdict;
mod ways_agree;
