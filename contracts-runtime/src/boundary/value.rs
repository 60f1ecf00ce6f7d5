//! A `serde_json::Value` as a text.

use serde_json::Value;

use super::Origin;
use super::payload::Payload;
use super::source::Made;
use crate::json::push_string;

impl Payload {
    /// A payload of a value in memory, which is written as text as it stands: numbers are exact, whatever the features
    /// of `serde_json`, and members keep their order.
    ///
    /// The value is not copied, and however deep it is, no stack is needed: the limit on depth decides. Costs the text.
    /// The limit on bytes is on the text, which is as short as can be.
    ///
    /// ```
    /// use contracts_runtime::{Payload, Source};
    /// use serde_json::json;
    ///
    /// let value = json!({"id": 7, "tags": ["a", null]});
    /// let payload = Payload::value(&value);
    /// assert_eq!(format!("{payload:?}"), "Payload { length: Some(26), .. }");
    /// let source = Source::from(&payload); // as `accept` does
    /// # let _ = source;
    /// ```
    #[must_use]
    pub fn value(value: &Value) -> Self {
        Payload::of_made(Made::of(written(value)), Origin::Made)
    }
}

/// What is left to write of an array or object that is open.
enum Open<'v> {
    Array(std::slice::Iter<'v, Value>),
    Object(serde_json::map::Iter<'v>),
}

/// The text of a value, without recursion.
fn written(value: &Value) -> String {
    let mut text = String::new();
    let mut open = Vec::new();
    open.extend(begun(&mut text, value));
    while let Some(innermost) = open.last_mut() {
        let next = match innermost {
            Open::Array(items) => items.next(),
            Open::Object(members) => match members.next() {
                Some((name, value)) => {
                    separate(&mut text, '{');
                    push_string(&mut text, name);
                    text.push(':');
                    open.extend(begun(&mut text, value));
                    continue;
                }
                None => None,
            },
        };
        match next {
            Some(value) => {
                separate(&mut text, '[');
                open.extend(begun(&mut text, value));
            }
            None => {
                text.push(match innermost {
                    Open::Array(_) => ']',
                    Open::Object(_) => '}',
                });
                open.pop();
            }
        }
    }
    text
}

/// A comma, unless the bracket was just opened.
fn separate(text: &mut String, bracket: char) {
    if !text.ends_with(bracket) {
        text.push(',');
    }
}

/// Writes a scalar, or the bracket of what is then open.
fn begun<'v>(text: &mut String, value: &'v Value) -> Option<Open<'v>> {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Number(number) => text.push_str(&number.to_string()),
        Value::String(string) => push_string(text, string),
        Value::Array(items) => {
            text.push('[');
            return Some(Open::Array(items.iter()));
        }
        Value::Object(members) => {
            text.push('{');
            return Some(Open::Object(members.iter()));
        }
    }
    None
}
