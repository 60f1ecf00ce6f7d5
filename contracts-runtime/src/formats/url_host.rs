//! The host of a URL, as the WHATWG URL standard parses it (section 3.5).

use super::{class::Class, idna, idna_table::has, ipv6, octet, punycode};

/// Whether `text` is a host: an IPv6 address in brackets, an IPv4 address of any spelling, or a domain.
pub(super) fn is_host(text: &[u8]) -> bool {
    if let [b'[', rest @ ..] = text {
        return rest.strip_suffix(b"]").is_some_and(ipv6::is_address);
    }
    if text.iter().all(|byte| byte.is_ascii() && *byte != b'%') {
        return is_domain(text);
    }
    let Some(decoded) = percent_decoded(text) else {
        return false;
    };
    if decoded.is_ascii() {
        return is_domain(decoded.as_bytes());
    }
    mapped(&decoded).is_some_and(|domain| is_domain(domain.as_bytes()) && domain.split('.').all(is_label))
}

/// Whether `text` is a host of a scheme that is not special: an IPv6 address in brackets, or anything without forbidden
/// host code points, but not nothing.
pub(super) fn is_opaque_host(text: &[u8]) -> bool {
    if let [b'[', rest @ ..] = text {
        return rest.strip_suffix(b"]").is_some_and(ipv6::is_address);
    }
    let is_forbidden = |byte: &u8| {
        matches!(
            byte,
            0 | b'\t'
                | b'\n'
                | b'\r'
                | b' '
                | b'#'
                | b'/'
                | b':'
                | b'<'
                | b'>'
                | b'?'
                | b'@'
                | b'['
                | b'\\'
                | b']'
                | b'^'
                | b'|'
        )
    };
    !text.is_empty() && !text.iter().any(is_forbidden)
}

/// Whether `text` is a domain without forbidden code points; if it ends in a number, an IPv4 address.
fn is_domain(text: &[u8]) -> bool {
    if text.is_empty() || text.iter().any(|byte| Class::FORBIDDEN_IN_DOMAIN.has(*byte)) {
        return false;
    }
    let text = text.strip_suffix(b".").unwrap_or(text);
    let Some(last) = text.rsplit(|byte| *byte == b'.').next() else {
        return true;
    };
    // Digits that make no number, such as 09, end in a number all the same.
    let ends_in_number = Class::DIGIT.has_all(last) || number(last).is_some();
    !ends_in_number || is_ipv4(text)
}

/// Whether `text` is one to four numbers, the last of which fills the octets that the others leave.
fn is_ipv4(text: &[u8]) -> bool {
    let mut space = 1_u64 << 32;
    let mut parts = text.split(|byte| *byte == b'.').map(number).peekable();
    while let Some(part) = parts.next() {
        let Some(value) = part else {
            return false;
        };
        if parts.peek().is_none() {
            return value < space;
        }
        space >>= 8;
        if value > 255 || space == 1 {
            return false;
        }
    }
    false
}

/// The number that a part of an IPv4 address is: decimal, octal behind a 0, hexadecimal behind 0x.
fn number(text: &[u8]) -> Option<u64> {
    let (radix, digits) = match text {
        [] => return None,
        [b'0', b'x' | b'X', digits @ ..] => (16, digits),
        [b'0', digits @ ..] => (8, digits),
        digits => (10, digits),
    };
    digits.iter().try_fold(0_u64, |value, byte| {
        let digit = char::from(*byte).to_digit(radix)?;
        Some(
            value
                .saturating_mul(u64::from(radix))
                .saturating_add(u64::from(digit)),
        )
    })
}

/// The text with its percent-encoded octets decoded; `None` if that is not UTF-8.
fn percent_decoded(text: &[u8]) -> Option<String> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text;
    loop {
        let (byte, tail) = match rest {
            [] => return String::from_utf8(decoded).ok(),
            [b'%', high, low, tail @ ..] => match octet::decoded(*high, *low) {
                Some(octet) => (octet, tail),
                None => (b'%', rest.get(1..)?),
            },
            [byte, tail @ ..] => (*byte, tail),
        };
        decoded.push(byte);
        rest = tail;
    }
}

/// The domain after the mapping of UTS #46, as far as it bears on whether the domain passes; `None` for disallowed
/// characters.
fn mapped(text: &str) -> Option<String> {
    text.chars()
        .filter(|character| !has(IGNORED, *character))
        .map(|character| match character {
            '\u{3002}' | '\u{ff0e}' | '\u{ff61}' => Some('.'),
            _ if is_disallowed(character) => None,
            // The full-width forms of ASCII.
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0),
            _ => Some(character),
        })
        .collect()
}

