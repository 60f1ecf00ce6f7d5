//! `relative_json_pointer`: a place in a JSON document, seen from another.

use super::{Format, class::Class, pointer};

/// A relative JSON Pointer as draft-bhutton-relative-json-pointer-00, section 3 has it: `1/name`.
///
/// A number of levels to go up, without leading zeros; then, if wanted, a sign and a number to move among the items
/// of an array; then a JSON Pointer, or `#` for the name or index.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("relative_json_pointer", "1/name"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("relative_json_pointer", "-1/name"), Some(false));
/// ```
#[must_use]
pub const fn relative_json_pointer() -> RelativeJsonPointer {
    RelativeJsonPointer {}
}

/// The rule that [`relative_json_pointer()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct RelativeJsonPointer {}

impl Format for RelativeJsonPointer {
    const CODE: &'static str = "relative_json_pointer";
    const SCHEMA: Option<&'static str> = Some("relative-json-pointer");
    const WHAT: &'static str = "a relative JSON Pointer";
    const ACCEPTED: &[&str] = &["0", "1", "120", "0#", "0/", "2/a/0"];
    const REJECTED: &[&str] = &["/a", "#", "00", "01/a", "0\n", "\u{661}", ""];

    fn accepts(self, text: &str) -> bool {
        let Some(rest) = after_number(text.as_bytes()) else {
            return false;
        };
        let rest = match rest {
            [b'+' | b'-', steps @ ..] => after_number(steps),
            _ => Some(rest),
        };
        rest.is_some_and(|rest| rest == b"#" || pointer::is_pointer(rest))
    }
}

/// What follows a number without leading zeros.
fn after_number(text: &[u8]) -> Option<&[u8]> {
    match text {
        [b'0', rest @ ..] => Some(rest),
        [b'1'..=b'9', rest @ ..] => Some(Class::DIGIT.skip(rest).1),
        _ => None,
    }
}
