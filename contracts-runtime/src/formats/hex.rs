//! `hex`: octets in hexadecimal.

use super::{Format, class::Class};

/// Octets as two hexadecimal digits each, of either case (RFC 4648, section 8).
///
/// The empty text passes: it is no octets. An odd number of digits, `0x` in front and separators do not.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("hex", "00ffAB"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("hex", "0xff"), Some(false));
/// ```
#[must_use]
pub const fn hex() -> Hex {
    Hex {}
}

/// The rule that [`hex()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Hex {}

impl Format for Hex {
    const CODE: &'static str = "hex";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "hexadecimal octets";
    const ACCEPTED: &[&str] = &["00", "fF", "0123456789abcdefABCDEF", ""];
    const REJECTED: &[&str] = &["0", "000", "0x00", "0g", "00\n", "é"];

    fn accepts(self, text: &str) -> bool {
        let bytes = text.as_bytes();
        bytes.len() % 2 == 0 && bytes.iter().all(|byte| Class::HEX.has(*byte))
    }
}
