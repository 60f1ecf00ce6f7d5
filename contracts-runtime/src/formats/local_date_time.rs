//! `local_date_time`: a date and time, without an offset.

use super::{Format, rfc3339};

/// A date and time without offset: `full-date`, `T` and `partial-time` of RFC 3339, section 5.6, as in
/// `2024-02-29T12:30:00.5`.
///
/// `T` may be small; a space instead does not pass. Seconds are required. The day is one that the month has in that
/// year. The second 60 does not pass: without an offset nobody can tell whether it is where a leap second can be.
/// For a moment, use [`date_time`](super::date_time()).
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("local_date_time", "2024-02-29T12:30:00"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("local_date_time", "2024-02-29T12:30:00Z"), Some(false));
/// ```
#[must_use]
pub const fn local_date_time() -> LocalDateTime {
    LocalDateTime {}
}

/// The rule that [`local_date_time()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct LocalDateTime {}

impl Format for LocalDateTime {
    const CODE: &'static str = "local_date_time";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "a date and time without offset (RFC 3339)";
    const ACCEPTED: &[&str] = &["2024-02-29T12:30:00", "0000-01-01t00:00:00", "9999-12-31T23:59:59.999"];
    const REJECTED: &[&str] = &[
        "2024-02-29",
        "12:30:00",
        "2024-02-29T12:30",
        "2024-02-29 12:30:00",
        "2024-02-29T12:30:00.",
        "2024-02-29T12:30:00\n",
        "",
    ];

    fn accepts(self, text: &str) -> bool {
        match text.as_bytes().split_first_chunk::<10>() {
            Some((date, [b'T' | b't', time @ ..])) => {
                rfc3339::is_full_date(date) && rfc3339::is_partial_time(time)
            }
            _ => false,
        }
    }
}
