//! Readers that fail in between.

use std::error::Error as _;
use std::io::{self, ErrorKind};

use perimeter::batch::{Error, Items};

use crate::all;
use crate::reader::{Failing, Parts};

const LINES: &[u8] = b"{\"a\":1}\n\n  [1,2,3,4,5,6,7,8]\r\n3\n";
const ARRAY: &[u8] = b"[{\"a\":\"x\\\"]\"},\n [1,2,3,4,5,6,7,8] , 3 ]\n";

/// All items, with an error now and then in between.
fn resumed(mut items: Items<Failing<Parts<'_>>>) -> (Vec<(usize, usize, Option<usize>)>, usize) {
    let (mut seen, mut errors) = (Vec::new(), 0);
    loop {
        match items.next_item() {
            Ok(Some(item)) => seen.push((item.start(), item.line(), item.bytes().map(<[u8]>::len))),
            Ok(None) => return (seen, errors),
            Err(Error::Read(error)) => {
                assert_eq!(error.kind(), ErrorKind::WouldBlock);
                errors += 1;
            }
            Err(other) => panic!("{other:?}"),
        }
    }
}

#[test]
fn reads_that_are_interrupted_are_tried_again() {
    for size in [1, 2, 5, 100] {
        for max in [4, 100] {
            let parts = |text| Failing::new(Parts::new(text, size), ErrorKind::Interrupted);
            let lines = all(Items::lines(parts(LINES)).max_item_bytes(max));
            assert_eq!(lines.0, all(Items::lines(LINES).max_item_bytes(max)).0);
            assert!(lines.1.is_none());
            let array = all(Items::array(parts(ARRAY)).max_item_bytes(max));
            assert_eq!(array.0, all(Items::array(ARRAY).max_item_bytes(max)).0);
            assert!(array.1.is_none());
        }
    }
}

#[test]
fn after_an_error_reading_goes_on_where_it_stopped() {
    for size in [1, 2, 5, 100] {
        for max in [4, 100] {
            let parts = |text| Failing::new(Parts::new(text, size), ErrorKind::WouldBlock);
            for (whole, parts) in [
                (
                    all(Items::lines(LINES).max_item_bytes(max)).0,
                    Items::lines(parts(LINES)),
                ),
                (
                    all(Items::array(ARRAY).max_item_bytes(max)).0,
                    Items::array(parts(ARRAY)),
                ),
            ] {
                let (seen, errors) = resumed(parts.max_item_bytes(max));
                let whole: Vec<_> = whole
                    .into_iter()
                    .map(|(_, line, _, start, text)| (start, line, text.map(|text| text.len())))
                    .collect();
                assert_eq!(seen, whole, "{size} bytes at a time, items of {max} at most");
                assert!(errors > 0);
            }
        }
    }
}

#[test]
fn an_error_of_the_reader_is_the_readers() {
    let mut items = Items::lines(Failing::new(Parts::new(LINES, 100), ErrorKind::TimedOut));
    let error = items.next_item().map(|_| ()).unwrap_err();
    assert_eq!(error.to_string(), "reading the batch failed");
    assert_eq!(
        error.source().unwrap().to_string(),
        io::Error::from(ErrorKind::TimedOut).to_string()
    );
    assert_eq!(io::Error::from(error).kind(), ErrorKind::TimedOut);
}

#[test]
fn a_malformed_batch_is_invalid_data() {
    let mut items = Items::array(&b"1"[..]);
    let error = io::Error::from(items.next_item().map(|_| ()).unwrap_err());
    assert_eq!(error.kind(), ErrorKind::InvalidData);
    assert_eq!(error.to_string(), "1:1: is not JSON: expected an array");
}
