//! The members of an object, for records: which field comes next.

use std::borrow::Cow;

use super::{Decoder, Read};
use crate::violation::{Anchor, At, Fault, Params, Structural, nearest};

/// What a record does with members that it does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// What the zone of the contract that is accepted says.
    Zone,
    /// They are faults.
    Deny,
    /// They are dropped.
    Ignore,
}

/// What is known of a record's members: a constant beside each decoder.
#[derive(Debug)]
pub struct Record {
    /// For each field the key as it stands in a compact text: `"name":`.
    keys: &'static [&'static str],
    /// For each field its name.
    names: &'static [&'static str],
    /// Other names: the name and the field.
    aliases: &'static [(&'static str, usize)],
    unknown: Unknown,
    /// Whether members that the record does not know are kept for its flattened fields.
    keep: bool,
}

impl Record {
    /// A record with these keys, each as it stands in a compact text, with quotes and colon.
    #[must_use]
    pub const fn new(
        keys: &'static [&'static str],
        names: &'static [&'static str],
        aliases: &'static [(&'static str, usize)],
        unknown: Unknown,
    ) -> Self {
        Record {
            keys,
            names,
            aliases,
            unknown,
            keep: false,
        }
    }

    /// The same record with flattened fields.
    #[must_use]
    pub const fn flattened(self) -> Self {
        Record { keep: true, ..self }
    }

    /// Whether members that it does not know are faults.
    fn denies(&self, decoder: &Decoder<'_>) -> bool {
        match self.unknown {
            Unknown::Zone => decoder.denies_unknown(),
            Unknown::Deny => true,
            Unknown::Ignore => false,
        }
    }

    /// The field called `name`.
    fn find(&self, name: &str) -> Option<usize> {
        let named = self.names.iter().position(|known| *known == name);
        named.or_else(|| {
            self.aliases
                .iter()
                .find_map(|(alias, field)| (*alias == name).then_some(*field))
        })
    }
}

/// The field of a member that was stepped over.
const SKIPPED: usize = usize::MAX;

/// The tag of an enum, read off an object whose other members are the variant's.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tag {
    /// Where the object starts.
    pub(super) object: usize,
    pub(super) name: &'static str,
    /// Whether the member was met again while the variant was read.
    pub(super) seen: bool,
}

/// A member that was stepped over, for a flattened field to read.
#[derive(Debug, Clone)]
pub(crate) struct Kept<'de> {
    pub(super) name: Cow<'de, str>,
    pub(super) key: usize,
    pub(super) value: usize,
    pub(super) taken: Taken,
}

/// Whether a flattened field has read a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    No,
    /// By a flattened field that leaves it to those after it: a map, an enum that is not told by a member's name, or
    /// a record with flattened fields of its own. So does serde.
    Shared,
    /// By a field, or by a flattened record.
    Yes,
}

/// The members that a flattened field is read from.
#[derive(Debug, Clone)]
pub(crate) struct Rest<'de> {
    pub(super) members: Vec<Kept<'de>>,
    /// The end of the object they stand in.
    pub(super) end: usize,
    /// Whether the field itself is read from them, and not the content of a variant of it.
    pub(super) direct: bool,
}

impl Rest<'_> {
    /// Which members are taken.
    pub(super) fn taken(&self) -> Vec<bool> {
        self.members
            .iter()
            .map(|member| member.taken == Taken::Yes)
            .collect()
    }

    /// Leaves what was taken since to the flattened fields that follow.
    pub(super) fn share(&mut self, before: &[bool]) {
        for (member, before) in self.members.iter_mut().zip(before) {
            if member.taken == Taken::Yes && !before {
                member.taken = Taken::Shared;
            }
        }
    }
}

/// The members of an object that is being read: one that stands in the text, or what is left of one for a flattened
/// field.
#[derive(Debug)]
pub struct Members<'de> {
    record: &'static Record,
    expected: usize,
    state: State,
    /// Where the object starts.
    start: usize,
    rest: Rest<'de>,
    next: usize,
    /// What was taken before, if this record leaves to others what it takes.
    before: Option<Vec<bool>>,
}

#[derive(Debug, PartialEq, Eq)]
enum State {
    First,
    Further,
    Flattened,
}

impl<'de> Members<'de> {
    /// Steps into the object that comes next.
    ///
    /// # Errors
    ///
    /// As [`Decode::decode`](super::Decode::decode).
    #[inline]
    pub fn open(decoder: &mut Decoder<'de>, record: &'static Record) -> Read<Self> {
        if let Some(rest) = decoder.rest.take() {
            let start = decoder.reader.at();
            return Ok(Members {
                record,
                expected: 0,
                state: State::Flattened,
                start,
                before: record.keep.then(|| rest.taken()),
                rest,
                next: 0,
            });
        }
        if decoder.reader.peek_token() != b'{' {
            return Err(decoder.mismatch("an object"));
        }
        let start = decoder.reader.at();
        decoder.enter()?;
        let rest = Rest {
            members: Vec::new(),
            end: 0,
            direct: true,
        };
        let mut tags = decoder.tags.iter().filter(|tag| tag.object == start);
        // A field that is called like a tag is not read from it, so keys are not compared unseen.
        let expected = if tags.any(|tag| record.find(tag.name).is_some()) {
            SKIPPED
        } else {
            0
        };
        Ok(Members {
            record,
            expected,
            state: State::First,
            start,
            rest,
            next: 0,
            before: None,
        })
    }

