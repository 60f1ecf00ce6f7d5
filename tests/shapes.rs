//! Types of other crates are types of fields, each with its feature: what is right is read, and what is wrong is one
//! violation that says so in our words.

use perimeter::{accept, external_contract};

/// What is wrong with the member `value` of a document of `T`, as code and message.
macro_rules! faults {
    ($contract:ty, $value:expr) => {
        match accept::<$contract>(format!(r#"{{"value":{}}}"#, $value).as_bytes()) {
            Ok(_) => Vec::new(),
            Err(report) => report
                .iter()
                .map(|fault| (fault.code().to_owned(), fault.message()))
                .collect::<Vec<(String, String)>>(),
        }
    };
}

/// A contract with a field of a type: texts that it takes, one that it does not, and what is said of that.
macro_rules! held {
    ($($(#[$meta:meta])* $name:ident: $type:ty, [$($right:literal),+], $wrong:literal, $code:literal, $what:literal;)+) => {$(
        $(#[$meta])*
        #[test]
        fn $name() {
            #[external_contract]
            struct Held {
                // The type is not open: it needs no word.
                value: $type,
            }

            $(assert_eq!(faults!(Held, format!("{:?}", $right)), [], "{}", $right);)+
            let must = concat!("must be ", $what);
            assert_eq!(
                faults!(Held, format!("{:?}", $wrong)),
                [($code.to_owned(), must.to_owned())],
            );
            assert_eq!(
                faults!(Held, "true"),
                [("type".to_owned(), format!("{must}, not a boolean"))],
            );
        }
    )+};
}

held! {
    #[cfg(feature = "uuid")]
    a_uuid: uuid::Uuid, ["550e8400-e29b-41d4-a716-446655440000"], "550e8400", "uuid", "a UUID";
    #[cfg(feature = "url")]
    a_url: url::Url, ["https://example.com/a", "urn:isbn:1"], "/a", "url", "a URL";
    a_socket_address: std::net::SocketAddr, ["127.0.0.1:80", "[::1]:80"], "127.0.0.1", "socket_addr", "an IP address with a port";
    a_socket_address_of_four_bytes: std::net::SocketAddrV4, ["127.0.0.1:80"], "[::1]:80", "socket_addr", "an IPv4 address with a port";
    #[cfg(feature = "jiff")]
    a_timestamp_of_jiff: jiff::Timestamp, ["2024-02-29T12:30:00Z", "2024-02-29T12:30:00.5+01:00"], "2024-02-30T12:30:00Z", "date_time", "a date and time with offset";
    #[cfg(feature = "jiff")]
    a_date_of_jiff: jiff::civil::Date, ["2024-02-29"], "2023-02-29", "date", "a date";
    #[cfg(feature = "jiff")]
    a_local_date_and_time_of_jiff: jiff::civil::DateTime, ["2024-02-29T12:30:00"], "noon", "date_time_local", "a date and time without offset";
    #[cfg(feature = "jiff")]
    a_local_time_of_jiff: jiff::civil::Time, ["12:30:00"], "24:30:00", "time_local", "a time without offset";
    #[cfg(feature = "jiff")]
    a_zoned_moment_of_jiff: jiff::Zoned, ["2024-02-29T12:30:00+01:00[+01:00]"], "2024-02-29T12:30:00Z", "date_time_zoned", "a date and time with time zone";
    #[cfg(feature = "jiff")]
    a_duration_of_jiff: jiff::SignedDuration, ["PT1H30M", "-PT1S"], "an hour", "duration", "a duration";
    #[cfg(feature = "jiff")]
    a_span_of_jiff: jiff::Span, ["P1Y2M3D"], "P", "duration", "a duration";
    #[cfg(feature = "chrono")]
    a_moment_of_chrono: chrono::DateTime<chrono::Utc>, ["2024-02-29T12:30:00Z", "2024-02-29T12:30:00+01:00"], "2024-02-30T12:30:00Z", "date_time", "a date and time with offset";
    #[cfg(feature = "chrono")]
    a_moment_with_offset_of_chrono: chrono::DateTime<chrono::FixedOffset>, ["2024-02-29T12:30:00+01:00"], "2024-02-29", "date_time", "a date and time with offset";
    #[cfg(feature = "chrono")]
    a_local_date_and_time_of_chrono: chrono::NaiveDateTime, ["2024-02-29T12:30:00"], "2024-02-29", "date_time_local", "a date and time without offset";
    #[cfg(feature = "chrono")]
    a_date_of_chrono: chrono::NaiveDate, ["2024-02-29"], "2023-02-29", "date", "a date";
    #[cfg(feature = "chrono")]
    a_local_time_of_chrono: chrono::NaiveTime, ["12:30:00"], "24:30:00", "time_local", "a time without offset";
    #[cfg(feature = "time")]
    a_moment_of_time: time::OffsetDateTime, ["2024-02-29T12:30:00Z"], "2024-02-29 12:30:00", "date_time", "a date and time with offset";
    #[cfg(feature = "time")]
    a_date_of_time: time::Date, ["2024-02-29"], "2023-02-29", "date", "a date";
    #[cfg(feature = "rust_decimal")]
    a_decimal: rust_decimal::Decimal, ["1.10", "-0.5", "1e3"], "1,5", "decimal", "a decimal number";
}

#[cfg(feature = "rust_decimal")]
#[test]
fn a_decimal_keeps_every_digit_of_a_number() {
    use rust_decimal::Decimal;

    #[external_contract]
    struct Price {
        #[field(range = Decimal::ZERO..=Decimal::ONE_HUNDRED, positive, multiple_of = Decimal::from_parts(1, 0, 0, false, 2))]
        value: Decimal,
    }

    let price = accept::<Price>(r#"{"value":1.10}"#);
    assert_eq!(
        price.map(|price| price.value.to_string()).ok().as_deref(),
        Some("1.10")
    );
    assert_eq!(
        faults!(Price, "0.001"),
        [("multiple_of".to_owned(), "must be a multiple of 0.01".to_owned())]
    );
    assert_eq!(
        faults!(Price, "100.01"),
        [("range".to_owned(), "must be 0 to 100".to_owned())]
    );
    // One digit more than it has.
    let long = format!("0.{}", "1".repeat(29));
    assert_eq!(
        faults!(Price, long),
        [("decimal".to_owned(), "must be a decimal number".to_owned())]
    );
}

#[cfg(feature = "jiff")]
#[test]
fn dates_lie_in_ranges_that_are_constants() {
    use jiff::civil::{self, Date};

    #[external_contract]
    struct Event {
        #[field(range = civil::date(2000, 1, 1)..civil::date(2100, 1, 1))]
        value: Date,
    }

    assert_eq!(faults!(Event, r#""2000-01-01""#), []);
    assert_eq!(
        faults!(Event, r#""2100-01-01""#),
        [(
            "range".to_owned(),
            "must be at least 2000-01-01 and less than 2100-01-01".to_owned()
        )],
    );
}

#[cfg(feature = "indexmap")]
#[test]
fn maps_and_sets_keep_the_order_of_the_document() {
    use indexmap::{IndexMap, IndexSet};

    #[external_contract]
    struct Kept {
        #[field(properties = ..=2, keys(lowercase), values(range = 1..))]
        map: IndexMap<String, u8>,
        #[field(items = 1..=3, each(non_empty))]
        set: IndexSet<String>,
    }

    let kept = accept::<Kept>(r#"{"map":{"z":1,"a":2},"set":["z","a","z"]}"#)
        .unwrap_or_else(|report| panic!("{report}"));
    assert!(kept.map.keys().eq(["z", "a"]) && kept.set.iter().eq(["z", "a"]));

    let Err(report) = accept::<Kept>(r#"{"map":{"Z":0,"a":2,"b":3},"set":[""]}"#) else {
        panic!("the map is wrong in three ways, the set in one");
    };
    let found: Vec<_> = report
        .iter()
        .map(|fault| (fault.pointer(), fault.code()))
        .collect();
    assert_eq!(
        found,
        [
            ("/map", "properties"),
            ("/map/Z", "lowercase"),
            ("/map/Z", "range"),
            ("/set/0", "non_empty")
        ],
    );
}
