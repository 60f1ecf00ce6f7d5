//! A source that owns its text: what was read from a reader, or made of something that is not JSON text.

use std::fmt;

use serde::de::{Deserialize, Deserializer};

use super::source::Made;
use super::{Origin, Source};
use crate::serde_bridge;

/// A text that a boundary reads, and that owns what it is made of.
///
/// One is read from a reader by [`Boundary::read`](super::Boundary::read), within the limit on bytes. It is made of a
/// [`serde_json::Value`](Payload::value), of [form data](Payload::form), or, by its `Deserialize`, of what any format
/// of serde holds. A reference to it is a [`Source`] like any other, so that contracts may borrow from it.
///
/// The verdict, the codes and the pointers are those of a JSON text of the same content. Places are those of the text
/// that was read, or those in the form; of what came from anywhere else nobody has seen a text, and there are none.
/// The limit on bytes is on what was read, on the form, or else on the JSON text that was made.
///
/// ```
/// use contracts_runtime::{Boundary, Payload};
/// use serde::Deserialize;
/// use serde::de::IntoDeserializer;
///
/// // Any deserializer will do: here that of a list in memory.
/// let list = vec![1, 2, 3].into_deserializer();
/// let payload = Payload::deserialize(list)?;
/// assert_eq!(format!("{payload:?}"), "Payload { length: Some(7), .. }");
/// # Ok::<(), serde::de::value::Error>(())
/// ```
///
/// # Other formats
///
/// `Deserialize` reads formats that describe themselves, such as CBOR, `MessagePack`, TOML and YAML. What it reports as
/// the format's own error is that the data is not of that format, or holds what JSON can't: a float that is no number,
/// a key that is a list. All else is for the contract to say.
///
/// Values may nest 127 deep, or less if a limit says so; what goes deeper is rejected by `limit.depth` and read no
/// further. So a payload should be the whole of what is read, and not a part of another type, whose other parts would
/// follow.
pub struct Payload {
    content: Content,
    origin: Option<Origin>,
}

enum Content {
    /// As it was read.
    Bytes(Vec<u8>),
    Made(Made),
    /// More than `max` bytes, which were not kept.
    Cut {
        max: usize,
    },
}

impl Payload {
    /// Bytes as they were read.
    pub(crate) const fn of_bytes(bytes: Vec<u8>) -> Self {
        Payload {
            content: Content::Bytes(bytes),
            origin: None,
        }
    }

    /// More than `max` bytes.
    pub(crate) const fn cut(max: usize) -> Self {
        Payload {
            content: Content::Cut { max },
            origin: None,
        }
    }

    /// A text that was made.
    pub(crate) const fn of_made(made: Made, origin: Origin) -> Self {
        Payload {
            content: Content::Made(made),
            origin: Some(origin),
        }
    }
}

impl<'de> From<&'de Payload> for Source<'de> {
    fn from(payload: &'de Payload) -> Self {
        let source = match &payload.content {
            Content::Bytes(bytes) => Source::from(bytes.as_slice()),
            Content::Made(made) => Source::made(made),
            Content::Cut { max } => Source::cut(*max),
        };
        match &payload.origin {
            Some(origin) => source.coming_from(origin),
            None => source,
        }
    }
}

/// Reads whatever comes, from any format that describes itself.
impl<'de> Deserialize<'de> for Payload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let made = serde_bridge::made(deserializer)?;
        Ok(Payload::of_made(made, Origin::Made))
    }
}

/// How long it is. The text is not shown: it may hold secrets.
impl fmt::Debug for Payload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Payload")
            .field("length", &Source::from(self).len())
            .finish_non_exhaustive()
    }
}
