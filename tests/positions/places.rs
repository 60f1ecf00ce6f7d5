//! What holds of the places in every report, whatever was read.

use std::collections::HashSet;
use std::fmt;

use perimeter::{Severity, Violation, Violations};
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
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
    serde_json::from_slice::<Single>(bytes).ok()?;
    serde_json::from_slice(bytes).ok()
}

/// A value without a member that is there twice, at any level; what it is gets lost.
struct Single;

impl<'de> Deserialize<'de> for Single {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Single)
    }
}

impl<'de> Visitor<'de> for Single {
    type Value = Single;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value whose members differ")
    }

    fn visit_unit<E>(self) -> Result<Single, E> {
        Ok(Single)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Single, E> {
        Ok(Single)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Single, E> {
        Ok(Single)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Single, E> {
        Ok(Single)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Single, E> {
        Ok(Single)
    }

    fn visit_str<E>(self, _: &str) -> Result<Single, E> {
        Ok(Single)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Single, A::Error> {
        while items.next_element::<Single>()?.is_some() {}
        Ok(Single)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Single, A::Error> {
        let mut names = HashSet::new();
        while let Some((name, Single)) = members.next_entry::<String, Single>()? {
            if !names.insert(name) {
                return Err(A::Error::custom("a member is there twice"));
            }
        }
        Ok(Single)
    }
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
