//! `contains`: contains another.

use std::fmt;

use super::{Rule, RuleInfo, ecma};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// The text contains another, compared byte by byte: `contains = "..."`.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::contains("ab").accepts("cabc"));
/// assert!(!rules::contains("ab").accepts("acb"));
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules;
/// const ANY: rules::contains::Contains = rules::contains("");
/// ```
///
/// # Panics
///
/// If the text is empty; in an attribute that is a compile error.
#[must_use]
#[track_caller]
pub const fn contains(text: &'static str) -> Contains {
    assert!(!text.is_empty(), "`contains` of an empty text says nothing");
    Contains { text }
}

/// The rule that [`contains()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Contains {
    text: &'static str,
}

impl RuleInfo for Contains {
    fn code(&self) -> &'static str {
        "contains"
    }

    fn params(&self) -> Params {
        Params::new().with("text", self.text)
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "must contain {:?}", self.text)
    }

    fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
        ecma::pattern(ecma::literal(self.text))
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        let text = self.text;
        let cut: String = text.chars().skip(1).collect();
        let texts = [text.to_owned(), format!("a{text}b"), cut, "a".to_owned(), String::new()];
        super::Samples::told(texts, |text| self.accepts(text))
    }

    #[cfg(feature = "proptest")]
    fn mend(&self, value: Param) -> Param {
        let (text, length) = (self.text, self.text.chars().count());
        super::samples::changed(value, |value| match value.contains(text) {
            true => value.to_owned(),
            // In the place of what stood there, so that the length stays where it can.
            false => text.chars().chain(value.chars().skip(length)).collect(),
        })
    }
}

impl Rule<str> for Contains {
    #[inline]
    fn accepts(&self, value: &str) -> bool {
        value.contains(self.text)
    }
}
