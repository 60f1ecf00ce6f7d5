//! What the pointers of all parts of a value come to: whether a document is read that far, and whether all errors that a
//! value may have are asked for.

use serde_json::Value;

use super::escaped;

/// What the errors of a judgement may take, in bytes of pointers and what else an error needs; a text that may come to
/// more is told its first error only.
const WEIGHT: usize = 16 << 20;

/// What an error needs beside its pointer, in that measure.
const ERROR: usize = 64;

/// What the pointers of all parts of a document may come to, in bytes. Whoever works with a document keeps some of them.
pub(super) const POINTERS: usize = 64 << 20;

/// The part with which the pointers of all parts of a document come to more than they may.
pub(super) fn beyond(document: &Value) -> Option<String> {
    let mut pointer = String::new();
    pointers(document, &mut pointer, POINTERS)
        .is_none()
        .then_some(pointer)
}

/// How much of `most` the pointers of all parts leave; `None` if they come to more, and then `pointer` is that of the part
/// where it ended.
fn pointers(value: &Value, pointer: &mut String, most: usize) -> Option<usize> {
    let length = pointer.len();
    let rest = most.checked_sub(length)?;
    let mut below = |rest, segment: &str, value| {
        pointer.truncate(length);
        pointer.push('/');
        pointer.push_str(segment);
        pointers(value, pointer, rest)
    };
    match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .try_fold(rest, |rest, (index, item)| below(rest, &index.to_string(), item)),
        Value::Object(members) => members
            .iter()
            .try_fold(rest, |rest, (name, value)| below(rest, &escaped(name), value)),
        _ => Some(rest),
    }
}

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
