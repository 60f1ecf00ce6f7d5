//! What is said of a value: its contract, and of its faults where and which, in the words of the contract.

use perimeter::{Boundary, Violation, accept, external_contract};
use tracing::Level;

use super::spy::{Spy, Told};

fn told(run: impl FnOnce()) -> Vec<Told> {
    Spy::at(Level::TRACE).listening(run).1
}

fn failed(run: impl FnOnce()) -> String {
    match told(run).as_slice() {
        [told] => told.field("failed").unwrap().to_owned(),
        told => panic!("one event, not {told:?}"),
    }
}

#[external_contract]
#[derive(Debug)]
struct Line {
    #[field(range = 1..=9)]
    count: u8,
    #[field(length = 0..=3)]
    #[serde(rename = "a/b", default)]
    odd: String,
}

#[external_contract]
#[derive(Debug)]
#[serde(tag = "kind", content = "of")]
enum Payment {
    Card {
        #[field(length = 4)]
        digits: String,
    },
    Pair(#[field(range = 1..=9)] u8, #[field(range = 1..=9)] u8),
}

#[external_contract]
#[derive(Debug)]
struct Basket {
    #[field(length = 0..=9)]
    lines: Vec<Line>,
    #[field(keys(length = 1..=3), values(length = 0..=9))]
    shelves: std::collections::BTreeMap<String, Vec<Line>>,
    #[field(default = None)]
    payment: Option<Payment>,
    #[serde(flatten)]
    more: More,
}

#[external_contract]
#[derive(Debug)]
struct More {
    #[field(length = 0..=3)]
    #[serde(default)]
    note: String,
    #[field(check = scolds)]
    #[serde(default)]
    open: serde_json::Map<String, serde_json::Value>,
}

/// A check of the user's own, whose code and place are of what the sender wrote.
fn scolds(open: &serde_json::Map<String, serde_json::Value>) -> Result<(), Violation> {
    match open.keys().next() {
        Some(key) => Err(Violation::new("open.key\n", "is open").at(format!("/{key}/0/x"))),
        None => Ok(()),
    }
}

#[test]
fn a_place_is_told_in_the_words_of_the_contract() {
    for (members, expected) in [
        (
            r#""lines":[{"count":0},{"count":10}],"shelves":{}"#,
            "/lines/*/count: range",
        ),
        (
            r#""lines":[{"count":1,"a/b":"long"}],"shelves":{}"#,
            "/lines/*/a~1b: length",
        ),
        (
            r#""lines":[],"shelves":{"x":[{"count":0}],"long":[]}"#,
            "/shelves/*/*/count: range; /shelves/*: length",
        ),
        (r#""lines":[],"shelves":{},"note":"long""#, "/note: length"),
        (
            r#""lines":[],"shelves":{},"payment":{"kind":"Card","of":{"digits":"1"}}"#,
            "/payment/of/digits: length",
        ),
        (
            r#""lines":[],"shelves":{},"payment":{"kind":"Pair","of":[1,0]}"#,
            "/payment/of/1: range",
        ),
        (
            r#""lines":[{"count":1,"sender":2}],"shelves":{}"#,
            "/lines/*: unknown",
        ),
        (
            r#""lines":[],"shelves":{},"open":{"sender":1}"#,
            "/open/*: open.key\\n",
        ),
        (r#""shelves":{},"sender":1"#, "/lines: missing; unknown"),
    ] {
        let text = format!("{{{members}}}");
        let mut parts: Vec<_> = failed(|| drop(accept::<Basket>(&text)))
            .split("; ")
            .map(str::to_owned)
            .collect();
        let mut wanted: Vec<_> = expected.split("; ").map(str::to_owned).collect();
        parts.sort();
        wanted.sort();
        assert_eq!(parts, wanted, "{text}");
    }
}

#[test]
fn the_text_itself_has_no_place() {
    assert_eq!(failed(|| drop(accept::<Line>("{"))), "syntax");
    let short = Boundary::new().max_bytes(1);
    assert_eq!(failed(|| drop(short.accept::<Line>("{}"))), "limit.bytes");
}

/// A report of hundreds is told in a line.
#[test]
fn what_differs_is_told_up_to_a_bound() {
    #[external_contract]
    struct Wide {
        #[field(check = many)]
        of: String,
    }
    fn many(_: &str) -> Result<(), Violation> {
        Err(Violation::new("a".repeat(5000), "is wrong"))
    }
    let line = failed(|| drop(accept::<Wide>(r#"{"of":""}"#)));
    assert_eq!(line, format!("/of: {}…", "a".repeat(1024)));

    let codes = |count: usize| {
        let mut basket = String::from("{\"lines\":[");
        for index in 0..count {
            let comma = if index > 0 { "," } else { "" };
            basket.push_str(comma);
            basket.push_str("{\"count\":0}");
        }
        basket.push_str("],\"shelves\":{}}");
        basket
    };
    let text = codes(90);
    let told = told(|| drop(accept::<Basket>(&text)));
    let told = told.first().unwrap();
    assert_eq!(told.field("error_count"), Some("91"));
    assert_eq!(
        told.field("failed"),
        Some("/lines: length; /lines/*/count: range")
    );
}

#[test]
fn warnings_fail_nothing() {
    #[external_contract]
    struct Careful {
        #[field(length(..=1, severity = warn))]
        name: String,
        #[field(range = 1..=2)]
        count: u8,
    }
    let names = |text: &str| -> Vec<_> {
        told(|| {
            let careful = Boundary::new().examine::<Careful>(text);
            drop(careful.map(|careful| (careful.valid.name.len(), careful.valid.count)));
        })
        .into_iter()
        .map(|told| {
            (
                told.name,
                told.fields.into_iter().find(|(name, _)| *name == "failed"),
            )
        })
        .collect()
    };
    let success = "foundation.perimeter.validation.success".to_owned();
    assert_eq!(names(r#"{"name":"long","count":1}"#), [(success, None)]);
    let failed = "foundation.perimeter.validation.failed".to_owned();
    assert_eq!(
        names(r#"{"name":"long","count":3}"#),
        [(failed, Some(("failed", "/count: range".to_owned())))]
    );
}

/// One document, one event: contracts inside are parts of it. Behind a foreign type stands a boundary of its own.
#[test]
fn contracts_inside_are_told_with_the_one_around() {
    #[derive(serde::Deserialize)]
    struct Foreign {
        line: Line,
    }
    #[external_contract]
    struct Parcel {
        #[field(any)]
        foreign: Foreign,
    }
    let names = |run: &dyn Fn()| -> Vec<_> {
        told(run)
            .iter()
            .map(|told| told.field("name").unwrap().to_owned())
            .collect()
    };
    let basket = r#"{"lines":[{"count":1}],"shelves":{"a":[{"count":1}]}}"#;
    assert_eq!(names(&|| drop(accept::<Basket>(basket).unwrap())), ["basket"]);
    let parcel = r#"{"foreign":{"line":{"count":1}}}"#;
    let read = || {
        let parcel = accept::<Parcel>(parcel).ok().unwrap();
        assert_eq!(parcel.foreign.line.count, 1);
    };
    assert_eq!(names(&read), ["line", "parcel"]);
}
