//! No text, and no document, takes more than it should.

use std::time::{Duration, Instant};

use perimeter::{Boundary, Document, DocumentError, Format};
use serde_json::json;

use crate::{assert_places, document, judge};

/// Far more than any of these takes, also in a build without optimizations on a busy machine.
const SOON: Duration = Duration::from_secs(60);

#[test]
fn many_errors_below_a_long_name_do_not_multiply() {
    let document = document(&json!({"additionalProperties": {"items": {"type": "string"}}}));
    let text = format!("{{\"{}\": [{}1]}}", "k".repeat(500_000), "1,".repeat(250_000));
    let before = Instant::now();
    let report = judge(&document, &text).unwrap_err();
    assert_places(&text, &report);
    assert_eq!(report.first().code(), "type");
    assert!(before.elapsed() < SOON);
}

#[test]
fn much_below_a_long_name_is_no_document() {
    let name = "k".repeat(1 << 20);
    let keywords = |number: usize| {
        let keywords: Vec<String> = (0..number).map(|at| format!("\"k{at}\": 0")).collect();
        keywords.join(", ")
    };
    let schemas = |number: usize| format!("\"allOf\": [{}{{}}]", "{}, ".repeat(number));
    let ours = |number: usize| format!("\"x-perimeter\": {{{}}}", keywords(number));
    for below in [keywords(100_000), schemas(100_000), ours(100_000)] {
        let text = format!(
            r#"{{"x-module": "a", "x-name": "b", "x-zone": "core", "properties": {{"{name}": {{{below}}}}}}}"#
        );
        let before = Instant::now();
        let error = Document::parse(Format::Json, &text).unwrap_err();
        assert_eq!(
            error.to_string(),
            "1:66: /properties: is where the JSON Pointers of all parts come to more than 67108864 bytes together; write \
             shorter names, or less below long ones"
        );
        assert!(before.elapsed() < SOON);
    }
    // What is not beyond that is a document, and takes no longer.
    for below in [keywords(50), schemas(50)] {
        let before = Instant::now();
        let document = document(
            &serde_json::from_str(&format!("{{\"properties\": {{\"{name}\": {{{below}}}}}}}")).unwrap(),
        );
        assert!(judge(&document, "{}").is_ok());
        assert!(before.elapsed() < SOON);
    }
}

#[test]
fn the_limits_of_boundary_document_and_zone_hold() {
    let mut schema =
        json!({"x-perimeter": {"module": "a", "name": "b", "zone": "external"}, "type": "array"});
    let external = document(&schema);
    let long = format!("[\"{}\"]", "a".repeat(2 << 20));
    assert_eq!(judge(&external, &long).unwrap_err().first().code(), "limit.bytes");
    let boundary = Boundary::new().max_bytes(3 << 20);
    assert!(external.validate(&boundary, long.as_str()).is_ok());
    schema["x-perimeter"]["limits"] = json!({"max_bytes": 8, "max_depth": 1, "max_violations": 2});
    let limited = document(&schema);
    assert_eq!(
        judge(&limited, "[1, 2, 3]").unwrap_err().to_string(),
        "must not be longer than 8 bytes"
    );
    assert_eq!(
        judge(&limited, "[[1]]").unwrap_err().first().code(),
        "limit.depth"
    );
    let deep = "[".repeat(300) + &"]".repeat(300);
    for boundary in [Boundary::new(), Boundary::new().max_depth(usize::MAX)] {
        let report = external.validate(&boundary, deep.as_str()).unwrap_err();
        assert_eq!(report.first().code(), "limit.depth");
        assert_eq!(report.first().column(), Some(128));
    }
}

#[test]
fn a_report_is_cut_and_says_so() {
    let numbers = document(&json!({"items": {"type": "string"}}));
    let text = "[1,2,3,4,5]";
    let report = numbers
        .validate(&Boundary::new().max_violations(2), text)
        .unwrap_err();
    assert_eq!((report.len(), report.truncated()), (2, 3));
    let report = numbers.validate(&Boundary::new().fail_fast(), text).unwrap_err();
    assert_eq!(
        (report.len(), report.truncated(), report.first().pointer()),
        (1, 0, "/0")
    );
}

#[test]
fn an_expression_that_would_never_end_is_given_up() {
    let document = document(&json!({"type": "string", "pattern": "^(?=(a+)+$)(a|aa)+\\1$"}));
    let text = format!("\"{}b\"", "a".repeat(5000));
    let before = Instant::now();
    let report = judge(&document, &text).unwrap_err();
    assert!(
        ["pattern", "limit.work"].contains(&report.first().code()),
        "{report}"
    );
    assert!(before.elapsed() < SOON);
}

/// A document in which so many references stand in a row, at every level of a text.
fn chain(links: usize, last: &str) -> Result<Document, DocumentError> {
    chain_below("$defs", links, last)
}