fn is_disallowed(character: char) -> bool {
    let code = u32::from(character);
    let is_noncharacter = code & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&character);
    let is_private = ('\u{e000}'..='\u{f8ff}').contains(&character) || code >= 0xf_0000;
    is_noncharacter || is_private || has(DISALLOWED, character)
}

/// Whether a mapped label, or the one that it encodes, is valid as far as we check.
fn is_label(label: &str) -> bool {
    let Some(encoded) = idna::encoded(label.as_bytes()) else {
        return !label.chars().next().is_some_and(idna::is_mark);
    };
    punycode::decode(encoded).is_some_and(|decoded| {
        let characters = decoded.characters();
        !characters.iter().all(char::is_ascii)
            && !characters.first().copied().is_some_and(idna::is_mark)
            && !characters
                .iter()
                .any(|character| has(IGNORED, *character) || is_disallowed(*character))
    })
}

/// What UTS #46 takes away, in the form of `idna_table` and from the same version.
static IGNORED: &[u32] = &[
    0xad, 0xae, 0x34f, 0x350, 0x115f, 0x1161, 0x17b4, 0x17b6, 0x180b, 0x1810, 0x200b, 0x200c, 0x2060, 0x2065,
    0x206a, 0x2070, 0x3164, 0x3165, 0xfe00, 0xfe10, 0xfeff, 0xff00, 0xffa0, 0xffa1, 0x1_bca0, 0x1_bca4,
    0x1_d173, 0x1_d17b, 0xe_0100, 0xe_01f0,
];

/// What UTS #46 disallows or maps to text with a forbidden code point, beside private use and noncharacters.
static DISALLOWED: &[u32] = &[
    0x80, 0xa1, 0xa8, 0xa9, 0xaf, 0xb0, 0xb4, 0xb5, 0xb8, 0xb9, 0x2d8, 0x2de, 0x37a, 0x37b, 0x384, 0x386,
    0x600, 0x606, 0x61c, 0x61d, 0x6dd, 0x6de, 0x70f, 0x710, 0x890, 0x892, 0x8e2, 0x8e3, 0x1680, 0x1681,
    0x1fbd, 0x1fbe, 0x1fbf, 0x1fc2, 0x1fcd, 0x1fd0, 0x1fdd, 0x1fe0, 0x1fed, 0x1fef, 0x1ffd, 0x200b, 0x200e,
    0x2010, 0x2017, 0x2018, 0x2024, 0x2027, 0x2028, 0x2030, 0x203e, 0x203f, 0x2047, 0x204a, 0x205f, 0x2060,
    0x2066, 0x206a, 0x2100, 0x2102, 0x2105, 0x2107, 0x2488, 0x249c, 0x2a74, 0x2a75, 0x2ff0, 0x3001, 0x309b,
    0x309d, 0x31ef, 0x31f0, 0x33c2, 0x33c3, 0x33c7, 0x33c8, 0x33d8, 0x33d9, 0xfc5e, 0xfc64, 0xfdfa, 0xfdfc,
    0xfe12, 0xfe14, 0xfe16, 0xfe17, 0xfe19, 0xfe1a, 0xfe30, 0xfe31, 0xfe47, 0xfe4d, 0xfe52, 0xfe53, 0xfe55,
    0xfe57, 0xfe5f, 0xfe60, 0xfe64, 0xfe66, 0xfe68, 0xfe69, 0xfe6a, 0xfe71, 0xfe72, 0xfe73, 0xfe74, 0xfe77,
    0xfe78, 0xfe79, 0xfe7a, 0xfe7b, 0xfe7c, 0xfe7d, 0xfe7e, 0xfe7f, 0xff03, 0xff04, 0xff05, 0xff06, 0xff0f,
    0xff10, 0xff1a, 0xff1b, 0xff1c, 0xff1d, 0xff1e, 0xff21, 0xff3b, 0xff3f, 0xff5c, 0xff5d, 0xffe3, 0xffe4,
    0xfff9, 0xfffe, 0x1_10bd, 0x1_10be, 0x1_10cd, 0x1_10ce, 0x1_3430, 0x1_3440, 0x1_f100, 0x1_f101, 0xe_0001,
    0xe_0080,
];
