//! `date`: a day of the calendar.

use super::{Format, rfc3339};

/// A day of the Gregorian calendar as RFC 3339, section 5.6 has it in `full-date`: `YYYY-MM-DD`.
///
/// The year has four digits, 0000 to 9999; the day is one that the month has in that year (section 5.7). Signs,
/// longer years, week and ordinal dates, and forms without hyphens are ISO 8601 but not RFC 3339: they do not
/// pass.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("date", "2024-02-29"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("date", "2023-02-29"), Some(false));
/// ```
#[must_use]
pub const fn date() -> Date {
    Date {}
}

/// The rule that [`date()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Date {}

impl Format for Date {
    const CODE: &'static str = "date";
    const SCHEMA: Option<&'static str> = Some("date");
    const WHAT: &'static str = "a date (YYYY-MM-DD)";
    const ACCEPTED: &[&str] = &[
        "2024-07-05",
        "0000-01-01",
        "9999-12-31",
        "2023-01-31",
        "2023-04-30",
        "2023-06-30",
        "1970-01-01",
        "2000-02-29",
    ];
    const REJECTED: &[&str] = &[
        "2023-01-32",
        "2023-04-31",
        "2023-06-31",
        "2023-09-31",
        "202:-10-10",
        "202/-10-10",
        "",
    ];

    fn accepts(self, text: &str) -> bool {
        <&[u8; 10]>::try_from(text.as_bytes()).is_ok_and(rfc3339::is_full_date)
    }
}
