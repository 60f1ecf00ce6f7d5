//! `ipv4`: an IPv4 address.

use super::Format;

/// An IPv4 address as four decimal numbers with dots (RFC 3986, section 3.2.2 `IPv4address`; RFC 2673, section
/// 3.2).
///
/// Each number is 0 to 255 without leading zeros: some readers take `010` as octal, so one text would be two
/// addresses. Shortened forms (`127.1`), hexadecimal, ports and prefix lengths do not pass.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("ipv4", "192.168.0.1"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("ipv4", "192.168.0.01"), Some(false));
/// ```
#[must_use]
pub const fn ipv4() -> Ipv4 {
    Ipv4 {}
}

/// The rule that [`ipv4()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Ipv4 {}

impl Format for Ipv4 {
    const CODE: &'static str = "ipv4";
    const SCHEMA: Option<&'static str> = Some("ipv4");
    const WHAT: &'static str = "an IPv4 address";
    const ACCEPTED: &[&str] = &["0.0.0.0", "255.255.255.255", "1.9.10.99", "100.199.200.249", "250.0.0.9"];
    const REJECTED: &[&str] = &["1.2.3", "1.2.3.4.5", "1.2.3.", ".1.2.3", "1.2.3.\u{664}", "1.2.3.:", ""];

    fn accepts(self, text: &str) -> bool {
        is_address(text.as_bytes())
    }
}

/// Whether `text` is a dotted quad without leading zeros.
pub(super) fn is_address(text: &[u8]) -> bool {
    let mut rest = text;
    for _ in 0..3 {
        let Some([b'.', tail @ ..]) = after_octet(rest) else {
            return false;
        };
        rest = tail;
    }
    after_octet(rest) == Some(&[])
}

/// What follows the longest number of 0 to 255 that `text` begins with.
fn after_octet(text: &[u8]) -> Option<&[u8]> {
    match text {
        [b'2', b'5', b'0'..=b'5', rest @ ..]
        | [b'2', b'0'..=b'4', b'0'..=b'9', rest @ ..]
        | [b'1', b'0'..=b'9', b'0'..=b'9', rest @ ..]
        | [b'1'..=b'9', b'0'..=b'9', rest @ ..]
        | [b'0'..=b'9', rest @ ..] => Some(rest),
        _ => None,
    }
}
