//! The words that every rule takes: `message`, `code`, `severity`.

use std::fmt;

use super::{Rule, RuleInfo};
use crate::scope::Scope;
use crate::shape::Kind;
use crate::violation::{Param, Params, Severity};

/// Wraps a rule whose code, message or severity the user sets.
#[must_use]
pub const fn adjust<R>(rule: R) -> Adjusted<R> {
    Adjusted {
        rule,
        code: None,
        message: None,
        severity: Severity::Error,
    }
}

/// The rule that [`adjust()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Adjusted<R> {
    rule: R,
    code: Option<&'static str>,
    message: Option<&'static str>,
    severity: Severity,
}

impl<R: Copy> Adjusted<R> {
    /// Sets the code of its violations.
    ///
    /// # Panics
    ///
    /// If the code is empty; in an attribute that is a compile error.
    #[must_use]
    pub const fn code(self, code: &'static str) -> Self {
        assert!(!code.is_empty(), "a code must not be empty");
        Adjusted {
            code: Some(code),
            ..self
        }
    }

    /// Sets the message. It is text as it stands: nothing in it is expanded.
    ///
    /// # Panics
    ///
    /// If the message is empty; in an attribute that is a compile error.
    #[must_use]
    pub const fn message(self, message: &'static str) -> Self {
        assert!(!message.is_empty(), "a message must not be empty");
        Adjusted {
            message: Some(message),
            ..self
        }
    }

    /// Sets whether breaking it rejects the value.
    #[must_use]
    pub const fn severity(self, severity: Severity) -> Self {
        Adjusted { severity, ..self }
    }
}

impl<R> Adjusted<R> {
    /// The rule inside.
    #[inline]
    pub(crate) const fn rule(&self) -> &R {
        &self.rule
    }
}

impl<R: RuleInfo> RuleInfo for Adjusted<R> {
    fn code(&self) -> &'static str {
        self.code.unwrap_or_else(|| self.rule.code())
    }

    fn params(&self) -> Params {
        self.rule.params()
    }

    fn message(&self, params: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.message {
            Some(message) => f.write_str(message),
            None => self.rule.message(params, f),
        }
    }

    fn keywords(&self, kind: Kind) -> Vec<(&'static str, Param)> {
        match self.severity {
            Severity::Error => self.rule.keywords(kind),
            Severity::Warn => Vec::new(),
        }
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, kind: crate::shape::Kind, clock: crate::clock::Clock) -> super::Samples {
        self.rule.samples(kind, clock)
    }

    #[cfg(feature = "proptest")]
    fn mend(&self, value: Param) -> Param {
        self.rule.mend(value)
    }

    fn severity(&self) -> Severity {
        self.severity
    }

    fn wording(&self) -> Option<&'static str> {
        self.message
    }

    fn is_adjusted(&self) -> bool {
        self.code.is_some() || self.message.is_some()
    }
}

impl<T: ?Sized, R: Rule<T>> Rule<T> for Adjusted<R> {
    #[inline]
    fn accepts(&self, value: &T) -> bool {
        self.rule.accepts(value)
    }

    #[inline]
    fn accepts_at(&self, value: &T, scope: &Scope<'_>) -> bool {
        self.rule.accepts_at(value, scope)
    }

    fn observe(&self, value: &T, params: &mut Params) {
        self.rule.observe(value, params);
    }
}
