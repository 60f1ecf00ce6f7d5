//! Rules across fields: what one member must be in the light of others, one file a word.
//!
//! As a rule on a value, a rule across fields is a constant that checks and documents itself: what the compiled check
//! calls is what [`ContractDescriptor::across`](crate::ContractDescriptor::across) lists. There are three kinds.
//! A [`Relation`] compares the values of two fields. [`Presence`] says of one field whether it must have a value, by
//! what the others have. A [`Group`] says of several fields how many must have one.
//!
//! A field *has a value* if there is something that rules can see: neither an absent member nor `null` is one, in an
//! `Option` as in a [`Patch`](crate::Patch).
//!
//! Such a rule is checked at the end of its object, as soon as the fields that it sees are sound, whatever is wrong with
//! the others. It reads no more than a few words and allocates nothing.

mod condition;
mod held;

use std::fmt;

pub use condition::{Among, Condition, met};
pub use held::{Anything, Held, Maybe, Told, Untold};

use crate::rules::{Adjusted, RuleInfo};
use crate::violation::{At, Param, Report};

/// What a rule across fields says of itself, beside what every rule says.
pub trait Across: RuleInfo {
    /// The attribute word, which is the code unless the user has set another.
    fn word(&self) -> &'static str;

    /// The other fields that it reads; for a [`Group`] all of them. By their names in documents, as they were written.
    fn others(&self) -> &[&'static str];

    /// The values that its condition names; empty if it has none.
    fn values(&self) -> Vec<Param> {
        Vec::new()
    }
}

/// A rule on a field's value beside that of another field.
#[diagnostic::on_unimplemented(
    message = "a `{A}` can't be compared with a `{B}` like this",
    label = "these two fields have nothing to compare",
    note = "`matches` needs `PartialEq`, `less_than` and `greater_than` need `PartialOrd` between the types of the fields"
)]
pub trait Relation<A: ?Sized, B: ?Sized>: Across {
    /// Whether a value may stand beside the other field's. A field without a value is not asked.
    fn holds(&self, value: &A, other: Option<&B>) -> bool;
}

/// A rule on whether a field has a value.
pub trait Presence: Across {
    /// Whether it may be so: `present` says whether the field has a value, `others` whether each of the others has one
    /// or, for a condition, whether it is met.
    fn holds(&self, present: bool, others: &[bool]) -> bool;
}

/// A rule on how many of some fields have a value.
pub trait Group: Across {
    /// Whether it may be so that these have a value and these have none.
    fn holds(&self, present: &[bool]) -> bool;
}

/// A rule across fields as a descriptor lists it.
///
/// ```
/// use contracts_runtime::across::{AcrossRule, required_with};
///
/// const RULE: AcrossRule = AcrossRule::on("state", &const { required_with(&["street"]) });
/// assert_eq!((RULE.word(), RULE.field()), ("required_with", Some("state")));
/// assert_eq!(RULE.others(), ["street"]);
/// assert_eq!(RULE.info().code(), "required_with");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct AcrossRule {
    field: Option<&'static str>,
    rule: &'static dyn Across,
    info: &'static dyn RuleInfo,
}

impl AcrossRule {
    /// A rule on the field of this name in documents.
    #[must_use]
    pub const fn on<R: Across>(field: &'static str, rule: &'static R) -> Self {
        AcrossRule {
            field: Some(field),
            rule,
            info: rule,
        }
    }

    /// A rule on the object as a whole.
    #[must_use]
    pub const fn on_all<R: Across>(rule: &'static R) -> Self {
        AcrossRule {
            field: None,
            rule,
            info: rule,
        }
    }

