//! The members of an object, for records: which field comes next.

use super::kept::{Kept, Rest, Taken};
use super::{Decoder, Read, Record, Slot};
use crate::violation::{At, Fault, Report};

/// The members of an object that is being read: one that stands in the text, or what is left of one for a flattened
/// field.
#[derive(Debug)]
pub struct Members<'de> {
    record: &'static Record,
    state: State,
    /// Where the object starts.
    start: usize,
    /// The members that are kept for flattened fields; those that this flattened record is read from.
    rest: Option<Box<Rest<'de>>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
enum State {
    /// No member was read yet.
    First,
    /// A comma or the end comes next.
    Further,
    /// The same two where a field is called like a tag of the object, which is not read from it: keys are not
    /// compared with the expected one unseen.
    WaryFirst,
    /// See [`State::WaryFirst`].
    Wary,
    /// All members were read.
    Ended,
    /// The members are those that an outer record has kept.
    Flattened,
    /// Reading can't go on.
    Halted,
}

impl<'de> Members<'de> {
    /// What [`next`](Self::next) gives for a member that belongs to no field and was dealt with.
    pub const SKIPPED: usize = usize::MAX;

    /// What [`next`](Self::next) gives when there is no further member.
    pub const END: usize = usize::MAX - 1;

    /// Steps into the object that comes next.
    ///
    /// # Errors
    ///
    /// As [`Decode::decode`](super::Decode::decode).
    #[inline]
    pub fn open(decoder: &mut Decoder<'de>, record: &'static Record) -> Read<Self> {
        if decoder.aside.is_empty() && decoder.reader.peek_token() == b'{' {
            let start = decoder.reader.at();
            decoder.enter()?;
            return Ok(Members {
                record,
                state: State::First,
                start,
                rest: None,
            });
        }
        Members::open_unusual(decoder, record)
    }

    /// The members where some were read before: by the outer record of a flattened field, or as the tag of an enum.
    #[inline(never)]
    fn open_unusual(decoder: &mut Decoder<'de>, record: &'static Record) -> Read<Self> {
        if let Some(mut rest) = decoder.aside.take_rest() {
            let start = decoder.reader.at();
            if record.keep {
                let taken = rest.taken();
                rest.before.push(taken);
            }
            return Ok(Members {
                record,
                state: State::Flattened,
                start,
                rest: Some(rest),
            });
        }
        if decoder.reader.peek_token() != b'{' {
            return Err(decoder.mismatch("an object"));
        }
        let start = decoder.reader.at();
        decoder.enter()?;
        let wary = decoder
            .aside
            .tags_of(start)
            .any(|tag| record.find(tag.name).is_some());
        let state = if wary { State::WaryFirst } else { State::First };
        Ok(Members {
            record,
            state,
            start,
            rest: None,
        })
    }

