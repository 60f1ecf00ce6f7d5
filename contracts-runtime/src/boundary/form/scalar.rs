//! What a text of a form is in JSON, by the kind of value that it stands for.

use std::borrow::Cow;

use crate::descriptor::{Body, FieldDescriptor, Tagging, VariantDescriptor};
use crate::json::{Reader, push_string};
use crate::shape::Kind;

/// How many contracts without a level of their own are looked into, one inside the other: they may be recursive.
const DEPTH: usize = 16;

/// The elements of a list that repeated names fill.
#[derive(Clone, Copy)]
pub(super) enum Elements {
    Same(&'static Kind),
    Kinds(&'static [Kind]),
    Fields(&'static [FieldDescriptor]),
}

impl Elements {
    /// The elements of a kind, if it is that of a list.
    pub(super) fn of(kind: Kind) -> Option<Self> {
        match bare(kind) {
            Kind::List { items, .. } | Kind::Set(items) => Some(Elements::Same(items)),
            Kind::Tuple(kinds) => Some(Elements::Kinds(kinds)),
            Kind::Contract(of) => match of().body() {
                Body::Tuple(fields) => Some(Elements::Fields(fields)),
                Body::Record(_)
                | Body::Newtype(_)
                | Body::Unit
                | Body::Variants { .. }
                | Body::Converted(_) => None,
            },
            Kind::Any
            | Kind::Null
            | Kind::Bool
            | Kind::Integer { .. }
            | Kind::Number
            | Kind::Text { .. }
            | Kind::Char
            | Kind::Map { .. }
            | Kind::Optional(_)
            | Kind::Foreign => None,
        }
    }

    /// The kind of an element; beyond the last any.
    pub(super) fn kind(self, index: usize) -> Kind {
        match self {
            Elements::Same(kind) => *kind,
            Elements::Kinds(kinds) => kinds.get(index).copied().unwrap_or(Kind::Any),
            Elements::Fields(fields) => match fields.get(index) {
                Some(field) if !field.is_opaque() => field.kind(),
                Some(_) => Kind::Foreign,
                None => Kind::Any,
            },
        }
    }
}

/// Writes what a text of a form is as a value of a kind.
pub(super) fn push(text: &mut String, kind: Kind, value: &str) {
    match literal(kind, value) {
        Some(literal) => text.push_str(&literal),
        None => push_string(text, value),
    }
}

/// The kind behind options, and contracts that stand for another value.
fn bare(mut kind: Kind) -> Kind {
    for _ in 0..DEPTH {
        kind = match kind {
            Kind::Optional(inner) => *inner,
            Kind::Contract(of) => match of().body() {
                Body::Newtype(field) if !field.is_opaque() => field.kind(),
                Body::Newtype(_) => Kind::Foreign,
                Body::Converted(kind) => kind,
                Body::Unit => Kind::Null,
                Body::Record(_) | Body::Tuple(_) | Body::Variants { .. } => return kind,
            },
            kind => return kind,
        };
    }
    kind
}

/// What stands without quotes: null, a truth value, a number. `None` for a string.
fn literal(kind: Kind, value: &str) -> Option<Cow<'_, str>> {
    let empty = || value.is_empty().then_some(Cow::Borrowed("null"));
    match bare(kind) {
        Kind::Text { format: None } => None,
        Kind::Bool => empty().or_else(|| boolean(value).map(Cow::Borrowed)),
        Kind::Integer { .. } => empty().or_else(|| integer(value)).or_else(|| number(value)),
        Kind::Number => empty().or_else(|| number(value)),
        Kind::Contract(of) => match of().body() {
            Body::Variants {
                tagging: Tagging::Untagged,
                variants,
            } => empty().or_else(|| alternative(variants, value)),
            Body::Record(_)
            | Body::Tuple(_)
            | Body::Newtype(_)
            | Body::Unit
            | Body::Converted(_)
            | Body::Variants { .. } => empty(),
        },
        Kind::Text { format: Some(_) }
        | Kind::Any
        | Kind::Foreign
        | Kind::Null
        | Kind::Char
        | Kind::List { .. }
        | Kind::Set(_)
        | Kind::Tuple(_)
        | Kind::Map { .. }
        | Kind::Optional(_) => empty(),
    }
}

/// Of alternatives the first that the text is one of.
fn alternative<'v>(variants: &[VariantDescriptor], value: &'v str) -> Option<Cow<'v, str>> {
    for variant in variants {
        let Body::Newtype(field) = variant.body() else {
            continue;
        };
        match bare(field.kind()) {
            Kind::Bool => {
                if let Some(literal) = boolean(value) {
                    return Some(Cow::Borrowed(literal));
                }
            }
            Kind::Integer { .. } => {
                if let Some(literal) = integer(value) {
                    return Some(literal);
                }
            }
            Kind::Number => {
                if let Some(literal) = number(value) {
                    return Some(literal);
                }
            }
            Kind::Text { .. } => return None,
            _ => {}
        }
    }
    None
}

