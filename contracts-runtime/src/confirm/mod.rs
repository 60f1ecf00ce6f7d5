//! The last phase: asynchronous checks of what is proven already, such as whether a name is taken.

mod findings;

use std::fmt;
use std::ops::{AsyncFnOnce, Deref};

use crate::contract::Contract;
use crate::valid::{Invalid, Valid};
use crate::violation::Violations;

pub use findings::Findings;

/// What came of checks that had to ask elsewhere. Made by [`Valid::confirm`].
///
/// ```
/// use contracts_runtime::{Confirmation, Contract};
///
/// fn status<T: Contract, E>(outcome: &Confirmation<T, E>) -> u16 {
///     match outcome {
///         Confirmation::Confirmed { .. } => 201,
///         Confirmation::Rejected(_) => 422,
///         Confirmation::Undecided { .. } => 503,
///     }
/// }
/// ```
#[must_use = "it says whether there is a value"]
pub enum Confirmation<T: Contract, E, Z = <T as Contract>::Zone> {
    /// Nothing that was asked speaks against it.
    Confirmed {
        /// The value, with the proof that it was confirmed.
        confirmed: Confirmed<T, Z>,
        /// What was found although it rejects nothing, if there is anything.
        warnings: Option<Violations>,
    },
    /// Something does. The value comes back with all that was found.
    Rejected(Invalid<T>),
    /// It could not be found out. The value comes back with its proof, so that it can be tried again.
    Undecided {
        /// The value, which satisfies its contract.
        valid: Valid<T, Z>,
        /// Why it could not be found out.
        error: E,
        /// What was found before, if there is anything. It need not be all.
        found: Option<Violations>,
    },
}

/// The value is not shown where it is rejected: it may hold secrets.
impl<T: Contract + fmt::Debug, E: fmt::Debug, Z> fmt::Debug for Confirmation<T, E, Z> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Confirmation::Confirmed { confirmed, warnings } => f
                .debug_struct("Confirmed")
                .field("confirmed", confirmed)
                .field("warnings", warnings)
                .finish(),
            Confirmation::Rejected(invalid) => f.debug_tuple("Rejected").field(invalid).finish(),
            Confirmation::Undecided { valid, error, found } => f
                .debug_struct("Undecided")
                .field("valid", valid)
                .field("error", error)
                .field("found", found)
                .finish(),
        }
    }
}

/// A value that satisfies its contract and was confirmed by checks that had to ask elsewhere.
///
/// There is no way to one but [`Valid::confirm`]. Whoever takes one knows that it was asked; what was true then may have
/// changed since. It has the size of the bare value.
///
/// ```compile_fail
/// # use contracts_runtime::{Confirmed, Contract, Valid};
/// # fn forge<T: Contract>(valid: Valid<T>) -> Confirmed<T> {
/// Confirmed { valid }
/// # }
/// ```
pub struct Confirmed<T: Contract, Z = <T as Contract>::Zone> {
    valid: Valid<T, Z>,
}

impl<T: Contract, Z> Confirmed<T, Z> {
    /// The value as one that satisfies its contract.
    ///
    /// ```
    /// use contracts_runtime::{Confirmed, Contract, Valid};
    ///
    /// fn store<T: Contract>(_: &Valid<T>) {}
    ///
    /// fn register<T: Contract>(confirmed: &Confirmed<T>) {
    ///     store(confirmed.as_valid());
    /// }
    /// ```
    #[must_use]
    pub const fn as_valid(&self) -> &Valid<T, Z> {
        &self.valid
    }

    /// The same without the proof that it was confirmed, such as to ask something else.
    ///
    /// ```
    /// use contracts_runtime::{Confirmed, Contract, Valid};
    ///
    /// fn again<T: Contract>(confirmed: Confirmed<T>) -> Valid<T> {
    ///     confirmed.into_valid()
    /// }
    /// ```
    #[must_use]
    pub fn into_valid(self) -> Valid<T, Z> {
        self.valid
    }
}

impl<T: Contract, Z> Deref for Confirmed<T, Z> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.valid
    }
}

impl<T: Contract + fmt::Debug, Z> fmt::Debug for Confirmed<T, Z> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Confirmed").field(&*self.valid).finish()
    }
}

impl<T: Contract, Z> Valid<T, Z> {
    /// Asks elsewhere what no rule can know, as the last phase of checking: `check` is given the value, and adds what it
    /// finds. It is an async function or closure, and runs on whatever runtime polls the future.
    ///
    /// An error of `check` is not one of the value: what could not be found out is undecided, and the value comes back.
    ///
    /// The future is `Send` if the value, the error and what `check` keeps are. Dropped half-way it leaves nothing
    /// behind, and neither does a panic in `check`, which is one of whoever polls.
    ///
    /// ```
    #[doc = include_str!("../../doc/tag.txt")]
    /// # fn block_on<F: Future>(future: F) -> F::Output {
    /// #     let mut future = std::pin::pin!(future);
    /// #     let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    /// #     loop {
    /// #         if let std::task::Poll::Ready(output) = future.as_mut().poll(&mut context) {
    /// #             return output;
    /// #         }
    /// #     }
    /// # }
    /// use contracts_runtime::{Confirmation, Findings, Violation, accept};
    ///
    /// #[derive(Debug)]
    /// struct StoreDown;
    ///
    /// async fn not_taken(tag: &Tag, findings: &mut Findings) -> Result<(), StoreDown> {
    ///     // A store would be asked here.
    ///     if tag.0 == "tea" {
    ///         findings.add("", Violation::new("taken", "is already taken"));
    ///     }
    ///     Ok(())
    /// }
    ///
    /// let tag = accept::<Tag>("\"tea\"")?;
    /// let Confirmation::Rejected(invalid) = block_on(tag.confirm(not_taken)) else {
    ///     panic!("it is taken")
    /// };
    /// assert_eq!(invalid.violations.first().code(), "taken");
    ///
    /// let tag = accept::<Tag>("\"jam\"")?;
    /// let asking = tag.confirm(async |_, _| Err(StoreDown));
    /// let Confirmation::Undecided { valid, error: StoreDown, .. } = block_on(asking) else {
    ///     panic!("the store is down")
    /// };
    /// assert_eq!(valid.0, "jam"); // try again later
    /// # Ok::<(), contracts_runtime::Violations>(())
    /// ```
    pub async fn confirm<E, F>(self, check: F) -> Confirmation<T, E, Z>
    where
        F: AsyncFnOnce(&T, &mut Findings) -> Result<(), E>,
    {
        let mut findings = Findings::of(T::DESCRIPTOR);
        let asked = check(&self, &mut findings).await;
        let rejects = findings.has_errors();
        let found = findings.finish();
        match (asked, found) {
            (Err(error), found) => Confirmation::Undecided {
                valid: self,
                error,
                found,
            },
            (Ok(()), Some(violations)) if rejects => Confirmation::Rejected(Invalid {
                value: self.into_inner(),
                violations,
            }),
            (Ok(()), warnings) => Confirmation::Confirmed {
                confirmed: Confirmed { valid: self },
                warnings,
            },
        }
    }
}
