//! `excluded_if`: no value where another field has a certain one.

use std::fmt;

use super::{Across, Condition, Presence};
use crate::rules::RuleInfo;
use crate::violation::{Param, Params};

/// The field must have no value if another one is this, or one of these: `excluded_if(kind = "guest")`.
///
/// It may then be absent, and `null` where its type allows that. The values are compared with `==` in the type of the
/// field that is read; one without a value is none of them.
///
/// ```
/// use contracts_runtime::across::{Condition, Presence, excluded_if};
///
/// let rule = excluded_if(Condition::new("country", || vec!["US".into()]));
/// assert!(rule.holds(false, &[true]));
/// assert!(!rule.holds(true, &[true])); // must have no value if `country` is "US"
/// assert!(rule.holds(true, &[false]));
/// ```
#[must_use]
pub const fn excluded_if(condition: Condition) -> ExcludedIf {
    ExcludedIf { condition }
}

/// The rule that [`excluded_if()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct ExcludedIf {
    condition: Condition,
}

impl RuleInfo for ExcludedIf {
    fn code(&self) -> &'static str {
        "excluded_if"
    }

    fn params(&self) -> Params {
        self.condition.params()
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.condition.message("must have no value if", f)
    }
}

impl Across for ExcludedIf {
    fn word(&self) -> &'static str {
        "excluded_if"
    }

    fn others(&self) -> &[&'static str] {
        self.condition.others()
    }

    fn values(&self) -> Vec<Param> {
        self.condition.values()
    }
}

impl Presence for ExcludedIf {
    #[inline]
    fn holds(&self, present: bool, met: &[bool]) -> bool {
        !present || !met.contains(&true)
    }
}
