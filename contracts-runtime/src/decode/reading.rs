//! What serde is reading: contracts inside foreign types inside contracts, whose text is read once more at each level.
//!
//! A contract that serde reads for a foreign type gets its raw text, steps over what is foreign in it, and has serde read
//! that: between the two there is nothing but serde, to which a decoder can't hand what it knows. So the thread notes it,
//! for as long as the outermost foreign value is being read.

use std::cell::Cell;

/// How often the outermost of the foreign values that lie one inside the other may be read again by those inside.
const TIMES: usize = 8;

/// What may be read again in any case, in bytes.
const FREE: usize = 1 << 12;

/// What serde reads now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// No foreign value.
    Nothing,
    /// One; so many bytes may still be read again inside of it.
    Left(usize),
    /// One inside of which too much was read again.
    Over,
}

thread_local! {
    static STATE: Cell<State> = const { Cell::new(State::Nothing) };
}

/// That serde reads a foreign value.
pub(super) struct Reading {
    outermost: bool,
}

impl Reading {
    /// Starts to read a value of so many bytes.
    pub(super) fn start(bytes: usize) -> Self {
        let before = STATE.get();
        STATE.set(match before {
            State::Nothing => State::Left(bytes.saturating_mul(TIMES).saturating_add(FREE)),
            State::Left(left) => left.checked_sub(bytes).map_or(State::Over, State::Left),
            State::Over => State::Over,
        });
        Reading {
            outermost: before == State::Nothing,
        }
    }

    /// Whether too much was read again, by the value at hand, inside of it, or before it: what serde makes of that is no
    /// verdict.
    pub(super) fn is_over() -> bool {
        STATE.get() == State::Over
    }
}

impl Drop for Reading {
    /// Also where a function of the user's panics.
    fn drop(&mut self) {
        if self.outermost {
            STATE.set(State::Nothing);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_inside_is_read_again_so_often() {
        let outermost = Reading::start(1000);
        let inside: Vec<_> = (0..TIMES).map(|_| Reading::start(1000)).collect();
        drop(Reading::start(FREE));
        assert!(!Reading::is_over());
        drop(Reading::start(1));
        assert!(Reading::is_over());
        drop(inside);
        assert!(Reading::is_over());
        drop(outermost);
        drop(Reading::start(usize::MAX));
        assert!(!Reading::is_over());
        assert_eq!(STATE.get(), State::Nothing);
    }
}