    /// Where the object is.
    #[must_use]
    #[inline]
    pub fn here(&self) -> At<'static> {
        At::offset(self.start)
    }

    /// The first field, with the decoder at its value; [`SKIPPED`](Self::SKIPPED) or [`END`](Self::END). In a compact
    /// text of a sender that keeps the order of declaration it is `expected`, behind `key` without a comma.
    #[inline]
    pub fn first(&mut self, decoder: &mut Decoder<'de>, key: &'static str, expected: usize) -> usize {
        if self.state == State::First && decoder.reader.eat_closely(key.as_bytes()) {
            self.state = State::Further;
            return expected;
        }
        self.step(decoder, expected)
    }

    /// The next field, with the decoder at its value; [`SKIPPED`](Self::SKIPPED) or [`END`](Self::END). In a compact
    /// text of a sender that keeps the order of declaration it is `expected`, behind `key` with its comma.
    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "the key is a constant, compared as one where it is known"
    )]
    pub fn next(&mut self, decoder: &mut Decoder<'de>, key: &'static str, expected: usize) -> usize {
        if self.state == State::Further && decoder.reader.eat_closely(key.as_bytes()) {
            return expected;
        }
        self.step(decoder, expected)
    }

    /// Reads the value of the member at hand into its slot, checks it by `rules`, and gives what
    /// [`next`](Self::next) gives.
    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "the key is a constant, compared as one where it is known"
    )]
    pub fn read<T>(
        &mut self,
        decoder: &mut Decoder<'de>,
        slot: &mut Slot<T>,
        decode: impl FnOnce(&mut Decoder<'de>) -> Read<T>,
        rules: impl FnOnce(&T, At<'_>, &mut Report<'_>),
        key: &'static str,
        expected: usize,
    ) -> usize {
        if !slot.is_absent() {
            return self.duplicate(decoder);
        }
        match slot.read_first(decoder, decode, rules) {
            Ok(()) => self.next(decoder, key, expected),
            Err(_) => self.halt(),
        }
    }

    /// The same for the last field of the order of declaration: gives what [`last`](Self::last) gives.
    #[inline]
    pub fn read_last<T>(
        &mut self,
        decoder: &mut Decoder<'de>,
        slot: &mut Slot<T>,
        decode: impl FnOnce(&mut Decoder<'de>) -> Read<T>,
        rules: impl FnOnce(&T, At<'_>, &mut Report<'_>),
        fields: usize,
    ) -> usize {
        if !slot.is_absent() {
            return self.duplicate(decoder);
        }
        match slot.read_first(decoder, decode, rules) {
            Ok(()) => self.last(decoder, fields),
            Err(_) => self.halt(),
        }
    }

    /// What follows the last field of the order of declaration; in a compact text it is the end.
    #[inline]
    pub fn last(&mut self, decoder: &mut Decoder<'de>, fields: usize) -> usize {
        if self.state == State::Further && decoder.reader.peek() == b'}' {
            self.end(decoder);
            return Self::END;
        }
        self.step(decoder, fields)
    }

    /// Steps over the closing bracket, which comes next.
    #[inline]
    fn end(&mut self, decoder: &mut Decoder<'de>) {
        decoder.end = decoder.reader.at();
        decoder.reader.bump();
        decoder.reader.leave();
        self.state = State::Ended;
    }

    /// The next field where it is not simply the `expected` one in a compact text.
    #[inline(never)]
    pub fn step(&mut self, decoder: &mut Decoder<'de>, expected: usize) -> usize {
        match self.state {
            State::Flattened => return self.next_kept(decoder),
            State::Ended | State::Halted => return Self::END,
            _ if decoder.reader.peek_token() == b'}' => {
                self.end(decoder);
                return Self::END;
            }
            State::First => self.state = State::Further,
            State::WaryFirst => self.state = State::Wary,
            State::Further | State::Wary => {
                if let Err(error) = decoder.reader.more(b'}') {
                    decoder.syntax(error);
                    return self.halt();
                }
            }
        }
        if decoder.report.halted() {
            return self.halt();
        }
        decoder.reader.peek_token();
        if self.state == State::Further {
            let name = self.record.plain_name(expected);
            if name.is_some_and(|name| decoder.reader.eat_key(name.as_bytes())) {
                decoder.reader.peek_token();
                return expected;
            }
        }
        match self.look_up(decoder) {
            Ok(field) => field,
            Err(_) => self.halt(),
        }
    }

    /// Steps over the member at hand, which was there before, and to the next one.
    #[cold]
    #[inline(never)]
    fn duplicate(&mut self, decoder: &mut Decoder<'de>) -> usize {
        match decoder.duplicate() {
            Ok(()) => Self::SKIPPED,
            Err(_) => self.halt(),
        }
    }

    #[cold]
    fn halt(&mut self) -> usize {
        self.state = State::Halted;
        Self::END
    }

    /// The next member by the general look-up, unknown ones dealt with. A member that belongs to no field is a step of
    /// the caller's loop, not of a recursion that the sender could deepen.
    #[inline(never)]
    fn look_up(&mut self, decoder: &mut Decoder<'de>) -> Read<usize> {
        let (key, name) = decoder.reader.key().map_err(|error| decoder.syntax(error))?;
        if let Some(tag) = decoder.aside.tag_mut(self.start, &name) {
            if std::mem::replace(&mut tag.seen, true) {
                return decoder.duplicate().map(|()| Self::SKIPPED);
            }
            return decoder.skip().map(|()| Self::SKIPPED);
        }
        let value = decoder.begin();
        if let Some(field) = self.record.find(&name) {
            return Ok(field);
        }
        if self.record.keep {
            let kept = Kept {
                name,
                key,
                value,
                taken: Taken::No,
            };
            self.rest.get_or_insert_default().members.push(kept);
            return decoder.leap().map(|()| Self::SKIPPED);
        }
        if self.record.denies(decoder) {
            self.record.unknown(decoder, key, &name);
        }
        decoder.skip().map(|()| Self::SKIPPED)
    }

    /// The next of the kept members that this record knows.
    fn next_kept(&mut self, decoder: &mut Decoder<'de>) -> usize {
        if decoder.report.halted() {
            return self.halt();
        }
        let Some(rest) = self.rest.as_deref_mut() else {
            return Self::END;
        };
        while let Some(member) = rest.members.get_mut(rest.next) {
            rest.next += 1;
            if member.taken == Taken::Yes {
                continue;
            }
            if let Some(field) = self.record.find(&member.name) {
                member.taken = Taken::Yes;
                decoder.reader.seek(member.value);
                return field;
            }
        }
        rest.next = 0;
        decoder.end = rest.end;
        Self::END
    }

    /// Reads a flattened field from the members that no field before it has taken.
    ///
    /// # Errors
    ///
    /// As [`Decode::decode`](super::Decode::decode).
    pub fn flatten<T>(
        &mut self,
        decoder: &mut Decoder<'de>,
        decode: impl FnOnce(&mut Decoder<'de>) -> Read<T>,
    ) -> Read<T> {
        if self.state == State::Halted {
            return Err(Fault::Halt);
        }
        let (at, end) = (decoder.reader.at(), decoder.end);
        let mut rest = self.rest.take().unwrap_or_default();
        rest.end = end;
        rest.direct = true;
        decoder.reader.seek(self.start);
        decoder.aside.give_rest(rest);
        let value = decode(decoder);
        self.rest = decoder.aside.take_rest();
        decoder.reader.seek(at);
        decoder.end = end;
        value
    }

    /// Whether reading can go on behind the members.
    ///
    /// # Errors
    ///
    /// [`Fault::Halt`] if it can't.
    pub(super) fn sound(&self) -> Read<()> {
        if self.state == State::Halted {
            Err(Fault::Halt)
        } else {
            Ok(())
        }
    }

    /// Ends the record: what no flattened field has taken is unknown.
    ///
    /// # Errors
    ///
    /// [`Fault::Halt`] if reading can't go on.
    #[inline]
    pub fn close(self, decoder: &mut Decoder<'de>) -> Read<()> {
        match (self.state, self.rest) {
            (State::Halted, _) => Err(Fault::Halt),
            (_, None) => Ok(()),
            (state, Some(rest)) => {
                hand_back(decoder, self.record, state, rest);
                Ok(())
            }
        }
    }
}

/// Gives kept members back to the outer record, or reports those that nothing has taken.
#[cold]
#[inline(never)]
fn hand_back<'de>(decoder: &mut Decoder<'de>, record: &Record, state: State, mut rest: Box<Rest<'de>>) {
    if state == State::Flattened {
        if !rest.direct && record.is_closed() {
            // The content of a variant is all that is left, and this record says itself that it is all it knows.
            for member in rest.members.iter().filter(|member| member.taken != Taken::Yes) {
                record.unknown(decoder, member.key, &member.name);
            }
        }
        if record.keep {
            if let Some(before) = rest.before.pop() {
                rest.share(&before);
            }
        }
        decoder.end = rest.end;
        decoder.aside.give_rest(rest);
        return;
    }
    if record.denies(decoder) {
        for member in rest.members.iter().filter(|member| member.taken == Taken::No) {
            record.unknown(decoder, member.key, &member.name);
        }
    }
}
