//! `prefix`: starts with another.

use std::fmt;

use super::{Rule, RuleInfo, ecma};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// The text starts with another, compared byte by byte: `prefix = "..."`.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::prefix("ab").accepts("abc"));
/// assert!(!rules::prefix("ab").accepts("cab"));
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules;
/// const ANY: rules::prefix::Prefix = rules::prefix("");
/// ```
///
/// # Panics
///
/// If the text is empty; in an attribute that is a compile error.
#[must_use]
#[track_caller]
pub const fn prefix(text: &'static str) -> Prefix {
    assert!(!text.is_empty(), "`prefix` of an empty text says nothing");
    Prefix { text }
}

/// The rule that [`prefix()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Prefix {
    text: &'static str,
}

impl RuleInfo for Prefix {
    fn code(&self) -> &'static str {
        "prefix"
    }

    fn params(&self) -> Params {
        Params::new().with("text", self.text)
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "must start with {:?}", self.text)
    }

    fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
        ecma::pattern(format!("^{}", ecma::literal(self.text)))
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        let text = self.text;
        let cut: String = text.chars().skip(1).collect();
        let texts = [text.to_owned(), format!("{text}a"), format!("a{text}"), cut, String::new()];
        super::Samples::told(texts, |text| self.accepts(text))
    }

    #[cfg(feature = "proptest")]
    fn mend(&self, value: Param) -> Param {
        let (text, length) = (self.text, self.text.chars().count());
        super::samples::changed(value, |value| match value.starts_with(text) {
            true => value.to_owned(),
            // In the place of what stood there, so that the length stays where it can.
            false => text.chars().chain(value.chars().skip(length)).collect(),
        })
    }
}

impl Rule<str> for Prefix {
    #[inline]
    fn accepts(&self, value: &str) -> bool {
        value.starts_with(self.text)
    }
}
