//! Contracts whose context was not given: they are read, and rejected.

use super::{Decoder, Read};
use crate::violation::{Fault, Params, Structural};

impl Decoder<'_> {
    /// Reports that the next value is a contract whose context was not given, or is of another type. Reading goes on:
    /// what does not need the context is told as well.
    ///
    /// # Errors
    ///
    /// [`Fault::Halt`] if that was the last fault to be told.
    #[inline]
    pub fn needs_context<T: 'static>(&mut self, name: &'static str) -> Read<()> {
        if self.report.scope().context::<T>().is_some() {
            return Ok(());
        }
        self.lacks_context(name)
    }

    #[cold]
    #[inline(never)]
    pub(super) fn lacks_context(&mut self, name: &'static str) -> Read<()> {
        if self.attempts > 0 {
            // An alternative that can't be judged must not make way for another one.
            self.lacking = Some(name);
            self.report.halt();
            return Err(Fault::Halt);
        }
        let start = self.begin();
        match self.fault_at(start, Structural::Context, Params::new().with("context", name)) {
            Fault::Value => Ok(()),
            Fault::Halt => Err(Fault::Halt),
        }
    }
}
