//! Scanners of text: one pass, no allocation on the usual input.
//!
//! A rule that a peer lacks is written with these, as its user's own check: the cheapest it can be.

use std::collections::HashSet;
use std::ops::RangeInclusive;

/// What a byte may be part of.
const LOCAL: u8 = 1;
const LABEL: u8 = 2;
const SCHEME: u8 = 4;
const HOST: u8 = 8;
const URL: u8 = 16;

static CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    mark(
        &mut classes,
        b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
        !0,
    );
    mark(&mut classes, b".!#$%&'*+/=?^_`{|}~-", LOCAL);
    mark(&mut classes, b"-", LABEL);
    mark(&mut classes, b"+-.", SCHEME);
    mark(&mut classes, b"-._~", HOST);
    mark(&mut classes, b"-._~!$&'()*+,;=:@/?%#", URL);
    classes
};

const fn mark(classes: &mut [u8; 256], bytes: &[u8], class: u8) {
    let mut at = 0;
    while at < bytes.len() {
        classes[bytes[at] as usize] |= class;
        at += 1;
    }
}

fn is(byte: u8, class: u8) -> bool {
    CLASSES[usize::from(byte)] & class != 0
}

/// An e-mail address as browsers have it, up to 64 bytes before the sign and 255 behind it.
pub(crate) fn email(text: &str) -> bool {
    let bytes = text.as_bytes();
    let Some(at) = bytes.iter().position(|&byte| !is(byte, LOCAL)) else {
        return false;
    };
    matches!(at, 1..=64) && bytes[at] == b'@' && bytes.len() - at <= 256 && domain(&bytes[at + 1..])
}

/// Labels of 1 to 63 letters, digits and inner hyphens, with dots between.
fn domain(bytes: &[u8]) -> bool {
    let (mut length, mut last) = (0, b'-');
    for &byte in bytes {
        if byte == b'.' {
            if !matches!(length, 1..=63) || last == b'-' {
                return false;
            }
            length = 0;
        } else {
            if !is(byte, LABEL) || (byte == b'-' && length == 0) {
                return false;
            }
            length += 1;
        }
        last = byte;
    }
    matches!(length, 1..=63) && last != b'-'
}

/// A UUID: 8-4-4-4-12 hexadecimal digits.
pub(crate) fn uuid(text: &str) -> bool {
    let Ok(bytes) = <&[u8; 36]>::try_from(text.as_bytes()) else {
        return false;
    };
    // No way out of the loop, so that it can be vectorised.
    let mut kept = true;
    for (at, byte) in bytes.iter().enumerate() {
        kept &= if matches!(at, 8 | 13 | 18 | 23) {
            *byte == b'-'
        } else {
            byte.is_ascii_hexdigit()
        };
    }
    kept
}

/// An absolute URL that names a host.
pub(crate) fn url(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else {
        return false;
    };
    let (scheme, rest) = (scheme.as_bytes(), rest.as_bytes());
    let host = rest.iter().take_while(|&&byte| is(byte, HOST)).count();
    scheme.first().is_some_and(u8::is_ascii_alphabetic)
        && scheme.iter().all(|&byte| is(byte, SCHEME))
        && host > 0
        && rest
            .get(host)
            .is_none_or(|byte| matches!(byte, b':' | b'/' | b'?' | b'#'))
        && rest[host..].iter().all(|&byte| is(byte, URL))
}

/// A date-time of RFC 3339, with the real length of each month.
pub(crate) fn date_time(text: &str) -> bool {
    let bytes = text.as_bytes();
    let Some((date_time, rest)) = bytes.split_at_checked(19) else {
        return false;
    };
    let number = |at: usize| match (date_time[at], date_time[at + 1]) {
        (tens @ b'0'..=b'9', ones @ b'0'..=b'9') => u16::from(tens - b'0') * 10 + u16::from(ones - b'0'),
        _ => u16::MAX / 100 - 1,
    };
    let (year, month, day) = (number(0) * 100 + number(2), number(5), number(8));
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    year <= 9999
        && (1..=days).contains(&day)
        && number(11) <= 23
        && number(14) <= 59
        && number(17) <= 60
        && [4, 7, 10, 13, 16].map(|at| date_time[at]) == *b"--T::"
        && offset(fraction(rest))
}

/// What follows the fraction of a second, if there is one.
fn fraction(bytes: &[u8]) -> &[u8] {
    let [b'.', digits @ ..] = bytes else {
        return bytes;
    };
    match digits.iter().take_while(|byte| byte.is_ascii_digit()).count() {
        0 => bytes,
        length => &digits[length..],
    }
}

