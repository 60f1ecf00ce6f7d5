//! `chrono`: moments, dates and times.
//!
//! Bounds can be constants where chrono has a const function for them: `range = DateTime::<Utc>::UNIX_EPOCH..`.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc};

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
