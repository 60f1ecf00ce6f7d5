//! Batches: what is an item, where it stands, and what it costs.

#![allow(
    clippy::expect_used,
    clippy::format_collect,
    clippy::format_push_string,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::trivially_copy_pass_by_ref,
    clippy::unwrap_used,
    reason = "a test over fixed inputs: what is missing is a failure, and nothing here is in a hurry; checks take their \
              field by reference"
)]

mod agreement;
mod any_bytes;
mod arrays;
mod boundaries;
mod interrupted;
mod lines;
mod memory;
mod order;
mod places;
mod progress;
mod reader;

use std::io::BufRead;

use perimeter::batch::{Error, Items};
use perimeter::external_contract;

use crate::agreement::{Seen, all};

/// Somebody signs up.
#[external_contract]
#[derive(Debug, Clone, PartialEq)]
struct SignUp {
    #[field(email)]
    email: String,
    #[field(range = 13..=120)]
    age: Option<u8>,
}

/// The texts of a batch that has no end but its own.
fn texts<R: BufRead>(items: Items<R>) -> Vec<String> {
    let (seen, error) = all(items);
    assert!(error.is_none(), "{error:?}");
    seen.into_iter()
        .map(|(.., text)| String::from_utf8(text.expect("no item is too long")).unwrap())
        .collect()
}

/// The report on a batch that ends before its end.
fn malformed(error: Option<Error>) -> String {
    match error {
        Some(Error::Malformed(report)) => {
            assert_eq!((report.len(), report.first().code()), (1, "syntax"));
            report.to_string()
        }
        other => panic!("{other:?}"),
    }
}
