//! The violations of the structure itself, which no rule of the user states.

use std::fmt;

use super::{Param, Params, Violation};
use crate::json::Flaw;
use crate::rules::RuleInfo;

/// A fault of the structure. Each has a code and a sentence of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Structural {
    /// The text is not JSON.
    Syntax,
    /// The value is of another type.
    Type,
    /// A required member is not there.
    Missing,
    /// `null` where there must be a value.
    Null,
    /// A member that the contract does not know.
    Unknown,
    /// A member that was there before.
    Duplicate,
    /// None of an enum's variants.
    Variant,
    /// The value can't be converted to the field's type.
    Conversion,
    /// A contract whose checks need a context that was not given.
    Context,
    /// More bytes than the limit allows.
    Bytes,
    /// Nested deeper than the limit allows.
    Depth,
    /// More attempts at alternatives than the size of the text allows.
    Work,
}

impl Structural {
    /// A violation without parameters.
    pub(crate) fn violation(self) -> Violation {
        self.with(Params::new())
    }

    /// A violation with parameters.
    pub(crate) fn with(self, params: Params) -> Violation {
        let rule: &'static dyn RuleInfo = match self {
            Structural::Syntax => &Structural::Syntax,
            Structural::Type => &Structural::Type,
            Structural::Missing => &Structural::Missing,
            Structural::Null => &Structural::Null,
            Structural::Unknown => &Structural::Unknown,
            Structural::Duplicate => &Structural::Duplicate,
            Structural::Variant => &Structural::Variant,
            Structural::Conversion => &Structural::Conversion,
            Structural::Context => &Structural::Context,
            Structural::Bytes => &Structural::Bytes,
            Structural::Depth => &Structural::Depth,
            Structural::Work => &Structural::Work,
        };
        Violation::of(rule, params)
    }

    /// The violation for a text that is not JSON.
    pub(crate) fn flaw(flaw: Flaw) -> Violation {
        let reason = match flaw {
            Flaw::End => "the text ends inside a value",
            Flaw::Expected(expected) => {
                return Structural::Syntax.with(Params::new().with("expected", expected));
            }
            Flaw::Control => "a control character inside a string has to be escaped",
            Flaw::Escape => "this is not an escape of JSON",
            Flaw::Surrogate => "this is half of a surrogate pair",
            Flaw::Number => "this is not a number of JSON",
            Flaw::Trailing => "something follows the value",
            Flaw::Utf8 => "these bytes are not UTF-8",
            Flaw::Depth => return Structural::Depth.violation(),
        };
        Structural::Syntax.with(Params::new().with("reason", reason))
    }
}

impl RuleInfo for Structural {
    fn code(&self) -> &'static str {
        match self {
            Structural::Syntax => "syntax",
            Structural::Type => "type",
            Structural::Missing => "missing",
            Structural::Null => "null",
            Structural::Unknown => "unknown",
            Structural::Duplicate => "duplicate",
            Structural::Variant => "variant",
            Structural::Conversion => "conversion",
            Structural::Context => "context",
            Structural::Bytes => "limit.bytes",
            Structural::Depth => "limit.depth",
            Structural::Work => "limit.work",
        }
    }

    fn message(&self, params: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let get = |name| params.get(name);
        match self {
            Structural::Syntax => match (get("expected"), get("reason")) {
                (Some(Param::Text(expected)), _) => write!(f, "is not JSON: expected {expected}"),
                (_, Some(Param::Text(reason))) => write!(f, "is not JSON: {reason}"),
                _ => f.write_str("is not JSON"),
            },
            Structural::Type => match (get("expected"), get("found")) {
                (Some(Param::Text(expected)), Some(Param::Text(found))) => {
                    write!(f, "must be {expected}, not {found}")
                }
                (Some(Param::Text(expected)), None) => write!(f, "must be {expected}"),
                _ => f.write_str("is of the wrong type"),
            },
            Structural::Missing => f.write_str("is missing"),
            Structural::Null => f.write_str("must not be null"),
            Structural::Unknown => {
                f.write_str("is not known here")?;
                nearest_hint(params, f)
            }
            Structural::Duplicate => f.write_str("is there more than once"),
            Structural::Variant => {
                match get("expected") {
                    Some(expected @ Param::List(_)) => write!(f, "must be {expected}")?,
                    _ => f.write_str("fits none of the alternatives")?,
                }
                nearest_hint(params, f)
            }
            Structural::Conversion => match get("reason") {
                Some(Param::Text(reason)) => write!(f, "can't be taken: {reason}"),
                _ => f.write_str("can't be taken"),
            },
            Structural::Context => match get("context") {
                Some(Param::Text(context)) => write!(
                    f,
                    "can't be judged without its context: the contract that is accepted has to declare `{context}`, \
                     and `accept_with` to be given it"
                ),
                _ => f.write_str("can't be judged without its context"),
            },
            Structural::Bytes => match get("max") {
                Some(max) => write!(f, "must not be longer than {max} bytes"),
                None => f.write_str("is too long"),
            },
            Structural::Depth => f.write_str("is nested too deeply"),
            Structural::Work => f.write_str("would have to be read too often"),
        }
    }
}

fn nearest_hint(params: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match params.get("nearest") {
        Some(Param::Text(nearest)) => write!(f, "; did you mean `{nearest}`?"),
        _ => Ok(()),
    }
}
