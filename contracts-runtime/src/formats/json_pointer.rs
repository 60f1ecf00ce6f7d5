//! `json_pointer`: a place in a JSON document.

use super::{Format, pointer};

/// A JSON Pointer as RFC 6901, section 3 has it: `/members/0/name`.
///
/// The empty text points at the whole document. Each reference token begins with a slash and may be empty; `~`
/// stands only in `~0` and `~1`. Any other character passes, spaces and control characters too. Whether something
/// is there is not checked.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("json_pointer", "/a/0/b~1c"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("json_pointer", "a/b"), Some(false));
/// ```
#[must_use]
pub const fn json_pointer() -> JsonPointer {
    JsonPointer {}
}

/// The rule that [`json_pointer()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct JsonPointer {}

impl Format for JsonPointer {
    const CODE: &'static str = "json_pointer";
    const SCHEMA: Option<&'static str> = Some("json-pointer");
    const WHAT: &'static str = "a JSON Pointer";
    const ACCEPTED: &[&str] = &["/", "/a", "/a/0", "/a//b", "/-", "/~0~1"];
    const REJECTED: &[&str] = &["a", "#", "#/a", "/~", "0/a", " /a"];

    fn accepts(self, text: &str) -> bool {
        pointer::is_pointer(text.as_bytes())
    }
}
