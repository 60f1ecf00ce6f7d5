//! The JSON Schema of a contract accepts what the contract accepts, apart from exclusions that are listed.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    clippy::option_option,
    clippy::panic,
    clippy::result_large_err,
    clippy::trivially_copy_pass_by_ref,
    clippy::unwrap_used,
    dead_code,
    unreachable_pub,
    reason = "a test over fixed inputs; the types are only shown"
)]

mod across;
mod agreement;
#[path = "../differential/cases.rs"]
mod cases;
mod content_hash;
mod contracts;
#[path = "../../examples/webhooks/events/mod.rs"]
mod events;
mod formats;
#[path = "../differential/generator.rs"]
mod generator;
mod meta;
#[path = "../../examples/webhooks/objects/mod.rs"]
mod objects;
mod own;
#[path = "../../examples/quickstart.rs"]
mod quickstart;
mod rules;
mod shapes;
#[path = "../differential/shared.rs"]
mod shared;
mod snapshot;
#[path = "../differential/twins.rs"]
mod twins;
mod verdicts;
