//! What a look-up gives: a contract, or many, of one state of the registry.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use arc_swap::Guard;
use contracts_runtime::Zone;

use super::Handle;
use super::snapshot::Snapshot;

/// A contract that was looked up, for a short while: all that a [`Handle`] can do.
///
/// It costs neither an allocation nor a counter that threads share. To keep it, clone it, which gives a [`Handle`]: a
/// thread that keeps many of these makes its later look-ups slower.
///
#[doc = "```"]
#[doc = include_str!("../../doc/contracts.txt")]
/// use contracts_registry::{Handle, Registry};
///
/// let registry = Registry::builder().contract::<Order>().build()?;
/// assert!(registry.get("shop::api", "order")?.validate(b"12").is_ok());
///
/// let kept: Handle = registry.get("shop::api", "order")?.clone();
/// drop(registry);
/// assert!(kept.validate(b"12").is_ok());
/// # Ok::<(), contracts_registry::Error>(())
/// ```
pub struct Found {
    snapshot: Guard<Arc<Snapshot>>,
    at: usize,
}

impl Found {
    /// The contract at a position that is of this snapshot.
    #[inline]
    pub(crate) fn new(snapshot: Guard<Arc<Snapshot>>, at: usize) -> Self {
        Found { snapshot, at }
    }
}

impl Deref for Found {
    type Target = Handle;

    #[inline]
    #[allow(
        clippy::indexing_slicing,
        reason = "a snapshot never changes, and the position was found in it"
    )]
    fn deref(&self) -> &Handle {
        &self.snapshot.all()[self.at]
    }
}

impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl PartialEq<Handle> for Found {
    fn eq(&self, other: &Handle) -> bool {
        **self == *other
    }
}

impl Eq for Found {}

impl fmt::Debug for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

/// Contracts of one state of the registry, as a slice of it: nothing is copied, and it stays as it is whatever is
/// registered meanwhile.
///
#[doc = "```"]
#[doc = include_str!("../../doc/contracts.txt")]
/// use contracts_registry::{Definition, Registry};
///
/// let registry = Registry::builder().contract::<Order>().build()?;
/// let before = registry.list();
/// registry.register(Definition::of::<Payment>())?;
/// assert_eq!((before.len(), registry.list().len()), (1, 2));
///
/// let names: Vec<&str> = before.iter().map(|contract| contract.name()).collect();
/// assert_eq!(names, ["order"]);
/// # Ok::<(), contracts_registry::Error>(())
/// ```
#[derive(Clone)]
pub struct Contracts {
    snapshot: Arc<Snapshot>,
    which: Which,
}

#[derive(Clone, Copy)]
enum Which {
    All,
    Zone(Zone),
}

impl Contracts {
    pub(crate) fn all(snapshot: Arc<Snapshot>) -> Self {
        let which = Which::All;
        Contracts { snapshot, which }
    }

    /// The revision of the registry that they are of.
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::{Definition, Registry};
    /// let registry = Registry::builder().build()?;
    /// let before = registry.list();
    /// registry.register(Definition::of::<Order>())?;
    /// assert_eq!((before.revision(), registry.list().revision()), (0, 1));
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.snapshot.revision()
    }

    pub(crate) fn of_zone(snapshot: Arc<Snapshot>, zone: Zone) -> Self {
        let which = Which::Zone(zone);
        Contracts { snapshot, which }
    }
}

impl Deref for Contracts {
    type Target = [Handle];

    fn deref(&self) -> &[Handle] {
        match self.which {
            Which::All => self.snapshot.all(),
            Which::Zone(zone) => self.snapshot.in_zone(zone),
        }
    }
}

impl<'a> IntoIterator for &'a Contracts {
    type Item = &'a Handle;
    type IntoIter = std::slice::Iter<'a, Handle>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Clones of them.
impl IntoIterator for Contracts {
    type Item = Handle;
    type IntoIter = std::vec::IntoIter<Handle>;

    fn into_iter(self) -> Self::IntoIter {
        Vec::from(&*self).into_iter()
    }
}

impl PartialEq for Contracts {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Contracts {}

impl<const N: usize> PartialEq<[Handle; N]> for Contracts {
    fn eq(&self, other: &[Handle; N]) -> bool {
        **self == *other
    }
}

impl fmt::Debug for Contracts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
