//! `url`: an absolute web address.

use std::fmt;

use super::{Format, port, url_host};
use crate::violation::{Param, Params};

/// A URL with the scheme `http` or `https` that the parser of the WHATWG URL standard, section 4.4 takes without a
/// base.
///
/// Browsers go where such a text says, so what the parser repairs passes here as well: backslashes for slashes,
/// missing slashes (`https:example.com`), spaces inside a path, a `%` alone, IPv4 hosts in octal or hexadecimal.
/// A host is required, of section 3.5: a domain, an IPv4 or an IPv6 address; ports go up to 65535. Other schemes,
/// `javascript:` among them, do not pass.
///
/// Stricter than the parser: it drops tabs and line ends anywhere, and spaces and control characters around the
/// text. Such text does not pass, as readers that do not drop them see another address. For the general syntax of
/// RFC 3986, use [`uri`](super::uri()). [`schemes`](Url::schemes) says which schemes pass instead.
///
/// A domain in ASCII is judged exactly. In others, what UTS #46 disallows does not pass, nor do labels that begin with
/// a combining mark. Code points that are not assigned, and its rules for joiners and for right-to-left labels, are
/// not checked; of the characters that it maps to digits, only the full-width forms count as digits. Only hosts with
/// percent-encoding or characters outside ASCII cost an allocation.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("url", "https://example.com:8080/a?b=c#d"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("url", "javascript:alert(1)"), Some(false));
/// ```
#[must_use]
pub const fn url() -> Url {
    Url { schemes: Schemes::Web }
}

/// The rule that [`url()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Url {
    schemes: Schemes,
}

