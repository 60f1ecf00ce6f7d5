//! Calls into listeners, which are code of others.

use std::cell::Cell;
use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    /// Whether a listener of this thread is being called.
    static CALLING: Cell<bool> = const { Cell::new(false) };
}

/// Calls a listener. None if it panics, or is called while it listens: one that validates values itself would else hear
/// of that, validate again, and so on without end.
pub(super) fn guarded<T>(call: impl FnOnce() -> T) -> Option<T> {
    let _turn = Turn::take()?;
    // Nothing of ours is changed by the call, so that nothing can be left half done.
    match catch_unwind(AssertUnwindSafe(call)) {
        Ok(value) => Some(value),
        Err(panic) => {
            // What was thrown is of any type, and may throw when it is dropped.
            if let Err(again) = catch_unwind(AssertUnwindSafe(|| drop(panic))) {
                mem::forget(again);
            }
            None
        }
    }
}

/// The right to call a listener, given back when it goes.
struct Turn;

impl Turn {
    fn take() -> Option<Self> {
        (!CALLING.replace(true)).then_some(Turn)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        CALLING.set(false);
    }
}
