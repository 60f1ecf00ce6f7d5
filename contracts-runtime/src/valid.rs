//! The proof that a value was checked.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use crate::contract::Contract;
use crate::decode::{Decode, Decoder, Read};
use crate::scope::NoContext;
use crate::shape::{Kind, Shape};
use crate::violation::{At, Report, Violations};
use crate::zone::{Inward, Marker};

/// A value that satisfies its contract, in the zone `Z`.
///
/// There is no way to one but a check: by a boundary ([`accept`](crate::accept)), by [`Valid::new`], or by
/// `Deserialize`, which checks as well. It gives the value out by reference or whole, never for change. It has the
/// size of the bare value.
///
/// ```compile_fail
/// # use contracts_runtime::Valid;
/// # fn forge<T: contracts_runtime::Contract>(value: T) -> Valid<T> {
/// Valid { value, zone: std::marker::PhantomData }
/// # }
/// ```
pub struct Valid<T: Contract, Z = <T as Contract>::Zone> {
    value: T,
    zone: PhantomData<fn() -> Z>,
}

impl<T: Contract> Valid<T> {
    /// Checks a built value.
    ///
    /// # Errors
    ///
    /// The report, and the value.
    pub fn new(value: T) -> Result<Self, Invalid<T>>
    where
        T::Context: NoContext,
    {
        let checked = value.validate();
        Valid::checked(value, checked)
    }

    /// Checks a built value of a contract with a context.
    ///
    /// # Errors
    ///
    /// The report, and the value.
    pub fn new_with(value: T, context: &T::Context) -> Result<Self, Invalid<T>> {
        let checked = value.validate_with(context);
        Valid::checked(value, checked)
    }

    fn checked(value: T, checked: Result<(), Violations>) -> Result<Self, Invalid<T>> {
        match checked {
            Ok(()) => Ok(Valid::proven(value)),
            Err(violations) => Err(Invalid { value, violations }),
        }
    }

    /// The one constructor, for those who have checked.
    #[inline]
    pub(crate) const fn proven(value: T) -> Self {
        Valid {
            value,
            zone: PhantomData,
        }
    }
}

impl<T: Contract, Z> Valid<T, Z> {
    /// The value, without its proof.
    #[inline]
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }

    /// The same value in a zone further inside, at no cost.
    #[inline]
    #[must_use]
    pub fn enter<To: Marker>(self) -> Valid<T, To>
    where
        Z: Inward<To>,
    {
        Valid {
            value: self.value,
            zone: PhantomData,
        }
    }
}

impl<T: Contract, Z> Deref for Valid<T, Z> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: Contract, Z> AsRef<T> for Valid<T, Z> {
    #[inline]
    fn as_ref(&self) -> &T {
        &self.value
    }
}

impl<T: Contract + Clone, Z> Clone for Valid<T, Z> {
    fn clone(&self) -> Self {
        Valid {
            value: self.value.clone(),
            zone: PhantomData,
        }
    }
}

impl<T: Contract + Copy, Z> Copy for Valid<T, Z> {}

impl<T: Contract + fmt::Debug, Z> fmt::Debug for Valid<T, Z> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Valid").field(&self.value).finish()
    }
}

impl<T: Contract + PartialEq, Z> PartialEq for Valid<T, Z> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Contract + Eq, Z> Eq for Valid<T, Z> {}

/// A proven value inside a contract: a shape like its value's.
impl<T: Contract, Z> Shape for Valid<T, Z> {
    type Target = T::Target;
    const KIND: Kind = T::KIND;

    fn reach(&self) -> Option<&T::Target> {
        self.value.reach()
    }

    fn check(&self, at: At<'_>, report: &mut Report<'_>) {
        self.value.check(at, report);
    }
}

impl<'de, T: Contract + Decode<'de>> Decode<'de> for Valid<T> {
    /// A value that breaks rules is read, but not proven. There is no proof without rules: they hold here even where
    /// they are skipped.
    fn decode(decoder: &mut Decoder<'de>) -> Read<Self> {
        let errors = decoder.report.errors();
        let skipping = decoder.report.set_skipping(false);
        let value = T::decode(decoder);
        decoder.report.set_skipping(skipping);
        let value = value?;
        if decoder.report.errors() == errors {
            Ok(Valid::proven(value))
        } else {
            Err(decoder.unsound())
        }
    }

    fn absent() -> Option<Self> {
        None
    }
}

impl<T: Contract + serde::Serialize, Z> serde::Serialize for Valid<T, Z> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

impl<'de, T: Contract + serde::Deserialize<'de>> serde::Deserialize<'de> for Valid<T> {
    /// A contract's own `Deserialize` checks.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Valid::proven)
    }
}

/// A value that does not satisfy its contract, and why.
#[derive(Clone, PartialEq)]
pub struct Invalid<T> {
    /// The value, as it was given.
    pub value: T,
    /// All that is wrong with it.
    pub violations: Violations,
}

/// The value is not shown: it may hold secrets.
impl<T> fmt::Debug for Invalid<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Invalid")
            .field("violations", &self.violations)
            .finish_non_exhaustive()
    }
}

impl<T> fmt::Display for Invalid<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.violations.fmt(f)
    }
}

impl<T> std::error::Error for Invalid<T> {}
