//! Words of other crates for rules of ours: those that mean the same, and those that don't.
//!
//! An alias is the rule under another name; its violations have the rule's code. A word that means something else
//! elsewhere is refused, by an error that says what to write.

pub use super::no_control::no_control as non_control_character;
pub use super::not_contains::not_contains as does_not_contain;
pub use super::not_one_of::not_one_of as not_in;
pub use super::one_of::one_of as is_in;
pub use super::prefix::prefix as starts_with;
pub use super::suffix::suffix as ends_with;
pub use super::unique::unique as unique_items;

/// Declares the words that are refused: for each what to write instead. Nothing satisfies the bound of its argument,
/// so that the error is at the argument and says the sentence.
macro_rules! refused {
    ($($name:ident, $Bound:ident: $message:literal, $label:literal;)+) => {$(
        #[doc = concat!("Refused: ", $message, ".")]
        #[doc(hidden)]
        #[must_use]
        pub const fn $name<T: $Bound + Copy>(_: T) -> super::non_empty::NonEmpty {
            super::non_empty()
        }

        #[doc(hidden)]
        #[diagnostic::on_unimplemented(message = $message, label = $label)]
        pub trait $Bound {}
    )+};
}

refused! {
    custom, Custom: "there is no rule `custom`: a function of your own is named by `check`", "write `check = path`";
    enumerate, Enumerate: "there is no rule `enumerate`: a closed set of values is `one_of`", "write `one_of(...)`";
    exclusive_maximum, ExclusiveMaximum: "there is no rule `exclusive_maximum`: an excluded upper end is a range", "write `range = ..5`";
    max_items, MaxItems: "there is no rule `max_items`: one rule has both ends", "write `items = ..=5`";
    max_length, MaxLength: "there is no rule `max_length`: one rule has both ends, and counts characters", "write `length = ..=5`";
    max_properties, MaxProperties: "there is no rule `max_properties`: one rule has both ends", "write `properties = ..=5`";
    maximum, Maximum: "there is no rule `maximum`: one rule has both ends", "write `range = ..=5`";
    min_items, MinItems: "there is no rule `min_items`: one rule has both ends", "write `items = 1..`";
    min_length, MinLength: "there is no rule `min_length`: one rule has both ends, and counts characters", "write `length = 1..`";
    min_properties, MinProperties: "there is no rule `min_properties`: one rule has both ends", "write `properties = 1..`";
    minimum, Minimum: "there is no rule `minimum`: one rule has both ends", "write `range = 1..`";
    regex, Regex: "elsewhere `regex` looks for a match anywhere in the text: here that is `pattern(search, \"...\")`, and `pattern = \"...\"` has to match all of it", "write `pattern`";
}
