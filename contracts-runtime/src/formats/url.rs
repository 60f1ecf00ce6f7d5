//! `url`: an absolute web address.

use super::{Format, port, url_host};

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
/// RFC 3986, use [`uri`](super::uri()).
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
    Url {}
}

/// The rule that [`url()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Url {}

impl Format for Url {
    const CODE: &'static str = "url";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "an http or https URL";

    fn accepts(self, text: &str) -> bool {
        let bytes = text.as_bytes();
        // The first byte is the scheme's, so only the end can have what the parser trims. The search has no early
        // exit: without branches the loop becomes vector instructions.
        let is_repaired = bytes.last().is_some_and(|last| *last <= b' ')
            | bytes.iter().fold(false, |found, byte| found | matches!(byte, b'\t' | b'\n' | b'\r'));
        !is_repaired && after_scheme(bytes).and_then(authority).is_some_and(is_authority)
    }
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

/// Whether `text` has a host behind the last `@`, and a port or none. Credentials may be anything.
fn is_authority(text: &[u8]) -> bool {
    let Some(host_and_port) = text.rsplit(|byte| *byte == b'@').next() else {
        return false;
    };
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
        Some((host, [_, port @ ..])) => url_host::is_host(host) && port::is_number(port),
        _ => url_host::is_host(host_and_port),
    }
}
