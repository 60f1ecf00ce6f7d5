//! `trim`: no white space around it.

use super::{Edit, Text};

/// Takes away white space at the start and the end, as Unicode has it: `sanitize(trim)`.
///
/// Never allocates for `String` and `Cow`; what is borrowed stays borrowed.
///
/// ```
/// let mut text = "\u{2003} a b\n".to_owned();
/// contracts_runtime::sanitize::trim(&mut text);
/// assert_eq!(text, "a b");
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// contracts_runtime::sanitize::trim(&mut 1);
/// ```
pub fn trim<T: Text + ?Sized>(text: &mut T) {
    text.edit(|text| {
        let start = text.len() - text.trim_start().len();
        let length = text.trim().len();
        if length == text.len() {
            return Edit::Keep;
        }
        // White space alone is trimmed at its start to its end.
        Edit::Part(start..start + length)
    });
}
