//! `ip`: an IP address of either version.

use super::{Format, ipv4, ipv6};

/// An IP address as text: an IPv4 address as [`ipv4`](super::ipv4()) has it, or an IPv6 address as
/// [`ipv6`](super::ipv6()) has it.
///
/// Brackets, zone identifiers, ports and prefix lengths do not pass: they are not part of an address. For an
/// address with a prefix length, use [`cidr`](super::cidr()); with a port, [`socket_addr`](super::socket_addr()).
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("ip", "2001:db8::1"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("ip", "192.0.2.1/24"), Some(false));
/// ```
#[must_use]
pub const fn ip() -> Ip {
    Ip {}
}

/// The rule that [`ip()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Ip {}

impl Format for Ip {
    const CODE: &'static str = "ip";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "an IP address";
    const ACCEPTED: &[&str] = &["192.0.2.1", "255.255.255.255", "::", "2001:db8::192.0.2.1"];
    const REJECTED: &[&str] = &["192.0.2", "192.0.2.256", "192.0.02.1", ":::", " ::1", "::1\n", ""];

    fn accepts(self, text: &str) -> bool {
        ipv4::is_address(text.as_bytes()) || ipv6::is_address(text.as_bytes())
    }
}
