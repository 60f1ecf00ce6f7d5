//! `all_or_none`: some fields have values together.

use std::fmt;

use super::{Across, Group, Names};
use crate::rules::RuleInfo;
use crate::violation::{Param, Params};

/// All of these fields have a value, or none: `all_or_none(street, city)` on the type.
///
/// ```
/// use contracts_runtime::across::{Group, all_or_none};
///
/// let rule = all_or_none(&["mail", "phone"]);
/// assert!(rule.holds(&[true, true]));
/// assert!(rule.holds(&[false, false]));
/// assert!(!rule.holds(&[true, false])); // must have all of `mail` and `phone`, or none
/// ```
#[must_use]
pub const fn all_or_none(fields: &'static [&'static str]) -> AllOrNone {
    AllOrNone { fields }
}

/// The rule that [`all_or_none()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct AllOrNone {
    fields: &'static [&'static str],
}

impl RuleInfo for AllOrNone {
    fn code(&self) -> &'static str {
        "all_or_none"
    }

    fn params(&self) -> Params {
        Params::new().with("fields", self.fields.iter().copied().collect::<Param>())
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "must have all of {}, or none", Names(self.fields, "and"))
    }
}

impl Across for AllOrNone {
    fn word(&self) -> &'static str {
        "all_or_none"
    }

    fn others(&self) -> &[&'static str] {
        self.fields
    }
}

impl Group for AllOrNone {
    #[inline]
    fn holds(&self, present: &[bool]) -> bool {
        !(present.contains(&true) && present.contains(&false))
    }
}
