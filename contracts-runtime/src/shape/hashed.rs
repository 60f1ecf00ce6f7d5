//! Sets and maps that hash: equal ones may have their parts in different orders, and have equal reports all the same.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::{Entries, Items, Kind, Order, Shape};
use crate::check::{check_items, check_values};
use crate::violation::{At, Report};

impl<T: Shape + Hash, S> Shape for HashSet<T, S> {
    type Target = Self;
    const KIND: Kind = Kind::Set(&T::KIND);

    #[inline]
    fn reach(&self) -> Option<&Self> {
        Some(self)
    }

    #[inline]
    fn check(&self, at: At<'_>, report: &mut Report<'_>) {
        if T::KIND.holds_contracts() {
            check_items(self, at, report, T::check);
        }
    }
}

/// The index is the position among the hashes of the elements, which are the same in every run of a program.
impl<T: Hash, S> Items for HashSet<T, S> {
    type Item = T;
    const HASHED: bool = true;

    fn visit(&self, order: Order, visit: &mut dyn FnMut(usize, &T)) {
        let mut items: Vec<&T> = Vec::new();
        match order {
            Order::Any => return self.iter().for_each(|item| visit(0, item)),
            Order::Same => items.extend(self),
        }
        items.sort_by_cached_key(|item| {
            // It has no keys of its own.
            let mut hasher = DefaultHasher::new();
            item.hash(&mut hasher);
            hasher.finish()
        });
        for (index, item) in items.into_iter().enumerate() {
            visit(index, item);
        }
    }
}

impl<K: Shape, V: Shape, S> Shape for HashMap<K, V, S> {
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
            check_values(self, at, report, V::check);
        }
    }
}

/// In the order of the texts of their keys.
impl<K: Shape, V, S> Entries for HashMap<K, V, S> {
    type Key = K;
    type Value = V;
    const HASHED: bool = true;

    fn visit(&self, order: Order, visit: &mut dyn FnMut(&K, &V)) {
        if order == Order::Any {
            return self.iter().for_each(|(key, value)| visit(key, value));
        }
        let mut entries: Vec<(&K, &V)> = self.iter().collect();
        entries.sort_by(|(one, _), (other, _)| one.key_text().cmp(&other.key_text()));
        for (key, value) in entries {
            visit(key, value);
        }
    }
}
