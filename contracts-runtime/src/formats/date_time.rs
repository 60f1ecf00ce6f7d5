//! `date_time`: a moment, with its offset from UTC.

use super::{Format, rfc3339};

/// A moment as RFC 3339, section 5.6 has it in `date-time`: `2024-02-29T12:30:00.5+01:00`.
///
/// `T` and `Z` may be small. The fraction may have any number of digits, at least one. The offset is required and
/// goes up to 23:59 either way. A leap second passes only at 23:59:60 UTC, after applying the offset; on which
/// days there was one is not checked. A space instead of `T` does not pass: the note that mentions it leaves it to
/// applications, and the grammar has only `T`.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("date_time", "2016-12-31T23:59:60Z"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("date_time", "2016-12-31T23:59:59"), Some(false));
/// ```
#[must_use]
pub const fn date_time() -> DateTime {
    DateTime {}
}

/// The rule that [`date_time()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct DateTime {}

impl Format for DateTime {
    const CODE: &'static str = "date_time";
    const SCHEMA: Option<&'static str> = Some("date-time");
    const WHAT: &'static str = "a date and time with offset (RFC 3339)";
    const ACCEPTED: &[&str] = &[
        "2024-07-05T12:30:45Z",
        "2024-07-05t12:30:45z",
        "2024-07-05T00:00:00Z",
        "2024-07-05T23:59:59Z",
        "2024-07-05T12:30:45.1Z",
        "2024-07-05T12:30:45+00:00",
        "1970-01-01T00:00:00Z",
        "2024-02-29T23:59:59.999+05:30",
    ];
    const REJECTED: &[&str] = &[
        "2024-07-05T12:30:45",
        "2024-07-05 12:30:45Z",
        "2024-07-05_12:30:45Z",
        "2024-07-05T24:00:00Z",
        "2024-07-05T12:30:45Z\n",
        "2024-07-05T12:30:4\u{665}Z",
        "",
    ];

    fn accepts(self, text: &str) -> bool {
        match text.as_bytes().split_first_chunk::<10>() {
            Some((date, [b'T' | b't', time @ ..])) => {
                rfc3339::is_full_date(date) && rfc3339::is_full_time(time)
            }
            _ => false,
        }
    }
}
