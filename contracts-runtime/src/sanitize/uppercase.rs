//! `uppercase`: capital letters.

use super::{Edit, Text};

/// Makes all letters capital, as Unicode has it: `sanitize(uppercase)`. A letter may become several, so that the text gets longer.
///
/// Linear in the text; allocates if something changes.
///
/// ```
/// let mut text = "Straße 7".to_owned();
/// contracts_runtime::sanitize::uppercase(&mut text);
/// assert_eq!(text, "STRASSE 7");
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// contracts_runtime::sanitize::uppercase(&mut 1);
/// ```
pub fn uppercase<T: Text + ?Sized>(text: &mut T) {
    text.edit(|text| {
        if text.chars().any(changes) {
            Edit::Whole(text.to_uppercase())
        } else {
            Edit::Keep
        }
    });
}

fn changes(char: char) -> bool {
    if char.is_ascii() {
        return char.is_ascii_lowercase();
    }
    let mut changed = char.to_uppercase();
    changed.next() != Some(char) || changed.next().is_some()
}
