//! Moments: what lies before and after another.

use std::time::SystemTime;

use crate::clock::Clock;

/// The nanoseconds of a day.
pub(super) const DAY: i128 = 86_400_000_000_000;

/// A stretch of time by its first and last nanosecond since 1970 began in UTC: a moment is one of a single nanosecond, a
/// date one of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// The first nanosecond.
    pub first: i128,
    /// The last one, which belongs to it.
    pub last: i128,
}

impl Stretch {
    /// A moment.
    #[must_use]
    pub const fn moment(nanoseconds: i128) -> Self {
        Stretch {
            first: nanoseconds,
            last: nanoseconds,
        }
    }

    /// A day in UTC by its date in the Gregorian calendar, which is held to nothing here.
    #[must_use]
    pub const fn day(year: i64, month: i64, day: i64) -> Self {
        let mut days = days_before(year) - days_before(1970) + day - 1;
        let mut before = 1;
        while before < month {
            days += days_of(year, before);
            before += 1;
        }
        let first = widened(days) * DAY;
        Stretch {
            first,
            last: first + DAY - 1,
        }
    }

    /// What a clock shows.
    pub(super) fn now(clock: Clock) -> Self {
        Stretch::of_system(clock.now())
    }

    fn of_system(time: SystemTime) -> Self {
        // A `Duration` has fewer nanoseconds than an `i128` holds.
        let nanoseconds = match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(since) => i128::try_from(since.as_nanos()).unwrap_or(i128::MAX),
            Err(before) => i128::try_from(before.duration().as_nanos()).map_or(i128::MIN, |nanos| -nanos),
        };
        Stretch::moment(nanoseconds)
    }

    /// Whether all of it comes before the other one.
    pub(super) const fn is_before(self, other: Self) -> bool {
        self.last < other.first
    }

    /// The nanoseconds between them; 0 where they meet.
    pub(super) const fn distance(self, other: Self) -> i128 {
        if self.is_before(other) {
            other.first - self.last
        } else if other.is_before(self) {
            self.first - other.last
        } else {
            0
        }
    }

    /// What a text says: a date, which is a day in UTC, or a date and time with offset, as RFC 3339 writes them.
    pub(super) const fn parse(text: &str) -> Option<Self> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, time @ ..] = text.as_bytes() else {
            return None;
        };
        let (Some(year), Some(month), Some(day)) = (
            number(&[*y1, *y2, *y3, *y4]),
            number(&[*m1, *m2]),
            number(&[*d1, *d2]),
        ) else {
            return None;
        };
        if month < 1 || month > 12 || day < 1 || day > days_of(year, month) {
            return None;
        }
        let date = Stretch::day(year, month, day);
        if time.is_empty() {
            return Some(date);
        }
        match time_of_day(time) {
            Some(nanoseconds) => Some(Stretch::moment(date.first + nanoseconds)),
            None => None,
        }
    }
}

/// A value that lies somewhere in time.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no moment",
    label = "this rule needs a moment or a date, or text that is one",
    note = "a date and time without offset is no moment: what it means depends on where it is read"
)]
pub trait Moment {
    /// When it is; `None` if it is none, such as another text.
    fn stretch(&self) -> Option<Stretch>;
}

impl Moment for SystemTime {
    fn stretch(&self) -> Option<Stretch> {
        Some(Stretch::of_system(*self))
    }
}

/// A date or a date and time of RFC 3339.
impl Moment for str {
    fn stretch(&self) -> Option<Stretch> {
        Stretch::parse(self)
    }
}

/// The nanoseconds from the start of the day, in UTC, that the `T` and what follows it say.
const fn time_of_day(text: &[u8]) -> Option<i128> {
    let [b'T' | b't', h1, h2, b':', m1, m2, b':', s1, s2, rest @ ..] = text else {
        return None;
    };
    let (Some(hour), Some(minute), Some(second)) =
        (number(&[*h1, *h2]), number(&[*m1, *m2]), number(&[*s1, *s2]))
    else {
        return None;
    };
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let Some((nanoseconds, rest)) = fraction(rest) else {
        return None;
    };
    let Some(offset) = offset(rest) else {
        return None;
    };
    let seconds = (hour * 60 + minute - offset) * 60 + second;
    Some(widened(seconds) * 1_000_000_000 + nanoseconds)
}

