//! Contracts that are data judge as contracts in code do, and as the judge of schemas below them.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    clippy::option_option,
    clippy::panic,
    clippy::result_large_err,
    clippy::too_many_lines,
    clippy::trivially_copy_pass_by_ref,
    clippy::unwrap_used,
    dead_code,
    unreachable_pub,
    reason = "a test over fixed inputs; the types are only shown"
)]

#[path = "../schema/across.rs"]
mod across;
#[path = "../schema/agreement.rs"]
mod agreement;
#[path = "../differential/cases.rs"]
mod cases;
#[path = "../schema/contracts.rs"]
mod contracts;
mod errors;
#[path = "../differential/generator.rs"]
mod generator;
mod hostile;
mod reports;
mod round_trip;
mod schema_store;
mod secrets;
#[path = "../differential/shared.rs"]
mod shared;
mod suite;
#[path = "../differential/twins.rs"]
mod twins;

use perimeter::{Boundary, Document, Format, Handle, Registry, Violations};
use serde_json::{Value, json};

/// The schema as a document, whose own members it may have already.
fn document(schema: &Value) -> Document {
    let text = named(schema).to_string();
    Document::parse(Format::Json, &text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The schema with what a document has to say.
fn named(schema: &Value) -> Value {
    let mut schema = schema.clone();
    if let Some(members) = schema.as_object_mut() {
        members
            .entry("x-perimeter")
            .or_insert_with(|| json!({"module": "tests", "name": "case", "zone": "strategic"}));
    }
    schema
}

/// The document as a registry gives it out.
fn registered(document: &Document) -> Handle {
    let registry = Registry::builder().register(document.clone()).build().unwrap();
    registry.get(document.module(), document.name()).unwrap().clone()
}

fn judge(document: &Document, text: &str) -> Result<(), Violations> {
    document.validate(&Boundary::new(), text)
}

/// Every violation stands somewhere in the text, at the line and column that its span says.
fn assert_places(text: &str, violations: &Violations) {
    for violation in violations.iter() {
        let span = violation.span().unwrap_or_else(|| panic!("{violations}\n{text}"));
        assert!(text.get(span.clone()).is_some(), "{span:?} of {text}");
        let before = &text[..span.start];
        let line = before.matches('\n').count() + 1;
        let column = before[before.rfind('\n').map_or(0, |at| at + 1)..]
            .chars()
            .count()
            + 1;
        assert_eq!(
            (violation.line(), violation.column()),
            (Some(line), Some(column)),
            "{text}"
        );
    }
    let starts: Vec<usize> = violations
        .iter()
        .map(|violation| violation.span().unwrap().start)
        .collect();
    assert!(starts.is_sorted(), "{violations}");
}
