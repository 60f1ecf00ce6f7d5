//! Classes of ASCII characters, in one table for all formats.

/// A set of ASCII characters; a byte above 127 is in none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Class(u16);

impl Class {
    pub(super) const ALPHA: Self = Self(1);
    pub(super) const DIGIT: Self = Self(1 << 1);
    pub(super) const HEX: Self = Self(1 << 2);
    pub(super) const HYPHEN: Self = Self(1 << 3);
    /// RFC 3986, section 2.3.
    pub(super) const UNRESERVED: Self = Self(1 << 4);
    /// RFC 3986, section 2.2.
    pub(super) const SUB_DELIMITER: Self = Self(1 << 5);
    const COLON: Self = Self(1 << 6);
    const AT: Self = Self(1 << 7);
    const SLASH: Self = Self(1 << 8);
    const QUESTION: Self = Self(1 << 9);
    /// RFC 5322, section 3.2.3: what an unquoted local part consists of.
    pub(super) const ATEXT: Self = Self(1 << 10);
    /// RFC 5321, section 4.1.2 `qtextSMTP`, and the tab (see `email`).
    pub(super) const QTEXT: Self = Self(1 << 11);
    /// RFC 5321, section 4.1.3: the content of an address literal.
    pub(super) const DCONTENT: Self = Self(1 << 12);
    /// RFC 6570, section 2.1, as erratum 6937 corrects it.
    pub(super) const TEMPLATE_LITERAL: Self = Self(1 << 13);
    const UNDERSCORE: Self = Self(1 << 14);
    /// WHATWG URL, section 3.2: forbidden domain code points.
    pub(super) const FORBIDDEN_IN_DOMAIN: Self = Self(1 << 15);

    pub(super) const ALPHANUMERIC: Self = Self::ALPHA.or(Self::DIGIT);
    /// RFC 3986, section 3.2.2: a registered name.
    pub(super) const REG_NAME: Self = Self::UNRESERVED.or(Self::SUB_DELIMITER);
    /// RFC 3986, section 3.2.1, and the tail of an `IPvFuture`.
    pub(super) const USERINFO: Self = Self::REG_NAME.or(Self::COLON);
    /// RFC 3986, section 3.3: a path with its slashes.
    pub(super) const PATH: Self = Self::USERINFO.or(Self::AT).or(Self::SLASH);
    /// RFC 3986, sections 3.4 and 3.5: a query or a fragment.
    pub(super) const QUERY: Self = Self::PATH.or(Self::QUESTION);
    /// RFC 6570, section 2.3.
    pub(super) const VARCHAR: Self = Self::ALPHANUMERIC.or(Self::UNDERSCORE);

    /// Whether `byte` is of this class.
    #[inline]
    pub(super) fn has(self, byte: u8) -> bool {
        TABLE
            .get(usize::from(byte))
            .is_some_and(|bits| bits & self.0 != 0)
    }

    /// The part of `text` from its first byte on that is not of this class, and how long the part before is.
    #[inline]
    pub(super) fn skip(self, text: &[u8]) -> (usize, &[u8]) {
        let length = text
            .iter()
            .position(|byte| !self.has(*byte))
            .unwrap_or(text.len());
        (length, text.get(length..).unwrap_or_default())
    }

    /// Whether `text` is of this class throughout, and not empty.
    #[inline]
    pub(super) fn has_all(self, text: &[u8]) -> bool {
        !text.is_empty() && text.iter().all(|byte| self.has(*byte))
    }

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

static TABLE: [u16; 256] = table();

const fn table() -> [u16; 256] {
    let mut table = [0; 256];
    let mut rest: &mut [u16] = &mut table;
    let mut byte = 0;
    while let [entry, tail @ ..] = rest {
        *entry = classes(byte);
        byte = byte.wrapping_add(1);
        rest = tail;
    }
    table
}

const fn classes(byte: u8) -> u16 {
    let alphanumeric = byte.is_ascii_alphanumeric();
    let graphic = byte.is_ascii_graphic();
    let sets = [
        (Class::ALPHA, byte.is_ascii_alphabetic()),
        (Class::DIGIT, byte.is_ascii_digit()),
        (Class::HEX, byte.is_ascii_hexdigit()),
        (Class::HYPHEN, byte == b'-'),
        (
            Class::UNRESERVED,
            alphanumeric || matches!(byte, b'-' | b'.' | b'_' | b'~'),
        ),
        (
            Class::SUB_DELIMITER,
            matches!(
                byte,
                b'!' | b'$' | b'&' | b'\'' | b'(' | b')' | b'*' | b'+' | b',' | b';' | b'='
            ),
        ),
        (Class::COLON, byte == b':'),
        (Class::AT, byte == b'@'),
        (Class::SLASH, byte == b'/'),
        (Class::QUESTION, byte == b'?'),
        (
            Class::ATEXT,
            graphic
                && !matches!(
                    byte,
                    b'"' | b'(' | b')' | b',' | b'.' | b':' | b';' | b'<' | b'>' | b'@' | b'[' | b'\\' | b']'
                ),
        ),
        (
            Class::QTEXT,
            byte == b'\t' || byte == b' ' || graphic && !matches!(byte, b'"' | b'\\'),
        ),
        (Class::DCONTENT, graphic && !matches!(byte, b'[' | b'\\' | b']')),
        (
            Class::TEMPLATE_LITERAL,
            graphic
                && !matches!(
                    byte,
                    b'"' | b'%' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}'
                ),
        ),
        (Class::UNDERSCORE, byte == b'_'),
        (
            Class::FORBIDDEN_IN_DOMAIN,
            byte <= b' '
                || matches!(
                    byte,
                    b'#' | b'%' | b'/' | b':' | b'<' | b'>' | b'?' | b'@' | b'[' | b'\\' | b']' | b'^' | b'|'
                )
                || byte == 0x7f,
        ),
    ];
    let mut bits = 0;
    let mut rest: &[(Class, bool)] = &sets;
    while let [(class, member), tail @ ..] = rest {
        if *member {
            bits |= class.0;
        }
        rest = tail;
    }
    bits
}
