//! `ipv6`: an IPv6 address.

use super::{Format, class::Class, ipv4};

/// An IPv6 address in the text form of RFC 4291, section 2.2.
///
/// Eight groups of one to four hexadecimal digits; `::` once, for one group of zeros or more; the last two groups
/// may be an IPv4 address. Brackets, zone identifiers (`%eth0`), ports and prefix lengths do not pass: they are not
/// part of an address.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("ipv6", "2001:db8::192.0.2.1"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("ipv6", "fe80::1%eth0"), Some(false));
/// ```
#[must_use]
pub const fn ipv6() -> Ipv6 {
    Ipv6 {}
}

/// The rule that [`ipv6()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Ipv6 {}

impl Format for Ipv6 {
    const CODE: &'static str = "ipv6";
    const SCHEMA: Option<&'static str> = Some("ipv6");
    const WHAT: &'static str = "an IPv6 address";
    const ACCEPTED: &[&str] = &[
        "::",
        "::1",
        "1::",
        "1:2:3:4:5:6:7:8",
        "abcd:EF01::",
        "0000:0001:ffff:FFFF:1:1:1:1",
    ];
    const REJECTED: &[&str] = &[":", ":::", "1", "1:2:3:4:5:6:7", "::1\n", "::\u{661}", ""];

    fn accepts(self, text: &str) -> bool {
        is_address(text.as_bytes())
    }
}

/// Whether `text` is an address of RFC 4291.
pub(super) fn is_address(text: &[u8]) -> bool {
    match groups(text, ipv4::is_address) {
        Some(Groups::All(count)) => count == 8,
        Some(Groups::Compressed(count)) => count <= 7,
        None => false,
    }
}

/// How many groups an address spells out.
pub(super) enum Groups {
    /// Without `::`.
    All(usize),
    /// Beside a `::`.
    Compressed(usize),
}

/// Counts the groups of `text`; `None` if it does not consist of groups.
///
/// `is_quad` says what may stand for the last two groups.
pub(super) fn groups(text: &[u8], is_quad: impl Fn(&[u8]) -> bool) -> Option<Groups> {
    let mut count = 0;
    let mut compressed = false;
    let mut rest = text;
    if let [b':', b':', tail @ ..] = text {
        compressed = true;
        rest = tail;
    }
    while !(rest.is_empty() && compressed) {
        // Five at most: one digit too many is as wrong as a hundred.
        let digits = rest.iter().take(5).take_while(|byte| Class::HEX.has(**byte)).count();
        if !(1..=4).contains(&digits) {
            return None;
        }
        match rest.split_at_checked(digits)?.1 {
            [b'.', ..] if is_quad(rest) => {
                count += 2;
                break;
            }
            [] => {
                count += 1;
                break;
            }
            [b':', b':', tail @ ..] if !compressed => {
                compressed = true;
                rest = tail;
            }
            [b':', tail @ ..] if !tail.is_empty() => rest = tail,
            _ => return None,
        }
        count += 1;
    }
    Some(if compressed { Groups::Compressed(count) } else { Groups::All(count) })
}
