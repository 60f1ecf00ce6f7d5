//! `suffix`: ends with another.

use std::fmt;

use super::{Rule, RuleInfo, ecma};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// The text ends with another, compared byte by byte: `suffix = "..."`.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::suffix("ab").accepts("cab"));
/// assert!(!rules::suffix("ab").accepts("abc"));
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules;
/// const ANY: rules::suffix::Suffix = rules::suffix("");
/// ```
///
/// # Panics
///
/// If the text is empty; in an attribute that is a compile error.
#[must_use]
#[track_caller]
pub const fn suffix(text: &'static str) -> Suffix {
    assert!(!text.is_empty(), "`suffix` of an empty text says nothing");
    Suffix { text }
}

/// The rule that [`suffix()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Suffix {
    text: &'static str,
}

impl RuleInfo for Suffix {
    fn code(&self) -> &'static str {
        "suffix"
    }

    fn params(&self) -> Params {
        Params::new().with("text", self.text)
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "must end with {:?}", self.text)
    }

    fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
        ecma::pattern(format!("{}$", ecma::literal(self.text)))
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        let text = self.text;
        let cut: String = text.chars().skip(1).collect();
        let texts = [text.to_owned(), format!("a{text}"), format!("{text}a"), cut, String::new()];
        super::Samples::told(texts, |text| self.accepts(text))
    }

    #[cfg(feature = "proptest")]
    fn mend(&self, value: Param) -> Param {
        let (text, length) = (self.text, self.text.chars().count());
        super::samples::changed(value, |value| match value.ends_with(text) {
            true => value.to_owned(),
            // In the place of what stood there, so that the length stays where it can.
            false => {
                let kept = value.chars().count().saturating_sub(length);
                value.chars().take(kept).chain(text.chars()).collect()
            }
        })
    }
}

impl Rule<str> for Suffix {
    #[inline]
    fn accepts(&self, value: &str) -> bool {
        value.ends_with(self.text)
    }
}
