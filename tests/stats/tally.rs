use std::collections::BTreeMap;

use fastrand::Rng;
use perimeter::stats::{Counts, Tally};
use perimeter::{Boundary, Contract, Violation, Violations, accept, external_contract};

#[external_contract]
#[derive(Debug)]
struct Order {
    #[field(length = 1..=9)]
    id: String,
    #[field(length = 0..=99)]
    lines: Vec<Line>,
    #[field(keys(length = 1..=9), values(range = 0..=9), default)]
    counts: BTreeMap<String, u8>,
    #[field(any, default)]
    foreign: serde_json::Value,
    #[field(any, default = None)]
    pair: Option<(u8, u8)>,
    #[field(default = None, secret)]
    secret: Option<Line>,
}

#[external_contract]
#[derive(Debug)]
struct Line {
    #[field(range = 1..=9)]
    count: u8,
    #[field(length(..=1, severity = warn), default)]
    note: String,
}

/// A contract that holds itself.
#[external_contract]
#[derive(Debug)]
struct Tree {
    #[field(length = 0..=9)]
    of: Vec<Tree>,
    #[field(range = 0..=9)]
    value: u8,
}

fn judge<T: Contract<Context = ()> + for<'de> perimeter::__private::Decode<'de>>(tally: &Tally, text: &str) {
    match accept::<T>(text) {
        Ok(_) => tally.accepted(),
        Err(report) => tally.rejected(&report),
    }
}

/// As `field code count`.
fn rules(counts: &Counts) -> Vec<String> {
    let rules = counts.by_rule.iter();
    rules
        .map(|rule| format!("{} {} {}", rule.field, rule.code, rule.count))
        .collect()
}

#[test]
fn a_value_counts_once_for_each_rule_that_rejects_it() {
    let tally = Tally::new();
    for text in [
        r#"{"id":"a","lines":[{"count":1}]}"#,
        r#"{"id":"","lines":[{"count":0},{"count":0},{"count":"x"}]}"#,
        r#"{"id":"a","lines":[{"count":0,"note":"long"}]}"#,
        r#"{"lines":[],"counts":{"x":10,"y":11}}"#,
        "{",
    ] {
        judge::<Order>(&tally, text);
    }
    let counts = tally.snapshot();
    assert_eq!((counts.accepted, counts.rejected, counts.others), (1, 4, 0));
    assert_eq!(
        rules(&counts),
        [
            "/lines/*/count range 2",
            " syntax 1",
            "/counts/* range 1",
            "/id length 1",
            "/id missing 1",
            "/lines/*/count type 1",
        ]
    );
}

#[test]
fn an_element_of_a_tuple_is_a_field_and_a_secret_has_no_parts() {
    let tally = Tally::new();
    judge::<Order>(
        &tally,
        r#"{"id":"a","lines":[],"pair":[1,"x"],"secret":{"count":0}}"#,
    );
    let counts = tally.snapshot();
    assert_eq!(rules(&counts), ["/pair/1 type 1", "/secret conversion 1"]);
}