fn offset(bytes: &[u8]) -> bool {
    match bytes {
        b"Z" => true,
        [b'+' | b'-', hours @ .., b':', m1 @ b'0'..=b'5', m2]
            if m1.is_ascii_digit() && m2.is_ascii_digit() =>
        {
            matches!(hours, [b'0' | b'1', b'0'..=b'9'] | [b'2', b'0'..=b'3'])
        }
        _ => false,
    }
}

/// A number of characters within bounds. The number of bytes decides nearly always.
pub(crate) fn length(text: &str, bounds: RangeInclusive<usize>) -> bool {
    let bytes = text.len();
    if bytes <= *bounds.end() && bytes.div_ceil(4) >= *bounds.start() {
        return true;
    }
    bytes >= *bounds.start() && bytes <= 4 * *bounds.end() && bounds.contains(&text.chars().count())
}

/// `[A-Z]{3}-[0-9]{4}`
pub(crate) fn sku(text: &str) -> bool {
    let [letters @ .., b'-', d1, d2, d3, d4] = text.as_bytes() else {
        return false;
    };
    letters.len() == 3
        && letters.iter().all(u8::is_ascii_uppercase)
        && [d1, d2, d3, d4].iter().all(|d| d.is_ascii_digit())
}

/// `[0-9]{5}`
pub(crate) fn zip(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// No text twice: in pairs for a few, by hash for many.
pub(crate) fn unique(texts: &[String]) -> bool {
    if texts.len() <= 20 {
        return texts
            .iter()
            .enumerate()
            .all(|(at, text)| !texts[..at].contains(text));
    }
    let mut seen = HashSet::with_capacity(texts.len());
    texts.iter().all(|text| seen.insert(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_all(scan: fn(&str) -> bool, good: &[&str], bad: &[&str]) {
        for text in good {
            assert!(scan(text), "{text}");
        }
        for text in bad {
            assert!(!scan(text), "{text}");
        }
    }

    #[test]
    fn emails() {
        assert_all(
            email,
            &["a@b", "first.last+tag@mail.example-host.org", "!x%y@example.com"],
            &[
                "", "a", "a@", "@b", "a b@c.de", "a@@b.cd", "a@.com", "a@b.", "a@-b.com", "a@b-.com",
                "a@b_c.de",
            ],
        );
    }

    #[test]
    fn uuids() {
        assert_all(
            uuid,
            &[
                "550e8400-e29b-41d4-a716-446655440000",
                "550E8400-E29B-41D4-A716-44665544FFFF",
            ],
            &[
                "550e8400-e29b-41d4-a716-44665544000g",
                "550e8400e-29b-41d4-a716-446655440000",
                "550e8400",
            ],
        );
    }

    #[test]
    fn urls() {
        assert_all(
            url,
            &["https://example.com", "https://example.com:8443/a/b?x=1#y"],
            &[
                "not a url",
                "https:///x",
                "//example.com",
                "https://exa mple.com/",
                "https://example.com/a b",
            ],
        );
    }

    #[test]
    fn date_times() {
        assert_all(
            date_time,
            &[
                "2024-02-29T12:34:56Z",
                "2024-12-31T23:59:60.125+05:30",
                "1999-01-01T00:00:00-23:59",
            ],
            &[
                "2023-02-29T12:34:56Z",
                "2024-13-01T00:00:00Z",
                "2024-01-00T00:00:00Z",
                "2024-01-01T24:00:00Z",
                "2024-01-01T00:00:00",
                "2024-01-01T00:00:00.Z",
                "2024-01-01T00:00:00+24:00",
                "2024-0x-01T00:00:00Z",
                "2024-01-01x00:00:00Z",
            ],
        );
    }

    #[test]
    fn lengths_are_of_characters() {
        assert!(length("ééé", 3..=3) && length("", 0..=1) && length("abcd", 1..=4));
        assert!(!length("éé", 3..=5) && !length("", 1..=1) && !length("abcde", 1..=4));
    }

    #[test]
    fn patterns() {
        assert_all(
            sku,
            &["ABC-1234"],
            &["abc-1234", "ABC-123", "ABC-12345", "ABCD-1234", "ABC_1234"],
        );
        assert_all(zip, &["01234"], &["0123", "012345", "0123a"]);
    }

    #[test]
    fn repetition() {
        let texts = |count: usize| -> Vec<String> { (0..count).map(|number| number.to_string()).collect() };
        for count in [0, 1, 20, 21] {
            let mut texts = texts(count);
            assert!(unique(&texts));
            texts.extend(texts.first().cloned());
            assert_eq!(unique(&texts), count == 0);
        }
    }
}
