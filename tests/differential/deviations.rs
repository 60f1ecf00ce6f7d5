//! Where the decoder deliberately differs from serde's derive over `serde_json`, and why.
//!
//! The names are what a test run counts. Everything that is not listed here is a fault of the decoder.

use perimeter::{Param, Violation, Violations};
use serde_json::Value;

use super::twins::Case;

/// The deviation that explains why the two differ on `text`, if there is one.
pub fn deviation(
    case: &Case,
    text: &str,
    ours: &Result<String, Violations>,
    theirs: &Result<String, String>,
) -> Option<&'static str> {
    match (ours, theirs) {
        (Err(violations), Ok(_)) => stricter(case, text, violations),
        (Ok(value), Err(error)) => wider(case, text, value, error),
        // A buffer holds numbers as an `f64`, so that an `f32` is rounded twice.
        (Ok(_), Ok(_)) if case.name == "InternalFloat" => Some("an `f32` by way of an `f64`"),
        (Ok(_), Ok(_)) | (Err(_), Err(_)) => None,
    }
}

/// Whether serde's derive reads the type, or a part of it, from values that it has buffered, because it has to look
/// for a tag or leaves members to a flattened field.
fn buffers(case: &Case) -> bool {
    let names = [
        "Flat",
        "Internal",
        "Adjacent",
        "SameTag",
        "Untagged",
        "LeafOrTree",
        "BorrowedInternal",
    ];
    names.iter().any(|name| case.name.starts_with(name))
}

/// We reject what serde takes: each of the violations is explained.
fn stricter(case: &Case, text: &str, violations: &Violations) -> Option<&'static str> {
    let mut names = violations
        .iter()
        .map(|violation| explained(case, text, violation));
    let first = names.next()??;
    names.all(|name| name.is_some()).then_some(first)
}

fn explained(case: &Case, text: &str, violation: &Violation) -> Option<&'static str> {
    let param = |name| match violation.params().get(name) {
        Some(Param::Text(text)) => text.as_ref(),
        _ => "",
    };
    let buffers = buffers(case);
    match (violation.code(), param("expected"), param("found")) {
        // A struct with names is an object. serde's derive also takes an array, whose elements are the members in the
        // order of the declaration: a form that no schema shows and that breaks when a field is moved.
        ("type", expected, "an array") if expected.starts_with("an object") => Some("a struct from an array"),
        // Where alternatives have failed one and all, the report does not say at which an array was met.
        ("variant", "", _) if buffers && text.contains('[') => Some("a struct from an array"),
        // The name of a variant is a string. From a buffer serde's derive also takes its number in the declaration.
        ("type", "a string", "a number") if buffers => Some("a variant by its number"),
        // It also takes the name in an object of its own, as `{"A": null}`, for a tag.
        ("type", "a string", "an object") if buffers => Some("a variant by an object"),
        // No content is null. From a buffer serde's derive also takes `{}` and `[]`.
        ("type", "null", "an object" | "an array") if buffers => Some("a unit from an empty object"),
        // A member that is there twice is a fault. serde's derive takes a flattened option for none because of it.
        ("duplicate", ..) if buffers => Some("a member twice in a flattened option"),
        // A buffer holds numbers as an `f64`, and what is too large for an `f32` becomes infinite on the way.
        ("type", "a number that an f32 can hold", _) if case.name == "InternalFloat" => {
            Some("an `f32` by way of an `f64`")
        }
        // A limit on depth is there for every value. `serde_json` has none for those that it steps over.
        ("limit.depth", ..) => Some("an ignored value that is nested too deeply"),
        _ => None,
    }
}

/// We accept what serde rejects.
fn wider(case: &Case, text: &str, value: &str, error: &str) -> Option<&'static str> {
    // Two strings are equal whether they are written with escapes or without (RFC 8259, section 8.3).
    // `serde_json` compares the characters as they stand where a map's key is a number or a boolean.
    if case.name.ends_with("Keys") && !buffers(case) && text.contains('\\') {
        let same: Value = serde_json::from_str(text).ok()?;
        return ((case.theirs)(&same.to_string()).as_deref() == Ok(value)).then_some("a key with escapes");
    }
    if !buffers(case) {
        return None;
    }
    // A buffer holds no integers of 128 bits, and its keys are strings that numbers are not read from.
    if error.starts_with("i128 is not supported") {
        return Some("an integer of 128 bits in a buffer");
    }
    if case.name == "InternalKeys" && error.starts_with("invalid type: string") {
        return Some("a key that is a number in a buffer");
    }
    // A member that nothing reads is held to the grammar alone. serde's derive makes a value of it before it knows
    // that nobody wants it.
    if [
        "number out of range",
        "lone leading surrogate",
        "unexpected end of hex escape",
    ]
    .iter()
    .any(|start| error.starts_with(start))
    {
        return Some("a number or a surrogate in a member that nothing reads");
    }
    None
}
