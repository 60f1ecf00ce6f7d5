//! The contracts that the linker gathered.
//!
//! The derive submits an entry for each contract that is not generic, `register!` one for an instance of a generic one.
//! Either names `submit!` of the collector that this build has, and knows nothing else of it. Checking never depends on
//! this list.

#[cfg(not(all(feature = "linkme", not(target_family = "wasm"))))]
#[path = "link/by_inventory.rs"]
pub mod collector;
// Not where linkme can't gather anything: a feature must not break a program.
#[cfg(all(feature = "linkme", not(target_family = "wasm")))]
#[path = "link/by_linkme.rs"]
pub mod collector;

use std::any::{Any, TypeId};
use std::fmt;

use crate::boundary::{Boundary, Source};
use crate::contract::Contract;
use crate::decode::Decode;
use crate::descriptor::ContractDescriptor;
use crate::violation::Violations;
use crate::zone::Marker;

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

/// The check of an entry by `register!`. Whether the type can be read is asked of its zone: a type that is no contract has
/// none, so that this is all that is said of it.
#[doc(hidden)]
pub fn check_listed<'de, T>(
    boundary: &Boundary,
    source: Source<'de>,
    context: Option<&'de dyn Any>,
) -> Result<(), Violations>
where
    T: Contract,
    T::Zone: Reads<'de, T>,
{
    T::Zone::check(boundary, source, context)
}

/// What reads a contract.
#[doc(hidden)]
pub trait Reads<'de, T> {
    /// Checks a text by the contract.
    ///
    /// # Errors
    ///
    /// The complete report.
    fn check(
        boundary: &Boundary,
        source: Source<'de>,
        context: Option<&'de dyn Any>,
    ) -> Result<(), Violations>;
}

impl<'de, Z: Marker, T: Contract + Decode<'de>> Reads<'de, T> for Z {
    fn check(
        boundary: &Boundary,
        source: Source<'de>,
        context: Option<&'de dyn Any>,
    ) -> Result<(), Violations> {
        boundary.accept_any::<T>(source, context).map(drop)
    }
}

impl fmt::Debug for Linked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Linked")
            .field("descriptor", self.descriptor)
            .finish_non_exhaustive()
    }
}

/// All contracts that the linker gathered, in no particular order.
///
/// A program's list is made by its linker. In it is every contract that is not generic, and every instance of a generic
/// one that `register!` names, of
///
/// - the crate that is built,
/// - each crate that it names in its source, by whatever it uses of it or by `use that_crate as _;` alone,
/// - each crate that those name in turn.
///
/// Debug and release builds, link-time optimisation, any number of codegen units, `--gc-sections`, binaries, tests,
/// examples and dynamic libraries make no difference.
///
/// # When a contract is missing
///
/// - **Nothing names its crate.** A dependency that stands in `Cargo.toml` alone is not linked: rustc leaves it out
///   before any linker runs. Write `use that_crate as _;` in the program, and in each of its tests and examples that
///   needs the list.
/// - **It is generic.** The linker can't list what has no instance: name each with `register!`.
/// - **It is in a library that was loaded while the program ran.** A `cdylib` has a run time and a list of its own, and
///   neither it nor the program sees the other's: let the library hand over what the program is to know.
/// - **A linker for C is given a `staticlib`.** It takes from an archive what something asks for, and nothing asks for a
///   list: tell it to take all, as in `-Wl,--whole-archive libcontracts.a -Wl,--no-whole-archive`.
///
/// What a program can't do without it should ask for when it starts, so that what is missing is an error there and then.
/// The registry's `expect` does that.
///
/// ```
#[doc = include_str!("../doc/tag.txt")]
/// use contracts_runtime::linked;
/// # use contracts_runtime::{Contract, Linked};
/// # hidden::submit! {
/// #     Linked::new(Tag::DESCRIPTOR, std::any::TypeId::of::<Tag>, |boundary, source| {
/// #         boundary.accept::<Tag>(source).map(drop)
/// #     })
/// # }
///
/// assert!(linked().any(|contract| contract.descriptor().name() == "tag"));
/// ```
pub fn linked() -> impl Iterator<Item = &'static Linked> {
    collector::entries()
}
