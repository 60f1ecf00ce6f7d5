//! Readers and writers on threads of their own.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

/// Runs all at once, and gives what the readers have seen. They are told when the writers are done, also if one of
/// those has failed.
pub(crate) fn at_once<S, R, W>(
    readers: impl IntoIterator<Item = R>,
    writers: impl IntoIterator<Item = W>,
) -> Vec<S>
where
    S: Send,
    R: FnOnce(&AtomicBool) -> S + Send,
    W: FnOnce() + Send,
{
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let done = &done;
        let readers: Vec<_> = readers
            .into_iter()
            .map(|read| scope.spawn(move || read(done)))
            .collect();
        let writers: Vec<_> = writers.into_iter().map(|write| scope.spawn(write)).collect();
        let written: Vec<_> = writers.into_iter().map(thread::ScopedJoinHandle::join).collect();
        done.store(true, Ordering::Relaxed);
        let seen: Vec<_> = readers.into_iter().map(thread::ScopedJoinHandle::join).collect();
        written.into_iter().for_each(Result::unwrap);
        seen.into_iter().map(Result::unwrap).collect()
    })
}
