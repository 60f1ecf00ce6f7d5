//! Any format's data as JSON text.

use std::fmt::{self, Write as _};

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor,
};

/// Writes the value that a deserializer holds at the end of a text.
pub(super) struct Transcode<'t>(pub(super) &'t mut String);

/// Writes a map's key: any scalar, as the text that stands in quotes.
pub(super) fn key<'de, D: Deserializer<'de>>(text: &mut String, deserializer: D) -> Result<(), D::Error> {
    deserializer.deserialize_any(Key(text))
}

/// Appends a JSON string.
fn quoted(text: &mut String, value: &str) {
    text.push('"');
    for char in value.chars() {
        match char {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\0'..='\x1f' => drop(write!(text, "\\u{:04x}", char as u32)),
            _ => text.push(char),
        }
    }
    text.push('"');
}

fn not_a_number<E: Error>(value: f64) -> Result<(), E> {
    Err(E::custom(format_args!("JSON has no number {value}")))
}

macro_rules! displayed {
    ($($visit:ident($type:ty))+) => {$(
        fn $visit<E: Error>(self, value: $type) -> Result<(), E> {
            // Writing to a string does not fail.
            let _ = write!(self.0, "{value}");
            Ok(())
        }
    )+};
}

impl<'de> DeserializeSeed<'de> for Transcode<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Transcode<'_> {
    /// A map whose first key was read already.
    pub(super) fn map_after<'de, A: MapAccess<'de>>(self, key: String, mut map: A) -> Result<(), A::Error> {
        let text = self.0;
        text.push('{');
        let mut next = Some(key);
        let mut first = true;
        while let Some(key) = next {
            if !first {
                text.push(',');
            }
            first = false;
            quoted(text, &key);
            text.push(':');
            map.next_value_seed(Transcode(text))?;
            let mut key = String::new();
            next = map.next_key_seed(KeySeed(&mut key))?.map(|()| key);
        }
        text.push('}');
        Ok(())
    }
}

impl<'de> Visitor<'de> for Transcode<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that JSON can hold")
    }

    displayed! { visit_bool(bool) visit_i64(i64) visit_i128(i128) visit_u64(u64) visit_u128(u128) }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        if !value.is_finite() {
            return not_a_number(value);
        }
        // With a point even where there is no fraction, so that it stays a float.
        let _ = write!(self.0, "{value:?}");
        Ok(())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        quoted(self.0, value);
        Ok(())
    }

    fn visit_bytes<E: Error>(self, value: &[u8]) -> Result<(), E> {
        let text = self.0;
        text.push('[');
        for (index, byte) in value.iter().enumerate() {
            if index > 0 {
                text.push(',');
            }
            let _ = write!(text, "{byte}");
        }
        text.push(']');
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.0.push_str("null");
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.0.push_str("null");
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let text = self.0;
        text.push('[');
        let mut first = true;
        loop {
            let length = text.len();
            if !first {
                text.push(',');
            }
            if seq.next_element_seed(Transcode(text))?.is_none() {
                text.truncate(length);
                break;
            }
            first = false;
        }
        text.push(']');
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut key = String::new();
        match map.next_key_seed(KeySeed(&mut key))? {
            Some(()) => self.map_after(key, map),
            None => {
                self.0.push_str("{}");
                Ok(())
            }
        }
    }

    /// As serde's external tagging has it.
    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<(), A::Error> {
        let mut name = String::new();
        let ((), variant) = data.variant_seed(KeySeed(&mut name))?;
        let text = self.0;
        text.push('{');
        quoted(text, &name);
        text.push(':');
        variant.newtype_variant_seed(Transcode(text))?;
        text.push('}');
        Ok(())
    }
}

struct KeySeed<'a>(&'a mut String);

impl<'de> DeserializeSeed<'de> for KeySeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        key(self.0, deserializer)
    }
}

/// Writes a scalar as it stands between a key's quotes, before escaping.
struct Key<'t>(&'t mut String);

impl<'de> Visitor<'de> for Key<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key that JSON can hold: text, a number or a boolean")
    }

    displayed! { visit_bool(bool) visit_i64(i64) visit_i128(i128) visit_u64(u64) visit_u128(u128) visit_f64(f64) visit_str(&str) }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}