/// A sender makes up a name for each text: memory is that of one.
#[test]
fn names_that_senders_make_up_fill_nothing() {
    let tally = Tally::new();
    let text = |name: &str| {
        format!(r#"{{"id":"a","lines":[{{"count":1,"{name}":1}}],"counts":{{"{name}":10}},"{name}":1}}"#)
    };
    judge::<Order>(&tally, &text("a"));
    let bytes = tally.bytes();
    for index in 0..2000 {
        judge::<Order>(&tally, &text(&format!("n{index}")));
    }
    assert_eq!(tally.bytes(), bytes);
    let counts = tally.snapshot();
    assert_eq!(counts.others, 0);
    assert_eq!(
        rules(&counts),
        [" unknown 2001", "/counts/* range 2001", "/lines/* unknown 2001"]
    );
}

/// Codes of the user's own may be made of anything, and a contract that holds itself has patterns without end.
#[test]
fn what_has_no_end_is_counted_together() {
    let tally = Tally::new();
    let made_up = |index: usize| Violations::one(Violation::new(format!("code.{index}"), "is wrong"));
    for index in 0..1000 {
        tally.rejected(&made_up(index));
    }
    tally.rejected(&made_up(0));
    let counts = tally.snapshot();
    assert_eq!(
        (counts.rejected, counts.by_rule.len(), counts.others),
        (1001, 256, 744)
    );
    assert_eq!(rules(&counts).first().unwrap(), " code.0 2");

    let tally = Tally::new();
    for depth in 0..60 {
        for member in ["\"value\":10", "\"value\":1,\"x\":1"] {
            let open = "{\"value\":1,\"of\":[".repeat(depth);
            let text = format!("{open}{{{member},\"of\":[]}}{}", "]}".repeat(depth));
            judge::<Tree>(&tally, &text);
        }
    }
    let counts = tally.snapshot();
    assert_eq!(counts.rejected, 120);
    assert_eq!(counts.by_rule.len() as u64 + counts.others, 120);
    assert!(tally.bytes() < 64 << 10, "{}", tally.bytes());
}

#[test]
fn a_long_code_is_not_kept() {
    let tally = Tally::new();
    tally.rejected(&Violations::one(Violation::new("c".repeat(1 << 20), "is wrong")));
    let counts = tally.snapshot();
    assert_eq!((counts.rejected, counts.by_rule.len(), counts.others), (1, 0, 1));
}

#[test]
fn what_is_only_warned_of_is_no_reason() {
    let tally = Tally::new();
    let report = Boundary::new()
        .examine::<Line>(r#"{"count":0,"note":"long"}"#)
        .err()
        .unwrap();
    assert_eq!(report.len(), 2);
    tally.rejected(&report);
    assert_eq!(rules(&tally.snapshot()), ["/count range 1"]);
}

/// Without a contract, what looks like an index is one.
#[test]
fn a_report_without_a_contract_is_counted_too() {
    let tally = Tally::new();
    for pointer in ["/a/0/b~1c", "/a/17/b~1c", "/a/x1/b~1c", "/a//0"] {
        tally.rejected(&Violations::one(Violation::new("own", "is wrong").at(pointer)));
    }
    tally.rejected(&Violations::one(
        Violation::new("unknown", "is unknown").at("/a/3/made-up"),
    ));
    assert_eq!(
        rules(&tally.snapshot()),
        [
            "/a/*/b~1c own 2",
            "/a/* unknown 1",
            "/a//* own 1",
            "/a/x1/b~1c own 1"
        ]
    );
}

/// Whatever is counted in whatever order by however many threads, the sums are the same.
/// The names of a document are those of its `properties` and `required`.
#[cfg(feature = "documents")]
#[test]
fn names_that_a_document_does_not_have_fill_nothing() {
    use perimeter::{Document, Format, Registry};

    let text = r#"{"x-module": "app", "x-name": "ages", "x-zone": "core", "required": ["1"],
        "properties": {"age": {"maximum": 120}}, "additionalProperties": {"type": "integer"}}"#;
    let document = Document::parse(Format::Json, text).unwrap();
    let registry = Registry::builder().register(document).build().unwrap();
    let ages = registry.named("ages").unwrap();
    for index in 0..3000 {
        let text = format!(r#"{{"k{index}": "x", "1": 1}}"#);
        assert!(ages.validate(&text).is_err());
    }
    assert!(ages.validate(r#"{"age": 200}"#).is_err());
    let counts = ages.counts();
    assert_eq!(rules(&counts), ["/* type 3000", "/1 missing 1", "/age range 1"]);
    assert_eq!(counts.others, 0);
}

#[test]
fn what_threads_count_adds_up() {
    let texts = [
        r#"{"id":"a","lines":[{"count":1}]}"#,
        r#"{"id":"","lines":[]}"#,
        r#"{"id":"a","lines":[{"count":0},{"count":0}]}"#,
        r#"{"id":"","lines":[{"count":0}],"x":1}"#,
    ];
    let mut rng = Rng::with_seed(7);
    for threads in [1, 2, 8, 20] {
        let (tally, alone) = (Tally::new(), Tally::new());
        let drawn: Vec<Vec<&str>> = (0..threads)
            .map(|_| {
                (0..rng.usize(1..300))
                    .map(|_| texts[rng.usize(..texts.len())])
                    .collect()
            })
            .collect();
        std::thread::scope(|scope| {
            for texts in &drawn {
                let tally = &tally;
                scope.spawn(move || texts.iter().for_each(|text| judge::<Order>(tally, text)));
            }
            // Reading meanwhile disturbs nothing, and never sees more than there is.
            let counts = tally.snapshot();
            assert!(counts.accepted + counts.rejected <= drawn.concat().len() as u64);
        });
        drawn
            .concat()
            .iter()
            .for_each(|text| judge::<Order>(&alone, text));
        assert_eq!(tally.snapshot(), alone.snapshot());
    }
}

#[test]
fn accepting_allocates_once() {
    let tally = Tally::new();
    tally.accepted();
    let again = allocation_counter::measure(|| tally.accepted());
    assert_eq!(again.count_total, 0);
    assert_eq!(size_of::<Tally>(), 2 * size_of::<usize>());
}
