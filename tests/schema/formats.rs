//! Every format by its vectors, judged beside its schema with formats asserted.

use std::fs;

use perimeter::{ContractDescriptor, Violations, formats};
use serde_json::Value;

use crate::agreement::{Judge, Tally, Verdict, explain, held};

struct Formatted {
    format: &'static str,
    descriptor: &'static ContractDescriptor,
    accept: fn(&str) -> Result<(), Violations>,
}

macro_rules! formatted {
    ($($name:ident $word:ident;)+) => {
        $(
            #[derive(perimeter::Contract)]
            #[contract(zone = strategic)]
            struct $name {
                #[field($word)]
                value: String,
            }
        )+

        const FORMATTED: &[Formatted] = &[$(
            Formatted {
                format: stringify!($word),
                descriptor: <$name as perimeter::Contract>::DESCRIPTOR,
                accept: |text| perimeter::accept::<$name>(text).map(|_| ()),
            },
        )+];
    };
}

formatted! {
    Base64Text base64;
    Base64urlText base64url;
    BicText bic;
    CidrText cidr;
    CountryText country;
    CreditCardText credit_card;
    CurrencyText currency;
    DateText date;
    DateTimeText date_time;
    DurationText duration;
    EmailText email;
    HexText hex;
    HexColorText hex_color;
    HostAndPortText host_and_port;
    HostnameText hostname;
    IbanText iban;
    IdnHostnameText idn_hostname;
    IpText ip;
    Ipv4Text ipv4;
    Ipv6Text ipv6;
    IriText iri;
    IriReferenceText iri_reference;
    IsbnText isbn;
    JsonText json;
    JsonPointerText json_pointer;
    JsonPointerUriFragmentText json_pointer_uri_fragment;
    LanguageText language;
    LocalDateTimeText local_date_time;
    LocalTimeText local_time;
    LuhnText luhn;
    MacText mac;
    PhoneText phone;
    PortText port;
    RegexText regex;
    RelativeJsonPointerText relative_json_pointer;
    SemverText semver;
    SlugText slug;
    SocketAddrText socket_addr;
    TimeText time;
    UlidText ulid;
    UriText uri;
    UriReferenceText uri_reference;
    UriTemplateText uri_template;
    UrlText url;
    UuidText uuid;
}

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/formats");

#[test]
fn vectors_of_formats_get_one_verdict() {
    let words: Vec<&str> = FORMATTED.iter().map(|formatted| formatted.format).collect();
    assert_eq!(words, formats::ALL);
    let (mut tally, mut wrong) = (Tally::default(), Vec::new());
    for formatted in FORMATTED {
        let file = fs::read_to_string(format!("{FOLDER}/{}.json", formatted.format)).unwrap();
        let file: Value = serde_json::from_str(&file).unwrap();
        let judge = Judge::new(formatted.descriptor);
        for case in file["cases"].as_array().unwrap() {
            let text = format!(r#"{{"value":{}}}"#, case["value"]);
            let said = (formatted.accept)(&text);
            let verdict = judge.compare(&text, &said);
            tally.count(&said);
            if let Some(reason) = explain(&judge, &text, verdict, &said) {
                tally.exclude(reason);
            } else if verdict != Verdict::Same {
                wrong.push(format!("{} {verdict:?}: {}\n", formatted.format, case["value"]));
            }
        }
    }
    // What the validator takes for a format is its own affair. Those of its mistakes are held that a vector shows.
    held("formats.txt", &wrong.concat());
    assert!(tally.judged > 1000 && tally.accepted > 400, "{tally:?}");
}
