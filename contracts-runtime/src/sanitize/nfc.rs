//! `nfc`: one way to write each character.

use unicode_normalization::UnicodeNormalization;

use super::{Edit, Text};

/// Brings the text into Unicode normalization form C, in which the same letters are the same bytes: `sanitize(nfc)`.
/// Needs the feature `nfc`.
///
/// Linear in the text, which becomes at most three times as long; allocates if something changes.
///
/// ```
/// let mut text = "cafe\u{301}".to_owned();
/// contracts_runtime::sanitize::nfc(&mut text);
/// assert_eq!(text, "caf\u{E9}");
/// ```
///
/// Misuse does not compile:
///
/// ```compile_fail
/// contracts_runtime::sanitize::nfc(&mut 1);
/// ```
pub fn nfc<T: Text + ?Sized>(text: &mut T) {
    text.edit(|text| {
        if text.is_ascii() || unicode_normalization::is_nfc(text) {
            Edit::Keep
        } else {
            Edit::Whole(text.nfc().collect())
        }
    });
}
