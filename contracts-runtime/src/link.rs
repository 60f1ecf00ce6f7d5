//! The contracts that the linker gathered.
//!
//! The derive submits an entry for each contract that is not generic. A crate's contracts are there if the program
//! names the crate in any way; one that nothing names is not linked. Checking never depends on this list.

use std::any::TypeId;
use std::fmt;

use crate::boundary::Boundary;
use crate::descriptor::ContractDescriptor;
use crate::violation::Violations;

/// A contract of this program.
#[derive(Clone, Copy)]
pub struct Linked {
    descriptor: &'static ContractDescriptor,
    type_id: fn() -> TypeId,
    validate: fn(&Boundary, &[u8]) -> Result<(), Violations>,
}

impl Linked {
    /// An entry: the descriptor, the type, and the check of bytes.
    #[must_use]
    pub const fn new(
        descriptor: &'static ContractDescriptor,
        type_id: fn() -> TypeId,
        validate: fn(&Boundary, &[u8]) -> Result<(), Violations>,
    ) -> Self {
        Linked {
            descriptor,
            type_id,
            validate,
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

    /// Checks bytes by the contract.
    ///
    /// # Errors
    ///
    /// The complete report.
    pub fn validate(&self, boundary: &Boundary, bytes: &[u8]) -> Result<(), Violations> {
        (self.validate)(boundary, bytes)
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
