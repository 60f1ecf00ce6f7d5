//! What a field's type is, and how a rule reaches the value behind it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

use crate::descriptor::ContractDescriptor;
use crate::violation::{At, Report};

/// What values of a type are, as data.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Kind {
    /// Any JSON.
    Any,
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool,
    /// An integer of so many bits.
    Integer {
        /// Whether it may be negative.
        signed: bool,
        /// How many bits it has, that of the sign included.
        bits: u32,
    },
    /// A number.
    Number,
    /// A string; the name of its form if the type takes no other.
    Text {
        /// The form. What the type takes of it, the type decides: it need not be all that a standard says.
        format: Option<&'static str>,
    },
    /// A string of one character.
    Char,
    /// A list of elements of one kind; how many, if the type says.
    List {
        /// The elements.
        items: &'static Kind,
        /// How many.
        length: Option<usize>,
    },
    /// A list whose elements have each a kind of their own.
    Tuple(&'static [Kind]),
    /// A list of elements of one kind that drops those that are there already. They are no fault.
    Set(&'static Kind),
    /// An object whose keys are data.
    Map {
        /// The keys, as they are in quotes.
        keys: &'static Kind,
        /// The values.
        values: &'static Kind,
    },
    /// The kind, or null or absent.
    Optional(&'static Kind),
    /// Another contract. Behind a function, because contracts may be recursive.
    Contract(fn() -> &'static ContractDescriptor),
    /// A type that is no contract and is read by its own `Deserialize`.
    Foreign,
}

impl Kind {
    /// Whether any sender could fill it without bound: text, a collection, any JSON.
    #[must_use]
    pub const fn is_open(self) -> bool {
        match self {
            Kind::Any
            | Kind::Map { .. }
            | Kind::List { length: None, .. }
            | Kind::Set(_)
            | Kind::Text { format: None } => true,
            Kind::Optional(kind) | Kind::List { items: kind, .. } => kind.is_open(),
            Kind::Null
            | Kind::Bool
            | Kind::Integer { .. }
            | Kind::Number
            | Kind::Text { format: Some(_) }
            | Kind::Char
            | Kind::Tuple(_)
            | Kind::Contract(_)
            | Kind::Foreign => false,
        }
    }

    /// Whether it may be null or absent.
    #[must_use]
    pub const fn is_optional(self) -> bool {
        matches!(self, Kind::Optional(_))
    }

    /// Whether its values may be null as far as can be known: of a foreign type nothing is.
    #[must_use]
    pub const fn may_be_null(self) -> bool {
        matches!(self, Kind::Optional(_) | Kind::Foreign)
    }
}

/// A type that fields of contracts can have.
///
/// Implemented for the scalars, text, std's collections and smart pointers, and by the derive for contracts. A type
/// that is only `serde::Deserialize` needs no implementation: the derive reads it through serde, and rules see the
/// value itself.
pub trait Shape {
    /// What rules on a field of this type see: `str` for `String`, `[T]` for `Vec<T>`, the inner one for `Option<T>`.
    type Target: ?Sized;

    /// What its values are.
    const KIND: Kind;

    /// The value for rules; `None` where there is none, as in `Option`, so that nothing is checked.
    fn reach(&self) -> Option<&Self::Target>;

    /// Checks the contracts inside a built value, each by its own rules.
    #[inline]
    fn check(&self, at: At<'_>, report: &mut Report<'_>) {
        let _ = (at, report);
    }

    /// Whether it is known to stand for an absent member, as a [`Patch`](crate::Patch) is; an `Option` does not tell
    /// absent from null.
    #[inline]
    fn is_absent(&self) -> bool {
        false
    }

    /// Whether it is known to stand for `null`.
    #[inline]
    fn is_null(&self) -> bool {
        false
    }

    /// The text that a map's key of this type has in a document.
    fn key_text(&self) -> Cow<'_, str> {
        Cow::Borrowed("")
    }
}

impl<T: Shape> crate::violation::KeyText for T {
    fn key_text(&self) -> Cow<'_, str> {
        Shape::key_text(self)
    }
}

/// Elements in order: what `each` ranges over.
#[diagnostic::on_unimplemented(
    message = "`each` needs a list or a set, and `{Self}` is none",
    label = "has no elements",
    note = "the keys and values of a map have rules of their own: `keys(...)` and `values(...)`"
)]
pub trait Items {
    /// An element.
    type Item;

    /// Calls `visit` for each element with its index.
    fn visit(&self, visit: &mut dyn FnMut(usize, &Self::Item));
}

/// Entries of a map: what `keys` and `values` range over.
#[diagnostic::on_unimplemented(
    message = "`keys` and `values` need a map, and `{Self}` is none",
    label = "has no entries",
    note = "the elements of a list have rules of their own: `each(...)`"
)]
pub trait Entries {
    /// A key.
    type Key;
    /// A value.
    type Value;

    /// Calls `visit` for each entry.
    fn visit(&self, visit: &mut dyn FnMut(&Self::Key, &Self::Value));
}

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

            fn visit(&self, visit: &mut dyn FnMut(usize, &T::Item)) {
                T::visit(self, visit);
            }
        }

        impl<T: Entries> Entries for $type<T> {
            type Key = T::Key;
            type Value = T::Value;

            fn visit(&self, visit: &mut dyn FnMut(&T::Key, &T::Value)) {
                T::visit(self, visit);
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

    fn visit(&self, visit: &mut dyn FnMut(usize, &T::Item)) {
        if let Some(value) = self {
            value.visit(visit);
        }
    }
}

impl<T: Entries> Entries for Option<T> {
    type Key = T::Key;
    type Value = T::Value;

    fn visit(&self, visit: &mut dyn FnMut(&T::Key, &T::Value)) {
        if let Some(value) = self {
            value.visit(visit);
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

            fn visit(&self, visit: &mut dyn FnMut(usize, &T)) {
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
    [T, S] HashSet<T, S> => HashSet<T, S>, Kind::Set(&T::KIND);
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

            fn visit(&self, visit: &mut dyn FnMut(&K, &V)) {
                for (key, value) in self {
                    visit(key, value);
                }
            }
        }
    )+};
}

maps! {
    [K, V] BTreeMap<K, V>;
    [K, V, S] HashMap<K, V, S>;
}

impl Kind {
    /// Whether values of this kind can hold contracts, so that a built one has something inside to check.
    pub(crate) const fn holds_contracts(self) -> bool {
        match self {
            Kind::Contract(_) => true,
            Kind::Optional(kind)
            | Kind::Map { values: kind, .. }
            | Kind::Set(kind)
            | Kind::List { items: kind, .. } => kind.holds_contracts(),
            Kind::Tuple(kinds) => {
                let mut rest = kinds;
                while let [kind, others @ ..] = rest {
                    if kind.holds_contracts() {
                        return true;
                    }
                    rest = others;
                }
                false
            }
            Kind::Any
            | Kind::Null
            | Kind::Bool
            | Kind::Integer { .. }
            | Kind::Number
            | Kind::Text { .. }
            | Kind::Char
            | Kind::Foreign => false,
        }
    }
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
