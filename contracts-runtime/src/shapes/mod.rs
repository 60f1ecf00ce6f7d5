//! Types of other crates as types of fields, each with the feature that is named after its crate.
//!
//! They are text in a document, of a form that the type itself decides: what it takes, its `FromStr` takes, which is what
//! its `Deserialize` calls. A text of another form is one violation with the form as its code, not the words of that crate.

#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "indexmap")]
mod indexmap;
#[cfg(feature = "jiff")]
mod jiff;
mod net;
#[cfg(feature = "rust_decimal")]
mod rust_decimal;
#[cfg(feature = "time")]
mod time;
#[cfg(feature = "url")]
mod url;
#[cfg(feature = "uuid")]
mod uuid;

use std::fmt;

use crate::decode::{Decoder, Read};
use crate::rules::RuleInfo;
use crate::violation::{Anchor, Params, Violation};

/// The form that a type has as text.
#[derive(Debug)]
struct Form {
    /// The code of a violation.
    code: &'static str,
    /// What the text is, as it follows "must be".
    what: &'static str,
}

impl Form {
    /// Reads a text of this form.
    fn read<T>(&'static self, decoder: &mut Decoder<'_>, parse: impl FnOnce(&str) -> Option<T>) -> Read<T> {
        let start = decoder.begin();
        let text = decoder.text(self.what)?;
        match parse(&text) {
            Some(value) => Ok(value),
            None => {
                let violation = Violation::of(self, Params::new());
                Err(decoder.report.add_anchored(Anchor::Value(start), violation))
            }
        }
    }
}

impl RuleInfo for Form {
    fn code(&self) -> &'static str {
        self.code
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "must be {}", self.what)
    }
}

/// Types that are text: for each the code of another text, the name of the format in JSON Schema, and what it is.
macro_rules! texts {
    ($($type:ty: $code:literal, $format:literal, $what:literal, |$text:ident| $parse:expr;)+) => {$(
        impl $crate::shape::Shape for $type {
            type Target = Self;
            const KIND: $crate::shape::Kind = $crate::shape::Kind::Text { format: Some($format) };

            #[inline]
            fn reach(&self) -> Option<&Self> {
                Some(self)
            }

            fn key_text(&self) -> std::borrow::Cow<'_, str> {
                std::borrow::Cow::Owned(self.to_string())
            }
        }

        impl<'de> $crate::decode::Decode<'de> for $type {
            fn decode(decoder: &mut $crate::decode::Decoder<'de>) -> $crate::decode::Read<Self> {
                const FORM: &$crate::shapes::Form = &$crate::shapes::Form { code: $code, what: $what };
                FORM.read(decoder, |$text| $parse)
            }
        }
    )+};
}
use texts;

/// Types whose values lie in ranges, and how a bound is shown.
#[cfg(any(
    feature = "chrono",
    feature = "jiff",
    feature = "rust_decimal",
    feature = "time"
))]
macro_rules! ranged {
    ($($type:ty: |$bound:ident| $shown:expr;)+) => {$(
        impl $crate::rules::range::Ranged for $type {}

        impl From<$type> for $crate::violation::Param {
            fn from($bound: $type) -> Self {
                $shown.into()
            }
        }
    )+};
}
#[cfg(any(
    feature = "chrono",
    feature = "jiff",
    feature = "rust_decimal",
    feature = "time"
))]
use ranged;
