//! Words across fields: what they accept and reject, where they report it, and what keeps them from being checked.

mod contracts;
mod descriptors;
mod groups;
mod places;
mod words;

use perimeter::{Contract, Violation, Violations};

/// The lines of the report on a text; none if it is accepted.
macro_rules! told {
    ($contract:ty, $text:expr) => {
        accept::<$contract>($text).map_or_else(|report| lines(&report), |_| Vec::new())
    };
}
use told;

pub(crate) fn lines(report: &Violations) -> Vec<String> {
    report.iter().map(Violation::to_string).collect()
}

/// The report on a built value.
pub(crate) fn built<T: Contract<Context = ()>>(value: &T) -> Vec<String> {
    value
        .validate()
        .map_or_else(|report| lines(&report), |()| Vec::new())
}

pub(crate) const NONE: [&str; 0] = [];