    /// Where the object is.
    #[must_use]
    pub fn here(&self) -> At<'static> {
        At::offset(self.start)
    }

    /// The field that comes next, with the decoder at its value; `None` at the end.
    ///
    /// # Errors
    ///
    /// [`Fault::Halt`] if reading can't go on.
    #[inline]
    #[allow(
        clippy::should_implement_trait,
        reason = "an iterator can't borrow the decoder at each step"
    )]
    pub fn next(&mut self, decoder: &mut Decoder<'de>) -> Read<Option<usize>> {
        let more = match self.state {
            State::Further => decoder.reader.more(b'}'),
            State::First => {
                self.state = State::Further;
                if decoder.reader.peek_token() == b'}' {
                    decoder.reader.bump();
                    Ok(false)
                } else {
                    Ok(true)
                }
            }
            State::Flattened => return self.next_kept(decoder),
        };
        match more {
            Ok(true) if !decoder.report.halted() => {}
            Ok(false) => {
                decoder.end = decoder.reader.at() - 1;
                decoder.reader.leave();
                return Ok(None);
            }
            Ok(true) => return Err(Fault::Halt),
            Err(error) => return Err(decoder.syntax(error)),
        }
        decoder.reader.peek_token();
        if let Some(key) = self.record.keys.get(self.expected) {
            let at = decoder.reader.at();
            if decoder.reader.eat(key.as_bytes()) {
                decoder.key = at;
                let field = self.expected;
                self.expected += 1;
                return Ok(Some(field));
            }
        }
        self.look_up(decoder)
    }

    /// The next member by the general look-up, unknown ones dealt with.
    #[inline(never)]
    fn look_up(&mut self, decoder: &mut Decoder<'de>) -> Read<Option<usize>> {
        let (key, name) = decoder.reader.key().map_err(|error| decoder.syntax(error))?;
        decoder.key = key;
        if let Some(tag) = decoder
            .tags
            .iter_mut()
            .find(|tag| tag.object == self.start && tag.name == name)
        {
            // A member that is stepped over is a step of the loop, not of a recursion that the sender could deepen.
            if std::mem::replace(&mut tag.seen, true) {
                return decoder.duplicate().map(|()| Some(SKIPPED));
            }
            return decoder.skip().map(|()| Some(SKIPPED));
        }
        if let Some(field) = self.record.find(&name) {
            if self.expected != SKIPPED {
                self.expected = field + 1;
            }
            return Ok(Some(field));
        }
        if self.record.keep {
            let value = decoder.begin();
            self.rest.members.push(Kept {
                name,
                key,
                value,
                taken: Taken::No,
            });
        } else if self.record.denies(decoder) {
            self.unknown(decoder, key, &name);
        }
        decoder.skip().map(|()| Some(SKIPPED))
    }

    fn unknown(&self, decoder: &mut Decoder<'de>, key: usize, name: &str) {
        let mut params = Params::new();
        if decoder.report.has_room() {
            if let Some(nearest) = nearest(name, self.record.names.iter().copied()) {
                params.push("nearest", nearest);
            }
        }
        decoder
            .report
            .add_anchored(Anchor::Key(key), Structural::Unknown.with(params));
    }

    /// The next of the kept members that this record knows.
    fn next_kept(&mut self, decoder: &mut Decoder<'de>) -> Read<Option<usize>> {
        if decoder.report.halted() {
            return Err(Fault::Halt);
        }
        while let Some(member) = self.rest.members.get_mut(self.next) {
            self.next += 1;
            if member.taken == Taken::Yes {
                continue;
            }
            if let Some(field) = self.record.find(&member.name) {
                member.taken = Taken::Yes;
                decoder.key = member.key;
                decoder.reader.seek(member.value);
                return Ok(Some(field));
            }
        }
        decoder.end = self.rest.end;
        Ok(None)
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
        let (at, end) = (decoder.reader.at(), decoder.end);
        let members = std::mem::take(&mut self.rest.members);
        decoder.reader.seek(self.start);
        decoder.rest = Some(Rest {
            members,
            end,
            direct: true,
        });
        let value = decode(decoder);
        if let Some(rest) = decoder.rest.take() {
            self.rest.members = rest.members;
        }
        decoder.reader.seek(at);
        decoder.end = end;
        value
    }

    /// Ends the record: what no flattened field has taken is unknown.
    pub fn close(mut self, decoder: &mut Decoder<'de>) {
        if self.state == State::Flattened {
            if !self.rest.direct && self.record.unknown == Unknown::Deny {
                // The content of a variant is all that is left, and this record says itself that it is all it knows.
                for member in self
                    .rest
                    .members
                    .iter()
                    .filter(|member| member.taken != Taken::Yes)
                {
                    self.unknown(decoder, member.key, &member.name);
                }
            }
            if let Some(before) = &self.before {
                self.rest.share(before);
            }
            let end = self.rest.end;
            decoder.rest = Some(self.rest);
            decoder.end = end;
            return;
        }
        if self.record.denies(decoder) {
            for member in &self.rest.members {
                if member.taken == Taken::No {
                    self.unknown(decoder, member.key, &member.name);
                }
            }
        }
    }
}
