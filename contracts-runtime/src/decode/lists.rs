//! Lists, sets and arrays.

use std::collections::{BTreeSet, HashSet, VecDeque};
use std::hash::{BuildHasher, Hash};
use std::rc::Rc;
use std::sync::Arc;

use super::{Decode, DecodeItems, Decoder, Read, ReadOne};
use crate::shape::Shape;
use crate::violation::{Fault, Params, Structural};

/// How many elements room is made for before the first is read: the text does not say how many come.
const FIRST_ROOM: usize = 4;

/// Reads a list, each element by `item`, into `push`. Faulty elements are stepped over, so that all faults of the
/// list are reported; then the list itself is faulty.
pub(crate) fn elements<'de, T>(
    decoder: &mut Decoder<'de>,
    item: ReadOne<'_, 'de, T>,
    push: &mut dyn FnMut(T),
) -> Read<()> {
    if decoder.reader.peek_token() != b'[' {
        return Err(decoder.mismatch("an array"));
    }
    decoder.enter()?;
    let mut sound = true;
    if decoder.reader.peek_token() == b']' {
        decoder.reader.bump();
    } else {
        loop {
            match item(decoder) {
                Ok(value) if sound => push(value),
                Ok(_) => {}
                Err(Fault::Value) => sound = false,
                Err(Fault::Halt) => return Err(Fault::Halt),
            }
            match decoder.reader.more(b']') {
                Ok(true) if decoder.report.halted() => return Err(Fault::Halt),
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => return Err(decoder.syntax(error)),
            }
        }
    }
    decoder.end = decoder.reader.at() - 1;
    decoder.reader.leave();
    if sound { Ok(()) } else { Err(Fault::Value) }
}

/// A list into a vector.
fn vector<'de, T>(decoder: &mut Decoder<'de>, item: ReadOne<'_, 'de, T>) -> Read<Vec<T>> {
    let mut values = Vec::new();
    elements(decoder, item, &mut |value| {
        if values.is_empty() {
            values.reserve(FIRST_ROOM);
        }
        values.push(value);
    })?;
    Ok(values)
}

macro_rules! lists {
    ($([$($generics:tt)*] $type:ty, |$decoder:ident, $item:ident| $read:expr;)+) => {$(
        impl<'de, $($generics)*> DecodeItems<'de> for $type {
            fn decode_items($decoder: &mut Decoder<'de>, $item: ReadOne<'_, 'de, T>) -> Read<Self> {
                $read
            }
        }
    )+};
}

lists! {
    [T] Vec<T>, |decoder, item| vector(decoder, item);
    [T] Box<[T]>, |decoder, item| vector(decoder, item).map(Vec::into_boxed_slice);
    [T] Rc<[T]>, |decoder, item| vector(decoder, item).map(Rc::from);
    [T] Arc<[T]>, |decoder, item| vector(decoder, item).map(Arc::from);
    [T] VecDeque<T>, |decoder, item| vector(decoder, item).map(VecDeque::from);
    [T: Ord] BTreeSet<T>, |decoder, item| {
        let mut values = BTreeSet::new();
        elements(decoder, item, &mut |value| _ = values.insert(value)).map(|()| values)
    };
    [T: Eq + Hash, S: BuildHasher + Default] HashSet<T, S>, |decoder, item| {
        let mut values = HashSet::default();
        elements(decoder, item, &mut |value| _ = values.insert(value)).map(|()| values)
    };
    [T, const N: usize] [T; N], |decoder, item| {
        let start = decoder.begin();
        let values = vector(decoder, item)?;
        let count = values.len();
        values.try_into().map_err(|_| {
            let params = Params::new().with("expected", format!("an array of {N}")).with("found", format!("one of {count}"));
            decoder.fault_at(start, Structural::Type, params)
        })
    };
}

macro_rules! plain {
    ($([$($generics:tt)*] $type:ty;)+) => {$(
        impl<'de, $($generics)*> Decode<'de> for $type
        where
            Self: Shape + DecodeItems<'de, Item = T>,
            T: Decode<'de>,
        {
            fn decode(decoder: &mut Decoder<'de>) -> Read<Self> {
                Self::decode_items(decoder, &mut T::decode)
            }
        }
    )+};
}

plain! {
    [T] Vec<T>;
    [T] Box<[T]>;
    [T] Rc<[T]>;
    [T] Arc<[T]>;
    [T] VecDeque<T>;
    [T] BTreeSet<T>;
    [T, S] HashSet<T, S>;
    [T, const N: usize] [T; N];
}
