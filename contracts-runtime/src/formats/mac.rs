//! `mac`: the address of a network interface.

use super::{Format, class::Class};

/// A MAC address (EUI-48): six octets of two hexadecimal digits, as IEEE 802 writes it with hyphens, or with colons
/// or spaces between them; or three groups of four digits with dots.
///
/// Digits may be of either case. One address has one separator throughout. Without separators, with octets of one
/// digit, and with eight octets (EUI-64) it does not pass.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("mac", "00:1a:2B:3c:4d:5e"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("mac", "001a2b3c4d5e"), Some(false));
/// ```
#[must_use]
pub const fn mac() -> Mac {
    Mac {}
}

/// The rule that [`mac()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Mac {}

impl Format for Mac {
    const CODE: &'static str = "mac";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "a MAC address";
    const ACCEPTED: &[&str] = &[
        "00:1a:2b:3c:4d:5e",
        "00-1A-2B-3C-4D-5E",
        "00 1a 2B 3c 4D 5e",
        "001a.2b3c.4d5e",
        "ff:ff:ff:ff:ff:ff",
    ];
    const REJECTED: &[&str] = &[
        "001a2b3c4d5e",
        "00:1a:2b:3c:4d",
        "00:1a:2b:3c:4d:5e:6f",
        "00:1a:2b:ff:fe:3c:4d:5e",
        "00:1a:2b:3c:4d:5e\n",
        "00:1a:2b:3c:4d:é",
        "",
    ];

    fn accepts(self, text: &str) -> bool {
        match text.as_bytes() {
            [_, _, separator @ (b':' | b'-' | b' '), ..] => is_groups(text.as_bytes(), *separator, 6, 2),
            _ => is_groups(text.as_bytes(), b'.', 3, 4),
        }
    }
}

/// Whether `text` consists of so many groups of so many digits each.
fn is_groups(text: &[u8], separator: u8, groups: usize, digits: usize) -> bool {
    text.len() == groups * (digits + 1) - 1
        && text.split(|byte| *byte == separator).all(|group| group.len() == digits && Class::HEX.has_all(group))
}
