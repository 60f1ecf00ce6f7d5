//! `luhn`: a number with a check digit.

use super::{Format, grouped};

/// A number of two digits or more whose last one is the check digit of ISO/IEC 7812-1, annex B, also known as the
/// Luhn algorithm.
///
/// Single spaces or hyphens, one of the two throughout, may stand between digits. For payment cards, use
/// [`credit_card`](super::credit_card()).
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("luhn", "79927398713"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("luhn", "79927398710"), Some(false));
/// ```
#[must_use]
pub const fn luhn() -> Luhn {
    Luhn {}
}

/// The rule that [`luhn()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Luhn {}

impl Format for Luhn {
    const CODE: &'static str = "luhn";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "a number with a valid check digit";
    const ACCEPTED: &[&str] = &["79927398713", "18", "00", "7992-7398-713", "7992 7398 713", "01234567897"];
    const REJECTED: &[&str] = &[
        "0",
        "79927398710",
        "79927389713",
        "7992--7398713",
        "79927398713\n",
        "7992739871\u{663}",
        "",
    ];

    fn accepts(self, text: &str) -> bool {
        grouped::ungrouped(text.as_bytes()).is_some_and(|digits| {
            digits.clone().count() >= 2 && grouped::keeps_luhn(digits) == Some(true)
        })
    }
}
