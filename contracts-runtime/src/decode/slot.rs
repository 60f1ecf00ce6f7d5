//! Where a field's value waits until its record is complete.

use super::{Decoder, Read};
use crate::violation::{Anchor, At, Fault, Report, Step, Structural};

/// A field that is being read.
#[derive(Debug)]
pub enum Slot<T> {
    /// The member was not there yet.
    Absent,
    /// The member was there and is faulty, which the report says.
    Faulty,
    /// The value.
    Ready(T),
}

impl<T> Slot<T> {
    /// Whether the member was not there.
    #[inline]
    pub fn is_absent(&self) -> bool {
        matches!(self, Slot::Absent)
    }

    /// Reads the member's value, which the decoder stands at, and checks it by `rules` if any hold. A second value is
    /// a fault.
    ///
    /// # Errors
    ///
    /// [`Fault::Halt`] if reading can't go on.
    #[inline]
    pub fn read<'de>(
        &mut self,
        decoder: &mut Decoder<'de>,
        decode: impl FnOnce(&mut Decoder<'de>) -> Read<T>,
        rules: impl FnOnce(&T, At<'_>, &mut Report<'_>),
    ) -> Read<()> {
        if !self.is_absent() {
            return decoder.duplicate();
        }
        self.read_first(decoder, decode, rules)
    }

    /// The same for a member that was not there before.
    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "a value that is moved through memory costs more than its rules"
    )]
    pub(super) fn read_first<'de>(
        &mut self,
        decoder: &mut Decoder<'de>,
        decode: impl FnOnce(&mut Decoder<'de>) -> Read<T>,
        rules: impl FnOnce(&T, At<'_>, &mut Report<'_>),
    ) -> Read<()> {
        let start = decoder.reader.at();
        match decode(decoder) {
            Ok(value) => {
                if decoder.report.holds(true) {
                    rules(&value, At::offset(start), &mut decoder.report);
                }
                *self = Slot::Ready(value);
            }
            Err(Fault::Value) => *self = Slot::Faulty,
            Err(Fault::Halt) => return Err(Fault::Halt),
        }
        Ok(())
    }

    /// The slot of a value that was read elsewhere.
    ///
    /// # Errors
    ///
    /// [`Fault::Halt`] if reading can't go on.
    pub fn of(read: Read<T>) -> Read<Self> {
        match read {
            Ok(value) => Ok(Slot::Ready(value)),
            Err(Fault::Value) => Ok(Slot::Faulty),
            Err(Fault::Halt) => Err(Fault::Halt),
        }
    }

    /// At the end of the record: an absent member takes the value that its type has for that, or is missing.
    /// True if there is a value.
    #[inline]
    pub fn settle(
        &mut self,
        decoder: &mut Decoder<'_>,
        name: &'static str,
        absent: impl FnOnce() -> Option<T>,
    ) -> bool {
        if matches!(self, Slot::Ready(_)) {
            return true;
        }
        if self.is_absent() {
            match absent() {
                Some(value) => *self = Slot::Ready(value),
                None => decoder.missing(name),
            }
        }
        matches!(self, Slot::Ready(_))
    }

    /// At the end of the record: an absent member takes this value.
    #[inline]
    pub fn fill(&mut self, value: impl FnOnce() -> T) {
        if self.is_absent() {
            *self = Slot::Ready(value());
        }
    }

    /// The value, for checks across fields.
    #[inline]
    pub fn get(&self) -> Option<&T> {
        match self {
            Slot::Ready(value) => Some(value),
            Slot::Absent | Slot::Faulty => None,
        }
    }

    /// Takes the value out.
    ///
    /// # Errors
    ///
    /// [`Fault::Value`] if there is none.
    #[inline]
    pub fn take(self) -> Read<T> {
        match self {
            Slot::Ready(value) => Ok(value),
            Slot::Absent | Slot::Faulty => Err(Fault::Value),
        }
    }
}

impl Decoder<'_> {
    /// Reports that the member at hand was there before, and steps over its value.
    #[cold]
    #[inline(never)]
    pub(super) fn duplicate(&mut self) -> Read<()> {
        let key = self.reader.key_before();
        match self
            .report
            .add_anchored(Anchor::Key(key), Structural::Duplicate.violation())
        {
            Fault::Halt => Err(Fault::Halt),
            Fault::Value => self.skip(),
        }
    }

    /// Where the value starts that the decoder stands at.
    #[inline]
    #[must_use]
    pub fn place(&self) -> usize {
        self.reader.at()
    }

    /// The step to a member of the record whose end has just been read: to its value if that starts at `place`, or else
    /// to the bracket before which it is missing.
    #[inline]
    #[must_use]
    pub fn member<'n>(&self, place: Option<usize>, name: &'n str) -> Step<'n> {
        At::member_of_text(place, self.end, name)
    }

    /// Reports that the record, whose end has just been read, lacks a member.
    #[cold]
    #[inline(never)]
    fn missing(&mut self, name: &'static str) {
        let anchor = Anchor::Close(self.end);
        self.report.add_anchored(
            anchor,
            Structural::Missing
                .violation()
                .at(crate::violation::segment(name)),
        );
    }
}

/// What stands for rules where there are none.
#[inline]
pub fn unruled<T>(_: &T, _: At<'_>, _: &mut Report<'_>) {}
