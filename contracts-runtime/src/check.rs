//! What generated checks call: a rule applied to a field, a check of the user's own.

use std::marker::PhantomData;

use crate::rules::{Rule, RuleInfo};
use crate::violation::{At, Report, Structural, Violation};

/// A rule and the way to the value that it checks.
///
/// Made by [`apply`], for the compiled check and for the descriptor alike, so that both speak of one constant and a
/// misuse is one error.
#[derive(Debug)]
pub struct Applied<F, X: ?Sized, P, R: 'static> {
    reach: P,
    rule: &'static R,
    field: PhantomData<fn(&F) -> &X>,
}

/// Applies `rule` to fields of type `F`, in which it sees what `reach` leads to.
#[must_use]
pub const fn apply<F, X, P, R>(reach: P, rule: &'static R) -> Applied<F, X, P, R>
where
    X: ?Sized,
    P: Fn(&F) -> Option<&X> + Copy,
    R: Rule<X>,
{
    Applied {
        reach,
        rule,
        field: PhantomData,
    }
}

impl<F, X, P, R> Applied<F, X, P, R>
where
    X: ?Sized,
    P: Fn(&F) -> Option<&X> + Copy,
    R: Rule<X>,
{
    /// Checks a value, and reports it if it breaks the rule.
    #[inline]
    pub fn check(&self, value: &F, at: &At<'_>, report: &mut Report) {
        if let Some(value) = (self.reach)(value) {
            if !self.rule.accepts(value) {
                self.broken(value, at, report);
            }
        }
    }

    #[cold]
    #[inline(never)]
    fn broken(&self, value: &X, at: &At<'_>, report: &mut Report) {
        let mut params = self.rule.params();
        if let Some(actual) = self.rule.actual(value) {
            params.push("actual", actual);
        }
        report.broken(at, self.rule, params);
    }

    /// The rule, for the descriptor.
    #[must_use]
    pub const fn info(&self) -> &'static dyn RuleInfo {
        self.rule
    }
}

/// Reports what a check of the user's own found.
#[inline]
pub fn outcome<E: Into<Violation>>(outcome: Result<(), E>, at: &At<'_>, report: &mut Report) {
    if let Err(violation) = outcome {
        report.add(at, violation.into());
    }
}

/// Checks the inside of a built contract, one level of nesting deeper.
#[inline]
pub fn nested(at: &At<'_>, report: &mut Report, check: impl FnOnce(&mut Report)) {
    if report.descend() {
        check(report);
    } else {
        report.add(at, Structural::Depth.violation());
    }
    report.ascend();
}

/// Reports that a built value lacks a field that must have a value.
pub fn lacking(at: &At<'_>, report: &mut Report) {
    report.add(at, Structural::Null.violation());
}
