//! The raw text of the value that a deserializer stands at.
//!
//! `serde_json` gives it out unparsed when it is asked for a newtype of an agreed name, the one by which its own
//! `RawValue` asks. Every other format takes that for a plain newtype, whose inside is then transcoded.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::transcode::Transcode;

/// The name by which `serde_json` knows a request for raw text, and the key under which it answers.
const TOKEN: &str = "$serde_json::private::RawValue";

/// JSON text.
pub(crate) enum Raw<'de> {
    Borrowed(&'de str),
    Owned(String),
}

/// Reads the value that comes next, as JSON text.
pub(super) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Raw<'de>, D::Error> {
    deserializer.deserialize_newtype_struct(TOKEN, RawVisitor)
}

struct RawVisitor;

/// Visits anything by writing it as JSON.
macro_rules! written {
    ($($visit:ident($type:ty))+) => {$(
        fn $visit<E: Error>(self, value: $type) -> Result<Raw<'de>, E> {
            owned(|text| Transcode(text).$visit(value))
        }
    )+};
}

fn owned<E>(write: impl FnOnce(&mut String) -> Result<(), E>) -> Result<Raw<'static>, E> {
    let mut text = String::new();
    write(&mut text)?;
    Ok(Raw::Owned(text))
}

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that JSON can hold")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw<'de>, D::Error> {
        owned(|text| Transcode(text).deserialize(deserializer))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw<'de>, A::Error> {
        let mut key = String::new();
        if map.next_key_seed(KeySeed(&mut key))?.is_none() {
            return Ok(Raw::Borrowed("{}"));
        }
        if key == TOKEN {
            return map.next_value_seed(TextSeed);
        }
        owned(|text| Transcode(text).map_after(key, map))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Raw<'de>, A::Error> {
        owned(|text| Transcode(text).visit_seq(seq))
    }

    fn visit_unit<E: Error>(self) -> Result<Raw<'de>, E> {
        Ok(Raw::Borrowed("null"))
    }

    fn visit_none<E: Error>(self) -> Result<Raw<'de>, E> {
        Ok(Raw::Borrowed("null"))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw<'de>, D::Error> {
        owned(|text| Transcode(text).deserialize(deserializer))
    }

    written! {
        visit_bool(bool) visit_i64(i64) visit_i128(i128) visit_u64(u64) visit_u128(u128) visit_f64(f64)
        visit_str(&str) visit_bytes(&[u8])
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
struct TextSeed;

impl<'de> DeserializeSeed<'de> for TextSeed {
    type Value = Raw<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw<'de>, D::Error> {
        deserializer.deserialize_str(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Raw<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("raw JSON text")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Raw<'de>, E> {
        Ok(Raw::Borrowed(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Raw<'de>, E> {
        Ok(Raw::Owned(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Raw<'de>, E> {
        Ok(Raw::Owned(text))
    }
}
