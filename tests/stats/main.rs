//! What is counted: every value once, whichever thread counts it, in bounded memory.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test over fixed inputs"
)]

mod counters;
mod latency;
mod tally;
