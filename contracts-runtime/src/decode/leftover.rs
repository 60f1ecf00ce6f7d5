//! The members that are left of an object, as a deserializer for types that serde reads: those of a flattened field,
//! and those beside a tag.

use std::borrow::Cow;

use serde::de::value::{MapAccessDeserializer, MapDeserializer};
use serde::de::{Deserializer, Error as _, Visitor};
use serde_json::Error;
use serde_json::value::RawValue;

use super::Decoder;
use super::kept::{Kept, Rest, Taken};
use crate::violation::Fault;

/// A member that was not taken.
type Entry<'de> = (Cow<'de, str>, &'de RawValue);

/// What serde reads a type from.
pub(super) struct KeptDeserializer<'k, 'de> {
    pub(super) entries: &'k mut Entries<'de>,
}

/// The members, and what became of them.
pub(super) struct Entries<'de> {
    /// In the order of [`Rest::members`].
    all: Vec<Option<Entry<'de>>>,
    /// Whether the type is flattened, so that a struct takes only what it knows.
    flattened: bool,
    /// Whether members were looked at without being taken.
    pub(super) shared: bool,
    /// Whether the type may be none.
    pub(super) optional: bool,
}

impl<'de> Entries<'de> {
    /// The members of `rest` that are not taken.
    pub(super) fn of(
        decoder: &mut Decoder<'de>,
        rest: &Rest<'de>,
        flattened: bool,
    ) -> Result<Self, (usize, Error)> {
        let mut all = Vec::with_capacity(rest.members.len());
        for member in &rest.members {
            all.push(match member.taken {
                Taken::Yes => None,
                Taken::No | Taken::Shared => Some((member.name.clone(), raw(decoder, member)?)),
            });
        }
        Ok(Entries {
            all,
            flattened,
            shared: false,
            optional: false,
        })
    }

    /// Notes in `rest` what was taken and what was looked at.
    pub(super) fn settle(&self, rest: &mut Rest<'de>) {
        for (member, entry) in rest.members.iter_mut().zip(&self.all) {
            match entry {
                None => member.taken = Taken::Yes,
                Some(_) if self.shared && member.taken == Taken::No => member.taken = Taken::Shared,
                Some(_) => {}
            }
        }
    }

    fn take(&mut self, known: &[&str]) -> Vec<Entry<'de>> {
        let known = self.all.iter_mut().filter(|entry| {
            entry
                .as_ref()
                .is_some_and(|(name, _)| known.contains(&name.as_ref()))
        });
        known.filter_map(Option::take).collect()
    }

    fn share(&mut self) -> Vec<Entry<'de>> {
        self.shared = true;
        self.all.iter().flatten().cloned().collect()
    }
}

/// The text of a member's value.
fn raw<'de>(decoder: &mut Decoder<'de>, member: &Kept<'de>) -> Result<&'de RawValue, (usize, Error)> {
    decoder.reader.seek(member.value);
    let stepped = decoder.reader.skip();
    let end = stepped.map_or(member.value, |()| decoder.reader.at());
    let text = decoder.reader.text().get(member.value..end).unwrap_or_default();
    serde_json::from_str(text).map_err(|error| (member.value, error))
}

fn map(entries: Vec<Entry<'_>>) -> MapDeserializer<'_, std::vec::IntoIter<Entry<'_>>, Error> {
    MapDeserializer::new(entries.into_iter())
}

impl<'de> Deserializer<'de> for KeptDeserializer<'_, 'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_map(map(self.entries.share()))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        if self.entries.flattened {
            visitor.visit_map(map(self.entries.take(fields)))
        } else {
            self.deserialize_any(visitor)
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let mut entries = if self.entries.flattened {
            let found = self.entries.all.iter_mut().find(|entry| {
                entry
                    .as_ref()
                    .is_some_and(|(name, _)| variants.contains(&name.as_ref()))
            });
            found.and_then(Option::take).into_iter().collect()
        } else {
            self.entries.share()
        };
        match (entries.pop(), entries.is_empty()) {
            (Some(entry), true) => {
                MapAccessDeserializer::new(map(vec![entry])).deserialize_enum(name, variants, visitor)
            }
            _ => Err(Error::custom(format_args!("no variant of enum {name} found"))),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.entries.optional = true;
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.entries.flattened || self.entries.all.iter().all(Option::is_none) {
            visitor.visit_unit()
        } else {
            self.deserialize_any(visitor)
        }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_unit(visitor)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf seq tuple tuple_struct map
        identifier ignored_any
    }
}

/// The members of the object that comes next, without the tags that were read off it, and its fault where it has one.
pub(super) fn untagged<'de>(decoder: &mut Decoder<'de>) -> Result<Box<Rest<'de>>, Fault> {
    let start = decoder.begin();
    let mut members = Vec::new();
    decoder.enter()?;
    let mut more = decoder.reader.peek_token() != b'}';
    if !more {
        decoder.reader.bump();
    }
    while more {
        if !decoder.skip_tag(start)? {
            let (key, name) = decoder.reader.key().map_err(|error| decoder.syntax(error))?;
            let value = decoder.begin();
            decoder.leap()?;
            members.push(Kept {
                name,
                key,
                value,
                taken: Taken::No,
            });
        }
        more = decoder.reader.more(b'}').map_err(|error| decoder.syntax(error))?;
    }
    decoder.reader.leave();
    Ok(Box::new(Rest {
        members,
        end: decoder.reader.at() - 1,
        next: 0,
        before: Vec::new(),
        direct: true,
    }))
}
