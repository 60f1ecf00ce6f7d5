//! Where the decoder deliberately differs from serde's derive over `serde_json`, and why.
//!
//! The names are what a test run counts. Everything that is not listed here is a fault of the decoder.

use perimeter::{Param, Violations};
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

/// We reject what serde takes.
fn stricter(case: &Case, text: &str, violations: &Violations) -> Option<&'static str> {
    let all = |fits: &dyn Fn(&str, &str, &str) -> bool| {
        violations.iter().all(|violation| {
            let param = |name| match violation.params().get(name) {
                Some(Param::Text(text)) => text.as_ref(),
                _ => "",
            };
            fits(violation.code(), param("expected"), param("found"))
        })
    };
    // A struct with names is an object. serde's derive also takes an array, whose elements are the members in the
    // order of the declaration: a form that no schema shows and that breaks when a field is moved.
    let array = |code: &str, expected: &str, found: &str| {
        code == "type" && expected.starts_with("an object") && found == "an array"
    };
    // Alternatives have failed one and all, so the report does not say at which an array was met.
    let alternatives = |code: &str, _: &str, _: &str| code == "variant" && text.contains('[');
    if all(&array) || (buffers(case) && all(&alternatives)) {
        return Some("a struct from an array");
    }
    if !buffers(case) {
        return None;
    }
    // The name of a variant is a string. From a buffer serde's derive also takes its number in the declaration.
    if all(&|code, expected, found| code == "type" && expected == "a string" && found == "a number") {
        return Some("a variant by its number");
    }
    // It also takes the name in an object of its own, as `{"A": null}`, for a tag.
    if all(&|code, expected, found| code == "type" && expected == "a string" && found == "an object") {
        return Some("a variant by an object");
    }
    // No content is null. From a buffer serde's derive also takes `{}` and `[]`.
    if all(&|code, expected, found| {
        code == "type" && expected == "null" && ["an object", "an array"].contains(&found)
    }) {
        return Some("a unit from an empty object");
    }
    // A member that is there twice is a fault. serde's derive takes a flattened option for none because of it.
    if all(&|code, _, _| code == "duplicate") {
        return Some("a member twice in a flattened option");
    }
    None
}

/// We accept what serde rejects.
fn wider(case: &Case, text: &str, value: &str, error: &str) -> Option<&'static str> {
    // Two strings are equal whether they are written with escapes or without (RFC 8259, section 8.3).
    // `serde_json` compares the characters as they stand where a map's key is a number or a boolean.
    if case.name.ends_with("Keys") && text.contains('\\') {
        let same: Value = serde_json::from_str(text).ok()?;
        return ((case.theirs)(&same.to_string()).as_deref() == Ok(value)).then_some("a key with escapes");
    }
    if !buffers(case) {
        return None;
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