    /// The name in documents of the field that it stands on; `None` for a [`Group`], which stands on the object.
    #[must_use]
    pub const fn field(&self) -> Option<&'static str> {
        self.field
    }

    /// The attribute word, whatever code the user has set.
    #[must_use]
    pub fn word(&self) -> &'static str {
        self.rule.word()
    }

    /// The names in documents of the other fields that it reads; for a [`Group`] of all its fields.
    #[must_use]
    pub fn others(&self) -> &'static [&'static str] {
        self.rule.others()
    }

    /// The values that its condition names; empty if it has none. A unit variant is its name in documents.
    #[must_use]
    pub fn values(&self) -> Vec<Param> {
        self.rule.values()
    }

    /// What it says of itself as a rule: code, parameters, message, severity.
    #[must_use]
    pub const fn info(&self) -> &'static dyn RuleInfo {
        self.info
    }
}

impl<R: Across> Across for Adjusted<R> {
    fn word(&self) -> &'static str {
        self.rule().word()
    }

    fn others(&self) -> &[&'static str] {
        self.rule().others()
    }

    fn values(&self) -> Vec<Param> {
        self.rule().values()
    }
}

#[diagnostic::do_not_recommend]
impl<A: ?Sized, B: ?Sized, R: Relation<A, B>> Relation<A, B> for Adjusted<R> {
    #[inline]
    fn holds(&self, value: &A, other: Option<&B>) -> bool {
        self.rule().holds(value, other)
    }
}

impl<R: Presence> Presence for Adjusted<R> {
    #[inline]
    fn holds(&self, present: bool, others: &[bool]) -> bool {
        self.rule().holds(present, others)
    }
}

impl<R: Group> Group for Adjusted<R> {
    #[inline]
    fn holds(&self, present: &[bool]) -> bool {
        self.rule().holds(present)
    }
}

/// Checks a field's value beside another's. The rule comes behind the values, so that rustc knows both of their types
/// when it says that they can't be compared.
#[doc(hidden)]
#[inline]
pub fn related<A: ?Sized, B: ?Sized, R: Relation<A, B>>(
    value: Option<&A>,
    other: Option<&B>,
    rule: &'static R,
    at: At<'_>,
    report: &mut Report<'_>,
) {
    if value.is_some_and(|value| !rule.holds(value, other)) {
        broken(rule, at, report);
    }
}

/// Checks whether a field has a value when it must, and none when it must not.
#[doc(hidden)]
#[inline]
pub fn present<R: Presence>(
    rule: &'static R,
    present: bool,
    others: &[bool],
    at: At<'_>,
    report: &mut Report<'_>,
) {
    if !rule.holds(present, others) {
        broken(rule, at, report);
    }
}

/// Checks how many of some fields have a value.
#[doc(hidden)]
#[inline]
pub fn grouped<R: Group>(rule: &'static R, present: &[bool], at: At<'_>, report: &mut Report<'_>) {
    if !rule.holds(present) {
        broken(rule, at, report);
    }
}

#[cold]
#[inline(never)]
fn broken<R: RuleInfo>(rule: &'static R, at: At<'_>, report: &mut Report<'_>) {
    report.broken(at, rule, rule.params());
}

/// Names as a sentence has them: `` `a`, `b` and `c` ``.
struct Names<'n>(&'n [&'static str], &'static str);

impl fmt::Display for Names<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Names(names, last) = self;
        for (index, name) in names.iter().enumerate() {
            match index {
                0 => {}
                _ if index + 1 == names.len() => write!(f, " {last} ")?,
                _ => f.write_str(", ")?,
            }
            write!(f, "`{name}`")?;
        }
        Ok(())
    }
}

/// The parameter that names other fields: one by its name, several as a list.
fn named(others: &[&'static str]) -> Param {
    match others {
        [other] => (*other).into(),
        others => others.iter().copied().collect(),
    }
}

/// Declares the words: for each the module and its constructor, and its place in [`ALL`].
macro_rules! words {
    ($($name:ident,)+) => {
        $(
            pub mod $name;
            pub use $name::$name;
        )+

        /// Every word, in alphabetical order.
        pub const ALL: &[&str] = &[$(stringify!($name)),+];
    };
}

words! {
    all_or_none,
    at_least_one_of,
    exactly_one_of,
    excluded_if,
    greater_than,
    less_than,
    matches,
    required_if,
    required_unless,
    required_with,
    required_without,
}
