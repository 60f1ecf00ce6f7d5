//! What a field's type is, and how a rule reaches the value behind it.

mod hashed;
mod kind;
mod provided;

use std::borrow::Cow;

use crate::violation::{At, Report};

pub use kind::Kind;

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
    /// Whether equal values may have different orders.
    const HASHED: bool = false;

    /// Calls `visit` for each element with its index.
    fn visit(&self, order: Order, visit: &mut dyn FnMut(usize, &Self::Item));
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
    /// Whether equal values may have different orders.
    const HASHED: bool = false;

    /// Calls `visit` for each entry.
    fn visit(&self, order: Order, visit: &mut dyn FnMut(&Self::Key, &Self::Value));
}

/// The order in which the parts of a value are visited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// As they come.
    Any,
    /// The same for equal values.
    Same,
}
