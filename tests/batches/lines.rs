//! What a line is.

use perimeter::accept;
use perimeter::batch::Items;

use crate::reader::Parts;
use crate::{SignUp, all, texts};

#[test]
fn lines_end_with_lf_or_crlf_and_the_last_may_lack_its_end() {
    assert_eq!(texts(Items::lines(&b"1\n2\r\n3"[..])), ["1", "2", "3"]);
    assert_eq!(texts(Items::lines(&b"1\n2\n"[..])), ["1", "2"]);
    // CR alone is white space of JSON and ends no line.
    assert_eq!(texts(Items::lines(&b"1\r2\n3\r"[..])), ["1\r2", "3\r"]);
}

#[test]
fn blank_lines_are_no_items_but_count() {
    let (seen, error) = all(Items::lines(&b"\n \t\r\n1\n\r\n\n2\n\n"[..]));
    assert!(error.is_none());
    assert_eq!(
        seen,
        [
            (0, 3, 1, 5, Some(b"1".to_vec())),
            (1, 6, 1, 10, Some(b"2".to_vec()))
        ]
    );
}

#[test]
fn nothing_is_no_item() {
    for nothing in ["", "\n", " ", "\r\n\r\n  "] {
        assert_eq!(texts(Items::lines(nothing.as_bytes())), [""; 0], "{nothing:?}");
    }
}

#[test]
fn after_the_end_there_is_nothing_more() {
    let mut items = Items::lines(&b"1\n"[..]);
    assert!(items.next_item().unwrap().is_some());
    for _ in 0..3 {
        assert!(items.next_item().unwrap().is_none());
    }
}

#[test]
fn a_byte_order_mark_is_a_fault_as_in_a_text_of_its_own() {
    let text = "\u{feff}{\"email\":\"ada@example.com\"}";
    let alone = accept::<SignUp>(text).unwrap_err();
    assert_eq!(alone.to_string(), "1:1: is not JSON: expected a value");
    let mut items = Items::lines(text.as_bytes());
    let item = items.next_item().unwrap().unwrap();
    let report = accept::<SignUp>(&item).unwrap_err();
    assert_eq!(report.to_string(), "1:1: /0: is not JSON: expected a value");
}

#[test]
fn raw_bytes_are_those_of_the_batch() {
    let batch = b"  1 \r\n\n2\n\n\r\n3";
    let mut items = Items::lines(&batch[..]);
    let mut copied = Vec::new();
    while let Some(item) = items.next_item().unwrap() {
        let raw = item.raw().unwrap();
        assert_eq!(&batch[item.start()..item.start() + raw.len()], raw);
        copied.extend_from_slice(raw);
    }
    assert_eq!(copied, b"  1 \r\n2\n3");
}

#[test]
fn the_parts_that_a_reader_gives_make_no_difference() {
    let batch = b"{\"a\":1}\r\n\n  [2]\n3\r\r\n\"\xc3\xa9\"\n\n4 5 6 7 8 9\nlast";
    for max in [0, 1, 3, 5, 7, 100] {
        let whole = all(Items::lines(&batch[..]).max_item_bytes(max)).0;
        for size in 1..batch.len() {
            let parts = Items::lines(Parts::new(batch, size)).max_item_bytes(max);
            assert_eq!(
                all(parts).0,
                whole,
                "{size} bytes at a time, items of {max} at most"
            );
        }
    }
}

#[test]
fn the_limit_does_not_count_the_end_of_the_line() {
    let lengths = |batch: &str| -> Vec<Option<usize>> {
        let (seen, error) = all(Items::lines(batch.as_bytes()).max_item_bytes(4));
        assert!(error.is_none());
        seen.into_iter()
            .map(|(.., text)| text.map(|text| text.len()))
            .collect()
    };
    for end in ["", "\n", "\r\n"] {
        assert_eq!(lengths(&format!("1234{end}")), [Some(4)], "{end:?}");
        assert_eq!(lengths(&format!("12345{end}")), [None], "{end:?}");
        assert_eq!(lengths(&format!("1234567{end}")), [None], "{end:?}");
    }
    assert_eq!(
        lengths("12345\n1\n123456\n2\n1234567\r\n3\n12345678\n\n4"),
        [None, Some(1), None, Some(1), None, Some(1), None, Some(1)]
    );
}

#[test]
fn lines_behind_one_that_is_too_long_are_where_they_are() {
    let (seen, _) = all(Items::lines(&b"123456789\n\n12\n"[..]).max_item_bytes(2));
    assert_eq!(seen, [(0, 1, 1, 0, None), (1, 3, 1, 11, Some(b"12".to_vec()))]);
}
