//! The raw text of the value that a deserializer stands at.
//!
//! `serde_json` gives it out unparsed when it is asked for a newtype of an agreed name, the one by which its own
//! `RawValue` asks. Every other format takes that for a plain newtype, whose inside is then transcoded.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Visitor};

use super::transcode::{Transcode, Written};
use crate::boundary::Made;

/// The name by which `serde_json` knows a request for raw text, and the key under which it answers.
const TOKEN: &str = "$serde_json::private::RawValue";

/// JSON text.
pub(super) enum Raw<'de> {
    Borrowed(&'de str),
    Owned(Made),
}

/// Reads the value that comes next, as JSON text. It ends before what is nested too deeply.
pub(super) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Raw<'de>, D::Error> {
    let mut written = Written::default();
    let found = match deserializer.deserialize_newtype_struct(TOKEN, RawVisitor(&mut written)) {
        Ok(Found::Text(text)) => return Ok(Raw::Borrowed(text)),
        Ok(Found::Written) => None,
        // The error is ours, in the words of the format.
        Err(_) if written.too_deep => None,
        Err(error) => Some(error),
    };
    match found {
        Some(error) => Err(error),
        None => Ok(Raw::Owned(Made {
            too_deep: written.too_deep,
            ..Made::of(written.text)
        })),
    }
}

/// What a visitor has found.
enum Found<'de> {
    /// The text as it stands in the input.
    Text(&'de str),
    /// What is written by now.
    Written,
}

struct RawVisitor<'w>(&'w mut Written);

impl RawVisitor<'_> {
    fn transcode(&mut self) -> Transcode<'_> {
        Transcode::new(self.0)
    }
}

/// Visits anything by writing it as JSON.
macro_rules! written {
    ($($visit:ident($type:ty))+) => {$(
        fn $visit<E: Error>(mut self, value: $type) -> Result<Found<'de>, E> {
            self.transcode().$visit(value).map(|()| Found::Written)
        }
    )+};
}

impl<'de> Visitor<'de> for RawVisitor<'_> {
    type Value = Found<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that JSON can hold")
    }

    written! {
        visit_bool(bool) visit_i64(i64) visit_i128(i128) visit_u64(u64) visit_u128(u128) visit_f64(f64)
        visit_str(&str) visit_bytes(&[u8])
    }

    fn visit_unit<E: Error>(mut self) -> Result<Found<'de>, E> {
        self.transcode().visit_unit().map(|()| Found::Written)
    }

    fn visit_none<E: Error>(mut self) -> Result<Found<'de>, E> {
        self.transcode().visit_none().map(|()| Found::Written)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(mut self, deserializer: D) -> Result<Found<'de>, D::Error> {
        self.transcode()
            .deserialize(deserializer)
            .map(|()| Found::Written)
    }

    fn visit_some<D: Deserializer<'de>>(mut self, deserializer: D) -> Result<Found<'de>, D::Error> {
        self.transcode()
            .deserialize(deserializer)
            .map(|()| Found::Written)
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Found<'de>, A::Error> {
        let mut key = String::new();
        let first = map.next_key_seed(KeySeed(&mut key))?;
        if first.is_some() && key == TOKEN {
            return map.next_value_seed(TextSeed(self.0));
        }
        self.transcode()
            .map_after(first.map(|()| key), map)
            .map(|()| Found::Written)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, seq: A) -> Result<Found<'de>, A::Error> {
        self.transcode().visit_seq(seq).map(|()| Found::Written)
    }

    fn visit_enum<A: EnumAccess<'de>>(mut self, data: A) -> Result<Found<'de>, A::Error> {
        self.transcode().visit_enum(data).map(|()| Found::Written)
    }
}

/// A map's first key, which may be the agreed name.
struct KeySeed<'a>(&'a mut String);

impl<'de> DeserializeSeed<'de> for KeySeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        super::transcode::key(self.0, deserializer)
    }
}

/// The raw text itself.
struct TextSeed<'w>(&'w mut Written);

impl<'de> DeserializeSeed<'de> for TextSeed<'_> {
    type Value = Found<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Found<'de>, D::Error> {
        deserializer.deserialize_str(TextVisitor(self.0))
    }
}

struct TextVisitor<'w>(&'w mut Written);

impl<'de> Visitor<'de> for TextVisitor<'_> {
    type Value = Found<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("raw JSON text")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Found<'de>, E> {
        Ok(Found::Text(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Found<'de>, E> {
        self.visit_string(text.to_owned())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Found<'de>, E> {
        self.0.text = text;
        Ok(Found::Written)
    }
}