#[derive(Debug, Clone, Copy)]
enum Schemes {
    /// `http` and `https`.
    Web,
    /// These, and empty text behind them.
    Listed([&'static str; MOST_SCHEMES]),
}

/// A rule is a constant of one type, so it has room for so many.
const MOST_SCHEMES: usize = 8;

impl Url {
    /// Asks for one of these schemes instead of `http` and `https`.
    ///
    /// `ftp`, `ws` and `wss` are read as these two are. Of `file`, the host may be missing and a port may not be there. For
    /// all others the host and what follows the scheme are not looked into, as the standard has it: only characters
    /// that no host has, addresses in brackets and ports are checked.
    ///
    /// ```
    /// use contracts_runtime::rules::{Rule, url};
    ///
    /// const UPLOAD: contracts_runtime::formats::Url = url().schemes(["https", "ftp"]);
    /// assert!(UPLOAD.accepts("ftp://example.com/a"));
    /// assert!(!UPLOAD.accepts("http://example.com/a"));
    /// ```
    ///
    /// # Panics
    ///
    /// If there is no scheme or there are more than eight, or if one is not written in small letters, digits, `+`, `-` and
    /// `.`, with a letter in front.
    #[must_use]
    pub const fn schemes<const N: usize>(self, schemes: [&'static str; N]) -> Self {
        assert!(matches!(self.schemes, Schemes::Web), "schemes are given twice, name all in one list");
        assert!(N > 0, "without a scheme no text passes, name one");
        assert!(N <= MOST_SCHEMES, "a URL is of eight schemes at most");
        let mut listed = [""; MOST_SCHEMES];
        let mut rest: &[&'static str] = &schemes;
        let mut slots: &mut [&'static str] = &mut listed;
        while let ([scheme, others @ ..], [slot, free @ ..]) = (rest, slots) {
            assert!(
                is_scheme(scheme.as_bytes()),
                "a scheme has small letters, digits, `+`, `-` and `.`, and begins with a letter"
            );
            *slot = scheme;
            rest = others;
            slots = free;
        }
        Self {
            schemes: Schemes::Listed(listed),
        }
    }
}

/// Whether `text` is a scheme as the standard writes it once it is parsed.
const fn is_scheme(text: &[u8]) -> bool {
    let [b'a'..=b'z', rest @ ..] = text else {
        return false;
    };
    let mut rest = rest;
    while let [b'a'..=b'z' | b'0'..=b'9' | b'+' | b'-' | b'.', tail @ ..] = rest {
        rest = tail;
    }
    rest.is_empty()
}

impl Format for Url {
    const CODE: &'static str = "url";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "an http or https URL";
    const ACCEPTED: &[&str] = &[
        "http://example.com",
        "https://example.com/a/b?c=d&e#f",
        "HTTPS://EXAMPLE.COM",
        "http:example.com",
        "http:/example.com",
        "http:////example.com",
        "https://example.com/a/b?c=d#e",
    ];
    const REJECTED: &[&str] = &[
        "http:",
        "http://",
        "http:///",
        "http://?q",
        "http://é.1",
        "http://\u{ff12}\u{ff15}\u{ff16}.1.1.1",
        "",
        "ftp://example.com/",
        "wss://example.com/",
        "mailto:ada@example.com",
    ];

    fn accepts(self, text: &str) -> bool {
        let bytes = text.as_bytes();
        // The first byte is the scheme's, so only the end can have what the parser trims. The search has no early
        // exit: without branches the loop becomes vector instructions.
        let is_repaired = bytes.last().is_some_and(|last| *last <= b' ')
            | bytes.iter().fold(false, |found, byte| found | matches!(byte, b'\t' | b'\n' | b'\r'));
        if is_repaired {
            return false;
        }
        match &self.schemes {
            Schemes::Web => after_scheme(bytes).is_some_and(is_special),
            Schemes::Listed(schemes) => is_listed(bytes, schemes),
        }
    }

    fn describe(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.schemes {
            Schemes::Web => f.write_str(Self::WHAT),
            Schemes::Listed(_) => write!(f, "a URL with the scheme {}", self.listed()),
        }
    }

    fn params(self) -> Params {
        match self.schemes {
            Schemes::Web => Params::new(),
            Schemes::Listed(_) => Params::new().with("schemes", self.listed()),
        }
    }
}

impl Url {
    fn listed(self) -> Param {
        match self.schemes {
            Schemes::Web => ["http", "https"].into_iter().collect(),
            Schemes::Listed(schemes) => schemes.into_iter().filter(|scheme| !scheme.is_empty()).collect(),
        }
    }
}

/// Whether `text` is a URL of one of these schemes.
fn is_listed(text: &[u8], schemes: &[&'static str]) -> bool {
    let Some(colon) = text.iter().position(|byte| *byte == b':') else {
        return false;
    };
    let (Some(scheme), Some(rest)) = (text.get(..colon), text.get(colon + 1..)) else {
        return false;
    };
    let is_scheme = |listed: &&&str| !listed.is_empty() && listed.as_bytes().eq_ignore_ascii_case(scheme);
    match schemes.iter().find(is_scheme) {
        None => false,
        Some(&("http" | "https" | "ws" | "wss" | "ftp")) => is_special(rest),
        Some(&"file") => is_file(rest),
        Some(_) => is_opaque(rest),
    }
}

/// Whether `text` can follow a special scheme but `file`.
fn is_special(text: &[u8]) -> bool {
    authority(text).is_some_and(|authority| is_authority(authority, Empty::Never, url_host::is_host))
}

/// Whether `text` can follow `file:`: a drive letter is no host, and no host is one as well.
fn is_file(text: &[u8]) -> bool {
    let [b'/' | b'\\', b'/' | b'\\', rest @ ..] = text else {
        return true;
    };
    let end = rest.iter().position(|byte| matches!(byte, b'/' | b'\\' | b'?' | b'#'));
    let host = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
    matches!(host, [] | [b'a'..=b'z' | b'A'..=b'Z', b':' | b'|']) || url_host::is_host(host)
}

/// Whether `text` can follow a scheme that is not special: an authority behind two slashes, or anything.
fn is_opaque(text: &[u8]) -> bool {
    let [b'/', b'/', rest @ ..] = text else {
        return true;
    };
    let end = rest.iter().position(|byte| matches!(byte, b'/' | b'?' | b'#'));
    let authority = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
    is_authority(authority, Empty::Alone, url_host::is_opaque_host)
}

/// What follows `http:` or `https:`.
fn after_scheme(text: &[u8]) -> Option<&[u8]> {
    let (http, rest) = text.split_first_chunk::<4>()?;
    if !http.eq_ignore_ascii_case(b"http") {
        return None;
    }
    match rest {
        [b':', rest @ ..] | [b's' | b'S', b':', rest @ ..] => Some(rest),
        _ => None,
    }
}

/// The part between the slashes, of which there may be any number, and the path, query or fragment. Whatever stands
/// there, it is taken and encoded.
fn authority(text: &[u8]) -> Option<&[u8]> {
    let start = text.iter().position(|byte| !matches!(byte, b'/' | b'\\'))?;
    let rest = text.get(start..)?;
    let end = rest.iter().position(|byte| matches!(byte, b'/' | b'\\' | b'?' | b'#')).unwrap_or(rest.len());
    rest.get(..end)
}

/// Where a host may be missing.
#[derive(Clone, Copy)]
enum Empty {
    Never,
    /// If credentials and port are, too.
    Alone,
}

/// Whether `text` has a host behind the last `@`, and a port or none. Credentials may be anything.
fn is_authority(text: &[u8], empty: Empty, is_host: impl Fn(&[u8]) -> bool) -> bool {
    let Some(host_and_port) = text.rsplit(|byte| *byte == b'@').next() else {
        return false;
    };
    if text.is_empty() {
        return matches!(empty, Empty::Alone);
    }
    let mut in_brackets = false;
    let colon = host_and_port.iter().position(|byte| {
        match byte {
            b'[' => in_brackets = true,
            b']' => in_brackets = false,
            _ => {}
        }
        *byte == b':' && !in_brackets
    });
    match colon.and_then(|at| host_and_port.split_at_checked(at)) {
        Some((host, [_, port @ ..])) => is_host(host) && port::is_number(port),
        _ => is_host(host_and_port),
    }
}
