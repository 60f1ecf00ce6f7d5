//! `jiff`: moments, dates, times and durations, as far as their text is that of a standard.
//!
//! Bounds can be constants: `range = jiff::civil::date(2000, 1, 1)..`, `range = jiff::Timestamp::UNIX_EPOCH..`.

use jiff::civil::{Date, DateTime, Time};
use jiff::{SignedDuration, Span, Timestamp, Zoned};

use crate::rules::past::{Moment, Stretch};

super::texts! {
    Timestamp: "date_time", "date-time", "a date and time with offset", |text| text.parse().ok();
    Zoned: "date_time_zoned", "date-time-zoned", "a date and time with time zone", |text| text.parse().ok();
    DateTime: "date_time_local", "date-time-local", "a date and time without offset", |text| text.parse().ok();
    Date: "date", "date", "a date", |text| text.parse().ok();
    Time: "time_local", "time-local", "a time without offset", |text| text.parse().ok();
    SignedDuration: "duration", "duration", "a duration", |text| text.parse().ok();
    Span: "duration", "duration", "a duration", |text| text.parse().ok();
}

super::ranged! {
    Timestamp: |bound| bound.to_string();
    DateTime: |bound| bound.to_string();
    Date: |bound| bound.to_string();
    Time: |bound| bound.to_string();
    SignedDuration: |bound| bound.to_string();
}

impl Moment for Timestamp {
    fn stretch(&self) -> Option<Stretch> {
        Some(Stretch::moment(self.as_nanosecond()))
    }
}

impl Moment for Zoned {
    fn stretch(&self) -> Option<Stretch> {
        self.timestamp().stretch()
    }
}

impl Moment for Date {
    fn stretch(&self) -> Option<Stretch> {
        Some(Stretch::day(
            self.year().into(),
            self.month().into(),
            self.day().into(),
        ))
    }
}
