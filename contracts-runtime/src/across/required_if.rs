//! `required_if`: a value where another field has a certain one.

use std::fmt;

use super::{Across, Condition, Presence};
use crate::rules::RuleInfo;
use crate::violation::{Param, Params};

/// The field must have a value if another one is this, or one of these: `required_if(country = "US")`.
///
/// The values are compared with `==` in the type of the field that is read. One without a value is none of them.
///
/// ```
/// use contracts_runtime::across::{Condition, Presence, required_if};
///
/// let rule = required_if(Condition::new("country", || vec!["US".into()]));
/// assert!(rule.holds(true, &[true]));
/// assert!(!rule.holds(false, &[true])); // is required if `country` is "US"
/// assert!(rule.holds(false, &[false]));
/// ```
#[must_use]
pub const fn required_if(condition: Condition) -> RequiredIf {
    RequiredIf { condition }
}

/// The rule that [`required_if()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct RequiredIf {
    condition: Condition,
}

impl RuleInfo for RequiredIf {
    fn code(&self) -> &'static str {
        "required_if"
    }

    fn params(&self) -> Params {
        self.condition.params()
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.condition.message("is required if", f)
    }
}

impl Across for RequiredIf {
    fn word(&self) -> &'static str {
        "required_if"
    }

    fn others(&self) -> &[&'static str] {
        self.condition.others()
    }

    fn values(&self) -> Vec<Param> {
        self.condition.values()
    }
}

impl Presence for RequiredIf {
    #[inline]
    fn holds(&self, present: bool, met: &[bool]) -> bool {
        present || !met.contains(&true)
    }
}
