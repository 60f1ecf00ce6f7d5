//! `uri_reference`: an identifier, absolute or relative.

use super::{
    Format,
    rfc3986::{self, Syntax},
};

/// A URI or a relative reference as RFC 3986, section 4.1 has it: `../a?b#c`.
///
/// The empty text passes: it refers to the base itself. A relative path has no colon in its first segment, as that
/// would be a scheme. Characters outside ASCII, spaces, backslashes and a `%` without two hexadecimal digits do not
/// pass.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("uri_reference", "../a?b#c"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("uri_reference", "a b"), Some(false));
/// ```
#[must_use]
pub const fn uri_reference() -> UriReference {
    UriReference {}
}

/// The rule that [`uri_reference()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct UriReference {}

impl Format for UriReference {
    const CODE: &'static str = "uri_reference";
    const SCHEMA: Option<&'static str> = Some("uri-reference");
    const WHAT: &'static str = "a URI or relative reference";
    const ACCEPTED: &[&str] = &["https://example.com/a?b#c", "//example.com/a", "/a/b", "../a", "a", "?q"];
    const REJECTED: &[&str] = &[":", "1:b", "%61:b", "a b", "é", "a\n"];

    fn accepts(self, text: &str) -> bool {
        rfc3986::is_reference(text.as_bytes(), Syntax::Ascii)
    }
}
