//! What all errors that a value may have would take, which decides whether they are asked for.

use serde_json::Value;

/// What the errors of a judgement may take, in bytes of pointers and what else an error needs; a text that may come to
/// more is told its first error only.
const WEIGHT: usize = 16 << 20;

/// What an error needs beside its pointer, in that measure.
const ERROR: usize = 64;

/// Whether errors at every part of a value would not take too much.
pub(super) fn is_light(value: &Value) -> bool {
    weight(value, 0, WEIGHT).is_some()
}

/// What errors at every part of a value would take, each with a pointer; `None` if that is more than `most`. `prefix` is
/// the length of the pointer to the value.
fn weight(value: &Value, prefix: usize, most: usize) -> Option<usize> {
    let rest = most.checked_sub(prefix + ERROR)?;
    match value {
        Value::Array(items) => items
            .iter()
            .try_fold(rest, |rest, item| weight(item, prefix + 8, rest)),
        Value::Object(members) => members.iter().try_fold(rest, |rest, (name, value)| {
            weight(value, prefix + name.len() + 1, rest)
        }),
        _ => Some(rest),
    }
}
