//! `isbn`: the number of a book.

use super::{Format, grouped};

/// An International Standard Book Number (ISO 2108) of 10 or 13 characters with a valid check digit.
///
/// A number of 13 digits begins with 978 or 979. The check digit of one of 10 may be `X`. Single spaces or hyphens,
/// one of the two throughout, may stand anywhere between: where the groups end depends on tables that change.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("isbn", "978-3-16-148410-0"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("isbn", "978-3-16-148410-1"), Some(false));
/// ```
#[must_use]
pub const fn isbn() -> Isbn {
    Isbn {}
}

/// The rule that [`isbn()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Isbn {}

impl Format for Isbn {
    const CODE: &'static str = "isbn";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "an ISBN";
    const ACCEPTED: &[&str] = &[
        "9783161484100",
        "978-3-16-148410-0",
        "978 3 16 148410 0",
        "9791090636071",
        "316148410X",
        "3-16-148410-X",
    ];
    const REJECTED: &[&str] = &[
        "9783161484101",
        "3161484100",
        "9773161484103",
        "316148410x",
        "9783161484100\n",
        "978316148410\u{660}",
        "",
    ];

    fn accepts(self, text: &str) -> bool {
        let Some(digits) = grouped::ungrouped(text.as_bytes()) else {
            return false;
        };
        match digits.clone().count() {
            10 => weighted_sum(digits, (1..=10).rev()).is_some_and(|sum| sum % 11 == 0),
            13 => {
                let is_book = digits.clone().take(3).eq(*b"978") || digits.clone().take(3).eq(*b"979");
                let has_cross = digits.clone().any(|digit| digit == b'X');
                let sum = weighted_sum(digits, [1, 3].into_iter().cycle());
                is_book && !has_cross && sum.is_some_and(|sum| sum % 10 == 0)
            }
            _ => false,
        }
    }
}

/// The sum of the digits, each times its weight; `None` for what is no digit. The last one may be a ten, written `X`.
fn weighted_sum(digits: impl Iterator<Item = u8>, weights: impl Iterator<Item = u32>) -> Option<u32> {
    let mut digits = digits.zip(weights).peekable();
    let mut sum = 0;
    while let Some((digit, weight)) = digits.next() {
        sum += weight
            * match digit {
                b'0'..=b'9' => u32::from(digit - b'0'),
                b'X' if digits.peek().is_none() => 10,
                _ => return None,
            };
    }
    Some(sum)
}
