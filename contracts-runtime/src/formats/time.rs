//! `time`: a time of the day, with its offset from UTC.

use super::{Format, rfc3339};

/// A time of the day as RFC 3339, section 5.6 has it in `full-time`: `12:30:00.5+01:00`.
///
/// `Z` may be small. Seconds and offset are required; the fraction may have any number of digits, at least one. A
/// leap second passes only at 23:59:60 UTC, after applying the offset. For times without an offset, use
/// [`local_time`](super::local_time()).
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("time", "23:59:60Z"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("time", "12:30"), Some(false));
/// ```
#[must_use]
pub const fn time() -> Time {
    Time {}
}

/// The rule that [`time()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Time {}

impl Format for Time {
    const CODE: &'static str = "time";
    const SCHEMA: Option<&'static str> = Some("time");
    const WHAT: &'static str = "a time with offset (RFC 3339)";
    const ACCEPTED: &[&str] = &[
        "12:30:00Z",
        "12:30:00z",
        "00:00:00+00:00",
        "23:59:59-23:59",
        "12:30:00.123456789012345Z",
        "23:59:60Z",
    ];
    const REJECTED: &[&str] = &[
        "12:30:00",
        "12:30Z",
        "24:00:00Z",
        "12:60:00Z",
        "12:30:00Z\n",
        "1\u{9e8}:30:00Z",
        "",
    ];

    fn accepts(self, text: &str) -> bool {
        rfc3339::is_full_time(text.as_bytes())
    }
}
