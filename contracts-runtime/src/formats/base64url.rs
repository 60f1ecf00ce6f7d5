//! `base64url`: octets in base 64, safe in URLs.

use super::{Format, base64};

/// Base 64 with the alphabet of RFC 4648, section 5: letters, digits, `-` and `_`, padded with `=` to a multiple of
/// four or, as in a JSON Web Token, without any padding.
///
/// The empty text passes: it is no octets. What applies to [`base64`](super::base64()) otherwise applies here.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("base64url", "_-8"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("base64url", "/+8="), Some(false));
/// ```
#[must_use]
pub const fn base64url() -> Base64url {
    Base64url {}
}

/// The rule that [`base64url()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Base64url {}

impl Format for Base64url {
    const CODE: &'static str = "base64url";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "base 64 for URLs";
    const ACCEPTED: &[&str] = &["Zg", "Zg==", "Zm8", "Zm8=", "Zm9v", "-_-_"];
    const REJECTED: &[&str] = &["Zg=", "Zg===", "Zm9v====", "==", "Zm.9v", "Zmé"];

    fn accepts(self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let encoded = base64::without_padding(bytes);
        (encoded.len() == bytes.len() || bytes.len() % 4 == 0) && base64::is_encoded(encoded, [b'-', b'_'])
    }
}
