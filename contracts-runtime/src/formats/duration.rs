//! `duration`: a length of time.

use super::{Format, class::Class};

/// A duration as RFC 3339, appendix A has it: `P3DT4H`.
///
/// Years, months and days, then behind a `T` hours, minutes and seconds; or weeks alone. Each is a whole number of
/// any length, and none between two others is left out: `P1Y2M` and `P1Y2M3D` pass, `P1Y3D` does not. Fractions,
/// signs, small letters and weeks beside others are in ISO 8601 or in its extensions: they do not pass.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("duration", "P1DT12H"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("duration", "P1Y2D"), Some(false));
/// ```
#[must_use]
pub const fn duration() -> Duration {
    Duration {}
}

/// The rule that [`duration()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Duration {}

impl Format for Duration {
    const CODE: &'static str = "duration";
    const SCHEMA: Option<&'static str> = Some("duration");
    const WHAT: &'static str = "a duration (RFC 3339)";
    const ACCEPTED: &[&str] = &["P4DT12H30M5S", "P1Y2M3DT4H5M6S", "P1Y2M", "P1M2D", "P2W", "PT0S"];
    const REJECTED: &[&str] = &["P", "PT", "P1DT", "1D", "P\u{9e8}D", "P1DT1HT1M", ""];

    fn accepts(self, text: &str) -> bool {
        match text.as_bytes() {
            [b'P', b'T', time @ ..] => is_all(time, b"HMS"),
            [b'P', rest @ ..] => match after_components(rest, b"YMD") {
                Some([]) => !rest.is_empty(),
                Some([b'T', time @ ..]) => is_all(time, b"HMS"),
                _ => is_all(rest, b"W"),
            },
            _ => false,
        }
    }
}

/// Whether `text` is one component or more.
fn is_all(text: &[u8], units: &[u8]) -> bool {
    !text.is_empty() && after_components(text, units) == Some(&[])
}

/// What follows the components that `text` begins with: numbers, each with its unit. A component may be followed by
/// that of the next unit only; `None` if another unit follows.
fn after_components<'a>(text: &'a [u8], units: &[u8]) -> Option<&'a [u8]> {
    let (mut rest, mut units) = (text, units);
    while let (1.., [unit, tail @ ..]) = Class::DIGIT.skip(rest) {
        let at = units.iter().position(|other| other == unit)?;
        if at > 0 && rest.len() < text.len() {
            return None;
        }
        units = units.get(at + 1..)?;
        rest = tail;
    }
    Some(rest)
}
