//! `Option` and the smart pointers.

use std::rc::Rc;
use std::sync::Arc;

use super::{Attempt, Decode, DecodeEntries, DecodeItems, Decoder, Read, ReadOne};
use crate::violation::Fault;

impl<'de, T: Decode<'de>> Decode<'de> for Option<T> {
    #[inline]
    fn decode(decoder: &mut Decoder<'de>) -> Read<Self> {
        match decoder.optional() {
            Optional::Value => T::decode(decoder).map(Some),
            Optional::Null => Ok(None),
            Optional::Flattened => flattened(decoder, T::decode),
        }
    }

    #[inline]
    fn absent() -> Option<Self> {
        Some(None)
    }

    fn decode_key(decoder: &mut Decoder<'de>) -> Read<Self> {
        T::decode_key(decoder).map(Some)
    }
}

/// What comes where there may be no value.
#[derive(Clone, Copy)]
enum Optional {
    Value,
    Null,
    Flattened,
}

impl Decoder<'_> {
    /// What comes; `null` is stepped over.
    #[inline]
    fn optional(&mut self) -> Optional {
        let byte = self.reader.peek();
        if self.aside.is_unused() && byte > b' ' && byte != b'n' {
            return Optional::Value;
        }
        self.optional_unusual()
    }

    #[inline(never)]
    fn optional_unusual(&mut self) -> Optional {
        if self.at_flattened() {
            Optional::Flattened
        } else if self.reader.eat_null() {
            Optional::Null
        } else {
            Optional::Value
        }
    }
}

/// A flattened option: the members are all there and right, or there is no value.
pub(super) fn flattened<'de, T>(
    decoder: &mut Decoder<'de>,
    mut decode: impl FnMut(&mut Decoder<'de>) -> Read<T>,
) -> Read<Option<T>> {
    match decoder.attempt(1, false, &mut decode) {
        Attempt::Clean(value) => Ok(Some(value)),
        Attempt::Broken(_) => decode(decoder).map(Some),
        Attempt::Failed => Ok(None),
        Attempt::Halt => Err(Fault::Halt),
    }
}

impl<'de, T: DecodeItems<'de>> DecodeItems<'de> for Option<T> {
    fn decode_items(decoder: &mut Decoder<'de>, item: ReadOne<'_, 'de, T::Item>) -> Read<Self> {
        if decoder.reader.eat_null() {
            return Ok(None);
        }
        T::decode_items(decoder, item).map(Some)
    }
}

impl<'de, T: DecodeEntries<'de>> DecodeEntries<'de> for Option<T> {
    fn decode_entries(
        decoder: &mut Decoder<'de>,
        key: ReadOne<'_, 'de, T::Key>,
        value: ReadOne<'_, 'de, T::Value>,
    ) -> Read<Self> {
        if decoder.aside.rest().is_none() && decoder.reader.eat_null() {
            return Ok(None);
        }
        T::decode_entries(decoder, key, value).map(Some)
    }
}

macro_rules! pointers {
    ($($type:ident)+) => {$(
        impl<'de, T: Decode<'de>> Decode<'de> for $type<T> {
            #[inline]
            fn decode(decoder: &mut Decoder<'de>) -> Read<Self> {
                T::decode(decoder).map($type::new)
            }

            fn absent() -> Option<Self> {
                T::absent().map($type::new)
            }

            fn decode_key(decoder: &mut Decoder<'de>) -> Read<Self> {
                T::decode_key(decoder).map($type::new)
            }
        }

        impl<'de, T: DecodeItems<'de>> DecodeItems<'de> for $type<T> {
            fn decode_items(decoder: &mut Decoder<'de>, item: ReadOne<'_, 'de, T::Item>) -> Read<Self> {
                T::decode_items(decoder, item).map($type::new)
            }
        }

        impl<'de, T: DecodeEntries<'de>> DecodeEntries<'de> for $type<T> {
            fn decode_entries(
                decoder: &mut Decoder<'de>,
                key: ReadOne<'_, 'de, T::Key>,
                value: ReadOne<'_, 'de, T::Value>,
            ) -> Read<Self> {
                T::decode_entries(decoder, key, value).map($type::new)
            }
        }
    )+};
}

pointers!(Box Rc Arc);
