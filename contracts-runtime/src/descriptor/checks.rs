//! What is checked: the rules of a field, and what is said across fields.

use std::fmt;

use crate::rules::RuleInfo;
use crate::shape::Kind;
use crate::violation::{Param, Params, Severity};

/// The rules of a field, and those of what it holds.
#[derive(Debug, Clone, Copy)]
pub struct Checks {
    rules: &'static [&'static dyn RuleInfo],
    more: Option<&'static More>,
}

/// What most fields do not have, out of their way: checks by functions of the user's own, functions that change the
/// value, rules of what it holds.
#[derive(Debug, Clone, Copy)]
pub struct More {
    custom: &'static [&'static str],
    sanitized: &'static [&'static str],
    parts: Option<Parts>,
}

/// The rules of what a collection holds.
#[derive(Debug, Clone, Copy)]
pub enum Parts {
    /// Those of each element.
    Elements(Checks),
    /// Those of each key and of each value of a map.
    Entries(Option<Checks>, Option<Checks>),
}

/// A rule that applies only where a condition holds, which is what it says of itself.
#[derive(Debug, Clone, Copy)]
pub struct Conditional {
    rule: &'static dyn RuleInfo,
    condition: &'static str,
}

/// A check by a function of the user's own, of the whole value or across some fields.
#[derive(Debug, Clone, Copy)]
pub struct CheckDescriptor {
    path: &'static str,
    reads: &'static [&'static str],
}

impl Checks {
    /// These rules.
    #[must_use]
    pub const fn new(rules: &'static [&'static dyn RuleInfo]) -> Self {
        Checks { rules, more: None }
    }

    /// Adds what else there is.
    #[must_use]
    pub const fn with(mut self, more: &'static More) -> Self {
        self.more = Some(more);
        self
    }

    /// The rules on the value.
    #[must_use]
    pub const fn rules(&self) -> &'static [&'static dyn RuleInfo] {
        self.rules
    }

    /// The paths of the functions of the user's own that check the value, as they are written.
    #[must_use]
    pub const fn custom(&self) -> &'static [&'static str] {
        match self.more {
            Some(more) => more.custom,
            None => &[],
        }
    }

    /// The functions that change the value while it is read, as `sanitize(...)` names them, in order. Where there are
    /// any, the rules hold for what they leave, not for the text that is sent.
    #[must_use]
    pub const fn sanitized(&self) -> &'static [&'static str] {
        match self.more {
            Some(more) => more.sanitized,
            None => &[],
        }
    }

    /// The rules on each element.
    #[must_use]
    pub const fn each(&self) -> Option<&'static Checks> {
        match self.parts() {
            Some(Parts::Elements(checks)) => Some(checks),
            Some(Parts::Entries(..)) | None => None,
        }
    }

    /// The rules on each key.
    #[must_use]
    pub const fn keys(&self) -> Option<&'static Checks> {
        match self.parts() {
            Some(Parts::Entries(keys, _)) => keys.as_ref(),
            Some(Parts::Elements(_)) | None => None,
        }
    }

    /// The rules on each value of a map.
    #[must_use]
    pub const fn values(&self) -> Option<&'static Checks> {
        match self.parts() {
            Some(Parts::Entries(_, values)) => values.as_ref(),
            Some(Parts::Elements(_)) | None => None,
        }
    }

    const fn parts(&self) -> Option<&'static Parts> {
        match self.more {
            Some(more) => more.parts.as_ref(),
            None => None,
        }
    }
}

impl More {
    /// Nothing; it is added by the methods that follow.
    #[must_use]
    #[allow(clippy::new_without_default, reason = "generated code makes it, in constants")]
    pub const fn new() -> Self {
        More {
            custom: &[],
            sanitized: &[],
            parts: None,
        }
    }

    /// Adds the paths of the functions of the user's own that check the value.
    #[must_use]
    pub const fn with_custom(mut self, checks: &'static [&'static str]) -> Self {
        self.custom = checks;
        self
    }

    /// Adds the functions that change the value before it is checked.
    #[must_use]
    pub const fn sanitized_by(mut self, functions: &'static [&'static str]) -> Self {
        self.sanitized = functions;
        self
    }

    /// Adds the rules of what the value holds.
    #[must_use]
    pub const fn within(mut self, parts: Parts) -> Self {
        self.parts = Some(parts);
        self
    }
}

impl Conditional {
    /// The rule, and the condition as it is written.
    #[must_use]
    pub const fn new(rule: &'static dyn RuleInfo, condition: &'static str) -> Self {
        Conditional { rule, condition }
    }
}

impl RuleInfo for Conditional {
    fn code(&self) -> &'static str {
        self.rule.code()
    }

    fn params(&self) -> Params {
        self.rule.params()
    }

    fn message(&self, params: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.rule.message(params, f)
    }

    /// None: what does not always hold would reject what is accepted.
    fn keywords(&self, _: Kind) -> Vec<(&'static str, Param)> {
        Vec::new()
    }

    fn severity(&self) -> Severity {
        self.rule.severity()
    }

    fn wording(&self) -> Option<&'static str> {
        self.rule.wording()
    }

    fn is_adjusted(&self) -> bool {
        self.rule.is_adjusted()
    }

    fn condition(&self) -> Option<&'static str> {
        Some(self.condition)
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, kind: Kind, clock: crate::clock::Clock) -> crate::rules::Samples {
        self.rule.samples(kind, clock)
    }

    #[cfg(feature = "proptest")]
    fn mend(&self, value: Param) -> Param {
        self.rule.mend(value)
    }
}

impl CheckDescriptor {
    /// The path of the function as it is written, and the names of the fields that it reads; none if it reads the value.
    #[must_use]
    pub const fn new(path: &'static str, reads: &'static [&'static str]) -> Self {
        CheckDescriptor { path, reads }
    }

    /// The path of the function, as it is written.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        self.path
    }

    /// The fields that it reads, by their names in the program; none if it reads the whole value.
    #[must_use]
    pub const fn reads(&self) -> &'static [&'static str] {
        self.reads
    }
}
