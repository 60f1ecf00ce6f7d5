//! Roll-outs: what each mode admits, what it proves, and where its reports go.

#![allow(
    clippy::panic,
    clippy::trivially_copy_pass_by_ref,
    clippy::unnecessary_wraps,
    clippy::unwrap_used,
    dead_code,
    reason = "a test over fixed inputs; the types are only read, and checks take their field by reference"
)]

mod built;
mod inside;
mod modes;
mod parsing;

use std::cell::RefCell;

use perimeter::__private::Decode;
use perimeter::{Admission, Boundary, Contract, Enforcement, Mode, Violations};

/// What became of a text in a mode, in short.
#[derive(Debug, PartialEq)]
pub(crate) enum Became {
    Proven,
    /// With the codes of its report, and those that went to the log.
    Unproven(Vec<String>, Vec<String>),
    Rejected(Vec<String>),
}

pub(crate) fn codes(report: &Violations) -> Vec<String> {
    report.iter().map(|found| found.code().to_owned()).collect()
}

pub(crate) fn of_codes(codes: &[&str]) -> Vec<String> {
    codes.iter().map(|code| (*code).to_owned()).collect()
}

pub(crate) fn became<R>(
    admission: &Admission<impl Contract, R>,
    logged: &RefCell<Vec<String>>,
    report: impl FnOnce(&R) -> Vec<String>,
) -> Became {
    match admission {
        Admission::Proven(accepted) => {
            assert!(
                accepted
                    .warnings
                    .as_ref()
                    .is_none_or(|warnings| !warnings.has_errors())
            );
            Became::Proven
        }
        Admission::Unproven { violations, .. } => {
            let told = violations.as_ref().map(codes).unwrap_or_default();
            Became::Unproven(told, logged.borrow().clone())
        }
        Admission::Rejected(rejected) => {
            assert!(logged.borrow().is_empty());
            Became::Rejected(report(rejected))
        }
    }
}

pub(crate) fn admitted<'de, T>(mode: Mode, text: &'de str) -> Became
where
    T: Contract<Context = ()> + Decode<'de>,
{
    admitted_by::<T>(Boundary::new(), mode, text)
}

pub(crate) fn admitted_by<'de, T>(boundary: Boundary, mode: Mode, text: &'de str) -> Became
where
    T: Contract<Context = ()> + Decode<'de>,
{
    let logged = RefCell::new(Vec::new());
    let log = |report: &Violations| logged.borrow_mut().extend(codes(report));
    let admission = boundary.enforcing(Enforcement::all(mode), log).admit::<T>(text);
    became(&admission, &logged, codes)
}
