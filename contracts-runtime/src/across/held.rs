//! What a field has, whatever its type: found by the methods that generated code calls on these wrappers.

use std::borrow::Cow;

use crate::descriptor::Body;
use crate::shape::{Kind, Shape};
use crate::violation::Param;

/// A field whose value is looked for. `(&Held(field)).reach()` gives it: what a shape leads to; of a type without one
/// what an `Option` holds, or else the value itself.
///
/// An own method goes before that of a trait, and one of the reference before one of a reference to it, which is how
/// the three are told apart.
#[doc(hidden)]
#[derive(Debug)]
pub struct Held<'f, T>(pub &'f T);

impl<'f, T: Shape> Held<'f, T> {
    /// The value that rules see.
    #[inline]
    #[must_use]
    pub fn reach(&self) -> Option<&'f T::Target> {
        self.0.reach()
    }
}

/// An `Option` of a type without a shape.
#[doc(hidden)]
pub trait Maybe<'f, T> {
    /// What it holds.
    fn reach(&self) -> Option<&'f T>;
}

impl<'f, T> Maybe<'f, T> for Held<'f, Option<T>> {
    #[inline]
    fn reach(&self) -> Option<&'f T> {
        self.0.as_ref()
    }
}

/// Any other type without a shape.
#[doc(hidden)]
pub trait Anything<'f, T> {
    /// The value itself.
    fn reach(&self) -> Option<&'f T>;
}

impl<'f, T> Anything<'f, T> for &Held<'f, T> {
    #[inline]
    fn reach(&self) -> Option<&'f T> {
        Some(self.0)
    }
}

/// A value that a condition names by a path, and the last name of that path. `Told(..).param()` is the value as a
/// document has it.
#[doc(hidden)]
#[derive(Debug)]
pub struct Told<'v, V>(pub &'v V, pub &'static str);

impl<V: Shape> Told<'_, V> {
    /// The value in a document; of a unit variant its name there.
    #[must_use]
    pub fn param(&self) -> Param {
        param(V::KIND, self.0.key_text(), self.1)
    }
}

/// A value of a type without a shape.
#[doc(hidden)]
pub trait Untold {
    /// The name that was written: nothing else is known.
    fn param(&self) -> Param;
}

impl<V> Untold for Told<'_, V> {
    fn param(&self) -> Param {
        self.1.into()
    }
}

/// The value of this kind whose text as a key is `text`, and which is called `name` in the program.
fn param(kind: Kind, text: Cow<'_, str>, name: &'static str) -> Param {
    let number = match kind {
        Kind::Bool => text.parse().ok().map(Param::Bool),
        Kind::Integer { .. } => text.parse().ok().map(Param::Integer),
        Kind::Number => text.parse().ok().map(Param::Float),
        Kind::Optional(kind) => return param(*kind, text, name),
        Kind::Contract(descriptor) => match descriptor().body() {
            Body::Newtype(field) => return param(field.kind(), text, name),
            // A variant of an enum that is no key, as others have content.
            Body::Variants { variants, .. } if text.is_empty() => {
                let variant = variants.iter().find(|variant| variant.name() == name);
                return variant.map_or(name, |variant| variant.wire_name()).into();
            }
            _ => None,
        },
        _ => None,
    };
    number.unwrap_or_else(|| match text.is_empty() && !matches!(kind, Kind::Text { .. }) {
        true => name.into(),
        false => text.into_owned().into(),
    })
}
