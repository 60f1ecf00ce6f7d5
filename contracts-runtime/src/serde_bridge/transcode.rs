//! Any format's data as JSON text.

use std::fmt::{self, Write as _};

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use crate::json::{MAX_DEPTH, push_string};

/// A text that grows.
#[derive(Default)]
pub(super) struct Written {
    pub(super) text: String,
    /// Whether it ends where a value would be nested too deeply.
    pub(super) too_deep: bool,
}

/// Writes the value that a deserializer holds at the end of a text. No deeper than the reader reads: a format calls
/// this, and this the format, for each level, which is bounded before the stack is.
pub(super) struct Transcode<'t> {
    written: &'t mut Written,
    /// How many more arrays and objects may be inside.
    room: usize,
    /// How many more options and newtypes may be around, which leave no trace in the text.
    wrappers: usize,
}

/// Writes a map's key: any scalar, as the text that stands in quotes.
pub(super) fn key<'de, D: Deserializer<'de>>(text: &mut String, deserializer: D) -> Result<(), D::Error> {
    deserializer.deserialize_any(Key {
        text,
        wrappers: MAX_DEPTH,
    })
}

fn not_a_number<E: Error>(value: f64) -> Result<(), E> {
    Err(E::custom(format_args!("JSON has no number {value}")))
}

macro_rules! displayed {
    ($($visit:ident($type:ty))+) => {$(
        fn $visit<E: Error>(mut self, value: $type) -> Result<(), E> {
            // Writing to a string does not fail.
            let _ = write!(self.text(), "{value}");
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

impl<'t> Transcode<'t> {
    pub(super) fn new(written: &'t mut Written) -> Self {
        Transcode {
            written,
            room: MAX_DEPTH,
            wrappers: MAX_DEPTH,
        }
    }

    fn text(&mut self) -> &mut String {
        &mut self.written.text
    }

    /// What writes the next value inside.
    fn inside(&mut self) -> Transcode<'_> {
        Transcode {
            written: self.written,
            room: self.room,
            wrappers: self.wrappers,
        }
    }

    /// Opens an array or object, unless it would be too deep.
    fn open<E: Error>(&mut self, bracket: char) -> Result<(), E> {
        let Some(room) = self.room.checked_sub(1) else {
            return Err(self.too_deep());
        };
        self.room = room;
        self.text().push(bracket);
        Ok(())
    }

    /// Steps into an option or newtype, unless that would be too deep.
    fn unwrap<'de, D: Deserializer<'de>>(mut self, deserializer: D) -> Result<(), D::Error> {
        let Some(wrappers) = self.wrappers.checked_sub(1) else {
            return Err(self.too_deep());
        };
        self.wrappers = wrappers;
        deserializer.deserialize_any(self)
    }

    #[cold]
    fn too_deep<E: Error>(&mut self) -> E {
        self.written.too_deep = true;
        E::custom("nested too deeply")
    }

    /// A map whose first key was read already.
    pub(super) fn map_after<'de, A: MapAccess<'de>>(
        mut self,
        first: Option<String>,
        mut map: A,
    ) -> Result<(), A::Error> {
        self.open('{')?;
        let mut next = first;
        let mut comma = false;
        while let Some(key) = next {
            if comma {
                self.text().push(',');
            }
            comma = true;
            push_string(self.text(), &key);
            self.text().push(':');
            map.next_value_seed(self.inside())?;
            let mut key = String::new();
            next = map.next_key_seed(KeySeed(&mut key))?.map(|()| key);
        }
        self.text().push('}');
        Ok(())
    }
}

impl<'de> Visitor<'de> for Transcode<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that JSON can hold")
    }

    displayed! { visit_bool(bool) visit_i64(i64) visit_i128(i128) visit_u64(u64) visit_u128(u128) }

    fn visit_f64<E: Error>(mut self, value: f64) -> Result<(), E> {
        if !value.is_finite() {
            return not_a_number(value);
        }
        // With a point even where there is no fraction, so that it stays a float.
        let _ = write!(self.text(), "{value:?}");
        Ok(())
    }

    fn visit_str<E: Error>(mut self, value: &str) -> Result<(), E> {
        push_string(self.text(), value);
        Ok(())
    }

    fn visit_bytes<E: Error>(mut self, value: &[u8]) -> Result<(), E> {
        self.open('[')?;
        for (index, byte) in value.iter().enumerate() {
            if index > 0 {
                self.text().push(',');
            }
            let _ = write!(self.text(), "{byte}");
        }
        self.text().push(']');
        Ok(())
    }

    fn visit_unit<E: Error>(mut self) -> Result<(), E> {
        self.text().push_str("null");
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.unwrap(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.unwrap(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<(), A::Error> {
        self.open('[')?;
        let mut first = true;
        loop {
            let length = self.text().len();
            if !first {
                self.text().push(',');
            }
            if seq.next_element_seed(self.inside())?.is_none() {
                self.text().truncate(length);
                break;
            }
            first = false;
        }
        self.text().push(']');
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut key = String::new();
        let first = map.next_key_seed(KeySeed(&mut key))?.map(|()| key);
        self.map_after(first, map)
    }

    /// As serde's external tagging has it.
    fn visit_enum<A: EnumAccess<'de>>(mut self, data: A) -> Result<(), A::Error> {
        self.open('{')?;
        let mut name = String::new();
        let ((), variant) = data.variant_seed(KeySeed(&mut name))?;
        push_string(self.text(), &name);
        self.text().push(':');
        variant.newtype_variant_seed(self.inside())?;
        self.text().push('}');
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
struct Key<'t> {
    text: &'t mut String,
    /// How many more options and newtypes may be around.
    wrappers: usize,
}

impl Key<'_> {
    fn text(&mut self) -> &mut String {
        self.text
    }

    fn unwrap<'de, D: Deserializer<'de>>(mut self, deserializer: D) -> Result<(), D::Error> {
        let Some(wrappers) = self.wrappers.checked_sub(1) else {
            return Err(D::Error::custom("a key is nested too deeply"));
        };
        self.wrappers = wrappers;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Key<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key that JSON can hold: text, a number or a boolean")
    }

    displayed! { visit_bool(bool) visit_i64(i64) visit_i128(i128) visit_u64(u64) visit_u128(u128) visit_f64(f64) visit_str(&str) }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.unwrap(deserializer)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.unwrap(deserializer)
    }
}
