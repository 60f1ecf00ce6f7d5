//! `time`: moments and dates in the form of RFC 3339.
//!
//! The crate's own `Deserialize` reads a form that no other program writes; this one is what `time::serde::rfc3339` writes.
//! Bounds can be constants: those of the crate's macro `date!` are, or `Date::MIN`.

use time::format_description::BorrowedFormatItem;
use time::format_description::well_known::Rfc3339;
use time::macros::format_description;
use time::{Date, OffsetDateTime};

use crate::rules::past::{Moment, Stretch};

const DATE: &[BorrowedFormatItem<'_>] = format_description!("[year]-[month]-[day]");

super::texts! {
    OffsetDateTime: "date_time", "date-time", "a date and time with offset", |text| {
        OffsetDateTime::parse(text, &Rfc3339).ok()
    };
    Date: "date", "date", "a date", |text| Date::parse(text, DATE).ok();
}

super::ranged! {
    // What RFC 3339 can't say, such as a year of five digits, is shown as the crate does.
    OffsetDateTime: |bound| bound.format(&Rfc3339).unwrap_or_else(|_| bound.to_string());
    Date: |bound| bound.to_string();
}

impl Moment for OffsetDateTime {
    fn stretch(&self) -> Option<Stretch> {
        Some(Stretch::moment(self.unix_timestamp_nanos()))
    }
}

impl Moment for Date {
    fn stretch(&self) -> Option<Stretch> {
        let month = u8::from(self.month());
        Some(Stretch::day(self.year().into(), month.into(), self.day().into()))
    }
}
