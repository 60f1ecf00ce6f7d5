//! Where a report on a form says that something is: in the form.

use perimeter::{Payload, Violations, accept, external_contract};

#[external_contract]
#[derive(Debug)]
struct Order {
    #[field(length = 1..=3)]
    id: String,
    #[field(range = 1..=9)]
    count: u8,
    #[field(length = ..=2, each(range = 1..=9))]
    #[serde(default)]
    sizes: Vec<u8>,
    #[field(length = ..=5)]
    note: Option<String>,
}

fn report(form: &str) -> Violations {
    accept::<Order>(&Payload::form::<Order>(form)).unwrap_err()
}

/// Each violation with the part of the form that it is about.
fn parts(form: &str) -> Vec<(String, String, &str)> {
    report(form)
        .iter()
        .map(|found| {
            let span = found.span().unwrap();
            assert_eq!(found.line(), Some(1));
            assert_eq!(
                found.column(),
                Some(form[..span.start].chars().count() + 1),
                "{form}"
            );
            (found.pointer().to_owned(), found.code().to_owned(), &form[span])
        })
        .collect()
}

fn part<'f>(pointer: &str, code: &str, text: &'f str) -> (String, String, &'f str) {
    (pointer.to_owned(), code.to_owned(), text)
}

#[test]
fn values_stand_where_they_were_sent_in_the_order_of_the_form() {
    assert_eq!(
        parts("sizes=0&id=l%C3%B6wenherz&sizes=10&count=x&note=über+lang"),
        [
            part("/sizes/0", "range", "0"),
            part("/id", "length", "l%C3%B6wenherz"),
            part("/sizes/1", "range", "10"),
            part("/count", "type", "x"),
            part("/note", "length", "über+lang"),
        ]
    );
}

#[test]
fn names_are_what_unknown_and_duplicate_are_about() {
    assert_eq!(
        parts("ü=1&id=a&count=1&c%6Funt=2"),
        [part("/ü", "unknown", "ü"), part("/count", "duplicate", "c%6Funt")]
    );
}

#[test]
fn a_list_stands_where_its_first_value_does() {
    assert_eq!(
        parts("id=a&sizes=1&count=1&sizes=2&sizes=3"),
        [part("/sizes", "length", "1")]
    );
}

#[test]
fn what_is_missing_is_missing_at_the_end() {
    let form = "note=é";
    let report = report(form);
    let ends: Vec<_> = report
        .iter()
        .map(|found| (found.pointer(), found.span(), found.column()))
        .collect();
    assert_eq!(
        ends,
        [("/id", Some(7..7), Some(7)), ("/count", Some(7..7), Some(7))]
    );
    assert_eq!(accept::<Order>(&Payload::form::<Order>("")).unwrap_err().len(), 2);
}

#[test]
fn escaped_names_and_values_do_not_shift_places() {
    assert_eq!(
        parts("%69d=%22%5C%0A%22&count=%30&&&sizes=%39%39"),
        [
            part("/id", "length", "%22%5C%0A%22"),
            part("/count", "range", "%30"),
            part("/sizes/0", "range", "%39%39"),
        ]
    );
}
