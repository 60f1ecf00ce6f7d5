//! `iban`: the number of a bank account.

use super::{Format, class::Class};
use Part::{Any, Digits, Letters};

/// An International Bank Account Number (ISO 13616-1): a country, two check digits, and an account in the form that
/// the country uses.
///
/// Countries and forms are those of the IBAN registry of 2025, and of countries that use such numbers without being
/// in it, in Africa and Iran. The check digits are 02 to 98 and make the whole number leave 1 when divided by 97
/// (section 6). Capitals only. The printed form passes as well: groups of four with a space between them. Whether
/// the account exists, and check digits within it, are not checked.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("iban", "DE91 1000 0000 0123 4567 89"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("iban", "DE92100000000123456789"), Some(false));
/// ```
#[must_use]
pub const fn iban() -> Iban {
    Iban {}
}

/// The rule that [`iban()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Iban {}

impl Format for Iban {
    const CODE: &'static str = "iban";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "an IBAN";
    const ACCEPTED: &[&str] = &[
        "DE91100000000123456789",
        "DE91 1000 0000 0123 4567 89",
        "GB98MIDL07009312345678",
        "NO9386011117947",
        "MT84MALT011000012345MTLCAST001S",
        "BR1500000000000010932840814P2",
    ];
    const REJECTED: &[&str] = &[
        "DE",
        "DE92100000000123456789",
        "DE91100000000123456798",
        "DE9110000000012345678",
        "DE91100000000123456789\n",
        "DE9110000000012345678\u{669}",
        "",
    ];

    fn accepts(self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let Some(characters) = ungrouped(bytes) else {
            return false;
        };
        let country = [bytes.first(), bytes.get(1)].map(|byte| byte.copied().unwrap_or_default());
        let Ok(at) = ACCOUNTS.binary_search_by_key(&country, |(country, _)| *country) else {
            return false;
        };
        let is_account = ACCOUNTS
            .get(at)
            .is_some_and(|(_, parts)| is_of_parts(characters.clone().skip(2), parts));
        is_account && keeps_check(characters)
    }
}

/// The characters without the spaces, which stand behind every fourth one or nowhere; `None` if they stand elsewhere.
fn ungrouped(text: &[u8]) -> Option<impl Iterator<Item = u8> + Clone> {
    let is_grouped = text.get(4) == Some(&b' ');
    let is_space = move |at: usize| is_grouped && at % 5 == 4;
    let is_right = text.iter().enumerate().all(|(at, byte)| (*byte == b' ') == is_space(at));
    (is_right && text.last() != Some(&b' ')).then(|| text.iter().copied().filter(|byte| *byte != b' '))
}

/// Whether the characters behind the country are two digits and these parts.
fn is_of_parts(mut characters: impl Iterator<Item = u8>, parts: &[Part]) -> bool {
    for part in [Digits(2)].iter().chain(parts) {
        let (length, class) = match *part {
            Digits(length) => (length, Class::DIGIT),
            Letters(length) => (length, Class::ALPHA),
            Any(length) => (length, Class::ALPHANUMERIC),
        };
        let fits = |byte: u8| class.has(byte) && !byte.is_ascii_lowercase();
        if !(0..length).all(|_| characters.next().is_some_and(fits)) {
            return false;
        }
    }
    characters.next().is_none()
}

/// Whether the number, with its first four characters at the end and letters as 10 to 35, leaves 1 by 97.
fn keeps_check(characters: impl Iterator<Item = u8> + Clone) -> bool {
    let rest = |characters: &mut dyn Iterator<Item = u8>, before: u32| {
        characters.fold(before, |rest, byte| match byte {
            b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
            _ => (rest * 100 + u32::from(byte.wrapping_sub(b'A')) + 10) % 97,
        })
    };
    let account = rest(&mut characters.clone().skip(4), 0);
    let check = characters.clone().skip(2).take(2);
    // These would leave the same as 97, 98 and 02.
    let is_other = [*b"00", *b"01", *b"99"].into_iter().any(|other| check.clone().eq(other));
    !is_other && rest(&mut characters.take(4), account) == 1
}

/// So many characters of a kind.
#[derive(Clone, Copy)]
enum Part {
    Digits(u8),
    Letters(u8),
    /// Either.
    Any(u8),
}

