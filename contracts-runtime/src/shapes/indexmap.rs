//! `indexmap`: maps and sets that keep the order of the document.

use std::hash::{BuildHasher, Hash};

use indexmap::{IndexMap, IndexSet};

use crate::decode::{Decode, DecodeEntries, DecodeItems, Decoder, Read, ReadOne, elements, entries};
use crate::rules::Measure;
use crate::rules::items::Listed;
use crate::rules::properties::Keyed;
use crate::shape::{Entries, Items, Kind, Order, Shape};
use crate::violation::{At, Report};

impl<K: Shape, V: Shape, S> Shape for IndexMap<K, V, S> {
    type Target = Self;
    const KIND: Kind = Kind::Map {
        keys: &K::KIND,
        values: &V::KIND,
    };

    #[inline]
    fn reach(&self) -> Option<&Self> {
        Some(self)
    }

    #[inline]
    fn check(&self, at: At<'_>, report: &mut Report<'_>) {
        if V::KIND.holds_contracts() {
            for (key, value) in self {
                value.check(at.key(key).at(), report);
            }
        }
    }
}

impl<K, V, S> Entries for IndexMap<K, V, S> {
    type Key = K;
    type Value = V;

    fn visit(&self, _: Order, visit: &mut dyn FnMut(&K, &V)) {
        for (key, value) in self {
            visit(key, value);
        }
    }
}

impl<'de, K: Eq + Hash, V, S: BuildHasher + Default> DecodeEntries<'de> for IndexMap<K, V, S> {
    fn decode_entries(
        decoder: &mut Decoder<'de>,
        key: ReadOne<'_, 'de, K>,
        value: ReadOne<'_, 'de, V>,
    ) -> Read<Self> {
        let mut map = IndexMap::default();
        entries(decoder, key, value, &mut |key, value| {
            drop(map.insert(key, value));
        })
        .map(|()| map)
    }
}

impl<'de, K, V, S> Decode<'de> for IndexMap<K, V, S>
where
    Self: Shape + DecodeEntries<'de, Key = K, Value = V>,
    K: Decode<'de>,
    V: Decode<'de>,
{
    fn decode(decoder: &mut Decoder<'de>) -> Read<Self> {
        Self::decode_entries(decoder, &mut K::decode_key, &mut V::decode)
    }
}

impl<K, V, S> Keyed for IndexMap<K, V, S> {}

impl<K, V, S> Measure for IndexMap<K, V, S> {
    const UNIT: &'static str = "entries";

    #[inline]
    fn measure(&self) -> usize {
        self.len()
    }
}

impl<T: Shape, S> Shape for IndexSet<T, S> {
    type Target = Self;
    const KIND: Kind = Kind::Set(&T::KIND);

    #[inline]
    fn reach(&self) -> Option<&Self> {
        Some(self)
    }

    #[inline]
    fn check(&self, at: At<'_>, report: &mut Report<'_>) {
        if T::KIND.holds_contracts() {
            for (index, item) in self.iter().enumerate() {
                item.check(at.index(index).at(), report);
            }
        }
    }
}

impl<T, S> Items for IndexSet<T, S> {
    type Item = T;

    fn visit(&self, _: Order, visit: &mut dyn FnMut(usize, &T)) {
        for (index, item) in self.iter().enumerate() {
            visit(index, item);
        }
    }
}

impl<'de, T: Eq + Hash, S: BuildHasher + Default> DecodeItems<'de> for IndexSet<T, S> {
    fn decode_items(decoder: &mut Decoder<'de>, item: ReadOne<'_, 'de, T>) -> Read<Self> {
        let mut values = IndexSet::default();
        elements(decoder, item, &mut |value| _ = values.insert(value)).map(|()| values)
    }
}

impl<'de, T, S> Decode<'de> for IndexSet<T, S>
where
    Self: Shape + DecodeItems<'de, Item = T>,
    T: Decode<'de>,
{
    fn decode(decoder: &mut Decoder<'de>) -> Read<Self> {
        Self::decode_items(decoder, &mut T::decode)
    }
}

impl<T, S> Listed for IndexSet<T, S> {}

impl<T, S> Measure for IndexSet<T, S> {
    const UNIT: &'static str = "elements";

    #[inline]
    fn measure(&self) -> usize {
        self.len()
    }
}
