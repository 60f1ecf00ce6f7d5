//! Work that goes on beside a registry: a thread for each job, which is started again when it panics.
//!
//! A job shares nothing with readers but the state that is published, and publishes whole states only: whatever happens
//! to it, the data of the registry is sound.

mod backoff;
mod job;
mod signal;
mod supervisor;

pub(crate) use backoff::Backoff;
pub use job::{Job, JobState};
pub(crate) use signal::{Signal, Woken};
pub(crate) use supervisor::{Background, Restarted};

#[cfg(test)]
mod tests;
