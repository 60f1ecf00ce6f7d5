//! Enums, in each of serde's four taggings.
//!
//! The derive gives a table of the variants, each with a function that reads its content; which variant it is, is
//! found out here.

use super::record::Tag;
use super::{Decoder, Members, Read, Record, Slot, unruled};
use crate::descriptor::VariantDescriptor;
use crate::violation::{Anchor, Fault, Param, Params, Structural, nearest_within, segment};

/// What an externally tagged variant with content is read from.
const ONE_MEMBER: &str = "an object with exactly one member";

/// What is known of an enum's variants: a constant beside its decoder.
#[derive(Debug)]
pub struct Variants {
    variants: &'static [VariantDescriptor],
}

/// How a variant is read.
#[derive(Debug)]
pub struct Tagged<'de, T> {
    /// The value of a unit variant, which needs no content.
    pub unit: Option<fn() -> T>,
    /// The value where the content is absent, if there can be one: for adjacent tagging.
    pub absent: Option<fn() -> Option<T>>,
    /// Reads the content and makes the value.
    pub content: fn(&mut Decoder<'de>) -> Read<T>,
}

impl Variants {
    /// The variants as the contract's descriptor has them; each goes by its position.
    #[must_use]
    pub const fn new(variants: &'static [VariantDescriptor]) -> Self {
        Variants { variants }
    }

    /// The variant called `name`, else the one for every other name.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        self.called(name)
            .or_else(|| self.variants.iter().position(VariantDescriptor::is_other))
    }

    /// The variant called `name`.
    pub(super) fn called(&self, name: &str) -> Option<usize> {
        self.variants.iter().position(|variant| variant.is_called(name))
    }

    fn names(&self) -> impl Iterator<Item = &'static str> {
        self.variants.iter().map(VariantDescriptor::wire_name)
    }

    /// The parameters of the fault that `name` is none of them, where it is told.
    #[cold]
    pub(super) fn params(&self, decoder: &mut Decoder<'_>, name: &str) -> Params {
        let mut params = Params::new();
        decoder.telling(|effort| {
            effort.spend(self.variants.len())?;
            params.push("expected", self.names().collect::<Param>());
            params.push("nearest", nearest_within(name, self.names(), effort)?);
            Some(())
        });
        params
    }
}

/// The fault of a table that does not fit its names. The derive makes both of one list, so there is always an entry.
pub(super) fn entry<'t, 'de, T>(table: &'t [Tagged<'de, T>], variant: usize) -> Read<&'t Tagged<'de, T>> {
    table.get(variant).ok_or(Fault::Value)
}