/// What follows the check digits in each country.
#[rustfmt::skip]
static ACCOUNTS: &[([u8; 2], &[Part])] = &[
    (*b"AD", &[Digits(8), Any(12)]),
    (*b"AE", &[Digits(19)]),
    (*b"AL", &[Digits(8), Any(16)]),
    (*b"AO", &[Digits(21)]),
    (*b"AT", &[Digits(16)]),
    (*b"AZ", &[Letters(4), Any(20)]),
    (*b"BA", &[Digits(16)]),
    (*b"BE", &[Digits(12)]),
    (*b"BF", &[Any(2), Digits(22)]),
    (*b"BG", &[Letters(4), Digits(6), Any(8)]),
    (*b"BH", &[Letters(4), Any(14)]),
    (*b"BI", &[Digits(23)]),
    (*b"BJ", &[Any(2), Digits(22)]),
    (*b"BR", &[Digits(23), Letters(1), Any(1)]),
    (*b"BY", &[Any(4), Digits(4), Any(16)]),
    (*b"CF", &[Digits(23)]),
    (*b"CG", &[Digits(23)]),
    (*b"CH", &[Digits(5), Any(12)]),
    (*b"CI", &[Any(2), Digits(22)]),
    (*b"CM", &[Digits(23)]),
    (*b"CR", &[Digits(18)]),
    (*b"CV", &[Digits(21)]),
    (*b"CY", &[Digits(8), Any(16)]),
    (*b"CZ", &[Digits(20)]),
    (*b"DE", &[Digits(18)]),
    (*b"DJ", &[Digits(23)]),
    (*b"DK", &[Digits(14)]),
    (*b"DO", &[Any(4), Digits(20)]),
    (*b"DZ", &[Digits(22)]),
    (*b"EE", &[Digits(16)]),
    (*b"EG", &[Digits(25)]),
    (*b"ES", &[Digits(20)]),
    (*b"FI", &[Digits(14)]),
    (*b"FK", &[Letters(2), Digits(12)]),
    (*b"FO", &[Digits(14)]),
    (*b"FR", &[Digits(10), Any(11), Digits(2)]),
    (*b"GA", &[Digits(23)]),
    (*b"GB", &[Letters(4), Digits(14)]),
    (*b"GE", &[Letters(2), Digits(16)]),
    (*b"GI", &[Letters(4), Any(15)]),
    (*b"GL", &[Digits(14)]),
    (*b"GQ", &[Digits(23)]),
    (*b"GR", &[Digits(7), Any(16)]),
    (*b"GT", &[Any(24)]),
    (*b"GW", &[Any(2), Digits(19)]),
    (*b"HN", &[Letters(4), Digits(20)]),
    (*b"HR", &[Digits(17)]),
    (*b"HU", &[Digits(24)]),
    (*b"IE", &[Letters(4), Digits(14)]),
    (*b"IL", &[Digits(19)]),
    (*b"IQ", &[Letters(4), Digits(15)]),
    (*b"IR", &[Digits(22)]),
    (*b"IS", &[Digits(22)]),
    (*b"IT", &[Letters(1), Digits(10), Any(12)]),
    (*b"JO", &[Letters(4), Digits(4), Any(18)]),
    (*b"KM", &[Digits(23)]),
    (*b"KW", &[Letters(4), Any(22)]),
    (*b"KZ", &[Digits(3), Any(13)]),
    (*b"LB", &[Digits(4), Any(20)]),
    (*b"LC", &[Letters(4), Any(24)]),
    (*b"LI", &[Digits(5), Any(12)]),
    (*b"LT", &[Digits(16)]),
    (*b"LU", &[Digits(3), Any(13)]),
    (*b"LV", &[Letters(4), Any(13)]),
    (*b"LY", &[Digits(21)]),
    (*b"MA", &[Digits(24)]),
    (*b"MC", &[Digits(10), Any(11), Digits(2)]),
    (*b"MD", &[Any(20)]),
    (*b"ME", &[Digits(18)]),
    (*b"MG", &[Digits(23)]),
    (*b"MK", &[Digits(3), Any(10), Digits(2)]),
    (*b"ML", &[Any(2), Digits(22)]),
    (*b"MN", &[Digits(16)]),
    (*b"MR", &[Digits(23)]),
    (*b"MT", &[Letters(4), Digits(5), Any(18)]),
    (*b"MU", &[Letters(4), Digits(19), Letters(3)]),
    (*b"MZ", &[Digits(21)]),
    (*b"NE", &[Any(2), Digits(22)]),
    (*b"NI", &[Letters(4), Digits(20)]),
    (*b"NL", &[Letters(4), Digits(10)]),
    (*b"NO", &[Digits(11)]),
    (*b"OM", &[Digits(3), Any(16)]),
    (*b"PK", &[Letters(4), Any(16)]),
    (*b"PL", &[Digits(24)]),
    (*b"PS", &[Letters(4), Any(21)]),
    (*b"PT", &[Digits(21)]),
    (*b"QA", &[Letters(4), Any(21)]),
    (*b"RO", &[Letters(4), Any(16)]),
    (*b"RS", &[Digits(18)]),
    (*b"RU", &[Digits(14), Any(15)]),
    (*b"SA", &[Digits(2), Any(18)]),
    (*b"SC", &[Letters(4), Digits(20), Letters(3)]),
    (*b"SD", &[Digits(14)]),
    (*b"SE", &[Digits(20)]),
    (*b"SI", &[Digits(15)]),
    (*b"SK", &[Digits(20)]),
    (*b"SM", &[Letters(1), Digits(10), Any(12)]),
    (*b"SN", &[Any(2), Digits(22)]),
    (*b"SO", &[Digits(19)]),
    (*b"ST", &[Digits(21)]),
    (*b"SV", &[Letters(4), Digits(20)]),
    (*b"TD", &[Digits(23)]),
    (*b"TG", &[Any(2), Digits(22)]),
    (*b"TL", &[Digits(19)]),
    (*b"TN", &[Digits(20)]),
    (*b"TR", &[Digits(6), Any(16)]),
    (*b"UA", &[Digits(6), Any(19)]),
    (*b"VA", &[Digits(18)]),
    (*b"VG", &[Letters(4), Digits(16)]),
    (*b"XK", &[Digits(16)]),
    (*b"YE", &[Letters(4), Digits(4), Any(18)]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_countries_are_sorted() {
        assert!(ACCOUNTS.is_sorted_by_key(|(country, _)| *country));
    }
}
