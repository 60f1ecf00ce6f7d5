//! `currency`: the code of a currency.

use super::Format;

/// A currency code as ISO 4217 lists it in table A.1: three capitals, such as `EUR`.
///
/// The codes are those of 2026, with funds, metals, the code for tests and that for none. Historic codes (`DEM`),
/// small letters and numbers do not pass.
///
/// ```
/// assert_eq!(contracts_runtime::formats::check("currency", "EUR"), Some(true));
/// assert_eq!(contracts_runtime::formats::check("currency", "DEM"), Some(false));
/// ```
#[must_use]
pub const fn currency() -> Currency {
    Currency {}
}

/// The rule that [`currency()`] makes.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Currency {}

impl Format for Currency {
    const CODE: &'static str = "currency";
    const SCHEMA: Option<&'static str> = None;
    const WHAT: &'static str = "a currency code (ISO 4217)";
    const ACCEPTED: &[&str] = &["AED", "ZWG", "EUR", "USD", "XAU", "XXX"];
    const REJECTED: &[&str] = &["EU", "EURO", "eur", "Eur", "EUR ", "EUR\n", ""];

    fn accepts(self, text: &str) -> bool {
        <&[u8; 3]>::try_from(text.as_bytes()).is_ok_and(|code| CURRENCIES.binary_search(code).is_ok())
    }
}

static CURRENCIES: &[[u8; 3]] = &[
    *b"AED", *b"AFN", *b"ALL", *b"AMD", *b"AOA", *b"ARS", *b"AUD", *b"AWG", *b"AZN", *b"BAM", *b"BBD",
    *b"BDT", *b"BHD", *b"BIF", *b"BMD", *b"BND", *b"BOB", *b"BOV", *b"BRL", *b"BSD", *b"BTN",
    *b"BWP", *b"BYN", *b"BZD", *b"CAD", *b"CDF", *b"CHE", *b"CHF", *b"CHW", *b"CLF", *b"CLP", *b"CNY",
    *b"COP", *b"COU", *b"CRC", *b"CUP", *b"CVE", *b"CZK", *b"DJF", *b"DKK", *b"DOP", *b"DZD", *b"EGP",
    *b"ERN", *b"ETB", *b"EUR", *b"FJD", *b"FKP", *b"GBP", *b"GEL", *b"GHS", *b"GIP", *b"GMD", *b"GNF",
    *b"GTQ", *b"GYD", *b"HKD", *b"HNL", *b"HTG", *b"HUF", *b"IDR", *b"ILS", *b"INR", *b"IQD", *b"IRR",
    *b"ISK", *b"JMD", *b"JOD", *b"JPY", *b"KES", *b"KGS", *b"KHR", *b"KMF", *b"KPW", *b"KRW", *b"KWD",
    *b"KYD", *b"KZT", *b"LAK", *b"LBP", *b"LKR", *b"LRD", *b"LSL", *b"LYD", *b"MAD", *b"MDL", *b"MGA",
    *b"MKD", *b"MMK", *b"MNT", *b"MOP", *b"MRU", *b"MUR", *b"MVR", *b"MWK", *b"MXN", *b"MXV", *b"MYR",
    *b"MZN", *b"NAD", *b"NGN", *b"NIO", *b"NOK", *b"NPR", *b"NZD", *b"OMR", *b"PAB", *b"PEN", *b"PGK",
    *b"PHP", *b"PKR", *b"PLN", *b"PYG", *b"QAR", *b"RON", *b"RSD", *b"RUB", *b"RWF", *b"SAR", *b"SBD",
    *b"SCR", *b"SDG", *b"SEK", *b"SGD", *b"SHP", *b"SLE", *b"SOS", *b"SRD", *b"SSP", *b"STN", *b"SVC",
    *b"SYP", *b"SZL", *b"THB", *b"TJS", *b"TMT", *b"TND", *b"TOP", *b"TRY", *b"TTD", *b"TWD", *b"TZS",
    *b"UAH", *b"UGX", *b"USD", *b"USN", *b"UYI", *b"UYU", *b"UYW", *b"UZS", *b"VED", *b"VES", *b"VND",
    *b"VUV", *b"WST", *b"XAD", *b"XAF", *b"XAG", *b"XAU", *b"XBA", *b"XBB", *b"XBC", *b"XBD", *b"XCD",
    *b"XCG", *b"XDR", *b"XOF", *b"XPD", *b"XPF", *b"XPT", *b"XSU", *b"XTS", *b"XUA", *b"XXX", *b"YER",
    *b"ZAR", *b"ZMW", *b"ZWG",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_are_sorted() {
        assert!(CURRENCIES.is_sorted());
    }
}
