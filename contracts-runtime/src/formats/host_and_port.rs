//! `host_and_port`: a host and a port to connect to.

use std::fmt;

use super::{Format, class::Class, hostname, ipv4, ipv6, port};
use crate::violation::Params;

/// A host, a colon and a port: `example.com:80`, `192.0.2.1:80`, `[2001:db8::1]:80`.
///
/// The host is a name as [`hostname`](super::hostname()) has it, an IPv4 address, or an IPv6 address in brackets. What
/// ends in a label of digits has to be an IPv4 address (RFC 1123, section 2.1). Behind the address in brackets a zone
/// may stand (RFC 4007, section 11): `%` and any ASCII characters but spaces and brackets. The port is a number up to 65535
/// without leading zeros; [`port_optional`](HostAndPort::port_optional) lets it be left out.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("host_and_port", "example.com:80"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("host_and_port", "example.com"), Some(false));
/// ```
#[must_use]
pub const fn host_and_port() -> HostAndPort {
    HostAndPort { port: Port::Required }
}

/// The rule that [`host_and_port()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct HostAndPort {
    port: Port,
}

#[derive(Debug, Clone, Copy)]
enum Port {
    Required,
    Optional,
}

impl HostAndPort {
    /// Lets the colon and the port be left out.
    ///
    /// ```
    /// use contracts_runtime::rules::{Rule, host_and_port};
    ///
    /// assert!(host_and_port().port_optional().accepts("example.com"));
    /// assert!(!host_and_port().port_optional().accepts("example.com:"));
    /// ```
    #[must_use]
    pub const fn port_optional(self) -> Self {
        let Self { port: _ } = self;
        Self { port: Port::Optional }
    }
}

impl Format for HostAndPort {
    const CODE: &'static str = "host_and_port";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "a host and a port";
    const ACCEPTED: &[&str] = &[
        "example.com:80",
        "localhost:8080",
        "192.0.2.1:0",
        "[::1]:65535",
        "[fe80::1%eth0]:80",
        "a-1.b2:1",
    ];
    const REJECTED: &[&str] = &[
        ":",
        ":80",
        "example.com:",
        " example.com:80",
        "example.com:80\n",
        "",
        "example.com",
    ];

    fn accepts(self, text: &str) -> bool {
        let bytes = text.as_bytes();
        match port::split(bytes) {
            Some((host, port)) if port::is_port(port) => is_host(host),
            _ => matches!(self.port, Port::Optional) && is_host(bytes),
        }
    }

    fn describe(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.port {
            Port::Required => Self::WHAT,
            Port::Optional => "a host, with a port or without",
        })
    }

    fn params(self) -> Params {
        match self.port {
            Port::Required => Params::new(),
            Port::Optional => Params::new().with("port_optional", true),
        }
    }
}

fn is_host(text: &[u8]) -> bool {
    if let [b'[', address @ .., b']'] = text {
        return is_address_with_zone(address);
    }
    let last = text.rsplit(|byte| *byte == b'.').next().unwrap_or_default();
    if Class::DIGIT.has_all(last) {
        ipv4::is_address(text)
    } else {
        hostname::is_hostname(text)
    }
}

fn is_address_with_zone(text: &[u8]) -> bool {
    let mut parts = text.splitn(2, |byte| *byte == b'%');
    let address = parts.next().unwrap_or_default();
    let is_zone = |zone: &[u8]| {
        let is_part = |byte: &u8| byte.is_ascii_graphic() && !matches!(byte, b'[' | b']');
        !zone.is_empty() && zone.iter().all(is_part)
    };
    ipv6::is_address(address) && parts.next().is_none_or(is_zone)
}
