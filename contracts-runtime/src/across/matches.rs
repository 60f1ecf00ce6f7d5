//! `matches`: the same value as another field.

use std::fmt;

use super::{Across, Relation};
use crate::rules::RuleInfo;
use crate::violation::Params;

/// The field has the same value as another one: `matches(password)`. `must_match` is another name of it.
///
/// If the field has a value, the other one must have an equal one, by the `PartialEq` of what rules see of the two; text
/// is compared byte by byte. It says nothing of a field without a value: where both are optional and one must not come
/// without the other, `required_with` says so. The time a comparison takes depends on the values, so this is not how
/// a secret of the program is compared with what someone sends.
///
/// ```
/// use contracts_runtime::across::{Relation, matches};
///
/// assert!(matches("password").holds("secret", Some("secret")));
/// assert!(!matches("password").holds("secret", Some("Secret"))); // must be the same as `password`
/// assert!(!matches("password").holds("secret", None::<&str>));
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// # use contracts_runtime::across::{Relation, matches};
/// matches("other").holds(&1_u8, Some("1"));
/// ```
#[must_use]
pub const fn matches(other: &'static str) -> Matches {
    Matches { other }
}

/// The rule that [`matches()`] makes.
#[derive(Debug, Clone, Copy)]
pub struct Matches {
    other: &'static str,
}

impl RuleInfo for Matches {
    fn code(&self) -> &'static str {
        "matches"
    }

    fn params(&self) -> Params {
        Params::new().with("other", self.other)
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "must be the same as `{}`", self.other)
    }
}

impl Across for Matches {
    fn word(&self) -> &'static str {
        "matches"
    }

    fn others(&self) -> &[&'static str] {
        std::slice::from_ref(&self.other)
    }
}

#[diagnostic::do_not_recommend]
impl<A: PartialEq<B> + ?Sized, B: ?Sized> Relation<A, B> for Matches {
    #[inline]
    fn holds(&self, value: &A, other: Option<&B>) -> bool {
        other.is_some_and(|other| value == other)
    }
}
