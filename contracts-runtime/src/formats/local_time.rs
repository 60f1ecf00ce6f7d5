//! `local_time`: a time of the day, without an offset.

use super::{Format, rfc3339};

/// A time of the day without offset, as RFC 3339, section 5.6 has it in `partial-time`: `12:30:00.5`.
///
/// Seconds are required; the fraction may have any number of digits, at least one. The second 60 does not pass:
/// without an offset nobody can tell whether it is where a leap second can be.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("local_time", "12:30:00.5"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("local_time", "12:30:00Z"), Some(false));
/// ```
#[must_use]
pub const fn local_time() -> LocalTime {
    LocalTime {}
}

/// The rule that [`local_time()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct LocalTime {}

impl Format for LocalTime {
    const CODE: &'static str = "local_time";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "a time without offset (RFC 3339)";
    const ACCEPTED: &[&str] = &["00:00:00", "23:59:59", "12:30:00.0", "12:30:00.123456789012"];
    const REJECTED: &[&str] = &[
        "12:30",
        "12:30:00Z",
        "12:30:00+01:00",
        "24:00:00",
        " 12:30:00",
        "12:30:00\n",
        "",
    ];

    fn accepts(self, text: &str) -> bool {
        rfc3339::is_partial_time(text.as_bytes())
    }
}
