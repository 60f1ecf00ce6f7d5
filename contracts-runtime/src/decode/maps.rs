//! Maps.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, Hash};

use super::kept::{Rest, Taken};
use super::{Decode, DecodeEntries, Decoder, Read, ReadOne};
use crate::shape::Shape;
use crate::violation::Fault;

/// Reads an object, each key by `key` and each value by `value`, into `insert`. Faulty entries are stepped over, so
/// that all faults of the map are reported; then the map itself is faulty.
pub(crate) fn entries<'de, K, V>(
    decoder: &mut Decoder<'de>,
    key: ReadOne<'_, 'de, K>,
    value: ReadOne<'_, 'de, V>,
    insert: &mut dyn FnMut(K, V),
) -> Read<()> {
    if let Some(rest) = decoder.aside.take_rest() {
        return kept(decoder, rest, key, value, insert);
    }
    if decoder.reader.peek_token() != b'{' {
        return Err(decoder.mismatch("an object"));
    }
    let start = decoder.reader.at();
    decoder.enter()?;
    let mut sound = true;
    if decoder.reader.peek_token() == b'}' {
        decoder.reader.bump();
    } else {
        loop {
            if !decoder.skip_tag(start)? {
                sound &= entry(decoder, key, value, insert)?;
            }
            match decoder.reader.more(b'}') {
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

/// One entry; false if it is faulty.
fn entry<'de, K, V>(
    decoder: &mut Decoder<'de>,
    key: ReadOne<'_, 'de, K>,
    value: ReadOne<'_, 'de, V>,
    insert: &mut dyn FnMut(K, V),
) -> Read<bool> {
    if decoder.reader.peek_token() != b'"' {
        let error = decoder.reader.unexpected("a key in quotes");
        return Err(decoder.syntax(error));
    }
    let key = settle(key(decoder))?;
    decoder.reader.colon().map_err(|error| decoder.syntax(error))?;
    let value = settle(value(decoder))?;
    Ok(match (key, value) {
        (Some(key), Some(value)) => {
            insert(key, value);
            true
        }
        _ => false,
    })
}

/// `None` for a fault that was stepped over.
fn settle<T>(read: Read<T>) -> Read<Option<T>> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(Fault::Value) => Ok(None),
        Err(Fault::Halt) => Err(Fault::Halt),
    }
}

/// A flattened map: all members that no record before it has taken.
fn kept<'de, K, V>(
    decoder: &mut Decoder<'de>,
    mut rest: Box<Rest<'de>>,
    key: ReadOne<'_, 'de, K>,
    value: ReadOne<'_, 'de, V>,
    insert: &mut dyn FnMut(K, V),
) -> Read<()> {
    let mut sound = true;
    for member in &mut rest.members {
        if member.taken == Taken::Yes {
            continue;
        }
        member.taken = Taken::Shared;
        decoder.reader.seek(member.key);
        sound &= entry(decoder, key, value, insert)?;
    }
    decoder.end = rest.end;
    decoder.aside.give_rest(rest);
    if sound { Ok(()) } else { Err(Fault::Value) }
}

impl<'de, K: Ord, V> DecodeEntries<'de> for BTreeMap<K, V> {
    fn decode_entries(
        decoder: &mut Decoder<'de>,
        key: ReadOne<'_, 'de, K>,
        value: ReadOne<'_, 'de, V>,
    ) -> Read<Self> {
        let mut map = BTreeMap::new();
        entries(decoder, key, value, &mut |key, value| {
            drop(map.insert(key, value));
        })
        .map(|()| map)
    }
}

impl<'de, K: Shape + Eq + Hash, V, S: BuildHasher + Default> DecodeEntries<'de> for HashMap<K, V, S> {
    fn decode_entries(
        decoder: &mut Decoder<'de>,
        key: ReadOne<'_, 'de, K>,
        value: ReadOne<'_, 'de, V>,
    ) -> Read<Self> {
        let mut map = HashMap::default();
        entries(decoder, key, value, &mut |key, value| {
            drop(map.insert(key, value));
        })
        .map(|()| map)
    }
}

macro_rules! plain {
    ($([$($generics:tt)*] $type:ty;)+) => {$(
        impl<'de, $($generics)*> Decode<'de> for $type
        where
            Self: Shape + DecodeEntries<'de, Key = K, Value = V>,
            K: Decode<'de>,
            V: Decode<'de>,
        {
            fn decode(decoder: &mut Decoder<'de>) -> Read<Self> {
                Self::decode_entries(decoder, &mut K::decode_key, &mut V::decode)
            }
        }
    )+};
}

plain! {
    [K, V] BTreeMap<K, V>;
    [K, V, S] HashMap<K, V, S>;
}