/// `on` is what a checked box without a value says (HTML standard, section 4.10.5.1.15).
fn boolean(value: &str) -> Option<&'static str> {
    match value {
        "true" | "on" => Some("true"),
        "false" => Some("false"),
        _ => None,
    }
}

/// An integer as Rust reads it: a sign, and zeros before it.
fn integer(value: &str) -> Option<Cow<'_, str>> {
    let (minus, digits) = signed(value);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let digits = shortest(digits);
    match minus && digits != "0" {
        true => Some(Cow::Owned(format!("-{digits}"))),
        false => Some(Cow::Borrowed(digits)),
    }
}

/// A number in the form of JSON, or as Rust reads it: with a plus, zeros before it, or nothing on a side of the point.
fn number(value: &str) -> Option<Cow<'_, str>> {
    if is_json(value) {
        return Some(Cow::Borrowed(value));
    }
    let (minus, rest) = signed(value);
    let exponent = rest.find(['e', 'E']).unwrap_or(rest.len());
    let (mantissa, exponent) = rest.split_at(exponent);
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let mut text = String::with_capacity(value.len() + 2);
    if minus {
        text.push('-');
    }
    text.push_str(shortest(whole));
    if !fraction.is_empty() {
        text.push('.');
        text.push_str(fraction);
    }
    text.push_str(exponent);
    // Whatever else was not of a number is not of one now.
    is_json(&text).then_some(Cow::Owned(text))
}

/// Whether the whole text is a number of JSON.
fn is_json(text: &str) -> bool {
    let mut reader = Reader::new(text, 0);
    matches!(reader.peek(), b'-' | b'0'..=b'9') && reader.number().is_ok() && reader.is_empty()
}

fn signed(value: &str) -> (bool, &str) {
    match value.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, value.strip_prefix('+').unwrap_or(value)),
    }
}

/// Digits without the zeros that say nothing; one is left.
fn shortest(digits: &str) -> &str {
    match digits.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_those_of_rust() {
        for (value, expected) in [
            ("0", Some("0")),
            ("-0", Some("0")),
            ("007", Some("7")),
            ("+7", Some("7")),
            ("-07", Some("-7")),
            ("", None),
            ("-", None),
            ("+-1", None),
            ("1_000", None),
            ("1 ", None),
            ("٣", None),
        ] {
            assert_eq!(integer(value).as_deref(), expected, "{value:?}");
        }
    }

    #[test]
    fn numbers_are_those_of_json_or_rust() {
        for (value, expected) in [
            ("1.50", Some("1.50")),
            ("-0", Some("-0")),
            ("1e3", Some("1e3")),
            (".5", Some("0.5")),
            ("5.", Some("5")),
            ("-.5e-3", Some("-0.5e-3")),
            ("+01.0", Some("1.0")),
            ("1.e2", Some("1e2")),
            (".", None),
            ("", None),
            ("e5", None),
            ("1e", None),
            ("inf", None),
            ("NaN", None),
            ("1,5", None),
            ("--1", None),
            ("0x10", None),
            ("1.2.3", None),
        ] {
            assert_eq!(number(value).as_deref(), expected, "{value:?}");
            let rust = value.parse::<f64>().ok().filter(|rust| rust.is_finite());
            let json = number(value).and_then(|text| text.parse::<f64>().ok());
            assert_eq!(json, rust, "{value:?}");
        }
    }
}
