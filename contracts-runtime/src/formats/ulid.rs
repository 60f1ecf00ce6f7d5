//! `ulid`: a ULID.

use super::Format;

/// A ULID in its text form (the ULID specification, section Encoding): 26 characters of Crockford's base 32, which
/// is digits and letters without I, L, O and U, of either case.
///
/// The first is 0 to 7, as 26 characters hold 130 bits and a ULID has 128: the specification asks decoders to
/// reject greater ones, such as those that begin with a letter.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("ulid", "01ARZ3NDEKTSV4RRFFQ69G5FAV"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("ulid", "81ARZ3NDEKTSV4RRFFQ69G5FAV"), Some(false));
/// ```
#[must_use]
pub const fn ulid() -> Ulid {
    Ulid {}
}

/// The rule that [`ulid()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Ulid {}

impl Format for Ulid {
    const CODE: &'static str = "ulid";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "a ULID";
    const ACCEPTED: &[&str] = &[
        "01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "01arz3ndektsv4rrffq69g5fav",
        "00000000000000000000000000",
        "7ZZZZZZZZZZZZZZZZZZZZZZZZZ",
        "01ABCDEFGHJKMNPQRSTVWXYZ23",
    ];
    const REJECTED: &[&str] = &[
        "01ARZ3NDEKTSV4RRFFQ69G5FA",
        "01ARZ3NDEKTSV4RRFFQ69G5FAVX",
        "80000000000000000000000000",
        "A1ARZ3NDEKTSV4RRFFQ69G5FAV",
        "01ARZ3NDEKTSV4RRFFQ69G5FA\n",
        "01ARZ3NDEKTSV4RRFFQ69G5Fé",
        "",
    ];

    fn accepts(self, text: &str) -> bool {
        let is_digit = |byte: &u8| {
            byte.is_ascii_alphanumeric() && !matches!(byte | 0x20, b'i' | b'l' | b'o' | b'u')
        };
        let bytes = text.as_bytes();
        bytes.len() == 26 && matches!(bytes, [b'0'..=b'7', ..]) && bytes.iter().all(is_digit)
    }
}
