//! The types of std that fields can have, and any JSON.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

use super::{Entries, Items, Kind, Order, Shape};
use crate::violation::{At, Report};

macro_rules! scalar {
    ($($type:ty => $kind:expr, |$value:ident| $key:expr;)+) => {$(
        impl Shape for $type {
            type Target = $type;
            const KIND: Kind = $kind;

            #[inline]
            fn reach(&self) -> Option<&$type> {
                Some(self)
            }

            fn key_text(&self) -> Cow<'_, str> {
                let $value = self;
                $key
            }
        }
    )+};
}

macro_rules! integers {
    ($signed:literal: $($type:ty)+) => {$(
        scalar! {
            $type => Kind::Integer { signed: $signed, bits: <$type>::BITS }, |value| Cow::Owned(value.to_string());
        }
    )+};
}

integers!(true: i8 i16 i32 i64 i128 isize);
integers!(false: u8 u16 u32 u64 u128 usize);
scalar! {
    f32 => Kind::Number, |value| Cow::Owned(value.to_string());
    f64 => Kind::Number, |value| Cow::Owned(value.to_string());
    bool => Kind::Bool, |value| Cow::Borrowed(if *value { "true" } else { "false" });
    char => Kind::Char, |value| Cow::Owned(value.to_string());
    () => Kind::Null, |_value| Cow::Borrowed("null");
    std::net::Ipv4Addr => Kind::Text { format: Some("ipv4") }, |value| Cow::Owned(value.to_string());
    std::net::Ipv6Addr => Kind::Text { format: Some("ipv6") }, |value| Cow::Owned(value.to_string());
    std::net::IpAddr => Kind::Text { format: Some("ip") }, |value| Cow::Owned(value.to_string());
}

macro_rules! text {
    ($([$($generics:tt)*] $type:ty;)+) => {$(
        impl<$($generics)*> Shape for $type {
            type Target = str;
            const KIND: Kind = Kind::Text { format: None };

            #[inline]
            fn reach(&self) -> Option<&str> {
                Some(self)
            }

            fn key_text(&self) -> Cow<'_, str> {
                Cow::Borrowed(self)
            }
        }
    )+};
}

text! {
    [] String;
    ['a] &'a str;
    ['a] Cow<'a, str>;
    [] Box<str>;
    [] Rc<str>;
    [] Arc<str>;
}

macro_rules! pointers {
    ($($type:ident)+) => {$(
        impl<T: Shape> Shape for $type<T> {
            type Target = T::Target;
            const KIND: Kind = T::KIND;

            #[inline]
            fn reach(&self) -> Option<&T::Target> {
                T::reach(self)
            }

            #[inline]
            fn check(&self, at: At<'_>, report: &mut Report<'_>) {
                T::check(self, at, report);
            }

            #[inline]
            fn is_absent(&self) -> bool {
                T::is_absent(self)
            }

            #[inline]
            fn is_null(&self) -> bool {
                T::is_null(self)
            }

            fn key_text(&self) -> Cow<'_, str> {
                T::key_text(self)
            }
        }

        impl<T: Items> Items for $type<T> {
            type Item = T::Item;
            const HASHED: bool = T::HASHED;

            fn visit(&self, order: Order, visit: &mut dyn FnMut(usize, &T::Item)) {
                T::visit(self, order, visit);
            }
        }

        impl<T: Entries> Entries for $type<T> {
            type Key = T::Key;
            type Value = T::Value;
            const HASHED: bool = T::HASHED;

            fn visit(&self, order: Order, visit: &mut dyn FnMut(&T::Key, &T::Value)) {
                T::visit(self, order, visit);
            }
        }
    )+};
}

pointers!(Box Rc Arc);

impl<T: Shape> Shape for Option<T> {
    type Target = T::Target;
    const KIND: Kind = Kind::Optional(&T::KIND);

    #[inline]
    fn reach(&self) -> Option<&T::Target> {
        self.as_ref().and_then(T::reach)
    }

    #[inline]
    fn check(&self, at: At<'_>, report: &mut Report<'_>) {
        if let Some(value) = self {
            value.check(at, report);
        }
    }

    fn key_text(&self) -> Cow<'_, str> {
        self.as_ref().map_or(Cow::Borrowed("null"), T::key_text)
    }
}

