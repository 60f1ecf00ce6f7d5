//! The trait of a contract.

use crate::boundary::MAX_VIOLATIONS;
use crate::clock::Clock;
use crate::descriptor::ContractDescriptor;
use crate::json::MAX_DEPTH;
use crate::scope::Scope;
use crate::shape::Shape;
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

    /// Whether its rules are checked in this build.
    const ENFORCED: bool;

    /// What it says, as data.
    const DESCRIPTOR: &'static ContractDescriptor;

    /// Checks a value that is already built, by all rules and those of the contracts inside.
    ///
    /// Does not allocate if the value is sound. In zones whose rules are not checked in this build it does nothing.
    ///
    /// # Errors
    ///
    /// The complete report.
    fn validate(&self) -> Result<(), Violations> {
        self.validate_at(Clock::SYSTEM)
    }

    /// The same, with rules such as `past` going by this clock.
    ///
    /// # Errors
    ///
    /// The complete report.
    fn validate_at(&self, clock: Clock) -> Result<(), Violations> {
        if !Self::ENFORCED {
            return Ok(());
        }
        let mut report =
            Report::new(max_violations::<Self>(), false, true, MAX_DEPTH).within(Scope::new().by(clock));
        self.check(At::ROOT, &mut report);
        finish(report)
    }
}

fn max_violations<T: Contract>() -> usize {
    T::DESCRIPTOR.limits().max_violations.unwrap_or(MAX_VIOLATIONS)
}

fn finish(mut report: Report<'_>) -> Result<(), Violations> {
    if report.errors() == 0 {
        return Ok(());
    }
    let total = report.total();
    Violations::built(report.take_found(), total).map_or(Ok(()), Err)
}
