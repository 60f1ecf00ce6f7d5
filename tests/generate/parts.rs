//! A contract of one field for each rule and each format.

use std::collections::BTreeMap;
use std::time::Duration;

use perimeter::{external_contract, formats, rules};

use crate::{Subject, subject};

macro_rules! fields {
    ($($name:ident: $type:ty, $code:literal, [$($words:tt)*];)+) => {
        $(
            #[external_contract]
            #[derive(Debug)]
            pub(crate) struct $name {
                #[field($($words)*)]
                value: $type,
            }
        )+

        /// The word, the contract.
        fn subjects() -> Vec<(&'static str, Subject)> {
            vec![$(($code, subject!($name))),+]
        }
    };
}

fields! {
    After: String, "after", [after = "2030-01-01"];
    Alphanumeric: String, "alphanumeric", [alphanumeric];
    Ascii: String, "ascii", [ascii];
    Before: String, "before", [before = "2030-01-01T12:00:00+01:00"];
    Contains: String, "contains", [contains = "ab"];
    Equal: String, "equal", [equal = "ab"];
    ExclusiveMinimum: u8, "exclusive_minimum", [exclusive_minimum = 3];
    Finite: f64, "finite", [finite];
    Future: String, "future", [future];
    Items: Vec<u8>, "items", [items = 2..=3];
    Length: String, "length", [length = 8..=128];
    LengthOfMap: BTreeMap<String, u8>, "length", [length = 2..=3];
    Lowercase: String, "lowercase", [lowercase];
    MultipleOf: u32, "multiple_of", [multiple_of = 7];
    MultipleOfFloat: f64, "multiple_of", [multiple_of = 0.1];
    Negative: i8, "negative", [negative];
    NoControl: String, "no_control", [no_control];
    NonEmpty: Vec<String>, "non_empty", [non_empty];
    NonNegative: i64, "non_negative", [non_negative];
    NotBlank: String, "not_blank", [not_blank];
    NotContains: String, "not_contains", [not_contains = "ab"];
    NotOneOf: String, "not_one_of", [not_one_of("a", "b")];
    OneOf: u8, "one_of", [one_of(1, 2, 5)];
    Past: String, "past", [past];
    Pattern: String, "pattern", [pattern = "[A-Z]{3}-[0-9]{4}"];
    Search: String, "pattern", [pattern(search, "^[0-9]+$")];
    Positive: f64, "positive", [positive];
    Prefix: String, "prefix", [prefix = "sk_"];
    Printable: String, "printable", [printable];
    Properties: BTreeMap<String, u8>, "properties", [properties = 1..=2];
    Range: i16, "range", [range = -5..=120];
    RangeOfFloats: f32, "range", [range = 0.25..1.0];
    SingleLine: String, "single_line", [single_line];
    Sorted: Vec<u8>, "sorted", [sorted];
    Suffix: String, "suffix", [suffix = ".rs"];
    Trimmed: String, "trimmed", [trimmed];
    Unique: Vec<String>, "unique", [unique];
    Uppercase: String, "uppercase", [uppercase];
    Recent: String, "within", [within = Duration::from_secs(300)];

    Base64: String, "base64", [base64];
    Base64url: String, "base64url", [base64url];
    Bic: String, "bic", [bic];
    Cidr: String, "cidr", [cidr];
    Country: String, "country", [country];
    CreditCard: String, "credit_card", [credit_card];
    Currency: String, "currency", [currency];
    Date: String, "date", [date];
    DateTime: String, "date_time", [date_time];
    Lasting: String, "duration", [duration];
    Email: String, "email", [email];
    Deliverable: String, "email", [email(deliverable)];
    Hex: String, "hex", [hex];
    HexColor: String, "hex_color", [hex_color];
    HostAndPort: String, "host_and_port", [host_and_port];
    Hostname: String, "hostname", [hostname];
    Iban: String, "iban", [iban];
    IdnHostname: String, "idn_hostname", [idn_hostname];
    Ip: String, "ip", [ip];
    Ipv4: String, "ipv4", [ipv4];
    Ipv6: String, "ipv6", [ipv6];
    Iri: String, "iri", [iri];
    IriReference: String, "iri_reference", [iri_reference];
    Isbn: String, "isbn", [isbn];
    Json: String, "json", [json];
    JsonPointer: String, "json_pointer", [json_pointer];
    Fragment: String, "json_pointer_uri_fragment", [json_pointer_uri_fragment];
    Language: String, "language", [language];
    LocalDateTime: String, "local_date_time", [local_date_time];
    LocalTime: String, "local_time", [local_time];
    Luhn: String, "luhn", [luhn];
    Mac: String, "mac", [mac];
    Phone: String, "phone", [phone];
    Port: String, "port", [port];
    Regex: String, "regex", [regex];
    RelativeJsonPointer: String, "relative_json_pointer", [relative_json_pointer];
    Semver: String, "semver", [semver];
    Slug: String, "slug", [slug];
    SocketAddr: String, "socket_addr", [socket_addr];
    Time: String, "time", [time];
    Ulid: String, "ulid", [ulid];
    Uri: String, "uri", [uri];
    UriReference: String, "uri_reference", [uri_reference];
    UriTemplate: String, "uri_template", [uri_template];
    Url: String, "url", [url];
    UrlOfSchemes: String, "url", [url(schemes = ["ftp"])];
    Uuid: String, "uuid", [uuid];
    UuidV7: String, "uuid", [uuid(v7)];

    Several: String, "length", [length = 8..=20, prefix = "sk_", suffix = "_x", lowercase, ascii];
    Fitted: u32, "multiple_of", [range = 1000..=2000, multiple_of = 7];
    Coded: String, "length", [pattern = "[a-z-]+", length = 12..=16];
}

#[test]
fn every_rule_and_every_format_is_broken_alone() {
    let mut gaps = Vec::new();
    let mut without = Vec::new();
    for (code, subject) in subjects() {
        gaps.extend(subject.hold(40));
        let cases = subject.generator.cases();
        if !cases
            .iter()
            .any(|case| case.pointer == "/value" && case.code == code)
        {
            without.push((subject.name, code));
        }
    }
    // What is not finite has no form in JSON.
    assert_eq!(without, [("Finite", "finite")]);
    assert_eq!(gaps, ["Finite /value: finite"]);
}

#[test]
fn no_rule_and_no_format_is_left_out() {
    let subjects = subjects();
    let has = |name: &&&str| subjects.iter().any(|(code, _)| *code == **name);
    let missing: Vec<_> = rules::ALL
        .iter()
        .chain(formats::ALL)
        .filter(|name| !has(name))
        .collect();
    let expected: &[&&str] = if cfg!(feature = "nfc") { &[&"nfc"] } else { &[] };
    assert_eq!(missing, expected);
}

/// Its feature is not one that the other parts ask for.
#[cfg(feature = "nfc")]
#[test]
fn nfc_is_broken_alone() {
    #[external_contract]
    #[derive(Debug)]
    struct Nfc {
        #[field(nfc, length = 2..)]
        value: String,
    }

    let subject = subject!(Nfc);
    assert_eq!(subject.hold(40), Vec::<String>::new());
    assert!(subject.generator.cases().iter().any(|case| case.code == "nfc"));
}
