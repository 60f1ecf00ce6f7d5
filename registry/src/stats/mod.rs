//! Counting that costs next to nothing: what contracts accept and reject and why, what a registry is asked for, and how
//! long that takes.
//!
//! Threads count in shards of their own, each in cache lines of its own, so that two threads which count the same do not
//! wait for each other. What is read is the sum of the shards at about one time: each count is in it or will be in the
//! next, none is in it twice.

mod counters;
mod latency;
mod shards;
mod sums;
mod tally;

pub use counters::{Count, Counters, Totals};
pub use latency::{Latency, Quantiles};
pub use sums::Stats;
pub use tally::{Counts, Rejections, Tally};
