//! `uuid`: the text form of a UUID.

use std::fmt;

use super::Format;
use crate::violation::Params;

/// The text form of a UUID as RFC 9562, section 4 has it: 8-4-4-4-12 hexadecimal digits of either case.
///
/// Any version and variant passes. Braces, the prefix `urn:uuid:` and forms without hyphens do not.
///
/// [`v4`](Uuid::v4), [`v7`](Uuid::v7) and so on ask for a version, and with it for the variant that has versions
/// (sections 4.1 and 4.2).
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("uuid", "550e8400-e29b-41d4-a716-446655440000"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("uuid", "550e8400e29b41d4a716446655440000"), Some(false));
/// ```
#[must_use]
pub const fn uuid() -> Uuid {
    Uuid { version: None }
}

/// The rule that [`uuid()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Uuid {
    version: Option<u8>,
}

impl Uuid {
    /// Asks for version 1, of time and node.
    #[must_use]
    pub const fn v1(self) -> Self {
        self.with_version(1)
    }

    /// Asks for version 2, of DCE security.
    #[must_use]
    pub const fn v2(self) -> Self {
        self.with_version(2)
    }

    /// Asks for version 3, of a name by MD5.
    #[must_use]
    pub const fn v3(self) -> Self {
        self.with_version(3)
    }

    /// Asks for version 4, which is random.
    #[must_use]
    pub const fn v4(self) -> Self {
        self.with_version(4)
    }

    /// Asks for version 5, of a name by SHA-1.
    #[must_use]
    pub const fn v5(self) -> Self {
        self.with_version(5)
    }

    /// Asks for version 6, of time and node in an order that sorts.
    #[must_use]
    pub const fn v6(self) -> Self {
        self.with_version(6)
    }

    /// Asks for version 7, of Unix time and random bits.
    #[must_use]
    pub const fn v7(self) -> Self {
        self.with_version(7)
    }

    /// Asks for version 8, of the sender's own making.
    #[must_use]
    pub const fn v8(self) -> Self {
        self.with_version(8)
    }

    const fn with_version(self, version: u8) -> Self {
        assert!(self.version.is_none(), "a UUID has one version, name one or none");
        Self {
            version: Some(version),
        }
    }
}

impl Format for Uuid {
    const CODE: &'static str = "uuid";
    const SCHEMA: Option<&'static str> = Some("uuid");
    const WHAT: &'static str = "a UUID";
    const ACCEPTED: &[&str] = &[
        "550e8400-e29b-41d4-a716-446655440000",
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "ABCDEF01-2345-6789-aBcD-eF0123456789",
        "019539a4-0000-7000-8000-000000000000",
        "00000000-0000-1000-8000-000000000000",
        "00000000-0000-2000-8000-000000000000",
        "00000000-0000-3000-8000-000000000000",
        "00000000-0000-4000-8000-000000000000",
        "00000000-0000-5000-8000-000000000000",
        "00000000-0000-6000-8000-000000000000",
        "00000000-0000-7000-8000-000000000000",
        "00000000-0000-8000-8000-000000000000",
    ];
    const REJECTED: &[&str] = &[
        "550e8400e29b41d4a716446655440000",
        "550e8400-e29b-41d4-a716-44665544000",
        "550e8400-e29b-41d4-a716-4466554400000",
        "{550e8400-e29b-41d4-a716-446655440000}",
        " 50e8400-e29b-41d4-a716-446655440000",
        "550e8400-e29b-41d4-a716-446655440000\n",
        "",
    ];

    fn accepts(self, text: &str) -> bool {
        let Ok(bytes) = <&[u8; 36]>::try_from(text.as_bytes()) else {
            return false;
        };
        // No early exit: without branches the loop becomes a few vector instructions.
        let is_uuid = bytes.iter().zip(SHAPE).fold(true, |fits, (byte, shape)| {
            let digit = byte.wrapping_sub(b'0') < 10;
            let letter = (byte | 0x20).wrapping_sub(b'a') < 6;
            fits & if *shape == b'-' { *byte == b'-' } else { digit | letter }
        });
        is_uuid
            && self.version.is_none_or(|version| {
                let [.., b'-', digit, _, _, _, b'-', variant, _, _, _, b'-', _, _, _, _, _, _, _, _, _, _, _, _] = bytes
                else {
                    return false;
                };
                *digit == b'0' + version && matches!(variant, b'8' | b'9' | b'a' | b'b' | b'A' | b'B')
            })
    }

    fn describe(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.version {
            None => f.write_str(Self::WHAT),
            Some(version) => write!(f, "a UUID of version {version}"),
        }
    }

    fn params(self) -> Params {
        match self.version {
            None => Params::new(),
            Some(version) => Params::new().with("version", u64::from(version)),
        }
    }
}

const SHAPE: &[u8; 36] = b"hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh";