impl<T: Items> Items for Option<T> {
    type Item = T::Item;
    const HASHED: bool = T::HASHED;

    fn visit(&self, order: Order, visit: &mut dyn FnMut(usize, &T::Item)) {
        if let Some(value) = self {
            value.visit(order, visit);
        }
    }
}

impl<T: Entries> Entries for Option<T> {
    type Key = T::Key;
    type Value = T::Value;
    const HASHED: bool = T::HASHED;

    fn visit(&self, order: Order, visit: &mut dyn FnMut(&T::Key, &T::Value)) {
        if let Some(value) = self {
            value.visit(order, visit);
        }
    }
}

impl<T> Shape for PhantomData<T> {
    type Target = Self;
    const KIND: Kind = Kind::Null;

    fn reach(&self) -> Option<&Self> {
        Some(self)
    }
}

macro_rules! lists {
    ($([$($generics:tt)*] $type:ty => $target:ty, $kind:expr;)+) => {$(
        impl<$($generics)*> Shape for $type where T: Shape {
            type Target = $target;
            const KIND: Kind = $kind;

            #[inline]
            fn reach(&self) -> Option<&$target> {
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

        impl<$($generics)*> Items for $type {
            type Item = T;

            fn visit(&self, _: Order, visit: &mut dyn FnMut(usize, &T)) {
                for (index, item) in self.iter().enumerate() {
                    visit(index, item);
                }
            }
        }
    )+};
}

lists! {
    [T] Vec<T> => [T], Kind::List { items: &T::KIND, length: None };
    [T, const N: usize] [T; N] => [T], Kind::List { items: &T::KIND, length: Some(N) };
    [T] Box<[T]> => [T], Kind::List { items: &T::KIND, length: None };
    [T] Rc<[T]> => [T], Kind::List { items: &T::KIND, length: None };
    [T] Arc<[T]> => [T], Kind::List { items: &T::KIND, length: None };
    [T] VecDeque<T> => VecDeque<T>, Kind::List { items: &T::KIND, length: None };
    [T] BTreeSet<T> => BTreeSet<T>, Kind::Set(&T::KIND);
}

macro_rules! maps {
    ($([$($generics:tt)*] $type:ty;)+) => {$(
        impl<$($generics)*> Shape for $type where K: Shape, V: Shape {
            type Target = Self;
            const KIND: Kind = Kind::Map { keys: &K::KIND, values: &V::KIND };

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

        impl<$($generics)*> Entries for $type {
            type Key = K;
            type Value = V;

            fn visit(&self, _: Order, visit: &mut dyn FnMut(&K, &V)) {
                for (key, value) in self {
                    visit(key, value);
                }
            }
        }
    )+};
}

maps! {
    [K, V] BTreeMap<K, V>;
}

macro_rules! tuples {
    ($(($($name:ident $index:tt),+);)+) => {$(
        impl<$($name: Shape),+> Shape for ($($name,)+) {
            type Target = Self;
            const KIND: Kind = Kind::Tuple(&[$($name::KIND),+]);

            fn reach(&self) -> Option<&Self> {
                Some(self)
            }

            fn check(&self, at: At<'_>, report: &mut Report<'_>) {
                $(self.$index.check(at.index($index).at(), report);)+
            }
        }
    )+};
}

tuples! {
    (A 0);
    (A 0, B 1);
    (A 0, B 1, C 2);
    (A 0, B 1, C 2, D 3);
    (A 0, B 1, C 2, D 3, E 4);
    (A 0, B 1, C 2, D 3, E 4, F 5);
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6);
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7);
}

#[cfg(feature = "json")]
impl Shape for serde_json::Value {
    type Target = Self;
    const KIND: Kind = Kind::Any;

    fn reach(&self) -> Option<&Self> {
        Some(self)
    }
}
