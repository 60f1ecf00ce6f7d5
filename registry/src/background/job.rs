//! What is told of a job.

use std::fmt;
use std::sync::Arc;

/// Work that a registry does in the background, as it was when it was asked for.
///
/// See [`Registry::jobs`](crate::Registry::jobs).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    pub(super) name: &'static str,
    pub(super) state: JobState,
    pub(super) restarts: u64,
    pub(super) failure: Option<Arc<str>>,
}

/// What a [`Job`] does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum JobState {
    /// It works, or waits for work.
    Running,
    /// It has panicked, and is started again after a while.
    Waiting,
    /// It has come to its end, and its thread with it.
    Ended,
}

impl Job {
    /// The name, which is that of its thread.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name
    }

    /// What it does.
    #[must_use]
    pub fn state(&self) -> JobState {
        self.state
    }

    /// How often it has panicked.
    #[must_use]
    pub fn restarts(&self) -> u64 {
        self.restarts
    }

    /// What the last panic said.
    #[must_use]
    pub fn failure(&self) -> Option<&str> {
        self.failure.as_deref()
    }
}

/// ``the job `watch` is running``, and how often it was started again, if it was.
impl fmt::Display for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = match self.state {
            JobState::Running => "is running",
            JobState::Waiting => "waits to be started again",
            JobState::Ended => "has ended",
        };
        write!(f, "the job `{}` {state}", self.name)?;
        if let Some(failure) = &self.failure {
            let (restarts, failure) = (self.restarts, failure.escape_debug());
            write!(f, ", after {restarts} panics, of which the last said: {failure}")?;
        }
        Ok(())
    }
}
