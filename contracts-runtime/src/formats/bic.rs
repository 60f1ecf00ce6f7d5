//! `bic`: the code of a bank.

use super::{Format, country};

/// A Business Identifier Code (ISO 9362): four letters of the party, the country, two letters or digits, and three
/// more for a branch, or none.
///
/// The country is one as [`country`](super::country()) has it, or `XK`, which banks use for Kosovo. Capitals only.
/// The suffix `00`, which is for tests, does not pass; nor do digits in the party, which ISO 9362:2014 allows but
/// nobody has. Whether the code is assigned is not checked.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("bic", "DEUTDEFF"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("bic", "DEUTDE00"), Some(false));
/// ```
#[must_use]
pub const fn bic() -> Bic {
    Bic {}
}

/// The rule that [`bic()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Bic {}

impl Format for Bic {
    const CODE: &'static str = "bic";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "a BIC";
    const ACCEPTED: &[&str] = &["DEUTDEFF", "DEUTDEFF500", "NEDSZAJJXXX", "SBICXKN1", "AAAADE2H"];
    const REJECTED: &[&str] = &[
        "DEUTDEF",
        "DEUTDEFFX",
        "DEUTDEFFXX",
        "DEUTDEFFXXXX",
        "DEUTDEFF\n",
        "DEUTDEé",
        "",
    ];

    fn accepts(self, text: &str) -> bool {
        let Some((party, rest)) = text.as_bytes().split_first_chunk::<4>() else {
            return false;
        };
        let Some((country, rest)) = rest.split_first_chunk::<2>() else {
            return false;
        };
        let is_inner = |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
        party.iter().all(u8::is_ascii_uppercase)
            && (country::is_country(country) || country == b"XK")
            && matches!(rest.len(), 2 | 5)
            && !rest.starts_with(b"00")
            && rest.iter().all(is_inner)
    }
}
