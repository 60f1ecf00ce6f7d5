//! Counting that costs next to nothing: what contracts accept and reject and why, what a registry is asked for, and how
//! long that takes.
//!
//! Threads take turns at shards, each in cache lines of its own: 64 for what a registry is asked for, 8 for the verdicts on
//! each contract. As long as no more threads have ever counted than there are shards, none slows another one down; when
//! there are more, some share a shard. What is read is the sum of the shards at about one time: each count is in it or will
//! be in the next, none is in it twice.

mod counters;
mod latency;
mod shards;
mod sums;
mod tally;

pub use counters::{Count, Counters, Totals};
pub use latency::{Latency, Quantiles};
pub use sums::Stats;
pub use tally::{Counts, Rejections, Tally};