impl<'de> Decoder<'de> {
    /// An externally tagged enum: `"Unit"` or `{"Variant": content}`.
    ///
    /// # Errors
    ///
    /// As [`Decode::decode`](super::Decode::decode).
    pub fn external<T>(&mut self, variants: &'static Variants, table: &[Tagged<'de, T>]) -> Read<T> {
        if self.aside.rest().is_some() {
            return self.external_flattened(variants, table);
        }
        let start = self.begin();
        match self.reader.peek() {
            b'"' => {
                let name = self.text("a string")?;
                let Some(variant) = variants.find(&name) else {
                    let params = variants.params(self, &name);
                    return Err(self.fault_at(start, Structural::Variant, params));
                };
                match entry(table, variant)?.unit {
                    Some(unit) => Ok(unit()),
                    None => {
                        let expected = "an object that holds the content of the variant";
                        let params = Params::new().with("expected", expected).with("found", "a string");
                        Err(self.fault_at(start, Structural::Type, params))
                    }
                }
            }
            b'{' => self.external_object(start, variants, table),
            _ if table.iter().all(|variant| variant.unit.is_some()) => Err(self.mismatch("a string")),
            _ => Err(self.mismatch("a string or an object")),
        }
    }

    fn external_object<T>(
        &mut self,
        start: usize,
        variants: &'static Variants,
        table: &[Tagged<'de, T>],
    ) -> Read<T> {
        let room = self.reader.room();
        self.enter()?;
        let mut more = self.reader.peek_token() != b'}';
        while more && self.skip_tag(start)? {
            more = self.reader.more(b'}').map_err(|error| self.syntax(error))?;
        }
        if more {
            let (_, name) = self.reader.key().map_err(|error| self.syntax(error))?;
            let Some(variant) = variants.find(&name) else {
                let params = variants.params(self, &name);
                return Err(self.reject_from(start, room, Structural::Variant, params));
            };
            let value = (entry(table, variant)?.content)(self);
            if matches!(value, Err(Fault::Halt)) {
                return value;
            }
            loop {
                match self.reader.more(b'}') {
                    Ok(false) => {
                        self.end = self.reader.at() - 1;
                        self.reader.leave();
                        return value;
                    }
                    Ok(true) if self.skip_tag(start)? => {}
                    Ok(true) => return Err(self.superfluous(start)),
                    Err(error) => return Err(self.syntax(error)),
                }
            }
        }
        let params = Params::new().with("expected", ONE_MEMBER);
        Err(self.reject_from(start, room, Structural::Type, params))
    }

    /// The fault of an object that goes on behind the content of its variant. The content was read, so the rest is stepped
    /// over from here: from the start it would be once more at each level.
    #[cold]
    fn superfluous(&mut self, start: usize) -> Fault {
        let fault = |decoder: &mut Self| {
            let params = Params::new().with("expected", ONE_MEMBER);
            decoder.fault_at(start, Structural::Type, params)
        };
        if self.attempts > 0 {
            fault(self);
            self.report.halt();
            return Fault::Halt;
        }
        let mut more = Ok(true);
        while let Ok(true) = more {
            let member = self.reader.key().and_then(|_| self.reader.skip());
            more = member.and_then(|()| self.reader.more(b'}'));
        }
        if let Err(error) = more {
            return self.syntax(error);
        }
        self.reader.leave();
        fault(self)
    }

    /// An internally tagged enum: an object that holds the tag among the members of the content.
    ///
    /// # Errors
    ///
    /// As [`Decode::decode`](super::Decode::decode).
    pub fn internal<T>(
        &mut self,
        tag: &'static str,
        variants: &'static Variants,
        table: &[Tagged<'de, T>],
    ) -> Read<T> {
        if self.aside.rest().is_some() {
            return self.internal_flattened(tag, variants, table);
        }
        if self.reader.peek_token() != b'{' {
            return Err(self.mismatch("an object"));
        }
        let (start, room) = (self.reader.at(), self.reader.room());
        let found = self.find_tag(start, tag, variants)?;
        if self.broken.is_some() {
            return Err(Fault::Halt);
        }
        let Some(variant) = found else {
            self.reader.seek(start);
            self.reader.set_room(room);
            self.skip()?;
            return Err(self.unsound());
        };
        self.reader.seek(start);
        self.reader.set_room(room);
        self.aside.push_tag(Tag {
            object: start,
            name: tag,
            seen: false,
        });
        let value = (entry(table, variant)?.content)(self);
        self.aside.pop_tag();
        value
    }

    /// The variant that the tag of the object at hand names; `None` after a fault that is reported.
    fn find_tag(
        &mut self,
        start: usize,
        tag: &'static str,
        variants: &'static Variants,
    ) -> Read<Option<usize>> {
        // The tag of an enum around this one is not there any more.
        let gone = self.aside.tags_of(start).any(|outer| outer.name == tag);
        self.enter()?;
        let mut more = self.reader.peek_token() != b'}';
        while more {
            let (_, name) = self.reader.key().map_err(|error| self.syntax(error))?;
            if name == tag && !gone {
                return self.read_tag(variants);
            }
            self.leap()?;
            more = self.reader.peek_token() != b'}'
                && self.reader.more(b'}').map_err(|error| self.syntax(error))?;
        }
        let anchor = Anchor::Close(self.reader.at());
        self.report
            .add_anchored(anchor, Structural::Missing.violation().at(segment(tag)));
        Ok(None)
    }

    /// The variant that the next value names; `None` after a fault that is reported.
    pub(super) fn read_tag(&mut self, variants: &'static Variants) -> Read<Option<usize>> {
        let start = self.begin();
        let name = match self.text("a string") {
            Ok(name) => name,
            Err(Fault::Value) => return Ok(None),
            Err(Fault::Halt) => return Err(Fault::Halt),
        };
        let variant = variants.find(&name);
        if variant.is_none() {
            let params = variants.params(self, &name);
            self.fault_at(start, Structural::Variant, params);
        }
        Ok(variant)
    }

    /// An adjacently tagged enum: an object with the tag and the content, in either order. `record` has the two as
    /// its fields 0 and 1.
    ///
    /// # Errors
    ///
    /// As [`Decode::decode`](super::Decode::decode).
    pub fn adjacent<T>(
        &mut self,
        names: (&'static str, &'static str),
        record: &'static Record,
        variants: &'static Variants,
        table: &[Tagged<'de, T>],
    ) -> Read<T> {
        let mut members = Members::open(self, record)?;
        let mut variant = Slot::Absent;
        let mut value = Slot::Absent;
        // Content that came before the tag: it is stepped over and read at the end.
        let mut waiting = Slot::Absent;
        let mut field = members.step(self, 0);
        loop {
            match field {
                0 => variant.read(
                    self,
                    |decoder| decoder.read_tag(variants)?.ok_or(Fault::Value),
                    unruled,
                )?,
                1 => match (&variant, &waiting) {
                    (Slot::Ready(variant), Slot::Absent) => {
                        let content = entry(table, *variant)?.content;
                        value.read(self, content, unruled)?;
                    }
                    _ => {
                        waiting.read(
                            self,
                            |decoder| {
                                let at = decoder.begin();
                                decoder.leap().map(|()| at)
                            },
                            unruled,
                        )?;
                    }
                },
                Members::SKIPPED => {}
                _ => break,
            }
            field = members.step(self, 1);
        }
        members.sound()?;
        let (at, end) = (self.reader.at(), self.end);
        if let (Slot::Ready(variant), Slot::Ready(start)) = (&variant, waiting) {
            self.reader.seek(start);
            value.read(self, entry(table, *variant)?.content, unruled)?;
            self.reader.seek(at);
            self.end = end;
        }
        let tagged = variant.settle(self, names.0, || None);
        if let (true, Slot::Ready(variant), true) = (tagged, &variant, value.is_absent()) {
            let absent = entry(table, *variant)?.absent;
            value.settle(self, names.1, || absent.and_then(|absent| absent()));
        }
        members.close(self)?;
        value.take().map_err(|_| self.unsound())
    }

    /// Steps over the member that comes next if it is a tag that was read off the object at `start`.
    pub(super) fn skip_tag(&mut self, start: usize) -> Read<bool> {
        if self.aside.tags_of(start).next().is_none() {
            return Ok(false);
        }
        self.begin();
        let mut ahead = self.reader.clone();
        let (_, name) = ahead.key().map_err(|error| self.syntax(error))?;
        let Some(tag) = self.aside.tag_mut(start, &name) else {
            return Ok(false);
        };
        self.reader = ahead;
        if std::mem::replace(&mut tag.seen, true) {
            self.duplicate()?;
        } else {
            self.skip()?;
        }
        Ok(true)
    }

    /// Whether a tag was read off the object that comes next.
    pub(super) fn at_tagged(&mut self) -> bool {
        if self.reader.peek_token() != b'{' {
            return false;
        }
        let start = self.reader.at();
        self.aside.tags_of(start).next().is_some()
    }

    /// Reports a fault of a value that was begun at `start`, and steps over it.
    fn reject_from(&mut self, start: usize, room: usize, fault: Structural, params: Params) -> Fault {
        self.reader.seek(start);
        self.reader.set_room(room);
        self.reject(fault, params)
    }
}
