//! `Patch`: a member that may be absent, null or a value, each of which means something.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::decode::{Decode, DecodeEntries, DecodeItems, Decoder, Read, ReadOne};
use crate::shape::{Entries, Items, Kind, Order, Shape};
use crate::violation::{At, Report};

/// What a request says of a member that it may change: nothing, that it has no value from now on, or its new value.
///
/// That is what `PATCH` with a JSON merge patch (RFC 7396) means, and what an `Option` can't tell apart. As the type of a
/// field it is like an `Option`: it may be absent or null, rules see the value inside, and `required`, `nullable` and
/// `not_null` say what it may not be.
///
/// | words | absent | null |
/// |---|---|---|
/// | none, or `nullable` | yes | yes |
/// | `not_null` | yes | no |
/// | `required, nullable` | no | yes |
/// | `required` | no | no |
///
/// ```
/// use contracts_runtime::Patch;
///
/// let mut name = Some("Ada".to_owned());
/// Patch::Absent.apply_to(&mut name);
/// assert_eq!(name.as_deref(), Some("Ada"));
/// Patch::Value("Grace".to_owned()).apply_to(&mut name);
/// assert_eq!(name.as_deref(), Some("Grace"));
/// Patch::Null.apply_to(&mut name);
/// assert_eq!(name, None);
/// ```
///
/// # With serde
///
/// Contracts need no attribute for it. Elsewhere `#[serde(default)]` reads an absent member as [`Patch::Absent`], without
/// which serde's derive takes it as null, and `#[serde(skip_serializing_if = "Patch::is_absent")]` leaves it out; it would
/// be written as null.
/// `Deserialize` is there for types that fields of contracts may have by themselves, and not for those that only serde
/// reads: serde can't tell the three apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Patch<T> {
    /// The member is not there: it stays as it is.
    #[default]
    Absent,
    /// It is `null`: there is no value from now on.
    Null,
    /// The new value.
    Value(T),
}

impl<T> Patch<T> {
    /// Whether the member is not there.
    #[must_use]
    pub const fn is_absent(&self) -> bool {
        matches!(self, Patch::Absent)
    }

    /// Whether it is `null`.
    #[must_use]
    pub const fn is_null(&self) -> bool {
        matches!(self, Patch::Null)
    }

    /// Whether it is a value.
    #[must_use]
    pub const fn is_value(&self) -> bool {
        matches!(self, Patch::Value(_))
    }

    /// The value, if there is one.
    #[must_use]
    pub fn value(self) -> Option<T> {
        match self {
            Patch::Absent | Patch::Null => None,
            Patch::Value(value) => Some(value),
        }
    }

    /// The same with a reference to the value.
    #[must_use]
    pub const fn as_ref(&self) -> Patch<&T> {
        match self {
            Patch::Absent => Patch::Absent,
            Patch::Null => Patch::Null,
            Patch::Value(value) => Patch::Value(value),
        }
    }

    /// The same with another value.
    #[must_use]
    pub fn map<U>(self, map: impl FnOnce(T) -> U) -> Patch<U> {
        match self {
            Patch::Absent => Patch::Absent,
            Patch::Null => Patch::Null,
            Patch::Value(value) => Patch::Value(map(value)),
        }
    }

    /// `None` if the member is not there, or else what it says.
    ///
    /// ```
    /// use contracts_runtime::Patch;
    ///
    /// assert_eq!(Patch::<u8>::Absent.into_option(), None);
    /// assert_eq!(Patch::<u8>::Null.into_option(), Some(None));
    /// assert_eq!(Patch::Value(1).into_option(), Some(Some(1)));
    /// ```
    #[must_use]
    pub fn into_option(self) -> Option<Option<T>> {
        match self {
            Patch::Absent => None,
            Patch::Null => Some(None),
            Patch::Value(value) => Some(Some(value)),
        }
    }

    /// Makes the change: `target` stays as it is, has no value, or has the new one.
    pub fn apply_to(self, target: &mut Option<T>) {
        if let Some(change) = self.into_option() {
            *target = change;
        }
    }
}

/// What a member says that is there: `None` is null.
impl<T> From<Option<T>> for Patch<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Patch::Null, Patch::Value)
    }
}

impl<T: Shape> Shape for Patch<T> {
    type Target = T::Target;
    const KIND: Kind = Kind::Optional(&T::KIND);

    #[inline]
    fn reach(&self) -> Option<&T::Target> {
        self.as_ref().value().and_then(T::reach)
    }

    #[inline]
    fn check(&self, at: At<'_>, report: &mut Report<'_>) {
        if let Patch::Value(value) = self {
            value.check(at, report);
        }
    }

    #[inline]
    fn is_absent(&self) -> bool {
        Patch::is_absent(self)
    }

    #[inline]
    fn is_null(&self) -> bool {
        Patch::is_null(self)
    }

    fn key_text(&self) -> Cow<'_, str> {
        self.as_ref().value().map_or(Cow::Borrowed("null"), T::key_text)
    }
}

impl<T: Items> Items for Patch<T> {
    type Item = T::Item;
    const HASHED: bool = T::HASHED;

    fn visit(&self, order: Order, visit: &mut dyn FnMut(usize, &T::Item)) {
        if let Patch::Value(value) = self {
            value.visit(order, visit);
        }
    }
}

impl<T: Entries> Entries for Patch<T> {
    type Key = T::Key;
    type Value = T::Value;
    const HASHED: bool = T::HASHED;

    fn visit(&self, order: Order, visit: &mut dyn FnMut(&T::Key, &T::Value)) {
        if let Patch::Value(value) = self {
            value.visit(order, visit);
        }
    }
}

/// Flattened, it is a value if its members are all there and right, or else absent.
impl<'de, T: Decode<'de>> Decode<'de> for Patch<T> {
    #[inline]
    fn decode(decoder: &mut Decoder<'de>) -> Read<Self> {
        let flattened = decoder.at_flattened();
        Ok(match Option::<T>::decode(decoder)? {
            Some(value) => Patch::Value(value),
            None if flattened => Patch::Absent,
            None => Patch::Null,
        })
    }

    #[inline]
    fn absent() -> Option<Self> {
        Some(Patch::Absent)
    }

    fn decode_key(decoder: &mut Decoder<'de>) -> Read<Self> {
        T::decode_key(decoder).map(Patch::Value)
    }
}

impl<'de, T: DecodeItems<'de>> DecodeItems<'de> for Patch<T> {
    fn decode_items(decoder: &mut Decoder<'de>, item: ReadOne<'_, 'de, T::Item>) -> Read<Self> {
        Option::<T>::decode_items(decoder, item).map(Patch::from)
    }
}

impl<'de, T: DecodeEntries<'de>> DecodeEntries<'de> for Patch<T> {
    fn decode_entries(
        decoder: &mut Decoder<'de>,
        key: ReadOne<'_, 'de, T::Key>,
        value: ReadOne<'_, 'de, T::Value>,
    ) -> Read<Self> {
        Option::<T>::decode_entries(decoder, key, value).map(Patch::from)
    }
}

/// What is absent is written as null; `skip_serializing_if = "Patch::is_absent"` leaves it out.
impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Patch::Absent | Patch::Null => serializer.serialize_none(),
            Patch::Value(value) => serializer.serialize_some(value),
        }
    }
}

/// `null` or a value; an absent member is the default, which `#[serde(default)]` takes.
impl<'de, T: Deserialize<'de> + Shape> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::<T>::deserialize(deserializer).map(Patch::from)
    }
}
