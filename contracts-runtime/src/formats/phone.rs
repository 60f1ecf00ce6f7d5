//! `phone`: a telephone number for any country.

use super::{Format, class::Class};

/// An international telephone number in the form of ITU-T E.164 (2010), section 6.2: `+`, then a country code and a
/// number of 7 to 15 digits together, the first of which is not 0.
///
/// Spaces, hyphens, brackets, extensions and national forms do not pass. Which country codes there are, and how
/// long their numbers may be, changes with time and is not checked.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("phone", "+14152370800"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("phone", "0642926829"), Some(false));
/// ```
#[must_use]
pub const fn phone() -> Phone {
    Phone {}
}

/// The rule that [`phone()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Phone {}

impl Format for Phone {
    const CODE: &'static str = "phone";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "a telephone number (+ and digits)";
    const ACCEPTED: &[&str] = &["+14152370800", "+2904000", "+123456789012345"];
    const REJECTED: &[&str] = &[
        "+",
        "14152370800",
        "004152370800",
        "0642926829",
        "+14152370800\n",
        "+1415237080\u{661}",
        "",
    ];

    fn accepts(self, text: &str) -> bool {
        match text.as_bytes() {
            [b'+', digits @ ..] => {
                !digits.starts_with(b"0") && (7..=15).contains(&digits.len()) && Class::DIGIT.has_all(digits)
            }
            _ => false,
        }
    }
}
