//! `pattern`: a regular expression.

use std::fmt;

use super::compiled::compiled;
use super::{Rule, RuleInfo, Samples, ecma};
use crate::shape::Kind;
use crate::violation::{Param, Params};

mod translate;
use crate::clock::Clock;

/// The whole text matches a regular expression: `pattern = "[A-Z]{3}-[0-9]{4}"`. With `search` a part of it is
/// enough: `pattern(search, "[0-9]")`.
///
/// The language is that of the `regex` crate: `\d` and `\w` are those of Unicode, `$` is the end of the text, and there
/// are neither look-around nor back-references. A JSON Schema gets an expression in the language of ECMA-262, with the
/// flag `u`, that accepts the same text: what is written otherwise there is written out, such as `(?i)`.
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
    Pattern { regex, whole: true }
}

/// The rule that [`pattern()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Pattern {
    regex: &'static str,
    whole: bool,
}

impl Pattern {
    /// A match anywhere in the text is enough.
    #[must_use]
    pub const fn search(self) -> Self {
        Pattern { whole: false, ..self }
    }
}

impl RuleInfo for Pattern {
    fn code(&self) -> &'static str {
        "pattern"
    }

    fn params(&self) -> Params {
        let params = Params::new().with("regex", self.regex);
        if self.whole { params } else { params.with("search", true) }
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verb = if self.whole { "match" } else { "contain a match of" };
        write!(f, "must {verb} `{}`", self.regex)
    }

    fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
        translate::translate(self.regex, self.whole).map(ecma::pattern).unwrap_or_default()
    }

    fn samples(&self, _: Kind, _: Clock) -> Samples {
        Samples::sorted(|text| self.accepts(text)).matching(self.regex)
    }
}

impl Rule<str> for Pattern {
    fn accepts(&self, value: &str) -> bool {
        compiled(self.regex, self.whole).is_some_and(|matcher| matcher.is_match(value))
    }
}
