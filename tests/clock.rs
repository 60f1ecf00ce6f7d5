//! Rules about time go by the clock of the boundary, so that a test says what time it is.

use std::time::{Duration, SystemTime};

use perimeter::{Boundary, Clock, Contract, external_contract};

#[external_contract]
struct Booking {
    #[field(past, after = "2000-01-01")]
    made: String,
    #[field(future(message = "must lie ahead"))]
    due: Option<String>,
    #[field(length = ..=3, each(within = Duration::from_secs(300)))]
    seen: Vec<String>,
}

/// 2024-02-29, noon in UTC.
const NOON: Duration = Duration::from_secs(1_709_208_000);

const TEXT: &str =
    r#"{"made":"2024-02-29T11:59:00Z","due":"2024-03-01","seen":["2024-02-29T13:00:00+01:00"]}"#;

fn at(time: Duration) -> Clock {
    Clock::fixed(SystemTime::UNIX_EPOCH + time)
}

/// What is wrong with the text at a time.
fn found(time: Duration) -> Vec<String> {
    match Boundary::new().clock(at(time)).accept::<Booking>(TEXT) {
        Ok(_) => Vec::new(),
        Err(report) => report
            .iter()
            .map(|fault| format!("{} {}", fault.pointer(), fault.message()))
            .collect(),
    }
}

#[test]
fn a_boundary_reads_its_own_clock() {
    const HOUR: Duration = Duration::from_secs(60 * 60);
    const ELEVEN: Duration = Duration::from_secs(1_709_204_400);
    assert_eq!(found(NOON), [""; 0]);
    assert_eq!(
        found(ELEVEN),
        ["/made must be in the past", "/seen/0 must be within 300s of now"],
    );
    assert_eq!(
        found(NOON + 12 * HOUR),
        ["/due must lie ahead", "/seen/0 must be within 300s of now"]
    );
}

#[test]
fn a_built_value_is_checked_by_the_same_clock() {
    let booking = Booking {
        made: "2024-02-29T11:59:00Z".to_owned(),
        due: None,
        seen: Vec::new(),
    };
    assert!(booking.validate_at(at(NOON)).is_ok());
    assert!(booking.validate_at(at(Duration::ZERO)).is_err());
    // It is long ago by now.
    assert!(booking.validate().is_ok());
}

#[test]
fn text_that_is_no_moment_is_neither_past_nor_future() {
    let text = r#"{"made":"yesterday","due":"2024-03-01T00:00:00","seen":[]}"#;
    let report = Boundary::new()
        .clock(at(NOON))
        .examine::<Booking>(text)
        .err()
        .unwrap();
    let codes: Vec<&str> = report.iter().map(perimeter::Violation::code).collect();
    assert_eq!(codes, ["past", "after", "future"]);
}

#[cfg(feature = "jiff")]
#[test]
fn dates_and_moments_of_other_crates_have_the_same_rules() {
    #[external_contract]
    struct Person {
        #[field(past, after = "1900-01-01")]
        born: jiff::civil::Date,
        #[field(within = Duration::from_secs(60))]
        signed: jiff::Timestamp,
    }

    let boundary = Boundary::new().clock(at(NOON));
    let sound = r#"{"born":"2024-02-28","signed":"2024-02-29T12:00:59Z"}"#;
    assert!(boundary.accept::<Person>(sound).is_ok());
    // Today is not over.
    let unborn = r#"{"born":"2024-02-29","signed":"2024-02-29T12:00:59Z"}"#;
    assert!(boundary.accept::<Person>(unborn).is_err());
}
