//! What a boundary makes of a value: proven, admitted without a proof, or rejected.

use crate::contract::Contract;
use crate::valid::Valid;
use crate::violation::Violations;

/// A value that satisfies its contract, and what its rules warn of.
#[derive(Debug)]
pub struct Accepted<T: Contract> {
    /// The value, with its proof.
    pub valid: Valid<T>,
    /// What was found although it rejects nothing, if there is anything.
    pub warnings: Option<Violations>,
}

/// What becomes of a value under an [`Enforcement`](super::Enforcement).
///
/// `R` is what a rejected value leaves behind: the report, or for a value that was already built the value with its
/// report.
///
/// ```
#[doc = include_str!("../../doc/tag.txt")]
/// use contracts_runtime::{Admission, Boundary, Enforcement, Mode};
///
/// let warning = Boundary::new().enforcing(Enforcement::all(Mode::Warn), |_: &_| {});
/// match warning.admit::<Tag>("\"far too long\"") {
///     Admission::Proven(accepted) => panic!("there is no proof for {:?}", accepted.valid),
///     Admission::Unproven { value, violations } => {
///         assert_eq!(value.0, "far too long");
///         assert_eq!(violations.unwrap().first().code(), "length");
///     }
///     Admission::Rejected(report) => panic!("it is a text: {report}"),
/// }
/// ```
#[derive(Debug)]
#[must_use = "it says whether there is a value"]
pub enum Admission<T: Contract, R = Violations> {
    /// It satisfies its contract.
    Proven(Accepted<T>),
    /// It is a value of the type, and no more is known: it was admitted with violations, or nothing was checked.
    Unproven {
        /// The value, without a proof.
        value: T,
        /// What is wrong with it, unless that went to the log or was not looked for.
        violations: Option<Violations>,
    },
    /// There is no value that could be admitted.
    Rejected(R),
}

impl<T: Contract, R> Admission<T, R> {
    /// The value, proven or not.
    ///
    /// # Errors
    ///
    /// What a rejected value leaves behind.
    ///
    /// ```
    #[doc = include_str!("../../doc/tag.txt")]
    /// use contracts_runtime::{Boundary, Enforcement, Mode};
    ///
    /// let warning = Boundary::new().enforcing(Enforcement::all(Mode::Warn), |_: &_| {});
    /// assert_eq!(warning.admit::<Tag>("\"far too long\"").into_value()?.0, "far too long");
    /// assert!(warning.admit::<Tag>("7").into_value().is_err());
    /// # Ok::<(), contracts_runtime::Violations>(())
    /// ```
    pub fn into_value(self) -> Result<T, R> {
        match self {
            Admission::Proven(accepted) => Ok(accepted.valid.into_inner()),
            Admission::Unproven { value, .. } => Ok(value),
            Admission::Rejected(rejected) => Err(rejected),
        }
    }

    /// The value with its proof, if there is one.
    ///
    /// ```
    #[doc = include_str!("../../doc/tag.txt")]
    /// use contracts_runtime::{Boundary, Enforcement, Mode};
    ///
    /// let unchecked = Boundary::new().enforcing(Enforcement::all(Mode::Off), |_: &_| {});
    /// assert!(unchecked.admit::<Tag>("\"tea\"").proven().is_none());
    /// ```
    pub fn proven(self) -> Option<Valid<T>> {
        match self {
            Admission::Proven(accepted) => Some(accepted.valid),
            Admission::Unproven { .. } | Admission::Rejected(_) => None,
        }
    }
}