fn chain_below(defs: &str, links: usize, last: &str) -> Result<Document, DocumentError> {
    let links = (0..links).fold(String::new(), |text, link| {
        text + &format!(r##""d{link}": {{"$ref": "#/{defs}/d{}"}}, "##, link + 1)
    });
    let text = format!(
        r##"{{"x-module": "a", "x-name": "b", "x-zone": "core", "$ref": "#/{defs}/d0", "{defs}": {{{links} {last}}}}}"##
    );
    Document::parse(Format::Json, &text)
}

#[test]
fn references_in_a_row_do_not_exhaust_the_stack() {
    let deep = "[".repeat(126) + "1" + &"]".repeat(126);
    let sound = chain(
        14,
        r##""d14": {"items": {"$ref": "#/$defs/d0"}, "type": ["array", "null"], "x-secret": true}"##,
    );
    let report = judge(&sound.unwrap(), &deep).unwrap_err();
    assert_eq!((report.len(), report.first().pointer()), (1, ""));
    let sound = chain(
        14,
        r##""d14": {"items": {"$ref": "#/$defs/d0"}, "type": ["array", "null"]}"##,
    );
    let report = judge(&sound.unwrap(), &deep).unwrap_err();
    assert_eq!(report.first().pointer(), "/0".repeat(126));
    for links in [40, 10_000] {
        let last = format!(r#""d{links}": {{}}"#);
        // They may stand anywhere.
        for defs in ["$defs", "x-defs"] {
            let error = chain_below(defs, links, &last).unwrap_err();
            assert!(
                error.to_string().contains("leads through more than 16 schemas"),
                "{error}"
            );
        }
    }
}

/// A reference is one of the document that it stands in, which may be inside another one.
#[test]
fn references_inside_a_document_inside_do_not_exhaust_the_stack() {
    for reference in ["", "https://example.com/inside"] {
        let links = (0..10_000).fold(String::new(), |text, link| {
            text + &format!(r#""d{link}": {{"$ref": "{reference}#/$defs/d{}"}}, "#, link + 1)
        });
        let text = format!(
            r##"{{"x-module": "a", "x-name": "b", "x-zone": "core", "items": {{"$id": "https://example.com/inside",
                "$ref": "#/$defs/d0", "$defs": {{{links} "d10000": {{}}}}}}}}"##
        );
        let error = Document::parse(Format::Json, &text).unwrap_err();
        assert!(
            error.to_string().contains("leads through more than 16 schemas"),
            "{error}"
        );
    }
}

#[test]
fn references_in_a_circle_end() {
    let document = document(&json!({
        "$ref": "#/$defs/a",
        "$defs": {"a": {"allOf": [{"$ref": "#/$defs/b"}]}, "b": {"$ref": "#/$defs/a", "type": "string", "writeOnly": true}},
    }));
    assert!(judge(&document, "\"a\"").is_ok());
    assert_eq!(
        judge(&document, "1").unwrap_err().to_string(),
        "1:1: is of the wrong type"
    );
}

#[test]
fn documents_nest_as_deep_as_they_may_in_every_format() {
    let deep = 100_000;
    let json = "[".repeat(deep);
    let flow = "[".repeat(deep);
    let block = "- ".repeat(deep) + "a";
    let dotted = format!("{}a = 1", "a.".repeat(deep));
    let header = format!("[{}a]", "a.".repeat(deep));
    let inline = format!("a = {}", "[".repeat(deep));
    let tables = format!("a = {}", "{a = ".repeat(deep));
    let quoted = format!("{}a = 1", "\"a\" . ".repeat(deep));
    for (format, text) in [
        (Format::Json, json),
        (Format::Yaml, flow),
        (Format::Yaml, block),
        (Format::Toml, dotted),
        (Format::Toml, header),
        (Format::Toml, inline),
        (Format::Toml, tables),
        (Format::Toml, quoted),
    ] {
        let before = Instant::now();
        let error = Document::parse(format, &text).unwrap_err();
        assert_eq!(error.faults().len(), 1, "{format}");
        assert!(before.elapsed() < SOON, "{format}");
    }
}

#[test]
fn names_and_tables_that_nest_in_each_other_do_not_exhaust_the_stack() {
    let names = "a.".repeat(79) + "a";
    let inline = |end: &str| {
        format!(
            "[{names}]\n{}{names} = 1{end}",
            format!("{names} = {{").repeat(79)
        )
    };
    let quoted = |end: &str| format!("\"=\" = {}{names} = 1{end}", format!("{{\n{names} = ").repeat(79));
    let texts = [
        inline(&"}".repeat(79)),
        quoted(&"}".repeat(79)),
        inline(""),
        inline(&"}".repeat(80)),
    ];
    let judged = move || texts.map(|text| Document::parse(Format::Toml, &text).unwrap_err().faults().len());
    let thread = std::thread::Builder::new().stack_size(2 << 20);
    assert_eq!(thread.spawn(judged).unwrap().join().unwrap(), [1; 4]);
}
