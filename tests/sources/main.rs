//! What contracts are read from besides bytes and `&str`: the same verdict, codes and pointers as from JSON text.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    dead_code,
    reason = "a test over fixed inputs; the types are only read"
)]

mod agreement;
mod form_contracts;
mod form_fields;
mod form_places;
mod formats;
mod reader;
mod value;

use perimeter::{Contract, Payload, Violation, Violations, accept};

/// Pointers and codes of a report, in its order.
pub(crate) fn told(report: &Violations) -> Vec<(String, String)> {
    report
        .iter()
        .map(|found| (found.pointer().to_owned(), found.code().to_owned()))
        .collect()
}

pub(crate) fn lines(report: &Violations) -> Vec<String> {
    report.iter().map(Violation::to_string).collect()
}

/// Runs on a thread with a stack of 2 MiB, as those of a service have.
pub(crate) fn on_a_small_stack(run: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(run);
    thread.unwrap().join().unwrap();
}

/// The report on a form; empty if it is accepted.
pub(crate) fn form_lines<T: Contract<Context = ()> + for<'de> perimeter::__private::Decode<'de>>(
    form: &str,
) -> Vec<String> {
    accept::<T>(&Payload::form::<T>(form)).map_or_else(|report| lines(&report), |_| Vec::new())
}
