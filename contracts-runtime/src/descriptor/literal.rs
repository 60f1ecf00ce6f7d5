//! Defaults that are written out, as data.

use std::fmt;

use super::Body;
use crate::shape::Kind;
use crate::violation::Param;

/// A default as the attribute has it.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Literal {
    /// A truth value.
    Bool(bool),
    /// An integer.
    Integer(i128),
    /// A float.
    Float(f64),
    /// A text or a character.
    Text(&'static str),
    /// A constant or a variant: what it is called, or says, in documents.
    Named(fn() -> String),
}

impl fmt::Debug for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Literal::Bool(value) => value.fmt(f),
            Literal::Integer(value) => value.fmt(f),
            Literal::Float(value) => value.fmt(f),
            Literal::Text(value) => value.fmt(f),
            Literal::Named(value) => value().fmt(f),
        }
    }
}

impl Literal {
    /// The value as documents have it for a field of this kind; `None` where that is not known, as when a conversion
    /// of the user's own stands between.
    pub(super) fn fitting(&self, kind: Kind) -> Option<Param> {
        match (self, kind) {
            (_, Kind::Optional(kind)) => self.fitting(*kind),
            (Literal::Bool(value), Kind::Bool) => Some((*value).into()),
            (Literal::Integer(value), Kind::Integer { .. } | Kind::Number) => Some((*value).into()),
            (Literal::Float(value), Kind::Number) => Some((*value).into()),
            (Literal::Text(value), Kind::Text { format: None } | Kind::Char) => Some((*value).into()),
            (Literal::Named(value), kind) => named(value(), kind),
            (Literal::Bool(_) | Literal::Integer(_) | Literal::Float(_) | Literal::Text(_), _) => None,
        }
    }
}

/// What a value is whose text as a key is known.
fn named(text: String, kind: Kind) -> Option<Param> {
    match kind {
        Kind::Bool => text.parse().ok().map(Param::Bool),
        Kind::Integer { .. } => text.parse().ok().map(Param::Integer),
        Kind::Number => text.parse().ok().map(Param::Float),
        Kind::Text { .. } | Kind::Char => Some(text.into()),
        Kind::Contract(of) => match of().body() {
            Body::Variants { variants, .. } => {
                let mut units = variants
                    .iter()
                    .filter(|variant| matches!(variant.body(), Body::Unit));
                units
                    .any(|variant| variant.wire_name() == text)
                    .then(|| text.into())
            }
            Body::Newtype(field) if !field.is_opaque() => named(text, field.kind()),
            _ => None,
        },
        _ => None,
    }
}
