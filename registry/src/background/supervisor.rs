//! Threads that are looked after.

use std::any::Any;
use std::fmt;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::backoff::Waits;
use super::{Backoff, Job, JobState, Signal, Woken};

/// All jobs of a registry. Dropping it stops them, and waits for them for at most [`DROP_WAIT`].
#[derive(Debug, Default)]
pub(crate) struct Background {
    jobs: Vec<Supervised>,
}

/// How long dropping a registry waits for its jobs. One that takes longer ends by itself, when it next looks.
const DROP_WAIT: Duration = Duration::from_secs(2);

/// Who is told that a job has panicked and is to be started again.
#[derive(Clone)]
pub(crate) struct Restarted(pub(crate) Arc<dyn Fn(&Job) + Send + Sync>);

#[derive(Debug)]
struct Supervised {
    control: Arc<Control>,
    thread: JoinHandle<()>,
}

/// What a job and those who look after it share.
#[derive(Debug)]
struct Control {
    signal: Arc<Signal>,
    job: Mutex<Job>,
    ended: Condvar,
}

impl Background {
    /// Starts a job in a thread of that name, of which systems show the first 15 bytes.
    ///
    /// `work` runs until it returns, which it does soon after its signal says to stop. When it panics it is called again,
    /// so it starts from what it can be sure of each time.
    pub(crate) fn start(
        &mut self,
        name: &'static str,
        backoff: Backoff,
        restarted: Vec<Restarted>,
        work: impl FnMut(&Arc<Signal>) + Send + 'static,
    ) -> io::Result<()> {
        let control = Arc::new(Control::new(name));
        let ended = Ended(control.clone());
        let work = move || supervise(&ended.0, backoff, &restarted, work);
        let thread = thread::Builder::new().name(name.to_owned()).spawn(work)?;
        self.jobs.push(Supervised { control, thread });
        Ok(())
    }

    pub(crate) fn jobs(&self) -> Vec<Job> {
        self.jobs.iter().map(|job| job.control.lock().clone()).collect()
    }

    /// Stops all jobs and waits for them, at most for so long. Says whether all have ended.
    ///
    /// A job does not wait for itself: asked from its own thread it has not ended yet.
    pub(crate) fn shutdown(&self, timeout: Duration) -> bool {
        for job in &self.jobs {
            job.control.signal.stop();
        }
        let started = Instant::now();
        let mut all = true;
        for job in &self.jobs {
            all &= job.wait(timeout.saturating_sub(started.elapsed()));
        }
        all
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        self.shutdown(DROP_WAIT);
    }
}

impl Supervised {
    fn wait(&self, timeout: Duration) -> bool {
        let own = self.thread.thread().id() == thread::current().id();
        let timeout = if own { Duration::ZERO } else { timeout };
        let waited = self
            .control
            .ended
            .wait_timeout_while(self.control.lock(), timeout, |job| job.state != JobState::Ended);
        let job = waited.unwrap_or_else(PoisonError::into_inner).0;
        job.state == JobState::Ended
    }
}

impl Control {
    fn new(name: &'static str) -> Self {
        Control {
            signal: Arc::default(),
            job: Mutex::new(Job {
                name,
                state: JobState::Running,
                restarts: 0,
                failure: None,
            }),
            ended: Condvar::new(),
        }
    }

    fn enter(&self, state: JobState) {
        self.lock().state = state;
    }

    /// Notes a panic.
    fn failed(&self, failure: &str) -> Job {
        let mut job = self.lock();
        job.state = JobState::Waiting;
        job.restarts = job.restarts.saturating_add(1);
        job.failure = Some(Arc::from(failure));
        job.clone()
    }

    /// Nothing panics while it is held.
    fn lock(&self) -> MutexGuard<'_, Job> {
        self.job.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Says that a job has ended, in whatever way.
struct Ended(Arc<Control>);

impl Drop for Ended {
    fn drop(&mut self) {
        self.0.enter(JobState::Ended);
        self.0.ended.notify_all();
    }
}

/// Takes `work` by value, so that what it holds is gone before it is said that it has ended.
fn supervise(
    control: &Arc<Control>,
    backoff: Backoff,
    restarted: &[Restarted],
    mut work: impl FnMut(&Arc<Signal>),
) {
    let mut waits = Waits::new(backoff);
    loop {
        let started = Instant::now();
        // Work starts from what it can be sure of each time; what it shares with others is published whole or locked.
        let outcome = catch_unwind(AssertUnwindSafe(|| work(&control.signal)));
        let Err(panic) = outcome else { return };
        let job = control.failed(message(&*panic));
        for Restarted(tell) in restarted {
            // It has been told; what a handler makes of it is its own affair.
            let _ = catch_unwind(AssertUnwindSafe(|| tell(&job)));
        }
        if control.signal.pause(waits.after(started.elapsed())) == Woken::Stop {
            return;
        }
        control.enter(JobState::Running);
    }
}

/// What a panic said, if it is a text.
fn message(panic: &(dyn Any + Send)) -> &str {
    let owned = panic.downcast_ref::<String>().map(String::as_str);
    owned
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("something that is no text")
}

impl fmt::Debug for Restarted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Restarted")
    }
}