/// The nanoseconds of a fraction of a second, and what follows it. What is finer is cut off.
const fn fraction(text: &[u8]) -> Option<(i128, &[u8])> {
    let [b'.', digits @ ..] = text else {
        return Some((0, text));
    };
    let (mut rest, mut nanoseconds, mut step) = (digits, 0, 100_000_000);
    while let [digit @ b'0'..=b'9', others @ ..] = rest {
        nanoseconds += widened(value(*digit)) * step;
        step /= 10;
        rest = others;
    }
    if rest.len() == digits.len() {
        return None;
    }
    Some((nanoseconds, rest))
}

/// The minutes from UTC.
const fn offset(text: &[u8]) -> Option<i64> {
    match text {
        [b'Z' | b'z'] => Some(0),
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => match (number(&[*h1, *h2]), number(&[*m1, *m2])) {
            (Some(hour), Some(minute)) if hour <= 23 && minute <= 59 => {
                let minutes = hour * 60 + minute;
                Some(if *sign == b'-' { -minutes } else { minutes })
            }
            _ => None,
        },
        _ => None,
    }
}

/// The number that digits make.
const fn number(digits: &[u8]) -> Option<i64> {
    let (mut rest, mut number) = (digits, 0);
    while let [digit @ b'0'..=b'9', others @ ..] = rest {
        number = number * 10 + value(*digit);
        rest = others;
    }
    if rest.is_empty() { Some(number) } else { None }
}

/// The days of all years before this one, since year 0.
const fn days_before(year: i64) -> i64 {
    let last = year - 1;
    let leap_days = last.div_euclid(4) - last.div_euclid(100) + last.div_euclid(400) + 1;
    year * 365 + leap_days
}

const fn days_of(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[allow(clippy::cast_lossless, reason = "`From` can't be called in a constant")]
const fn value(digit: u8) -> i64 {
    (digit - b'0') as i64
}

#[allow(clippy::cast_lossless, reason = "`From` can't be called in a constant")]
const fn widened(number: i64) -> i128 {
    number as i128
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> Option<i128> {
        Stretch::parse(text).map(|stretch| stretch.first / 1_000_000_000)
    }

    #[test]
    fn seconds_are_counted_from_1970_in_utc() {
        assert_eq!(first("1970-01-01"), Some(0));
        assert_eq!(first("1970-01-01T01:00:00+01:00"), Some(0));
        assert_eq!(first("2000-03-01T00:00:00Z"), Some(951_868_800));
        assert_eq!(first("2024-02-29T23:59:59.999999999Z"), Some(1_709_251_199));
        assert_eq!(first("0000-01-01"), Some(-62_167_219_200));
    }

    #[test]
    fn a_day_lasts_until_the_next_one() {
        let [leap, next] = ["2024-02-29", "2024-03-01"].map(|day| Stretch::parse(day).unwrap());
        assert_eq!(leap.last + 1, next.first);
        assert_eq!(leap.distance(next), 1);
        assert_eq!(Stretch::day(-1, 12, 31).last + 1, Stretch::day(0, 1, 1).first);
    }

    #[test]
    fn other_text_is_no_moment() {
        for text in [
            "",
            "2023-02-29",
            "2024-1-01",
            "2024-01-01T00:00:00",
            "2024-01-01 00:00:00Z",
            "2024-01-01T00:00:00.Z",
            "2024-01-01T24:00:00Z",
            "2024-01-01T00:00:00+1:00",
            "now",
            "２０２４-01-01",
        ] {
            assert_eq!(Stretch::parse(text), None, "{text}");
        }
    }
}
