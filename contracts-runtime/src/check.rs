//! What generated checks call: a rule applied to a field, a check of the user's own.

use std::marker::PhantomData;

use crate::rules::{Rule, RuleInfo};
use crate::shape::{Entries, Items, Kind, Shape};
use crate::violation::{At, Params, Report, Structural, Violation, Violations};

/// A rule applied to a field: its check, and the rule itself for the descriptor.
#[derive(Debug)]
pub struct Applied<C> {
    check: C,
    /// The rule.
    pub info: &'static dyn RuleInfo,
}

/// Applies `rule` to fields of type `F`, in which it sees what `reach` leads to.
///
/// For the compiled check and for the descriptor alike, so that both speak of one constant. What it gives hides its
/// types: a rule that does not fit the field is one error, here, and none in what is done with it.
#[must_use]
pub const fn apply<F, X, P, R>(reach: P, rule: &'static R) -> Applied<impl Applicable<F> + Copy>
where
    X: ?Sized,
    P: Fn(&F) -> Option<&X> + Copy,
    R: Rule<X>,
{
    let check = Reached {
        reach,
        rule,
        field: PhantomData,
    };
    Applied { check, info: rule }
}

/// A check of values of type `F`.
pub trait Applicable<F> {
    /// Checks a value, and reports it if it breaks the rule.
    fn check(&self, value: &F, at: At<'_>, report: &mut Report<'_>);
}

impl<C> Applied<C> {
    /// Checks a value, and reports it if it breaks the rule.
    #[inline]
    pub fn hold<F>(&self, value: &F, at: At<'_>, report: &mut Report<'_>)
    where
        C: Applicable<F>,
    {
        self.check.check(value, at, report);
    }
}

/// A rule and the way to the value that it checks.
struct Reached<X: ?Sized, P, R: 'static> {
    reach: P,
    rule: &'static R,
    field: PhantomData<fn(&X)>,
}

impl<X: ?Sized, P: Copy, R> Clone for Reached<X, P, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<X: ?Sized, P: Copy, R> Copy for Reached<X, P, R> {}

impl<F, X, P, R> Applicable<F> for Reached<X, P, R>
where
    X: ?Sized,
    P: Fn(&F) -> Option<&X>,
    R: Rule<X>,
{
    #[inline]
    fn check(&self, value: &F, at: At<'_>, report: &mut Report<'_>) {
        if let Some(value) = (self.reach)(value) {
            if !self.rule.accepts_at(value, report.scope()) {
                broken(self.rule, value, at, report);
            }
        }
    }
}

#[cold]
#[inline(never)]
fn broken<X: ?Sized, R: Rule<X>>(rule: &'static R, value: &X, at: At<'_>, report: &mut Report<'_>) {
    let mut params = rule.params();
    rule.observe(value, &mut params);
    report.broken(at, rule, params);
}

/// Reports what a check of the user's own found.
#[inline]
pub fn outcome<E: Into<Violation>>(outcome: Result<(), E>, at: At<'_>, report: &mut Report<'_>) {
    if let Err(violation) = outcome {
        report.add(at, violation.into());
    }
}

/// The context that the contract at hand is checked by, if it was given. That it was not is reported by
/// [`needs_context`], once for each value.
#[inline]
#[must_use]
pub fn context<'a, T: 'static>(report: &Report<'a>) -> Option<&'a T> {
    report.scope().context()
}

/// Reports that a contract is to be checked by a context that was not given, or is of another type.
#[inline]
pub fn needs_context<T: 'static>(name: &'static str, at: At<'_>, report: &mut Report<'_>) {
    if context::<T>(report).is_none() {
        lacks_context(name, at, report);
    }
}

#[cold]
#[inline(never)]
fn lacks_context(name: &'static str, at: At<'_>, report: &mut Report<'_>) {
    let params = Params::new().with("context", name);
    report.add_structural(at, Structural::Context.with(params));
}

/// Checks the inside of a built contract, one level of nesting deeper.
#[inline]
pub fn nested(at: At<'_>, report: &mut Report<'_>, check: impl FnOnce(&mut Report<'_>)) {
    if report.descend() {
        check(report);
        report.ascend();
    } else {
        report.add_structural(at, Structural::Depth.violation());
    }
}

/// Checks each element of a built list or set.
pub fn check_items<T: Items>(
    value: &T,
    at: At<'_>,
    report: &mut Report<'_>,
    check: fn(&T::Item, At<'_>, &mut Report<'_>),
) {
    report.in_order(T::HASHED, |report, order| {
        value.visit(order, &mut |index, item| {
            check(item, at.index(index).at(), report);
        });
    });
}

/// Checks each key of a built map.
pub fn check_keys<T: Entries>(
    value: &T,
    at: At<'_>,
    report: &mut Report<'_>,
    check: fn(&T::Key, At<'_>, &mut Report<'_>),
) where
    T::Key: Shape,
{
    report.in_order(T::HASHED, |report, order| {
        value.visit(order, &mut |key, _| check(key, at.key(key).at(), report));
    });
}

/// Checks each value of a built map.
pub fn check_values<T: Entries>(
    value: &T,
    at: At<'_>,
    report: &mut Report<'_>,
    check: fn(&T::Value, At<'_>, &mut Report<'_>),
) where
    T::Key: Shape,
{
    report.in_order(T::HASHED, |report, order| {
        value.visit(order, &mut |key, value| check(value, at.key(key).at(), report));
    });
}

/// Checks a built value whose faults must not show anything of it.
pub fn concealed(at: At<'_>, report: &mut Report<'_>, check: impl FnOnce(&mut Report<'_>)) {
    let mark = report.mark();
    check(report);
    report.conceal(mark, at);
}

/// Checks a value of this kind whose faults may show it.
pub fn revealed(kind: Kind, report: &mut Report<'_>, check: impl FnOnce(&mut Report<'_>)) {
    let mark = report.mark();
    check(report);
    report.reveal(mark, kind);
}

/// Holds a default that is written out to the rules of its field; called by a generated test.
///
/// # Panics
///
/// If the default breaks a rule.
#[allow(clippy::panic, reason = "a failing test is a panic")]
pub fn hold_default(field: &str, check: impl FnOnce(At<'_>, &mut Report<'_>)) {
    let mut report = Report::new(usize::MAX, false, true, 1);
    check(At::ROOT, &mut report);
    let total = report.total();
    if let Some(violations) = Violations::built(report.take_found(), total, None) {
        panic!("the default of `{field}` breaks the field's own rules: {violations}");
    }
}

/// Reports that a built value lacks a field that must have a value, or must not be null; of a member that is `absent`
/// that it is missing.
pub fn lacking(absent: bool, at: At<'_>, report: &mut Report<'_>) {
    let fault = if absent {
        Structural::Missing
    } else {
        Structural::Null
    };
    report.add_structural(at, fault.violation());
}
