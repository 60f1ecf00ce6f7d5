//! Rules: what a value must satisfy, one file each.
//!
//! A rule is a plain value that is built in a constant and kept in read-only memory. It implements [`Rule`] for each
//! type that it can check, and [`RuleInfo`], from which descriptors, messages and schemas are made: the same constant
//! checks and documents. The attribute word, the module, the constructor and the violation's code have one name.
//!
//! A rule of one's own is the same: a `const fn` that builds it, named by its path in the attribute.
//!
//! ```
//! use contracts_runtime::rules::{Rule, RuleInfo};
//! use contracts_runtime::Params;
//!
//! /// `my_crate::even` in an attribute.
//! pub const fn even() -> Even {
//!     Even
//! }
//!
//! #[derive(Debug)]
//! pub struct Even;
//!
//! impl RuleInfo for Even {
//!     fn code(&self) -> &'static str {
//!         "even"
//!     }
//!     fn message(&self, _: &Params, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
//!         f.write_str("must be even")
//!     }
//! }
//!
//! impl Rule<u32> for Even {
//!     fn accepts(&self, value: &u32) -> bool {
//!         value % 2 == 0
//!     }
//! }
//!
//! assert!(even().accepts(&4));
//! ```

mod adjusted;
mod aliases;
#[cfg(feature = "proptest")]
mod beside;
mod bounds;
mod choice;
#[cfg(feature = "pattern")]
mod compiled;
mod ecma;
mod measure;
mod moment;
mod number;
#[cfg(feature = "proptest")]
mod samples;
#[cfg(feature = "pattern")]
mod table;
pub mod words;

use std::fmt;

pub use adjusted::{Adjusted, adjust};
pub use aliases::*;
pub use bounds::Bounds;
pub use measure::Measure;
#[cfg(feature = "proptest")]
pub use samples::Samples;

pub use crate::formats::constructors::*;
use crate::scope::Scope;
use crate::shape::Kind;
use crate::violation::{Param, Params, Severity};

/// What a rule says of itself.
pub trait RuleInfo: fmt::Debug + Send + Sync {
    /// The stable code of its violations.
    fn code(&self) -> &'static str;

    /// Its parameters.
    fn params(&self) -> Params {
        Params::new()
    }

    /// Writes what the value must be, as it follows the field's name: `must be 8 to 128 characters long`. `params`
    /// are its own and, as `actual`, what was observed of the value.
    ///
    /// # Errors
    ///
    /// Those of the formatter.
    fn message(&self, params: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let _ = params;
        write!(f, "breaks the rule `{}`", self.code())
    }

    /// The JSON Schema keywords that say the same of values of this kind. Empty if JSON Schema can't say it.
    fn keywords(&self, kind: Kind) -> Vec<(&'static str, Param)> {
        let _ = kind;
        Vec::new()
    }

    /// A few values of this kind that it accepts and that it rejects, those at the boundaries first: what generators of
    /// test data start from. `clock` is for rules about time. Empty if the rule has none to give; then what the other
    /// rules give is tried.
    #[cfg(feature = "proptest")]
    fn samples(&self, kind: Kind, clock: crate::clock::Clock) -> Samples {
        let _ = (kind, clock);
        Samples::new()
    }

    /// A value near to this one that it is more likely to accept, so that what another rule gives fits this one too:
    /// cut, put in front, rounded. The value as it is, if that is not known.
    #[cfg(feature = "proptest")]
    fn mend(&self, value: Param) -> Param {
        value
    }

    /// Whether breaking it rejects the value.
    fn severity(&self) -> Severity {
        Severity::Error
    }

    /// The message that the contract's author has set in place of the rule's own.
    fn wording(&self) -> Option<&'static str> {
        None
    }

    /// Whether the contract's author has set its code or its message.
    fn is_adjusted(&self) -> bool {
        false
    }

    /// The condition under which it applies, as it is written; `None` if it always does.
    fn condition(&self) -> Option<&'static str> {
        None
    }
}

/// A rule that can check values of type `T`, which is what is behind a field's type: `str` for `String`, `[T]` for
/// `Vec<T>`, the type itself for numbers and contracts.
#[diagnostic::on_unimplemented(
    message = "the rule `{Self}` can't check a `{T}`",
    label = "does not fit the type of the field"
)]
pub trait Rule<T: ?Sized>: RuleInfo {
    /// Whether the value satisfies the rule. Called on the good path: it must not allocate.
    fn accepts(&self, value: &T) -> bool;

    /// The same for rules that depend on more than the value: on the time, or on the caller's context. Others don't look
    /// at the scope.
    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "for rules that need no scope it is the call itself"
    )]
    fn accepts_at(&self, value: &T, scope: &Scope<'_>) -> bool {
        let _ = scope;
        self.accepts(value)
    }

    /// Adds to the parameters of a violation what was observed of the value, such as its length as `actual`. Never
    /// the value itself.
    fn observe(&self, value: &T, params: &mut Params) {
        let _ = (value, params);
    }
}

/// Declares the rules: for each the module and its constructor, and its place in [`ALL`].
macro_rules! rules {
    ($($(#[$meta:meta])* $name:ident,)+) => {
        $(
            $(#[$meta])*
            pub mod $name;
            $(#[$meta])*
            pub use $name::$name;
        )+

        /// What stands in attributes by its bare name: constructors, aliases and words, and no types or modules, which
        /// would hide the user's own.
        #[doc(hidden)]
        pub mod vocabulary {
            $(
                $(#[$meta])*
                pub use super::$name::$name;
            )+
            pub use super::aliases::*;
            pub use super::words::*;
            pub use crate::formats::constructors::*;
        }

        /// The word of every rule that is no format, in alphabetical order.
        pub const ALL: &[&str] = &[$($(#[$meta])* stringify!($name)),+];
    };
}

rules! {
    after,
    alphanumeric,
    ascii,
    before,
    contains,
    equal,
    exclusive_minimum,
    finite,
    future,
    items,
    length,
    lowercase,
    multiple_of,
    negative,
    #[cfg(feature = "nfc")]
    nfc,
    no_control,
    non_empty,
    non_negative,
    not_blank,
    not_contains,
    not_one_of,
    one_of,
    past,
    #[cfg(feature = "pattern")]
    pattern,
    positive,
    prefix,
    printable,
    properties,
    range,
    single_line,
    sorted,
    suffix,
    trimmed,
    unique,
    uppercase,
    within,
}
