//! The Big List of Naughty Strings through every rule and format on text: as a value, and as a key.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use perimeter::{Contract, Violations, formats, rules};

use crate::agreement::garbled;

const STRINGS: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/testdata/conformance/blns/strings.json"
);

/// The rules that are not on text.
const NOT_ON_TEXT: [&str; 11] = [
    "exclusive_minimum",
    "finite",
    "items",
    "multiple_of",
    "negative",
    "non_negative",
    "positive",
    "properties",
    "range",
    "sorted",
    "unique",
];

/// A rule or format, by a contract whose text and whose keys have it.
struct Worded {
    word: &'static str,
    read: fn(&str) -> Result<(), Violations>,
    /// Checks the built value with this text, and the one with this key.
    value: fn(&str) -> Result<(), Violations>,
    key: fn(&str) -> Result<(), Violations>,
}

macro_rules! worded {
    ($($name:ident $word:ident ($($rule:tt)*);)+) => {
        $(
            #[derive(Debug, Contract)]
            #[contract(zone = strategic)]
            struct $name {
                #[field($($rule)*)]
                value: Option<String>,
                #[field(keys($($rule)*))]
                map: Option<BTreeMap<String, u8>>,
            }
        )+

        const WORDED: &[Worded] = &[$(Worded {
            word: stringify!($word),
            read: |text| perimeter::accept::<$name>(text).map(drop),
            value: |text| $name { value: Some(text.to_owned()), map: None }.validate(),
            key: |text| $name { value: None, map: Some(BTreeMap::from([(text.to_owned(), 1)])) }.validate(),
        }),+];
    };
}

worded! {
    After after (after = "2030-01-01");
    Alphanumeric alphanumeric (alphanumeric(unicode));
    Ascii ascii (ascii);
    Before before (before = "2030-01-01");
    Contains contains (contains = "e");
    Equal equal (equal = "undef");
    Future future (future);
    Length length (length = 2..=9);
    Lowercase lowercase (lowercase);
    Nfc nfc (nfc);
    NoControl no_control (no_control);
    NonEmpty non_empty (non_empty);
    NotBlank not_blank (not_blank);
    NotContains not_contains (not_contains = "e");
    NotOneOf not_one_of (not_one_of("undef", "null"));
    OneOf one_of (one_of("undef", "null"));
    Past past (past);
    Pattern pattern (pattern = r"\w+(\s\w+)*");
    Prefix prefix (prefix = "u");
    Printable printable (printable);
    SingleLine single_line (single_line);
    Suffix suffix (suffix = "f");
    Trimmed trimmed (trimmed);
    Uppercase uppercase (uppercase);
    Within within (within = std::time::Duration::from_secs(60));
    Base64 base64 (base64);
    Base64url base64url (base64url);
    Bic bic (bic);
    Cidr cidr (cidr);
    Country country (country);
    CreditCard credit_card (credit_card);
    Currency currency (currency);
    Date date (date);
    DateTime date_time (date_time);
    Duration duration (duration);
    Email email (email);
    Hex hex (hex);
    HexColor hex_color (hex_color);
    HostAndPort host_and_port (host_and_port);
    Hostname hostname (hostname);
    Iban iban (iban);
    IdnHostname idn_hostname (idn_hostname);
    Ip ip (ip);
    Ipv4 ipv4 (ipv4);
    Ipv6 ipv6 (ipv6);
    Iri iri (iri);
    IriReference iri_reference (iri_reference);
    Isbn isbn (isbn);
    Json json (json);
    JsonPointer json_pointer (json_pointer);
    JsonPointerUriFragment json_pointer_uri_fragment (json_pointer_uri_fragment);
    Language language (language);
    LocalDateTime local_date_time (local_date_time);
    LocalTime local_time (local_time);
    Luhn luhn (luhn);
    Mac mac (mac);
    Phone phone (phone);
    Port port (port);
    Regex regex (regex);
    RelativeJsonPointer relative_json_pointer (relative_json_pointer);
    Semver semver (semver);
    Slug slug (slug);
    SocketAddr socket_addr (socket_addr);
    Time time (time);
    Ulid ulid (ulid);
    Uri uri (uri);
    UriReference uri_reference (uri_reference);
    UriTemplate uri_template (uri_template);
    Url url (url);
    Uuid uuid (uuid);
}

#[test]
fn no_rule_or_format_is_left_out() {
    let mut words: Vec<&str> = WORDED.iter().map(|worded| worded.word).collect();
    words.extend(NOT_ON_TEXT);
    words.sort_unstable();
    let mut all = [rules::ALL, formats::ALL].concat();
    all.sort_unstable();
    all.dedup();
    words.dedup();
    assert_eq!(words, all);
}

fn strings() -> Vec<String> {
    let strings: Vec<String> = serde_json::from_str(&fs::read_to_string(STRINGS).unwrap()).unwrap();
    assert_eq!(strings.len(), 300);
    strings
}

/// A string in JSON, every character of it escaped.
fn escaped(text: &str) -> String {
    let mut json = String::from("\"");
    for unit in text.encode_utf16() {
        let _ = write!(json, "\\u{unit:04x}");
    }
    json + "\""
}

/// Code and pointer of each violation.
fn told(report: &Result<(), Violations>) -> Vec<(String, String)> {
    let violations = report.as_ref().err().into_iter().flat_map(Violations::iter);
    violations
        .map(|violation| (violation.code().to_owned(), violation.pointer().to_owned()))
        .collect()
}

#[test]
fn naughty_strings_are_judged_alike_read_and_built() {
    for string in strings() {
        for json in [serde_json::to_string(&string).unwrap(), escaped(&string)] {
            for worded in WORDED {
                let read = (worded.read)(&format!(r#"{{"value":{json}}}"#));
                assert_eq!(
                    told(&read),
                    told(&(worded.value)(&string)),
                    "{}: {string:?}",
                    worded.word
                );
                let key = (worded.read)(&format!(r#"{{"map":{{{json}:1}}}}"#));
                assert_eq!(
                    told(&key),
                    told(&(worded.key)(&string)),
                    "{}: {string:?}",
                    worded.word
                );
                for report in [read, key].into_iter().filter_map(Result::err) {
                    assert_eq!(garbled(&report), None, "{}: {string:?}", worded.word);
                }
            }
        }
    }
}

#[test]
fn naughty_strings_as_unknown_names_are_told_in_one_line_each() {
    for string in strings() {
        let json = serde_json::to_string(&string).unwrap();
        let report = perimeter::accept::<crate::hull::Hull>(&format!("{{{json}:1}}")).unwrap_err();
        assert_eq!(report.first().code(), "unknown");
        assert_eq!(garbled(&report), None, "{string:?}");
    }
}
