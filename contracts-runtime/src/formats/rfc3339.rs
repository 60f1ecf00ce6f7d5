//! The grammar of RFC 3339, section 5.6, with the restrictions of section 5.7.

/// Whether `text` is a `full-date` with a day that its month has.
pub(super) fn is_full_date(text: &[u8; 10]) -> bool {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else {
        return false;
    };
    let (Some(century), Some(year), Some(month), Some(day)) =
        (two(*y1, *y2), two(*y3, *y4), two(*m1, *m2), two(*d1, *d2))
    else {
        return false;
    };
    let days = match month {
        2 if is_leap(century, year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=days).contains(&day)
}

/// Whether `text` is a `full-time`: to the second or finer, with its offset from UTC.
///
/// The second 60 passes where a leap second can be: at 23:59:60 UTC.
pub(super) fn is_full_time(text: &[u8]) -> bool {
    let Some((clock, rest)) = clock(text) else {
        return false;
    };
    let Some(offset) = after_fraction(rest).and_then(offset) else {
        return false;
    };
    let utc = (clock.minutes - offset).rem_euclid(24 * 60);
    clock.second < 60 || utc == 24 * 60 - 1
}

/// Whether `text` is a `partial-time`, which has no offset. Without one it can't be told where a leap second is, so
/// the second 60 does not pass.
pub(super) fn is_partial_time(text: &[u8]) -> bool {
    clock(text).is_some_and(|(clock, rest)| clock.second < 60 && after_fraction(rest) == Some(&[]))
}

/// Hours and minutes together, and the second, which may be 60.
struct Clock {
    minutes: i32,
    second: u8,
}

/// The time that `text` begins with, to the whole second, and what follows it.
fn clock(text: &[u8]) -> Option<(Clock, &[u8])> {
    let (time, rest) = text.split_first_chunk::<8>()?;
    let [h1, h2, b':', m1, m2, b':', s1, s2] = time else {
        return None;
    };
    let (hour, minute, second) = (two(*h1, *h2)?, two(*m1, *m2)?, two(*s1, *s2)?);
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let minutes = i32::from(hour) * 60 + i32::from(minute);
    Some((Clock { minutes, second }, rest))
}

/// What follows the `time-secfrac`, which may be absent; `None` for a point without a digit.
fn after_fraction(text: &[u8]) -> Option<&[u8]> {
    let [b'.', digits @ ..] = text else {
        return Some(text);
    };
    let mut rest = digits;
    while let [b'0'..=b'9', tail @ ..] = rest {
        rest = tail;
    }
    (rest.len() < digits.len()).then_some(rest)
}

/// The minutes from UTC that a `time-offset` says.
fn offset(text: &[u8]) -> Option<i32> {
    match text {
        [b'Z' | b'z'] => Some(0),
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
            let (hour, minute) = (two(*h1, *h2)?, two(*m1, *m2)?);
            let minutes = i32::from(hour) * 60 + i32::from(minute);
            (hour <= 23 && minute <= 59).then_some(if *sign == b'+' { minutes } else { -minutes })
        }
        _ => None,
    }
}

fn is_leap(century: u8, year: u8) -> bool {
    if year == 0 {
        century % 4 == 0
    } else {
        year % 4 == 0
    }
}

/// The number that two digits make.
fn two(tens: u8, ones: u8) -> Option<u8> {
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    (tens < 10 && ones < 10).then(|| tens * 10 + ones)
}
