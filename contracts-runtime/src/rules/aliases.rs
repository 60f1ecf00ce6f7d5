//! Words of other crates for rules of ours: those that mean the same, and those that don't.
//!
//! An alias is the rule under another name; its violations have the rule's code. A word that means something else
//! elsewhere is refused, by an error that says what to write.

use super::{Rule, RuleInfo};

pub use super::no_control::no_control as non_control_character;
pub use super::not_contains::not_contains as does_not_contain;
pub use super::not_one_of::not_one_of as not_in;
pub use super::one_of::one_of as is_in;
pub use super::prefix::prefix as starts_with;
pub use super::suffix::suffix as ends_with;
pub use super::unique::unique as unique_items;

/// What a word that is refused makes. It checks anything, so that the word is the only error.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct Refused;

impl RuleInfo for Refused {
    fn code(&self) -> &'static str {
        "refused"
    }
}

impl<T: ?Sized> Rule<T> for Refused {
    fn accepts(&self, _: &T) -> bool {
        false
    }
}

/// Declares a word that is refused, and what to write instead. Nothing satisfies the bound of its argument, so that
/// the error is at the argument and says the sentence.
macro_rules! refused {
    ($name:ident, $Bound:ident, $message:literal, $label:literal) => {
        #[doc(hidden)]
        #[must_use]
        pub const fn $name<T: $Bound + Copy>(_: T) -> Refused {
            Refused
        }

        #[doc(hidden)]
        #[diagnostic::on_unimplemented(message = $message, label = $label)]
        pub trait $Bound {}
    };
}

refused!(
    enumerate,
    EnumerateWord,
    "there is no rule `enumerate`: a closed set of values is `one_of`",
    "write `one_of(...)`"
);
refused!(
    exclusive_maximum,
    ExclusiveMaximumWord,
    "there is no rule `exclusive_maximum`: an upper end that does not belong is a range",
    "write `range = ..5`"
);
refused!(
    max_items,
    MaxItemsWord,
    "there is no rule `max_items`: one rule has both ends",
    "write `items = ..=5`"
);
refused!(
    max_length,
    MaxLengthWord,
    "there is no rule `max_length`: one rule has both ends, and counts characters",
    "write `length = ..=5`"
);
refused!(
    max_properties,
    MaxPropertiesWord,
    "there is no rule `max_properties`: one rule has both ends",
    "write `properties = ..=5`"
);
refused!(
    maximum,
    MaximumWord,
    "there is no rule `maximum`: one rule has both ends",
    "write `range = ..=5`"
);
refused!(
    min_items,
    MinItemsWord,
    "there is no rule `min_items`: one rule has both ends",
    "write `items = 1..`"
);
refused!(
    min_length,
    MinLengthWord,
    "there is no rule `min_length`: one rule has both ends, and counts characters",
    "write `length = 1..`"
);
refused!(
    min_properties,
    MinPropertiesWord,
    "there is no rule `min_properties`: one rule has both ends",
    "write `properties = 1..`"
);
refused!(
    minimum,
    MinimumWord,
    "there is no rule `minimum`: one rule has both ends",
    "write `range = 1..`"
);
