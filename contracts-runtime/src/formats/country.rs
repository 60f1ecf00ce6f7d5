//! `country`: the code of a country.

use super::Format;

/// A country code as ISO 3166-1 alpha-2 assigns it: two capitals, such as `DE`.
///
/// The 249 codes are those of 2026. Codes that are reserved (`UK`, `EU`), withdrawn (`AN`) or for users (`XK`) do
/// not pass, nor do small letters.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("country", "DE"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("country", "UK"), Some(false));
/// ```
#[must_use]
pub const fn country() -> Country {
    Country {}
}

/// The rule that [`country()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Country {}

impl Format for Country {
    const CODE: &'static str = "country";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "a country code (ISO 3166-1 alpha-2)";
    const ACCEPTED: &[&str] = &["AD", "ZW", "DE", "GB", "US", "SS"];
    const REJECTED: &[&str] = &["D", "DEU", "de", "De", "DE\n", "é", ""];

    fn accepts(self, text: &str) -> bool {
        is_country(text.as_bytes())
    }
}

/// Whether `text` is an assigned code.
pub(super) fn is_country(text: &[u8]) -> bool {
    let [first, second] = text else {
        return false;
    };
    let seconds = first.checked_sub(b'A').and_then(|row| SECOND_LETTERS.get(usize::from(row)));
    seconds.is_some_and(|seconds| seconds.contains(second))
}

/// What follows the first letter, from `A` to `Z`.
static SECOND_LETTERS: [&[u8]; 26] = [
    b"DEFGILMOQRSTUWXZ",
    b"ABDEFGHIJLMNOQRSTVWYZ",
    b"ACDFGHIKLMNORUVWXYZ",
    b"EJKMOZ",
    b"CEGHRST",
    b"IJKMOR",
    b"ABDEFGHILMNPQRSTUWY",
    b"KMNRTU",
    b"DELMNOQRST",
    b"EMOP",
    b"EGHIMNPRWYZ",
    b"ABCIKRSTUVY",
    b"ACDEFGHKLMNOPQRSTUVWXYZ",
    b"ACEFGILOPRUZ",
    b"M",
    b"AEFGHKLMNRSTWY",
    b"A",
    b"EOSUW",
    b"ABCDEGHIJKLMNORSTVXYZ",
    b"CDFGHJKLMNORTVWZ",
    b"AGMSYZ",
    b"ACEGINU",
    b"FS",
    b"",
    b"ET",
    b"AMW",
];
