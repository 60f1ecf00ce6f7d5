//! The trait of a contract.

use crate::boundary::MAX_VIOLATIONS;
use crate::clock::Clock;
use crate::descriptor::ContractDescriptor;
use crate::json::MAX_DEPTH;
use crate::scope::{NoContext, Scope};
use crate::shape::Shape;
use crate::telemetry::{Operation, Watch};
use crate::violation::{At, Report, Violations};
use crate::zone::Marker;

/// A type whose values cross a boundary under rules. Implemented by `#[derive(Contract)]`, with or without one of the
/// zone attributes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no contract",
    label = "not a contract",
    note = "put `#[external_contract]`, `#[strategic_boundary]`, `#[coupling_contract]` or `#[core_contract]` on it"
)]
pub trait Contract: Shape + Sized {
    /// The zone that the contract was declared for.
    type Zone: Marker;

    /// What its checks are given besides the value: the type that `context(...)` names, else `()`.
    type Context: 'static;

    /// Whether its rules are checked in this build.
    const ENFORCED: bool;

    /// What it says, as data.
    const DESCRIPTOR: &'static ContractDescriptor;

    /// Checks a value that is already built, by all rules and those of the contracts inside.
    ///
    /// Does not allocate if the value is sound. In zones whose rules are not checked in this build it does nothing. A
    /// contract with a context needs [`validate_with`](Self::validate_with).
    ///
    /// # Errors
    ///
    /// The complete report.
    fn validate(&self) -> Result<(), Violations>
    where
        Self::Context: NoContext,
    {
        self.validate_in(&Scope::new())
    }

    /// The same, with rules such as `past` going by this clock.
    ///
    /// # Errors
    ///
    /// The complete report.
    fn validate_at(&self, clock: Clock) -> Result<(), Violations>
    where
        Self::Context: NoContext,
    {
        self.validate_in(&Scope::new().by(clock))
    }

    /// The same for a contract with a context, which its checks are given.
    ///
    /// # Errors
    ///
    /// The complete report.
    fn validate_with(&self, context: &Self::Context) -> Result<(), Violations> {
        self.validate_in(&Scope::new().with(context))
    }

    /// The same by a clock and a context at once. That the context is of the type that the contract declares is only
    /// seen when it runs: without it, the value is rejected.
    ///
    /// # Errors
    ///
    /// The complete report, with a violation of the code `context` for each contract that lacks its context.
    fn validate_in(&self, scope: &Scope<'_>) -> Result<(), Violations> {
        if !Self::ENFORCED {
            return Ok(());
        }
        let watch = Watch::start(Operation::Validation);
        let mut report = Report::new(max_violations::<Self>(), false, true, MAX_DEPTH).within(*scope);
        self.check(At::ROOT, &mut report);
        finish(report, Self::DESCRIPTOR, watch)
    }
}

fn max_violations<T: Contract>() -> usize {
    // A report always says something.
    let max = T::DESCRIPTOR.limits().max_violations.unwrap_or(MAX_VIOLATIONS);
    max.max(1)
}

fn finish(
    mut report: Report<'_>,
    contract: &'static ContractDescriptor,
    watch: Watch,
) -> Result<(), Violations> {
    let errors = report.errors();
    let violations = match errors {
        0 => None,
        _ => {
            let total = report.total();
            Violations::built(report.take_found(), total, Some(contract))
        }
    };
    watch.validated(Some(contract), errors, violations.as_ref());
    violations.map_or(Ok(()), Err)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boundary::Limits;
    use crate::descriptor::Body;
    use crate::shape::Kind;
    use crate::violation::Violation;
    use crate::zone::{External, Zone};

    /// A contract by hand, whose report is to hold nothing: the derive refuses that.
    struct Silent;

    impl Shape for Silent {
        type Target = Self;
        const KIND: Kind = Kind::Contract(|| Self::DESCRIPTOR);

        fn reach(&self) -> Option<&Self> {
            Some(self)
        }

        fn check(&self, at: At<'_>, report: &mut Report<'_>) {
            report.add(at, Violation::from("is never right"));
        }
    }

    impl Contract for Silent {
        type Zone = External;
        type Context = ();
        const ENFORCED: bool = true;
        const DESCRIPTOR: &'static ContractDescriptor =
            &ContractDescriptor::new("silent", "", Zone::External, Body::Unit).limited(Limits {
                max_violations: Some(0),
                ..Limits::NONE
            });
    }

    #[test]
    fn a_report_that_is_to_hold_nothing_rejects_all_the_same() {
        let report = Silent.validate();
        assert_eq!(report.map_err(|report| report.len()), Err(1));
    }
}
