//! `required_without`: a value where another field has none.

use std::fmt;

use super::{Across, Names, Presence, named};
use crate::rules::RuleInfo;
use crate::violation::Params;

/// The field must have a value if any of these has none: `required_without(street, city)`.
///
/// ```
/// use contracts_runtime::across::{Presence, required_without};
///
/// let rule = required_without(&["street", "city"]);
/// assert!(rule.holds(true, &[true, false]));
/// assert!(!rule.holds(false, &[true, false])); // is required if `street` or `city` has no value
/// assert!(rule.holds(false, &[true, true]));
/// ```
#[must_use]
pub const fn required_without(others: &'static [&'static str]) -> RequiredWithout {
    RequiredWithout { others }
}

/// The rule that [`required_without()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct RequiredWithout {
    others: &'static [&'static str],
}

impl RuleInfo for RequiredWithout {
    fn code(&self) -> &'static str {
        "required_without"
    }

    fn params(&self) -> Params {
        Params::new().with("other", named(self.others))
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "is required if {} has no value", Names(self.others, "or"))
    }
}

impl Across for RequiredWithout {
    fn word(&self) -> &'static str {
        "required_without"
    }

    fn others(&self) -> &[&'static str] {
        self.others
    }
}

impl Presence for RequiredWithout {
    #[inline]
    fn holds(&self, present: bool, others: &[bool]) -> bool {
        present || !others.contains(&false)
    }
}
