//! Two contracts under one key.

use std::fmt;

use super::Handle;

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
/// assert_eq!(conflict.first().descriptor().line(), 3);
/// assert_eq!(conflict.second().descriptor().line(), 9);
/// assert_eq!(
///     conflict.to_string(),
///     "`shop::api::order@1` is declared at src/shop.rs:3 and at src/shop.rs:9",
/// );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conflict {
    first: Handle,
    second: Handle,
}

impl Conflict {
    pub(crate) const fn new(first: Handle, second: Handle) -> Self {
        Conflict { first, second }
    }

    /// The one that comes first by file and line.
    #[must_use]
    pub const fn first(&self) -> Handle {
        self.first
    }

    /// The other one.
    #[must_use]
    pub const fn second(&self) -> Handle {
        self.second
    }
}

/// The key, and both places in the source.
impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Conflict { first, second } = self;
        let (here, there) = (first.descriptor(), second.descriptor());
        write!(f, "`{first}` is declared at {}:{}", here.file(), here.line())?;
        if (here.file(), here.line()) == (there.file(), there.line()) {
            f.write_str(" for several types")
        } else {
            write!(f, " and at {}:{}", there.file(), there.line())
        }
    }
}
