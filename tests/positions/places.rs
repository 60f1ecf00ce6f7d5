//! What holds of the places in every report, whatever was read.

use perimeter::{Severity, Violation, Violations};
use serde_json::Value;

/// What is wrong with the places of a report on `bytes`, if anything.
pub fn flaw(report: &Violations, bytes: &[u8]) -> Option<String> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(bytes.get(..error.valid_up_to())?).ok()?,
    };
    let value = json(bytes);
    let mut last = 0;
    for violation in report.iter() {
        let Some(span) = violation.span() else {
            return Some(format!("nowhere: {violation:?}"));
        };
        if span.start < last {
            return Some(format!("out of order: {violation:?}"));
        }
        last = span.start;
        if let Some(flaw) = misplaced(violation, text).or_else(|| misled(violation, text, value.as_ref()?)) {
            return Some(format!("{flaw}: {violation:?}"));
        }
    }
    None
}

/// The text as a value, if it is JSON in which every member is there once: a pointer does not tell two of a name.
fn json(bytes: &[u8]) -> Option<Value> {
    let value: Value = serde_json::from_slice(bytes).ok()?;
    let strings = |bytes: &[u8]| bytes.iter().filter(|byte| **byte == b':').count();
    // Doubled members are lost on the way to a value and back, and with each a colon.
    (strings(&serde_json::to_vec(&value).ok()?) == strings(bytes)).then_some(value)
}

/// Whether the place is within the text and says the same in bytes and in lines.
fn misplaced(violation: &Violation, text: &str) -> Option<&'static str> {
    let span = violation.span()?;
    let before = text.get(..span.start);
    if before.is_none() || text.get(span.clone()).is_none() {
        return Some("not in the text");
    }
    let before = before?;
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next()?.chars().count() + 1;
    if (violation.line(), violation.column()) != (Some(line), Some(column)) {
        return Some("another line or column");
    }
    None
}

/// Whether the pointer leads where the span is.
fn misled(violation: &Violation, text: &str, value: &Value) -> Option<&'static str> {
    let pointer = violation.pointer();
    let span = text.get(violation.span()?)?;
    let (parent, last) = pointer.rsplit_once('/').unwrap_or_default();
    let last = last.replace("~1", "/").replace("~0", "~");
    let is_key = serde_json::from_str::<String>(span).is_ok_and(|key| key == last);
    let target = value.pointer(pointer);
    let is_value = || serde_json::from_str::<Value>(span).ok().as_ref() == target;
    match violation.code() {
        "missing" => missing(value, parent, span, target),
        code if code.starts_with("required_") && target.is_none() => missing(value, parent, span, target),
        "syntax" | "limit.depth" | "limit.work" => None,
        "unknown" | "duplicate" if is_key && target.is_some() => None,
        // Where no member of an object is the variant of a flattened enum, the object is what is told.
        "variant" if span == "}" && target.is_some_and(Value::is_object) => None,
        // Of a tuple, the value itself is what is not known.
        "unknown" if is_value() => None,
        "unknown" | "duplicate" => Some("not a known member"),
        // A check of several fields may point at one that is not there.
        "order" => None,
        _ if is_value() || (is_key && target.is_some()) => None,
        _ => Some("not the value that it points to"),
    }
}

/// Whether a member is missing at the bracket that the span is: it is named by the pointer that it would have.
fn missing(value: &Value, parent: &str, span: &str, target: Option<&Value>) -> Option<&'static str> {
    match (value.pointer(parent), span) {
        (Some(Value::Object(_)), "}") | (Some(Value::Array(_)), "]") if target.is_none() => None,
        _ => Some("not a missing member"),
    }
}

/// Every violation that rejects has a message.
pub fn is_said(violation: &Violation) -> bool {
    !violation.message().is_empty() && !violation.code().is_empty() && violation.severity() == Severity::Error
}
