//! `required_unless`: a value unless another field has a certain one.

use std::fmt;

use super::{Across, Condition, Presence};
use crate::rules::RuleInfo;
use crate::violation::{Param, Params};

/// The field must have a value unless another one is this, or one of these: `required_unless(kind = "guest")`.
///
/// The values are compared with `==` in the type of the field that is read. One without a value is none of them, so that
/// the field is required.
///
/// ```
/// use contracts_runtime::across::{Condition, Presence, required_unless};
///
/// let rule = required_unless(Condition::new("country", || vec!["US".into()]));
/// assert!(rule.holds(false, &[true]));
/// assert!(!rule.holds(false, &[false])); // is required unless `country` is "US"
/// assert!(rule.holds(true, &[false]));
/// ```
#[must_use]
pub const fn required_unless(condition: Condition) -> RequiredUnless {
    RequiredUnless { condition }
}

/// The rule that [`required_unless()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct RequiredUnless {
    condition: Condition,
}

impl RuleInfo for RequiredUnless {
    fn code(&self) -> &'static str {
        "required_unless"
    }

    fn params(&self) -> Params {
        self.condition.params()
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.condition.message("is required unless", f)
    }
}

impl Across for RequiredUnless {
    fn word(&self) -> &'static str {
        "required_unless"
    }

    fn others(&self) -> &[&'static str] {
        self.condition.others()
    }

    fn values(&self) -> Vec<Param> {
        self.condition.values()
    }
}

impl Presence for RequiredUnless {
    #[inline]
    fn holds(&self, present: bool, met: &[bool]) -> bool {
        present || met.contains(&true)
    }
}
