//! `json_pointer_uri_fragment`: a JSON Pointer as the fragment of a URI.

use super::{Format, pointer};

/// A JSON Pointer in the form of RFC 6901, section 6: `#`, then the pointer, percent-encoded where a fragment asks
/// for it.
///
/// `~` stands only in `~0` and `~1`, whether it is encoded or not. Whether encoded octets are UTF-8 is not checked.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("json_pointer_uri_fragment", "#/a%20b/0"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("json_pointer_uri_fragment", "/a"), Some(false));
/// ```
#[must_use]
pub const fn json_pointer_uri_fragment() -> JsonPointerUriFragment {
    JsonPointerUriFragment {}
}

/// The rule that [`json_pointer_uri_fragment()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct JsonPointerUriFragment {}

impl Format for JsonPointerUriFragment {
    const CODE: &'static str = "json_pointer_uri_fragment";
    // Drafts before the first vocabulary had it; 2020-12 does not.
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "a JSON Pointer as URI fragment";
    const ACCEPTED: &[&str] = &["#", "#/a", "#/a//b/", "#/a%25b", "#/~0~1", "#/%7E0"];
    const REJECTED: &[&str] = &["/a", "#a", "#/%a", "#/%", "#/é", "##/a", ""];

    fn accepts(self, text: &str) -> bool {
        text.as_bytes().strip_prefix(b"#").is_some_and(pointer::is_encoded_pointer)
    }
}
