//! What generated code and the registry name. Not for use by hand: it changes without notice.

use std::borrow::Cow;
use std::marker::PhantomData;

pub use crate::__submit as submit;
pub use crate::across;
pub use crate::boundary::{Boundary, Limits};
#[cfg(feature = "json")]
pub use crate::boundary::{Finding, Judged, Layout, Spot};
pub use crate::check::{
    apply, check_items, check_keys, check_values, concealed, context, hold_default, lacking, needs_context,
    nested, outcome, revealed,
};
pub use crate::contract::Contract;
pub use crate::decode::{
    Decode, DecodeEntries, DecodeItems, Decoder, Elements, Foreign, Members, Read, ReadOne, Record, Slot,
    Tagged, Unknown, Variants, unruled,
};
#[cfg(feature = "json")]
pub use crate::decode::{TextDeserializer, decode_with};
pub use crate::descriptor::*;
pub use crate::link::{Linked, Reads, check_listed, collector};
pub use crate::rules::{self, Bounds, RuleInfo};
pub use crate::sanitize;
#[cfg(feature = "json")]
pub use crate::schema::inverse;
pub use crate::serde_bridge::{deserialize, deserialize_borrowed};
pub use crate::shape::{Entries, Items, Kind, Shape};
pub use crate::valid::Valid;
pub use crate::violation::{At, Fault, Param, Report, Severity, Violations, nearest};
pub use crate::zone;
pub use serde;

/// What the registry tells and counts by.
pub mod telemetry {
    pub use crate::telemetry::{By, Event, Named, Operation, Part, Reason, Watch};

    use std::collections::BTreeSet;
    use std::sync::Arc;

    use crate::violation::{Violation, Violations};

    /// The pattern of the place of a violation, in the names of the contract that the report is of: `/lines/*/count`.
    #[must_use]
    pub fn pattern(report: &Violations, violation: &Violation) -> String {
        report.pattern(violation)
    }

    /// The report of a contract that is none of the program, and knows members of these names.
    #[must_use]
    pub fn knowing(report: Violations, names: &Arc<BTreeSet<String>>) -> Violations {
        report.knowing(names)
    }
}

/// The functions of a field's type that do not depend on the text: the type's own if it has a shape, those of any
/// other type from [`Shapeless`]. An associated function of an `impl` goes before that of a trait, which is how a
/// type without a shape is told from one with.
#[derive(Debug)]
pub struct Of<T>(PhantomData<T>);

impl<T: Shape> Of<T> {
    /// What its values are.
    pub const KIND: Kind = T::KIND;

    /// The value that rules see.
    #[inline]
    pub fn reach(value: &T) -> Option<&T::Target> {
        value.reach()
    }

    /// Whether it is known to stand for an absent member.
    #[inline]
    pub fn is_absent(value: &T) -> bool {
        value.is_absent()
    }

    /// Whether it is known to stand for `null`.
    #[inline]
    pub fn is_null(value: &T) -> bool {
        value.is_null()
    }

    /// The text that a map's key of this type has.
    #[must_use]
    pub fn key_text(value: &T) -> Cow<'_, str> {
        value.key_text()
    }

    /// Checks the contracts inside.
    #[inline]
    pub fn check(value: &T, at: At<'_>, report: &mut Report<'_>) {
        value.check(at, report);
    }
}

/// What [`Of`] has for types without a shape.
pub trait Shapeless<T> {
    /// Nothing is known of its values.
    const KIND: Kind = Kind::Foreign;

    /// Rules see the value itself.
    #[inline]
    fn reach(value: &T) -> Option<&T> {
        Some(value)
    }

    /// That is not known.
    #[inline]
    #[must_use]
    fn is_absent(_: &T) -> bool {
        false
    }

    /// That is not known.
    #[inline]
    #[must_use]
    fn is_null(_: &T) -> bool {
        false
    }

    /// It is no key.
    #[must_use]
    fn key_text(_: &T) -> Cow<'_, str> {
        Cow::Borrowed("")
    }

    /// No contracts are inside.
    #[inline]
    fn check(_: &T, _: At<'_>, _: &mut Report<'_>) {}
}

impl<T> Shapeless<T> for Of<T> {}

/// The functions that read a field's type: the type's own, or serde's from [`ByText`].
#[derive(Debug)]
pub struct From<'de, T>(PhantomData<(&'de str, T)>);

impl<'de, T: Decode<'de>> From<'de, T> {
    /// Reads a value.
    ///
    /// # Errors
    ///
    /// As [`Decode::decode`].
    #[inline]
    pub fn decode(decoder: &mut Decoder<'de>) -> Read<T> {
        T::decode(decoder)
    }

    /// Reads a map's key.
    ///
    /// # Errors
    ///
    /// As [`Decode::decode`].
    #[inline]
    pub fn decode_key(decoder: &mut Decoder<'de>) -> Read<T> {
        T::decode_key(decoder)
    }

    /// The value of an absent member.
    #[inline]
    #[must_use]
    pub fn absent() -> Option<T> {
        T::absent()
    }
}

/// What [`From`] has for types that are no contracts.
pub trait ByText<'de, T> {
    /// Reads a value.
    ///
    /// # Errors
    ///
    /// As [`Decode::decode`].
    fn decode(decoder: &mut Decoder<'de>) -> Read<T>
    where
        T: Foreign<'de>,
    {
        T::decode_foreign(decoder)
    }

    /// Reads a map's key.
    ///
    /// # Errors
    ///
    /// As [`Decode::decode`].
    fn decode_key(decoder: &mut Decoder<'de>) -> Read<T>
    where
        T: Foreign<'de>,
    {
        T::decode_foreign(decoder)
    }

    /// The value of an absent member.
    #[must_use]
    fn absent() -> Option<T>
    where
        T: Foreign<'de>,
    {
        T::absent_foreign()
    }
}

impl<'de, T> ByText<'de, T> for From<'de, T> {}
