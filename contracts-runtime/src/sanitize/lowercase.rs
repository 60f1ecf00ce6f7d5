//! `lowercase`: small letters.

use super::{Edit, Text};

/// Makes all letters small, as Unicode has it: `sanitize(lowercase)`. In words that end in a sigma it is the final one.
///
/// Linear in the text; allocates if something changes.
///
/// ```
/// let mut text = "ΟΔΟΣ 7".to_owned();
/// contracts_runtime::sanitize::lowercase(&mut text);
/// assert_eq!(text, "οδος 7");
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// contracts_runtime::sanitize::lowercase(&mut 1);
/// ```
pub fn lowercase<T: Text + ?Sized>(text: &mut T) {
    text.edit(|text| {
        if text.chars().any(changes) {
            Edit::Whole(text.to_lowercase())
        } else {
            Edit::Keep
        }
    });
}

fn changes(char: char) -> bool {
    if char.is_ascii() {
        return char.is_ascii_uppercase();
    }
    let mut changed = char.to_lowercase();
    changed.next() != Some(char) || changed.next().is_some()
}
