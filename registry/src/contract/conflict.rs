//! Two contracts under one key.

use std::fmt;

use super::Definition;
use super::key::Key;

/// Two different contracts of one module, name and version.
///
#[doc = "```"]
#[doc = include_str!("../../doc/contracts.txt")]
/// # contract!(Twin, External, "shop::api", "order", 9);
/// use contracts_registry::Registry;
///
/// let error = Registry::builder()
///     .contract::<Order>()
///     .contract::<Twin>()
///     .build()
///     .unwrap_err();
/// let conflict = error.conflicts().first().unwrap();
/// assert_eq!(conflict.first().descriptor().map(|of| of.line()), Some(3));
/// assert_eq!(conflict.second().descriptor().map(|of| of.line()), Some(9));
/// assert_eq!(
///     conflict.to_string(),
///     "`shop::api::order@1` is declared at src/shop.rs:3 and at src/shop.rs:9",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    first: Definition,
    second: Definition,
}

impl Conflict {
    pub(crate) const fn new(first: Definition, second: Definition) -> Self {
        Conflict { first, second }
    }

    pub(crate) fn key(&self) -> Key<'_> {
        self.first.key()
    }

    /// The one that comes first by file and line.
    #[must_use]
    pub fn first(&self) -> &Definition {
        &self.first
    }

    /// The other one.
    #[must_use]
    pub fn second(&self) -> &Definition {
        &self.second
    }
}

/// The key, and both places in the source.
impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (key, here, there) = (self.key(), self.first.place(), self.second.place());
        write!(f, "`{key}` is declared {here}")?;
        if here != there {
            write!(f, " and {there}")
        } else if self.first.descriptor().is_some() {
            f.write_str(
                " for several types: give one another name, as in `register!(Page<Order> as \"order_page\")`",
            )
        } else if self.first == self.second {
            // A document that was registered is in its folder, too.
            f.write_str(" twice")
        } else {
            // The file was read twice, and had changed in between.
            f.write_str(" twice, with different contents")
        }
    }
}
