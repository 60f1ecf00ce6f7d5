//! `credit_card`: the number of a payment card.

use super::{Format, grouped};

/// The number of a payment card (ISO/IEC 7812-1): 13 to 19 digits with a valid check digit, in a range and of a
/// length that a card network issues.
///
/// The networks are American Express, Diners Club, Discover, JCB, Maestro, Mastercard, Mir, `RuPay`, Troy, UATP,
/// `UnionPay` and Visa. Single spaces or hyphens, one of the two throughout, may stand between digits. Whether the
/// card was issued is not checked.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("credit_card", "4716-2210-5188-5662"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("credit_card", "4716-2210-5188-5663"), Some(false));
/// ```
#[must_use]
pub const fn credit_card() -> CreditCard {
    CreditCard {}
}

/// The rule that [`credit_card()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct CreditCard {}

impl Format for CreditCard {
    const CODE: &'static str = "credit_card";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "the number of a payment card";
    const ACCEPTED: &[&str] = &[
        "4111111111111111",
        "4222222222222",
        "5555555555554444",
        "2223003122003222",
        "378282246310005",
        "30569309025904",
    ];
    const REJECTED: &[&str] = &[
        "4111111111111112",
        "4111111111111",
        "42222222222226",
        "3782822463100",
        "4111.1111.1111.1111",
        "411111111111111\u{661}",
        "",
    ];

    fn accepts(self, text: &str) -> bool {
        // The check digit comes first: behind it, all are digits.
        let Some(digits) = grouped::ungrouped(text.as_bytes()) else {
            return false;
        };
        let length = digits.clone().count();
        (13..=19).contains(&length)
            && grouped::keeps_luhn(digits.clone()) == Some(true)
            && is_issued(prefix(digits), length)
    }
}

/// The number that the first four digits make.
fn prefix(digits: impl Iterator<Item = u8>) -> u16 {
    digits.take(4).fold(0, |prefix, digit| prefix * 10 + u16::from(digit - b'0'))
}

/// Whether a network has numbers of this length that begin so.
fn is_issued(prefix: u16, length: usize) -> bool {
    match prefix {
        // UATP, old numbers of JCB, American Express.
        1000..=1999 | 2131 | 3400..=3499 | 3700..=3799 => length == 15,
        // Mastercard.
        2221..=2720 | 5100..=5599 => length == 16,
        // Diners Club.
        3000..=3059 | 3095 | 3600..=3699 | 3800..=3999 => length >= 14,
        // Mir, JCB, UnionPay and RuPay, Troy.
        2200..=2204 | 3528..=3589 | 8100..=8299 | 9792 => length >= 16,
        // Visa.
        4000..=4999 => length == 13 || length >= 16,
        // Maestro, and with it Discover, UnionPay and RuPay.
        5000..=5099 | 5600..=5899 | 6000..=6999 => true,
        _ => false,
    }
}
