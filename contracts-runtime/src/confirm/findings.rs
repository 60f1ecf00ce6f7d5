//! What asynchronous checks find.

use std::cmp::Ordering;

use crate::boundary::MAX_VIOLATIONS;
use crate::descriptor::ContractDescriptor;
use crate::violation::{Severity, Violation, Violations};

/// What the checks of [`Valid::confirm`](crate::Valid::confirm) find, by place.
///
/// The order in which it is added does not matter, so that several answers may be awaited at once: the report has the
/// order of the fields' declaration. It holds as many violations as the contract's `max_violations` says, or 100, and
/// counts the others.
#[derive(Debug)]
pub struct Findings {
    contract: &'static ContractDescriptor,
    /// In the order of the report.
    kept: Vec<Finding>,
    total: usize,
    errors: usize,
}

#[derive(Debug)]
struct Finding {
    /// Where its place comes in the order of declaration.
    rank: Vec<usize>,
    violation: Violation,
}

impl Findings {
    pub(super) const fn of(contract: &'static ContractDescriptor) -> Self {
        Findings {
            contract,
            kept: Vec::new(),
            total: 0,
            errors: 0,
        }
    }

    /// Adds what is wrong with the value at `pointer`: a JSON Pointer (RFC 6901) from the whole value on, in the sender's
    /// names, empty for the whole. One that lacks its first slash is taken as if it had it. A place that the violation
    /// itself names by [`Violation::at`] is below.
    ///
    /// What is said of a field that is `secret`, or of a part of it, is concealed as everywhere: of its own text, its
    /// parameters and the place below nothing is kept.
    ///
    /// ```
    /// use contracts_runtime::{Findings, Violation};
    ///
    /// async fn check(name_taken: bool, findings: &mut Findings) {
    ///     if name_taken {
    ///         findings.add("/name", Violation::new("taken", "is already taken"));
    ///         findings.add("/name", "a message alone will do");
    ///     }
    /// }
    /// ```
    pub fn add(&mut self, pointer: &str, violation: impl Into<Violation>) {
        self.insert(pointer, violation.into());
    }

    /// Whether there is an error among them; warnings are none.
    ///
    /// ```
    /// use contracts_runtime::{Findings, Violation};
    ///
    /// async fn check(findings: &mut Findings) {
    ///     if !findings.has_errors() {
    ///         // Only then is it worth asking what costs most.
    ///     }
    /// }
    /// ```
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    fn insert(&mut self, pointer: &str, mut violation: Violation) {
        self.total += 1;
        self.errors += usize::from(violation.severity() == Severity::Error);
        let pointer = format!("{pointer}{}", violation.pointer());
        violation = violation.at(pointer);
        let rank = violation.hide(self.contract);
        let finding = Finding { rank, violation };
        let at = self.kept.partition_point(|kept| kept.order(&finding).is_le());
        self.kept.insert(at, finding);
        self.shorten();
    }

    /// Takes the last finding away if there are too many. Which ones are kept does not depend on when they were added; the
    /// first error is one of them, so that a report which rejects says why.
    fn shorten(&mut self) {
        let max = self.max();
        if self.kept.len() <= max {
            return;
        }
        let is_error = |finding: &Finding| finding.violation.severity() == Severity::Error;
        let last = match self.kept.iter().position(is_error) {
            Some(first) if first == max => max - 1,
            _ => max,
        };
        self.kept.remove(last);
    }

    fn max(&self) -> usize {
        self.contract
            .limits()
            .max_violations
            .unwrap_or(MAX_VIOLATIONS)
            .max(1)
    }

    pub(super) fn finish(self) -> Option<Violations> {
        let found = self.kept.into_iter().map(|finding| finding.violation).collect();
        Violations::new(found, self.total).map(|violations| violations.of(Some(self.contract)))
    }
}

impl Finding {
    fn order(&self, other: &Finding) -> Ordering {
        let (this, that) = (&self.violation, &other.violation);
        self.rank
            .cmp(&other.rank)
            .then_with(|| this.pointer().cmp(that.pointer()))
            .then_with(|| this.code().cmp(that.code()))
            .then_with(|| this.message().cmp(&that.message()))
            .then_with(|| this.severity().as_str().cmp(that.severity().as_str()))
            .then_with(|| format!("{:?}", this.params()).cmp(&format!("{:?}", that.params())))
    }
}
