//! Where reports on items say that something is: in the batch.

use fastrand::Rng;
use perimeter::batch::Items;
use perimeter::{Boundary, Violation, accept, external_contract};

use crate::SignUp;

/// The same items as one document.
#[external_contract]
struct SignUps(#[field(any)] Vec<SignUp>);

/// A sign-up that is right, or wrong in one of many ways, with whatever white space.
fn draw(rng: &mut Rng) -> String {
    let space = rng.choice(["", " ", "\n  ", "\r\n"]).unwrap();
    let member = rng
        .choice([
            r#""email":"ada@example.com""#,
            r#""email":"ada""#,
            r#""email":"zoë@""#,
            r#""email":null"#,
            r#""email":["é"]"#,
            r#""emial":"ada@example.com""#,
            r#""é~/\"":1,"email":"ada@example.com""#,
        ])
        .unwrap();
    let age = rng
        .choice(["", r#","age":36"#, r#","age":7"#, r#","age":"é""#])
        .unwrap();
    format!("{space}{{{space}{member}{space}{age}{space}}}{space}")
}

#[test]
fn items_of_an_array_are_reported_as_in_the_whole_document() {
    let boundary = Boundary::new().max_violations(1_000);
    let mut rng = Rng::with_seed(0x91ace);
    let mut found = 0;
    for _ in 0..2_000 {
        let items: Vec<String> = (0..rng.usize(0..12)).map(|_| draw(&mut rng)).collect();
        let text = format!("{}[{}]\n", rng.choice(["", "\n", " "]).unwrap(), items.join(","));
        let whole: Vec<Violation> = match boundary.accept::<SignUps>(&text) {
            Ok(_) => Vec::new(),
            Err(report) => report.into_iter().collect(),
        };
        let mut batch = Items::array(text.as_bytes());
        let mut of_items = Vec::new();
        while let Some(item) = batch.next_item().unwrap() {
            if let Err(report) = boundary.accept::<SignUp>(&item) {
                of_items.extend(report);
            }
        }
        assert_eq!(of_items, whole, "{text}");
        found += whole.len();
    }
    assert!(found > 5_000, "{found} violations");
}

#[test]
fn lines_are_reported_by_their_place_in_the_file() {
    let file = "{\"email\":\"ada@example.com\"}\n\n{\"email\":\"\u{e9}\",\"age\":7}\r\n{\"email\":";
    let mut items = Items::lines(file.as_bytes());
    let mut reports = Vec::new();
    while let Some(item) = items.next_item().unwrap() {
        if let Err(report) = accept::<SignUp>(&item) {
            for violation in &report.clone().into_iter().collect::<Vec<_>>() {
                let span = violation.span().unwrap();
                reports.push((violation.to_string(), file[span].to_owned()));
            }
        }
    }
    let expected = [
        ("3:10: /1/email: must be an e-mail address", "\"\u{e9}\""),
        ("3:20: /1/age: must be 13 to 120", "7"),
        ("4:10: /2/email: is not JSON: the text ends inside a value", ""),
    ];
    assert_eq!(
        reports,
        expected.map(|(line, text)| (line.to_owned(), text.to_owned()))
    );
}

#[test]
fn an_item_that_is_not_utf_8_is_rejected_where_it_ceases_to_be() {
    let mut items = Items::lines(&b"1\n{\"email\":\"\xff\"}\n{\"email\":\"ada@example.com\"}\n"[..]);
    let mut reports = Vec::new();
    while let Some(item) = items.next_item().unwrap() {
        reports.push(accept::<SignUp>(&item).err().map(|report| report.to_string()));
    }
    assert_eq!(
        reports,
        [
            Some("1:1: /0: must be an object, not a number".to_owned()),
            Some("2:11: /1/email: is not JSON: these bytes are not UTF-8".to_owned()),
            None
        ]
    );
}

#[test]
fn an_item_that_is_too_long_is_rejected_by_whatever_limit_is_lower() {
    let file = format!("\n{{\"email\":\"{}@example.com\"}}\n", "a".repeat(50));
    let mut items = Items::lines(file.as_bytes()).max_item_bytes(40);
    let item = items.next_item().unwrap().unwrap();
    let report = |boundary: Boundary| boundary.accept::<SignUp>(&item).unwrap_err();
    let found = report(Boundary::new());
    assert_eq!(
        (found.first().code(), found.first().pointer()),
        ("limit.bytes", "/0")
    );
    assert_eq!(found.first().message(), "must not be longer than 40 bytes");
    assert_eq!(
        report(Boundary::new().max_bytes(30)).first().message(),
        "must not be longer than 30 bytes"
    );
    assert_eq!(found.first().params().get("actual"), None);
    assert_eq!(
        (found.first().line(), found.first().span()),
        (Some(2), Some(1..1))
    );
}
