//! Types that are no contracts: serde reads them from their own raw text.

use super::{Decoder, Read};

/// A type that a field can have although it is no contract: it is `Deserialize`.
#[diagnostic::on_unimplemented(
    message = "a field of a contract can't have the type `{Self}`",
    label = "`{Self}` can't be read",
    note = "derive `Contract` for it, or serde's `Deserialize` (which needs the feature `json`)"
)]
pub trait Foreign<'de>: Sized {
    /// Reads the next value.
    ///
    /// # Errors
    ///
    /// As [`Decode::decode`](super::Decode::decode).
    fn decode_foreign(decoder: &mut Decoder<'de>) -> Read<Self>;

    /// The value of a member that is absent, if the type has one.
    fn absent_foreign() -> Option<Self>;
}

#[cfg(feature = "json")]
pub use enabled::{TextDeserializer, decode_with};

#[cfg(feature = "json")]
mod enabled {
    use serde::Deserialize;
    use serde::de::{Deserializer, Visitor};

    use super::super::kept::Rest;
    use super::super::leftover::{self, Entries, KeptDeserializer};
    use super::super::reading::Reading;
    use super::{Decoder, Foreign, Read};
    use crate::violation::Fault;

    /// The deserializer that functions named by `deserialize_with` are called with.
    pub type TextDeserializer<'de> = serde_json::Deserializer<serde_json::de::StrRead<'de>>;

    #[diagnostic::do_not_recommend]
    impl<'de, T: Deserialize<'de>> Foreign<'de> for T {
        fn decode_foreign(decoder: &mut Decoder<'de>) -> Read<Self> {
            match decoder.aside.take_rest() {
                Some(rest) => flattened(decoder, rest),
                None if decoder.at_tagged() => tagged(decoder),
                None => decode_with(decoder, |deserializer| T::deserialize(deserializer)),
            }
        }

        fn absent_foreign() -> Option<Self> {
            T::deserialize(Absent).ok()
        }
    }

    /// Reads a value by a function of serde's kind, from the raw text of the value.
    ///
    /// # Errors
    ///
    /// As [`Decode::decode`](super::super::Decode::decode).
    pub fn decode_with<'de, T>(
        decoder: &mut Decoder<'de>,
        with: impl FnOnce(&mut TextDeserializer<'de>) -> Result<T, serde_json::Error>,
    ) -> Read<T> {
        let start = decoder.begin();
        decoder.skip()?;
        let text = decoder
            .reader
            .text()
            .get(start..decoder.reader.at())
            .unwrap_or_default();
        let _reading = Reading::start(text.len());
        if Reading::is_over() {
            return Err(decoder.exhausted(start));
        }
        let mut deserializer = TextDeserializer::from_str(text);
        let value = with(&mut deserializer).and_then(|value| deserializer.end().map(|()| value));
        if Reading::is_over() {
            return Err(decoder.exhausted(start));
        }
        value.map_err(|error| refused(decoder, start, &error))
    }

    /// From the members that are left.
    fn flattened<'de, T: Deserialize<'de>>(decoder: &mut Decoder<'de>, mut rest: Box<Rest<'de>>) -> Read<T> {
        let start = decoder.reader.at();
        let flattened = rest.direct;
        let mut entries = match Entries::of(decoder, &rest, flattened) {
            Ok(entries) => entries,
            Err((at, error)) => {
                decoder.aside.give_rest(rest);
                return Err(refused(decoder, at, &error));
            }
        };
        let _reading = Reading::start(rest.end.saturating_sub(start));
        let value = T::deserialize(KeptDeserializer {
            entries: &mut entries,
        });
        entries.settle(&mut rest);
        decoder.end = rest.end;
        decoder.aside.give_rest(rest);
        decoder.reader.seek(start);
        if Reading::is_over() {
            return Err(decoder.exhausted(start));
        }
        value.or_else(|error| match T::absent_foreign() {
            Some(none) if entries.optional && flattened => Ok(none),
            _ => Err(refused(decoder, start, &error)),
        })
    }

    /// From the members beside a tag.
    fn tagged<'de, T: Deserialize<'de>>(decoder: &mut Decoder<'de>) -> Read<T> {
        let start = decoder.begin();
        let mut rest = leftover::untagged(decoder)?;
        rest.direct = false;
        let end = decoder.reader.at();
        decoder.reader.seek(start);
        let value = flattened(decoder, rest);
        decoder.aside.take_rest();
        decoder.reader.seek(end);
        value
    }

    /// Reports what serde says against the value that starts at `start`.
    #[cold]
    fn refused(decoder: &mut Decoder<'_>, start: usize, error: &serde_json::Error) -> Fault {
        let text = error.to_string();
        // The place that serde appends is one within the value's own text.
        let reason = text.rsplit_once(" at line ").map_or(&*text, |(reason, _)| reason);
        decoder.unconverted(start, reason)
    }

    /// What serde's derive asks when a member is absent: types that can do without a value take it as none.
    struct Absent;

    impl<'de> Deserializer<'de> for Absent {
        type Error = serde::de::value::Error;

        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
            Err(serde::de::Error::custom("absent"))
        }

        fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
            visitor.visit_none()
        }

        serde::forward_to_deserialize_any! {
            bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
            newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
        }
    }
}
