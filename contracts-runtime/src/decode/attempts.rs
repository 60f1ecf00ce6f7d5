//! Attempts at the alternatives of untagged enums, which leave no trace unless they succeed.

use super::{Decoder, Read};
use crate::violation::{Anchor, Structural};

/// How many bytes the attempts at the alternatives of untagged enums may read again, in texts.
const ATTEMPTS: usize = 64;

impl Decoder<'_> {
    /// Tries something that may fail without a trace: unless it is clean, position and report are as before.
    pub(crate) fn attempt<T>(&mut self, attempt: impl FnOnce(&mut Self) -> Read<T>) -> Attempt<T> {
        if self.report.halted() {
            return Attempt::Halt;
        }
        let (at, room, aside) = (self.reader.at(), self.reader.room(), self.aside.clone());
        let mark = self.report.mark();
        let fail_fast = self.report.set_fail_fast(false);
        self.attempts += 1;
        let result = attempt(self);
        self.attempts -= 1;
        self.report.set_fail_fast(fail_fast);
        let clean = self.report.errors() == mark.errors();
        let built = match result {
            Ok(value) if clean => return Attempt::Clean(value),
            result => result.is_ok(),
        };
        self.report.rollback(mark);
        if let Some(error) = self.broken {
            self.syntax(error);
            return Attempt::Halt;
        }
        if let Some(name) = self.lacking.take() {
            self.reader.seek(at);
            let _ = self.lacks_context(name);
            self.report.halt();
            return Attempt::Halt;
        }
        let read = self.reader.at().saturating_sub(at);
        self.reread = self.reread.saturating_add(read);
        if self.reread / ATTEMPTS > self.reader.text().len() {
            self.report
                .add_anchored(Anchor::Value(at), Structural::Work.violation());
            self.report.halt();
            return Attempt::Halt;
        }
        self.reader.seek(at);
        self.reader.set_room(room);
        self.aside = aside;
        if built { Attempt::Broken } else { Attempt::Failed }
    }
}

/// How an attempt went.
pub(crate) enum Attempt<T> {
    /// A value without any fault.
    Clean(T),
    /// A value that breaks rules.
    Broken,
    /// There was no value.
    Failed,
    /// Reading can't go on.
    Halt,
}
