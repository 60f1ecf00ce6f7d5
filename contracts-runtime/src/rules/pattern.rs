//! `pattern`: a regular expression.

use std::fmt;

use super::compiled::compiled;
use super::{Rule, RuleInfo, ecma};
use crate::shape::Kind;
use crate::violation::{Param, Params};

mod dialect;
mod grammar;
mod translate;

pub(super) use dialect::rust;

/// The whole text matches a regular expression: `pattern = "[A-Z]{3}-[0-9]{4}"`. With `search` a part of it is
/// enough: `pattern(search, "[0-9]")`.
///
/// The language is that of the `regex` crate: `\d` and `\w` are those of Unicode, `$` is the end of the text, and there
/// are neither look-around nor back-references. A JSON Schema gets an expression in the language of ECMA-262, with the
/// flag `u`, that accepts the same text: what is written otherwise there is written out, such as `(?i)`. With
/// [`ecma`](Pattern::ecma) the pattern itself is in that language: `pattern(ecma, "\\d+")`.
///
/// Matching is linear in the text, whatever the expression. It is compiled once, when it is first used; an
/// expression that is invalid does not compile in an attribute, and elsewhere matches nothing.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::pattern("[a-z]+").accepts("abc"));
/// assert!(!rules::pattern("[a-z]+").accepts("abc1"));
/// assert!(!rules::pattern("[a-z]+").accepts("a\n")); // must match `[a-z]+`
/// assert!(rules::pattern("[a-z]+").search().accepts("1abc1"));
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::rules::{self, Rule};
/// rules::pattern("[0-9]+").accepts(&1);
/// ```
#[must_use]
pub const fn pattern(regex: &'static str) -> Pattern {
    Pattern { regex, whole: true, ecma: false }
}

/// The rule that [`pattern()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Pattern {
    regex: &'static str,
    whole: bool,
    ecma: bool,
}

impl Pattern {
    /// A match anywhere in the text is enough.
    #[must_use]
    pub const fn search(self) -> Self {
        Pattern { whole: false, ..self }
    }

    /// The pattern is one of ECMA-262 with the flag `u`, as browsers and JSON Schema have it.
    ///
    /// There `\d` and `\w` are ASCII, `\s` has what the standard lists, and `.` stops at four ends of lines. What can't
    /// be matched in linear time, looking around and referring back, does not compile; neither do `\B` and modifiers such
    /// as `(?i:a)`. A property that does not exist (`\p{Foo}`) matches nothing, unless it stands in an attribute, where it
    /// does not compile either.
    ///
    /// # Panics
    ///
    /// If the pattern is none; in a constant that is a compile error.
    ///
    /// ```
    /// use contracts_runtime::rules::{self, Rule};
    ///
    /// assert!(!rules::pattern(r"\d").ecma().accepts("٣"));
    /// assert!(rules::pattern(r"\d").accepts("٣"));
    /// assert!(rules::pattern(r"\u{1F980}|\cJ").ecma().accepts("🦀"));
    /// ```
    #[must_use]
    #[allow(clippy::panic, reason = "in a constant it is a compile error")]
    pub const fn ecma(self) -> Self {
        match self.try_ecma() {
            Ok(pattern) => pattern,
            Err(fault) => panic!("{}", fault),
        }
    }

    /// The same for patterns that are not known to be sound.
    ///
    /// # Errors
    ///
    /// What is wrong with the pattern.
    pub const fn try_ecma(self) -> Result<Self, &'static str> {
        match grammar::fault(self.regex) {
            None => Ok(Pattern { ecma: true, ..self }),
            Some(fault) => Err(fault),
        }
    }
}

impl RuleInfo for Pattern {
    fn code(&self) -> &'static str {
        "pattern"
    }

    fn params(&self) -> Params {
        let params = Params::new().with("regex", self.regex);
        let params = if self.ecma { params.with("ecma", true) } else { params };
        if self.whole { params } else { params.with("search", true) }
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verb = if self.whole { "match" } else { "contain a match of" };
        write!(f, "must {verb} `{}`", self.regex)
    }

    fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
        // Written out either way, because not every validator reads `\d` and the dot as the standard has them.
        let pattern = match self.ecma {
            true => rust(self.regex).and_then(|regex| translate::translate(&regex, self.whole)),
            false => translate::translate(self.regex, self.whole),
        };
        pattern.map(ecma::pattern).unwrap_or_default()
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        super::Samples::sorted(|text| self.accepts(text)).matching(self.regex)
    }
}

impl Rule<str> for Pattern {
    fn accepts(&self, value: &str) -> bool {
        compiled(self.regex, self.whole, self.ecma).is_some_and(|matcher| matcher.is_match(value))
    }
}
