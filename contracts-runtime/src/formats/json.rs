//! `json`: a JSON text.

use super::Format;
use crate::json::{MAX_DEPTH, Reader};

/// A JSON text as RFC 8259, section 2 has it: one value of any kind, with white space around it.
///
/// Numbers may be of any size, and names may stand twice. As where contracts are read, escapes of half a surrogate
/// pair do not pass, and arrays and objects nest at most 127 deep, which section 9 leaves to readers. Nothing is
/// allocated.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("json", "{\"a\": [1, null]}"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("json", "{a: 1}"), Some(false));
/// ```
#[must_use]
pub const fn json() -> Json {
    Json {}
}

/// The rule that [`json()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Json {}

impl Format for Json {
    const CODE: &'static str = "json";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "a JSON text";
    const ACCEPTED: &[&str] = &["null", "true", "\"\"", "0", "-0.5e+10", "1e999999"];
    const REJECTED: &[&str] = &[" ", "nul", "True", "01", "// a\n1", "\u{a0}1", ""];

    fn accepts(self, text: &str) -> bool {
        let mut reader = Reader::new(text, MAX_DEPTH);
        reader.skip().and_then(|()| reader.end()).is_ok()
    }
}
