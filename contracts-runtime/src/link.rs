//! The contracts that the linker gathered.
//!
//! The derive submits an entry for each contract that is not generic. A crate's contracts are there if the program
//! names the crate in any way; one that nothing names is not linked. Checking never depends on this list.

use std::any::{Any, TypeId};
use std::fmt;

use crate::boundary::{Boundary, Source};
use crate::descriptor::ContractDescriptor;
use crate::violation::Violations;

/// A contract of this program.
#[derive(Clone, Copy)]
pub struct Linked {
    descriptor: &'static ContractDescriptor,
    type_id: fn() -> TypeId,
    check: Check,
}

/// The check of a text; of a contract with a context it takes that as well.
#[derive(Clone, Copy)]
enum Check {
    Plain(fn(&Boundary, Source<'_>) -> Result<(), Violations>),
    Contextual(InContext),
}

/// A check of a text in a context, if there is one.
type InContext = fn(&Boundary, Source<'_>, Option<&dyn Any>) -> Result<(), Violations>;

impl Linked {
    /// An entry: the descriptor, the type, and the check of a text.
    #[must_use]
    pub const fn new(
        descriptor: &'static ContractDescriptor,
        type_id: fn() -> TypeId,
        validate: fn(&Boundary, Source<'_>) -> Result<(), Violations>,
    ) -> Self {
        Linked {
            descriptor,
            type_id,
            check: Check::Plain(validate),
        }
    }

    /// An entry of a contract with a context. The check must reject what it can't judge for want of a context.
    #[must_use]
    pub const fn contextual(
        descriptor: &'static ContractDescriptor,
        type_id: fn() -> TypeId,
        validate: InContext,
    ) -> Self {
        Linked {
            descriptor,
            type_id,
            check: Check::Contextual(validate),
        }
    }

    /// What the contract says.
    #[must_use]
    pub const fn descriptor(&self) -> &'static ContractDescriptor {
        self.descriptor
    }

    /// The type that the contract is declared on.
    #[must_use]
    pub fn type_id(&self) -> TypeId {
        (self.type_id)()
    }

    /// Checks a text by the contract. One with a context rejects them: see [`validate_in`](Self::validate_in).
    ///
    /// # Errors
    ///
    /// The complete report.
    pub fn validate(&self, boundary: &Boundary, source: Source<'_>) -> Result<(), Violations> {
        match self.check {
            Check::Plain(check) => check(boundary, source),
            Check::Contextual(check) => check(boundary, source, None),
        }
    }

    /// Checks a text by the contract, in this context. A context of another type than the contract declares is as good
    /// as none; contracts that declare none don't look at it.
    ///
    /// # Errors
    ///
    /// The complete report.
    pub fn validate_in(
        &self,
        boundary: &Boundary,
        context: &dyn Any,
        source: Source<'_>,
    ) -> Result<(), Violations> {
        match self.check {
            Check::Plain(check) => check(boundary, source),
            Check::Contextual(check) => check(boundary, source, Some(context)),
        }
    }
}

impl fmt::Debug for Linked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Linked")
            .field("descriptor", self.descriptor)
            .finish_non_exhaustive()
    }
}

inventory::collect!(Linked);

/// All contracts that the linker gathered, in no particular order.
pub fn linked() -> impl Iterator<Item = &'static Linked> {
    inventory::iter::<Linked>.into_iter()
}
