//! `at_least_one_of`: one of some fields or more has a value.

use std::fmt;

use super::{Across, Group, Names};
use crate::rules::RuleInfo;
use crate::violation::{Param, Params};

/// One of these fields or more has a value: `at_least_one_of(mail, phone)` on the type.
///
/// ```
/// use contracts_runtime::across::{Group, at_least_one_of};
///
/// let rule = at_least_one_of(&["mail", "phone"]);
/// assert!(rule.holds(&[true, true]));
/// assert!(!rule.holds(&[false, false])); // must have at least one of `mail` and `phone`
/// ```
#[must_use]
pub const fn at_least_one_of(fields: &'static [&'static str]) -> AtLeastOneOf {
    AtLeastOneOf { fields }
}

/// The rule that [`at_least_one_of()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct AtLeastOneOf {
    fields: &'static [&'static str],
}

impl RuleInfo for AtLeastOneOf {
    fn code(&self) -> &'static str {
        "at_least_one_of"
    }

    fn params(&self) -> Params {
        Params::new().with("fields", self.fields.iter().copied().collect::<Param>())
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "must have at least one of {}", Names(self.fields, "and"))
    }
}

impl Across for AtLeastOneOf {
    fn word(&self) -> &'static str {
        "at_least_one_of"
    }

    fn others(&self) -> &[&'static str] {
        self.fields
    }
}

impl Group for AtLeastOneOf {
    #[inline]
    fn holds(&self, present: &[bool]) -> bool {
        present.contains(&true)
    }
}
