//! Rules as a schema states them: with what is known only when it is read.

use std::fmt;

use crate::formats;
use crate::rules::{self, RuleInfo};
use crate::shape::Kind;
use crate::violation::{Param, Params};

/// The rules that have a pattern of their own in a schema.
pub(super) const WRITTEN: &[&dyn RuleInfo] = &[
    &rules::lowercase(),
    &rules::uppercase(),
    &rules::trimmed(),
    &rules::not_blank(),
    &rules::single_line(),
    &rules::no_control(),
    &rules::printable(),
    &rules::ascii(),
    &rules::alphanumeric(),
    &formats::email().html(),
];

/// The rule that is written as this pattern.
pub(super) fn written(pattern: &str) -> Box<dyn RuleInfo> {
    const TEXT: Kind = Kind::Text { format: None };
    let says = |rule: &&&dyn RuleInfo| {
        let keywords = rule.keywords(TEXT);
        matches!(keywords.as_slice(), [("pattern", Param::Text(text))] if text == pattern)
    };
    if let Some(rule) = WRITTEN.iter().find(says) {
        return Box::new(Known(*rule));
    }
    let whole = pattern
        .strip_prefix("^(?:")
        .and_then(|rest| rest.strip_suffix(")$"));
    Box::new(Matching {
        regex: whole.unwrap_or(pattern).to_owned(),
        whole: whole.is_some(),
    })
}

/// A rule that is a constant.
#[derive(Debug)]
pub(super) struct Known(pub(super) &'static dyn RuleInfo);

impl RuleInfo for Known {
    fn code(&self) -> &'static str {
        self.0.code()
    }

    fn params(&self) -> Params {
        self.0.params()
    }

    fn message(&self, params: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.message(params, f)
    }
}

/// `pattern`, whose own rule takes what is known when a program is compiled.
#[derive(Debug)]
struct Matching {
    regex: String,
    whole: bool,
}

impl RuleInfo for Matching {
    fn code(&self) -> &'static str {
        "pattern"
    }

    fn params(&self) -> Params {
        let params = Params::new().with("regex", self.regex.clone());
        if self.whole {
            params
        } else {
            params.with("search", true)
        }
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verb = if self.whole { "match" } else { "contain a match of" };
        write!(f, "must {verb} `{}`", self.regex)
    }
}

/// `one_of`.
#[derive(Debug)]
pub(super) struct OneOf(pub(super) Param);

impl RuleInfo for OneOf {
    fn code(&self) -> &'static str {
        "one_of"
    }

    fn params(&self) -> Params {
        Params::new().with("values", self.0.clone())
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "must be {}", self.0)
    }
}

/// `equal`.
#[derive(Debug)]
pub(super) struct Equal(pub(super) Param);

impl RuleInfo for Equal {
    fn code(&self) -> &'static str {
        "equal"
    }

    fn params(&self) -> Params {
        Params::new().with("value", self.0.clone())
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "must be {}", self.0)
    }
}
