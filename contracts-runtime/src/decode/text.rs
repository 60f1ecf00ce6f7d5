//! Text, owned and borrowed.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use super::{Decode, Decoder, Read};
use crate::violation::{Params, Structural};

impl<'de> Decoder<'de> {
    /// A string, or a mismatch with what was `expected`. Borrowed from the input unless it holds an escape.
    #[inline]
    pub(crate) fn text(&mut self, expected: &'static str) -> Read<Cow<'de, str>> {
        if self.reader.peek_token() != b'"' {
            return Err(self.mismatch(expected));
        }
        self.reader.string().map_err(|error| self.syntax(error))
    }
}

macro_rules! owned {
    ($($type:ty),+) => {$(
        impl<'de> Decode<'de> for $type {
            #[inline]
            fn decode(decoder: &mut Decoder<'de>) -> Read<Self> {
                decoder.text("a string").map(Into::into)
            }
        }
    )+};
}

owned!(Box<str>, Rc<str>, Arc<str>);

impl<'de> Decode<'de> for String {
    #[inline]
    fn decode(decoder: &mut Decoder<'de>) -> Read<Self> {
        match decoder.reader.plain_string() {
            Some(text) => Ok(text.to_owned()),
            None => unusual(decoder),
        }
    }
}

/// A string with white space before it, or with an escape; or none.
#[cold]
#[inline(never)]
fn unusual(decoder: &mut Decoder<'_>) -> Read<String> {
    decoder.text("a string").map(Cow::into_owned)
}

/// Borrows from the input where no escape stands in the way.
impl<'de: 'a, 'a> Decode<'de> for Cow<'a, str> {
    #[inline]
    fn decode(decoder: &mut Decoder<'de>) -> Read<Self> {
        decoder.text("a string")
    }
}

/// Borrows from the input. A string with an escape can't be borrowed and is a fault.
impl<'de: 'a, 'a> Decode<'de> for &'a str {
    #[inline]
    fn decode(decoder: &mut Decoder<'de>) -> Read<Self> {
        let start = decoder.begin();
        match decoder.text("a string")? {
            Cow::Borrowed(text) => Ok(text),
            Cow::Owned(_) => {
                let params = Params::new().with("expected", "a string without escapes");
                Err(decoder.fault_at(start, Structural::Type, params))
            }
        }
    }
}
