//! `base64`: octets in base 64.

use super::Format;

/// Base 64 as RFC 4648, section 4 has it: letters, digits, `+` and `/`, padded with `=` to a multiple of four.
///
/// The empty text passes: it is no octets. Line ends, other alphabets and missing padding do not; nor do bits
/// behind the last octet that are not zero, as then several texts would be the same octets (section 3.5).
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("base64", "Zm9vYg=="), Some(true));
/// assert_eq!(contracts_runtime::formats::check("base64", "Zm9vYg"), Some(false));
/// ```
#[must_use]
pub const fn base64() -> Base64 {
    Base64 {}
}

/// The rule that [`base64()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Base64 {}

impl Format for Base64 {
    const CODE: &'static str = "base64";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "base 64";
    const ACCEPTED: &[&str] = &["Zg==", "Zm8=", "Zm9v", "Zm9vYmFy", "+/+/", "AAAA"];
    const REJECTED: &[&str] = &["Zg", "Zg=", "Zg===", "Z===", "Zm9é", "Zg==Zg=="];

    fn accepts(self, text: &str) -> bool {
        let bytes = text.as_bytes();
        bytes.len() % 4 == 0 && is_encoded(without_padding(bytes), [b'+', b'/'])
    }
}

/// What stands before the padding, where that is one or two `=`.
pub(super) fn without_padding(text: &[u8]) -> &[u8] {
    match text {
        [rest @ .., b'=', b'='] | [rest @ .., b'='] => rest,
        _ => text,
    }
}

/// Whether `text` is octets without padding, in the alphabet that has these two behind letters and digits.
pub(super) fn is_encoded(text: &[u8], [plus, slash]: [u8; 2]) -> bool {
    // No early exit: without branches the loop becomes vector instructions.
    let is_in_alphabet = text.iter().fold(true, |fits, byte| {
        let letter = (byte | 0x20).wrapping_sub(b'a') < 26;
        let digit = byte.wrapping_sub(b'0') < 10;
        let (is_plus, is_slash) = (*byte == plus, *byte == slash);
        let is_in_alphabet = letter | digit | is_plus | is_slash;
        fits & is_in_alphabet
    });
    let unused_bits = match text.len() % 4 {
        0 => 0,
        2 => 0b1111,
        3 => 0b11,
        _ => return false,
    };
    is_in_alphabet && text.last().is_none_or(|last| value(*last) & unused_bits == 0)
}

/// The bits that a character of the alphabet stands for.
fn value(byte: u8) -> u8 {
    match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' | b'-' => 62,
        _ => 63,
    }
}
