//! Values that are changed between reading and their rules.

use super::{Decoder, Read};
use crate::violation::{At, Report};

impl Decoder<'_> {
    /// Reads a value and changes it by `sanitize`, before its rules see it. What the value holds was checked as it was
    /// read, so it is checked `again`: no function of the user's puts into it what its own rules refuse.
    ///
    /// # Errors
    ///
    /// Those of `decode`.
    #[inline]
    pub fn read_sanitized<T>(
        &mut self,
        decode: impl FnOnce(&mut Self) -> Read<T>,
        sanitize: impl FnOnce(&mut T),
        again: impl FnOnce(&T, At<'_>, &mut Report<'_>),
    ) -> Read<T> {
        let errors = self.report.errors();
        let mut value = self.read(decode)?;
        sanitize(&mut value);
        if self.report.errors() == errors && !self.report.halted() {
            let mark = self.report.mark();
            again(&value, At::offset(self.start), &mut self.report);
            if self.report.errors() == errors {
                // Warnings were told when it was read.
                self.report.rollback(mark);
            }
        }
        Ok(value)
    }
}
