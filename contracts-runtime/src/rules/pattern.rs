//! `pattern`: a regular expression.

use std::fmt;

use super::compiled::compiled;
use super::{Rule, RuleInfo};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// The whole text matches a regular expression: `pattern = "[A-Z]{3}-[0-9]{4}"`. With `search` a part of it is
/// enough: `pattern(search, "[0-9]")`.
///
/// Matching is linear in the text, whatever the expression. It is compiled once, when it is first used; an
/// expression that is invalid does not compile in an attribute, and elsewhere matches nothing.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::pattern("[a-z]+").accepts("abc"));
/// assert!(!rules::pattern("[a-z]+").accepts("abc1"));
/// assert!(rules::pattern("[a-z]+").search().accepts("1abc1"));
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
        let regex = match self.whole {
            true => format!("^(?:{})$", self.regex).into(),
            false => self.regex.into(),
        };
        vec![("pattern", regex)]
    }
}

impl Rule<str> for Pattern {
    fn accepts(&self, value: &str) -> bool {
        compiled(self.regex, self.whole).is_some_and(|matcher| matcher.is_match(value))
    }
}
