//! `socket_addr`: an IP address with a port.

use super::{Format, ipv4, ipv6, port};

/// An IP address with a port: `192.0.2.1:80` or, with the brackets of RFC 3986, section 3.2.2, `[2001:db8::1]:80`.
///
/// The address is as [`ip`](super::ip()) has it, so zone identifiers do not pass. The port is a number up to 65535
/// without leading zeros. Names do not pass: for them, use [`host_and_port`](super::host_and_port()).
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("socket_addr", "[::1]:8080"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("socket_addr", "example.com:80"), Some(false));
/// ```
#[must_use]
pub const fn socket_addr() -> SocketAddr {
    SocketAddr {}
}

/// The rule that [`socket_addr()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct SocketAddr {}

impl Format for SocketAddr {
    const CODE: &'static str = "socket_addr";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "an IP address with a port";
    const ACCEPTED: &[&str] = &["192.0.2.1:80", "[::1]:80", "0.0.0.0:0", "[::]:65535"];
    const REJECTED: &[&str] = &[
        "192.0.2.1",
        "192.0.2.1:",
        "192.0.2.1:65536",
        "192.0.2.1:080",
        "192.0.2.1:80 ",
        "192.0.2.1:\u{661}",
        "",
    ];

    fn accepts(self, text: &str) -> bool {
        let Some((host, port)) = port::split(text.as_bytes()) else {
            return false;
        };
        port::is_port(port)
            && match host {
                [b'[', address @ .., b']'] => ipv6::is_address(address),
                address => ipv4::is_address(address),
            }
    }
}
