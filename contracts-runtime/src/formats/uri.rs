//! `uri`: an absolute identifier with a scheme.

use super::{
    Format,
    rfc3986::{self, Syntax},
};

/// A URI as RFC 3986, section 3 has it: any scheme, with or without an authority, query and fragment.
///
/// Relative references do not pass, nor do characters outside ASCII, a `%` without two hexadecimal digits, brackets
/// outside a host, and zone identifiers (RFC 9844 obsoletes RFC 6874). What a scheme asks beyond the general
/// syntax is not checked: `http:` passes, and so does `javascript:alert(1)`; for links use
/// [`url`](super::url()).
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("uri", "urn:isbn:0451450523"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("uri", "/relative/path"), Some(false));
/// ```
#[must_use]
pub const fn uri() -> Uri {
    Uri {}
}

/// The rule that [`uri()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Uri {}

impl Format for Uri {
    const CODE: &'static str = "uri";
    const SCHEMA: Option<&'static str> = Some("uri");
    const WHAT: &'static str = "a URI";
    const ACCEPTED: &[&str] = &[
        "http://example.com/a?b#c",
        "urn:a:b",
        "a:",
        "a+b-c.9:x",
        "A:/",
        "mailto:ada@example.com",
    ];
    const REJECTED: &[&str] = &["a", ":a", "1a:b", "a_b:c", "x://[v1]", "x://h%4", ""];

    fn accepts(self, text: &str) -> bool {
        rfc3986::is_absolute(text.as_bytes(), Syntax::Ascii)
    }
}
