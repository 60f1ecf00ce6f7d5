//! `{name}`: not empty.

use std::fmt;

use super::{Rule, RuleInfo};
use crate::violation::Params;

/// A text is not empty: `{name}`.
///
/// ```
/// use contracts_runtime::rules::{self, Rule};
///
/// assert!(rules::{name}().accepts("a"));
/// assert!(!rules::{name}().accepts(""));
/// ```
#[must_use]
pub const fn {name}() -> {Name} {
    {Name}
}

/// The rule that [`{name}()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct {Name};

impl RuleInfo for {Name} {
    fn code(&self) -> &'static str {
        "{name}"
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must not be empty")
    }

    #[cfg(feature = "proptest")]
    fn samples(&self, _: crate::shape::Kind, _: crate::clock::Clock) -> super::Samples {
        super::Samples::told(["a", "ab", ""], |text| self.accepts(text))
    }
}

impl Rule<str> for {Name} {
    #[inline]
    fn accepts(&self, value: &str) -> bool {
        !value.is_empty()
    }
}
