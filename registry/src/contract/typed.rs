//! A contract that a registry gave out, with its type.

use std::fmt;
use std::marker::PhantomData;

use contracts_runtime::private::Decode;
use contracts_runtime::{Boundary, Contract, NoContext, Source, Valid, Violations};

use super::{Found, Handle};

/// A contract of a registry with the type that it is declared on: its check gives the proof.
///
#[doc = "```"]
#[doc = include_str!("../../doc/contracts.txt")]
/// use contracts_registry::{Registry, Typed};
/// use contracts_runtime::Valid;
///
/// let registry = Registry::builder().contract::<Order>().build()?;
/// let orders: Typed<Order> = registry.of()?;
/// let order: Valid<Order> = orders.accept(b"12").unwrap();
/// assert_eq!(order.0, 12);
/// # Ok::<(), contracts_registry::Error>(())
/// ```
///
/// One that was just [looked up](super::Registry::of) costs no counter that threads share, as a [`Found`] does; to keep it,
/// clone it.
pub struct Typed<T> {
    held: Held,
    // A function's result, so that the handle is `Send` and `Sync` whatever the type.
    of: PhantomData<fn() -> T>,
}

/// For a short while, or to be kept.
pub(super) enum Held {
    Found(Found),
    Kept(Handle),
}

impl<T> Typed<T> {
    /// The contract, for those who have compared the types.
    #[inline]
    pub(super) fn new(held: Held) -> Self {
        Typed {
            held,
            of: PhantomData,
        }
    }

    /// The same without its type.
    #[must_use]
    pub fn handle(&self) -> &Handle {
        match &self.held {
            Held::Found(found) => found,
            Held::Kept(handle) => handle,
        }
    }
}

impl<T: Contract + 'static> Typed<T> {
    /// Reads and checks bytes, within the limits of the contract and its zone.
    ///
    /// # Errors
    ///
    /// The complete report, in the order of the document.
    ///
    /// # Example
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// # let registry = Registry::builder().contract::<Order>().build()?;
    /// let orders = registry.of::<Order>()?;
    /// assert_eq!(orders.accept(b"12").unwrap().into_inner().0, 12);
    /// assert_eq!(orders.accept("[]").unwrap_err().iter().count(), 1);
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    pub fn accept<'de>(&self, source: impl Into<Source<'de>>) -> Result<Valid<T>, Violations>
    where
        T: Decode<'de> + Contract<Context: NoContext>,
    {
        self.accept_with(&Boundary::new(), source)
    }

    /// Reads and checks bytes, under the limits and options of `boundary`.
    ///
    /// # Errors
    ///
    /// The report, as complete as the boundary wants it.
    ///
    /// # Example
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// use contracts_runtime::Boundary;
    ///
    /// # let registry = Registry::builder().contract::<Order>().build()?;
    /// let orders = registry.of::<Order>()?;
    /// assert!(orders.accept_with(&Boundary::new().max_bytes(2), b"123").is_err());
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    pub fn accept_with<'de>(
        &self,
        boundary: &Boundary,
        source: impl Into<Source<'de>>,
    ) -> Result<Valid<T>, Violations>
    where
        T: Decode<'de> + Contract<Context: NoContext>,
    {
        self.handle().judged(boundary.accept(source))
    }

    /// Reads and checks bytes of a contract with a context, under the limits and options of `boundary`.
    ///
    /// # Errors
    ///
    /// The report, as complete as the boundary wants it.
    ///
    /// # Example
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// use contracts_runtime::Boundary;
    ///
    /// # let registry = Registry::builder().contract::<Order>().build()?;
    /// let orders = registry.of::<Order>()?;
    /// // This one declares no context.
    /// assert!(orders.accept_in(&Boundary::new(), &(), b"123").is_ok());
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    pub fn accept_in<'de>(
        &self,
        boundary: &Boundary,
        context: &'de T::Context,
        source: impl Into<Source<'de>>,
    ) -> Result<Valid<T>, Violations>
    where
        T: Decode<'de>,
    {
        self.handle().judged(boundary.accept_with(source, context))
    }
}

// By hand: the derives would ask the same of `T`, of which there is no value here.
impl<T> Clone for Typed<T> {
    fn clone(&self) -> Self {
        Typed::new(Held::Kept(self.handle().clone()))
    }
}

impl<T> PartialEq for Typed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.handle() == other.handle()
    }
}

impl<T> Eq for Typed<T> {}

impl<T> fmt::Debug for Typed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Typed").field(self.handle()).finish()
    }
}
