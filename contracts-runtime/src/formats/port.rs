//! `port`: the number of a port.

use super::Format;

/// The number of a TCP or UDP port as text: 0 to 65535, without sign and leading zeros.
///
/// A port that is a number in the document needs no format: its type is `u16`.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("port", "8080"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("port", "65536"), Some(false));
/// ```
#[must_use]
pub const fn port() -> Port {
    Port {}
}

/// The rule that [`port()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Port {}

impl Format for Port {
    const CODE: &'static str = "port";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "a port number";
    const ACCEPTED: &[&str] = &["0", "80", "65535"];
    const REJECTED: &[&str] = &["65536", "99999999999", "080", "00", "80\n", "\u{668}", ""];

    fn accepts(self, text: &str) -> bool {
        is_port(text.as_bytes())
    }
}

/// What stands before the last colon, and behind it.
pub(super) fn split(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let colon = text.iter().rposition(|byte| *byte == b':')?;
    let (host, port) = text.split_at_checked(colon)?;
    Some((host, port.get(1..)?))
}

/// Whether `text` is a number up to 65535 without leading zeros.
pub(super) fn is_port(text: &[u8]) -> bool {
    let has_leading_zero = matches!(text, [b'0', _, ..]);
    !text.is_empty() && !has_leading_zero && is_number(text)
}

/// Whether `text` is a number up to 65535, with any number of leading zeros, or empty.
pub(super) fn is_number(text: &[u8]) -> bool {
    let port = text.iter().try_fold(0_u16, |port, byte| {
        let digit = byte.is_ascii_digit().then(|| byte - b'0')?;
        port.checked_mul(10)?.checked_add(u16::from(digit))
    });
    port.is_some()
}
