//! `exactly_one_of`: one of some fields has a value.

use std::fmt;

use super::{Across, Group, Names};
use crate::rules::RuleInfo;
use crate::violation::{Param, Params};

/// One of these fields has a value, and no other: `exactly_one_of(mail, phone)` on the type.
///
/// ```
/// use contracts_runtime::across::{Group, exactly_one_of};
///
/// let rule = exactly_one_of(&["mail", "phone"]);
/// assert!(rule.holds(&[true, false]));
/// assert!(!rule.holds(&[true, true])); // must have exactly one of `mail` and `phone`
/// assert!(!rule.holds(&[false, false]));
/// ```
#[must_use]
pub const fn exactly_one_of(fields: &'static [&'static str]) -> ExactlyOneOf {
    ExactlyOneOf { fields }
}

/// The rule that [`exactly_one_of()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct ExactlyOneOf {
    fields: &'static [&'static str],
}

impl RuleInfo for ExactlyOneOf {
    fn code(&self) -> &'static str {
        "exactly_one_of"
    }

    fn params(&self) -> Params {
        Params::new().with("fields", self.fields.iter().copied().collect::<Param>())
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "must have exactly one of {}", Names(self.fields, "and"))
    }
}

impl Across for ExactlyOneOf {
    fn word(&self) -> &'static str {
        "exactly_one_of"
    }

    fn others(&self) -> &[&'static str] {
        self.fields
    }
}

impl Group for ExactlyOneOf {
    #[inline]
    fn holds(&self, present: &[bool]) -> bool {
        present.iter().filter(|present| **present).count() == 1
    }
}
