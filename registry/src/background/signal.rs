//! How a job is woken up, and told to stop.

use std::mem;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What a job waits on. However often it is woken up before it looks, it wakes up once: nothing piles up.
#[derive(Debug, Default)]
pub(crate) struct Signal {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    woken: bool,
    stopping: bool,
}

/// Why a wait has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Woken {
    /// There is work.
    Up,
    /// The time is over.
    Late,
    /// The job is to end, now and whenever it asks again.
    Stop,
}

impl Signal {
    /// Tells the job that there is work.
    pub(crate) fn wake(&self) {
        self.lock().woken = true;
        self.changed.notify_all();
    }

    /// Tells the job to end.
    pub(crate) fn stop(&self) {
        self.lock().stopping = true;
        self.changed.notify_all();
    }

    pub(crate) fn is_stopping(&self) -> bool {
        self.lock().stopping
    }

    /// Waits for work, at most for so long.
    pub(crate) fn wait(&self, most: Duration) -> Woken {
        let mut state = self.until(most, |state| state.stopping || state.woken);
        match (state.stopping, mem::take(&mut state.woken)) {
            (true, _) => Woken::Stop,
            (false, true) => Woken::Up,
            (false, false) => Woken::Late,
        }
    }

    /// Waits for so long, whatever there is to do, unless it is told to stop.
    pub(crate) fn pause(&self, time: Duration) -> Woken {
        match self.until(time, |state| state.stopping).stopping {
            true => Woken::Stop,
            false => Woken::Late,
        }
    }

    fn until(&self, most: Duration, enough: impl Fn(&State) -> bool) -> MutexGuard<'_, State> {
        let waited = self
            .changed
            .wait_timeout_while(self.lock(), most, |state| !enough(state));
        waited.unwrap_or_else(PoisonError::into_inner).0
    }

    /// Nothing panics while it is held.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_before_a_wait_are_one() {
        let signal = Signal::default();
        signal.wake();
        signal.wake();
        assert_eq!(signal.wait(Duration::MAX), Woken::Up);
        assert_eq!(signal.wait(Duration::ZERO), Woken::Late);
    }

    #[test]
    fn a_pause_leaves_the_work_for_later() {
        let signal = Signal::default();
        signal.wake();
        assert_eq!(signal.pause(Duration::ZERO), Woken::Late);
        assert_eq!(signal.wait(Duration::MAX), Woken::Up);
    }

    #[test]
    fn stopping_is_for_good_and_comes_before_work() {
        let signal = Signal::default();
        signal.wake();
        signal.stop();
        assert_eq!(signal.wait(Duration::MAX), Woken::Stop);
        assert_eq!(signal.pause(Duration::MAX), Woken::Stop);
        assert_eq!(signal.wait(Duration::MAX), Woken::Stop);
    }
}
