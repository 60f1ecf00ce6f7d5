//! `cidr`: an IP address with a prefix length.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

use super::Format;
use crate::violation::Params;

/// An IP address, a slash and the length of a prefix, as RFC 4632, section 3.1 and RFC 4291, section 2.3 have it:
/// `192.0.2.0/24`.
///
/// The address is as [`ip`](super::ip()) has it. The length is at most 32 or 128 and has no leading zeros; masks such
/// as `/255.255.255.0` do not pass. [`v4`](Cidr::v4) and [`v6`](Cidr::v6) ask for one version,
/// [`network`](Cidr::network) for zeros behind the prefix.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("cidr", "192.0.2.7/24"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("cidr", "192.0.2.7"), Some(false));
/// ```
#[must_use]
pub const fn cidr() -> Cidr {
    Cidr {
        version: Version::Any,
        bits: Bits::Any,
    }
}

/// The rule that [`cidr()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Cidr {
    version: Version,
    bits: Bits,
}

#[derive(Debug, Clone, Copy)]
enum Version {
    Any,
    V4,
    V6,
}

/// What may stand behind the prefix.
#[derive(Debug, Clone, Copy)]
enum Bits {
    Any,
    Zeros,
}

impl Cidr {
    /// Asks for IPv4.
    ///
    /// # Panics
    ///
    /// If IPv6 is asked for as well.
    #[must_use]
    pub const fn v4(self) -> Self {
        assert!(!matches!(self.version, Version::V6), "no prefix is of both versions, leave both out for either");
        Self {
            version: Version::V4,
            ..self
        }
    }

    /// Asks for IPv6.
    ///
    /// # Panics
    ///
    /// If IPv4 is asked for as well.
    #[must_use]
    pub const fn v6(self) -> Self {
        assert!(!matches!(self.version, Version::V4), "no prefix is of both versions, leave both out for either");
        Self {
            version: Version::V6,
            ..self
        }
    }

    /// Asks for the address of the network: all bits behind the prefix are zeros.
    ///
    /// ```
    /// use contracts_runtime::rules::{Rule, cidr};
    ///
    /// assert!(cidr().network().accepts("192.0.2.0/24"));
    /// assert!(!cidr().network().accepts("192.0.2.7/24"));
    /// ```
    #[must_use]
    pub const fn network(self) -> Self {
        Self {
            bits: Bits::Zeros,
            ..self
        }
    }
}

impl Format for Cidr {
    const CODE: &'static str = "cidr";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "an IP address with a prefix length";
    const ACCEPTED: &[&str] = &[
        "192.0.2.0/24",
        "192.0.2.7/24",
        "0.0.0.0/0",
        "192.0.2.1/32",
        "2001:db8::/32",
        "::/0",
        "10.0.0.0/8",
        "::1/128",
    ];
    const REJECTED: &[&str] = &[
        "192.0.2.0",
        "192.0.2.0/",
        "192.0.2.0/33",
        "::/129",
        "::/0\n",
        "::/\u{661}",
        "",
    ];

    fn accepts(self, text: &str) -> bool {
        let Some((address, length)) = text.split_once('/') else {
            return false;
        };
        let Some(length) = number(length.as_bytes()) else {
            return false;
        };
        // Both parsers take what `ipv4` and `ipv6` take, and nothing else.
        if address.contains(':') {
            let Ok(address) = address.parse::<Ipv6Addr>() else {
                return false;
            };
            let rest = address.to_bits().checked_shl(length).unwrap_or(0);
            !matches!(self.version, Version::V4) && length <= 128 && self.allows(rest == 0)
        } else {
            let Ok(address) = address.parse::<Ipv4Addr>() else {
                return false;
            };
            let rest = address.to_bits().checked_shl(length).unwrap_or(0);
            !matches!(self.version, Version::V6) && length <= 32 && self.allows(rest == 0)
        }
    }

    fn describe(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let version = match self.version {
            Version::Any => "IP",
            Version::V4 => "IPv4",
            Version::V6 => "IPv6",
        };
        match self.bits {
            Bits::Any => write!(f, "an {version} address with a prefix length"),
            Bits::Zeros => write!(f, "an {version} network with a prefix length"),
        }
    }

    fn params(self) -> Params {
        let params = match self.version {
            Version::Any => Params::new(),
            Version::V4 => Params::new().with("version", 4_u64),
            Version::V6 => Params::new().with("version", 6_u64),
        };
        match self.bits {
            Bits::Any => params,
            Bits::Zeros => params.with("network", true),
        }
    }
}

impl Cidr {
    fn allows(self, is_network: bool) -> bool {
        match self.bits {
            Bits::Any => true,
            Bits::Zeros => is_network,
        }
    }
}

/// A number of up to three digits without leading zeros.
fn number(text: &[u8]) -> Option<u32> {
    if text.len() > 3 || matches!(text, [] | [b'0', _, ..]) {
        return None;
    }
    text.iter().try_fold(0_u32, |number, byte| {
        let digit = byte.is_ascii_digit().then(|| byte - b'0')?;
        Some(number * 10 + u32::from(digit))
    })
}
