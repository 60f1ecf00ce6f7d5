//! Messages in other languages.

use std::sync::Arc;

use perimeter::{Boundary, Catalogue, Param, Params, Templates, Violation, Violations};

use crate::{Order, found, rejected};

fn said(template: &str, violation: &Violation) -> String {
    let catalogue = Templates::new([(violation.code().to_owned(), template)]).expect("it is sound");
    violation.message_in(&catalogue)
}

#[test]
fn what_a_catalogue_has_no_message_for_is_english() {
    let german = Templates::new([("range", "muss von {min} bis {max} sein")]).unwrap();
    let report = rejected(r#"{"name":"a","size":0}"#);
    let expected = "1:9: /name: must have 2 to 5 characters, not 1\n1:20: /size: muss von 1 bis 10 sein";
    assert_eq!(report.display_in(&german).to_string(), expected);
    let behind: Arc<dyn Catalogue> = Arc::new(german);
    assert_eq!(report.display_in(&behind).to_string(), expected);
}

#[test]
fn words_around_messages_are_translated_too() {
    let german = Templates::new([("length", "zu lang"), ("missing", "fehlt")]).unwrap();
    let german = german
        .with_warning("Warnung")
        .with_more("und {count} weitere")
        .unwrap();
    let examined = Boundary::new()
        .max_violations(2)
        .examine::<Order>(r#"{"note":"long"}"#);
    let report = found(examined).unwrap();
    assert_eq!(
        report.display_in(&german).to_string(),
        "1:9: Warnung: /note: zu lang\n1:15: /name: fehlt\nund 1 weitere"
    );
    assert_eq!(
        report.to_string(),
        "1:9: warning: /note: must have at most 3 characters, not 4\n1:15: /name: is missing\nand 1 more"
    );
}

#[test]
fn the_first_template_whose_parameters_are_there_counts() {
    let templates = [
        ("length", "{min} bis {max}"),
        ("length", "mindestens {min}"),
        ("length", "höchstens {max}"),
        ("length", "falsch"),
        ("length", "nie"),
    ];
    let german = Templates::new(templates).unwrap();
    let length = || Violation::new("length", "is wrong");
    assert_eq!(
        length().with("min", 1).with("max", 2).message_in(&german),
        "1 bis 2"
    );
    assert_eq!(length().with("max", 2).message_in(&german), "höchstens 2");
    assert_eq!(length().message_in(&german), "falsch");
    let incomplete = Templates::new([("length", "{nothing}")]).unwrap();
    assert_eq!(length().message_in(&incomplete), "is wrong");
}

#[test]
fn text_of_parameters_is_never_expanded() {
    let violation = Violation::new("a", "b")
        .with("x", "{y} {{ }} {")
        .with("y", "{x}")
        .with("z", "secret");
    assert_eq!(
        said("{x}|{y}|{{x}}|{{{y}}}", &violation),
        "{y} {{ }} {|{x}|{x}|{{x}}"
    );
    assert_eq!(said("}}{{", &violation), "}{");
    assert_eq!(said("", &violation), "");
}

#[test]
fn parameters_are_shown_like_this() {
    let object = Params::new().with("a", 1).with("b", "c");
    for (value, shown) in [
        (Param::from(true), "true"),
        (Param::from(-12000), "-12000"),
        (Param::from(u64::MAX), "18446744073709551615"),
        (Param::from(0.1_f32), "0.1"),
        (Param::from(1.0), "1"),
        (Param::from(f64::NAN), "NaN"),
        (Param::from("a \"b\" \\ ä"), "a \"b\" \\ ä"),
        (Param::from("a\nb\u{202e}\u{1b}"), "a\\nb\\u{202e}\\u{1b}"),
        (["a", "b", "c"].into_iter().collect(), "\"a\", \"b\", \"c\""),
        ([1, 2].into_iter().collect(), "1, 2"),
        (Param::List(Vec::new()), ""),
        (Param::from(object), "a: 1, b: \"c\""),
    ] {
        assert_eq!(said("{v}", &Violation::new("a", "b").with("v", value)), shown);
    }
}

#[test]
fn a_malformed_template_is_refused_where_it_is() {
    for (template, at, reason) in [
        ("{", 0, "`{` without `}`"),
        ("ab {c", 3, "`{` without `}`"),
        ("ä}", 2, "`}` without `{`; a brace itself is `}}`"),
        ("a}}}", 3, "`}` without `{`; a brace itself is `}}`"),
        ("{}", 0, "a placeholder needs a name, such as `{min}`"),
        (
            "{ min }",
            0,
            "the name of a placeholder holds no space and no brace",
        ),
        (
            "{a{b}",
            0,
            "the name of a placeholder holds no space and no brace",
        ),
    ] {
        let error = Templates::new([("sound", "{a}"), ("code", template)]).expect_err(template);
        assert_eq!((error.code(), error.at()), ("code", at), "{template}");
        assert_eq!(
            error.to_string(),
            format!("the template for `code` at byte {at}: {reason}")
        );
    }
    let german = || Templates::new([("a", "b")]).unwrap();
    let error = german()
        .with_more("und {number} {count}")
        .expect_err("there is no `number`");
    assert_eq!((error.code(), error.at()), ("more", 4));
    assert_eq!(german().with_more("{").expect_err("it is not closed").at(), 0);
    assert_eq!(german().with_more("viele").unwrap().more(3), "viele");
}

#[test]
fn a_report_that_was_read_is_translated_by_its_codes() {
    let german = Templates::new([("length", "braucht {min} bis {max}")]).unwrap();
    let report = rejected(r#"{"name":"a","size":1}"#);
    let read: Violations = serde_json::from_str(&serde_json::to_string(&report).unwrap()).unwrap();
    assert_eq!(
        read.display_in(&german).to_string(),
        "1:9: /name: braucht 2 bis 5"
    );
}
