//! `not_contains`: does not contain another.

use std::fmt;

use super::{Rule, RuleInfo, ecma};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// The text does not contain another, compared byte by byte: `not_contains = "..."`.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::not_contains("ab").accepts("acb"));
/// assert!(!rules::not_contains("ab").accepts("cabc"));
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules;
/// const ANY: rules::not_contains::NotContains = rules::not_contains("");
/// ```
///
/// # Panics
///
/// If the text is empty; in an attribute that is a compile error.
#[must_use]
#[track_caller]
pub const fn not_contains(text: &'static str) -> NotContains {
    assert!(!text.is_empty(), "`not_contains` of an empty text says nothing");
    NotContains { text }
}

/// The rule that [`not_contains()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct NotContains {
    text: &'static str,
}

impl RuleInfo for NotContains {
    fn code(&self) -> &'static str {
        "not_contains"
    }

    fn params(&self) -> Params {
        Params::new().with("text", self.text)
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "must not contain {:?}", self.text)
    }

    fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
        ecma::not("pattern", ecma::literal(self.text))
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        let text = self.text;
        let cut: String = text.chars().skip(1).collect();
        let texts = [cut, "a".to_owned(), String::new(), text.to_owned(), format!("a{text}b")];
        super::Samples::told(texts, |text| self.accepts(text))
    }

    #[cfg(feature = "proptest")]
    fn mend(&self, value: Param) -> Param {
        super::samples::changed(value, |value| value.replace(self.text, ""))
    }
}

impl Rule<str> for NotContains {
    #[inline]
    fn accepts(&self, value: &str) -> bool {
        !value.contains(self.text)
    }
}
