//! `required_with`: a value where another field has one.

use std::fmt;

use super::{Across, Names, Presence, named};
use crate::rules::RuleInfo;
use crate::violation::Params;

/// The field must have a value if any of these has one: `required_with(street, city)`.
///
/// ```
/// use contracts_runtime::across::{Presence, required_with};
///
/// let rule = required_with(&["street", "city"]);
/// assert!(rule.holds(true, &[true, false]));
/// assert!(!rule.holds(false, &[true, false])); // is required if `street` or `city` has a value
/// assert!(rule.holds(false, &[false, false]));
/// ```
#[must_use]
pub const fn required_with(others: &'static [&'static str]) -> RequiredWith {
    RequiredWith { others }
}

/// The rule that [`required_with()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct RequiredWith {
    others: &'static [&'static str],
}

impl RuleInfo for RequiredWith {
    fn code(&self) -> &'static str {
        "required_with"
    }

    fn params(&self) -> Params {
        Params::new().with("other", named(self.others))
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "is required if {} has a value", Names(self.others, "or"))
    }
}

impl Across for RequiredWith {
    fn word(&self) -> &'static str {
        "required_with"
    }

    fn others(&self) -> &[&'static str] {
        self.others
    }
}

impl Presence for RequiredWith {
    #[inline]
    fn holds(&self, present: bool, others: &[bool]) -> bool {
        present || !others.contains(&true)
    }
}
