//! `uuid`: the text form of a UUID.

use super::Format;

/// The text form of a UUID as RFC 9562, section 4 has it: 8-4-4-4-12 hexadecimal digits of either case.
///
/// Any version and variant passes. Braces, the prefix `urn:uuid:` and forms without hyphens do not.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("uuid", "550e8400-e29b-41d4-a716-446655440000"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("uuid", "550e8400e29b41d4a716446655440000"), Some(false));
/// ```
#[must_use]
pub const fn uuid() -> Uuid {
    Uuid {}
}

/// The rule that [`uuid()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Uuid {}

impl Format for Uuid {
    const CODE: &'static str = "uuid";
    const SCHEMA: Option<&'static str> = Some("uuid");
    const WHAT: &'static str = "a UUID";

    fn accepts(self, text: &str) -> bool {
        let Ok(bytes) = <&[u8; 36]>::try_from(text.as_bytes()) else {
            return false;
        };
        // No early exit: without branches the loop becomes a few vector instructions.
        bytes.iter().zip(SHAPE).fold(true, |fits, (byte, shape)| {
            let digit = byte.wrapping_sub(b'0') < 10;
            let letter = (byte | 0x20).wrapping_sub(b'a') < 6;
            fits & if *shape == b'-' { *byte == b'-' } else { digit | letter }
        })
    }
}

const SHAPE: &[u8; 36] = b"hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh";
