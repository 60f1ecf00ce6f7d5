//! `chrono`: moments, dates and times.
//!
//! Bounds can be constants where chrono has a const function for them: `range = DateTime::<Utc>::UNIX_EPOCH..`.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};

use crate::rules::past::{Moment, Stretch};

super::texts! {
    DateTime<Utc>: "date_time", "date-time", "a date and time with offset", |text| text.parse().ok();
    DateTime<FixedOffset>: "date_time", "date-time", "a date and time with offset", |text| text.parse().ok();
    NaiveDateTime: "date_time_local", "date-time-local", "a date and time without offset", |text| text.parse().ok();
    NaiveDate: "date", "date", "a date", |text| text.parse().ok();
    NaiveTime: "time_local", "time-local", "a time without offset", |text| text.parse().ok();
}

super::ranged! {
    DateTime<Utc>: |bound| bound.to_rfc3339();
    DateTime<FixedOffset>: |bound| bound.to_rfc3339();
    NaiveDateTime: |bound| bound.to_string();
    NaiveDate: |bound| bound.to_string();
    NaiveTime: |bound| bound.to_string();
}

impl<Z: TimeZone> Moment for DateTime<Z> {
    fn stretch(&self) -> Option<Stretch> {
        let seconds = i128::from(self.timestamp()) * 1_000_000_000;
        Some(Stretch::moment(
            seconds + i128::from(self.timestamp_subsec_nanos()),
        ))
    }
}

impl Moment for NaiveDate {
    fn stretch(&self) -> Option<Stretch> {
        Some(Stretch::day(
            self.year().into(),
            self.month().into(),
            self.day().into(),
        ))
    }
}
