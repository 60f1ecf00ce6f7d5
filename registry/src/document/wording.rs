//! The types of JSON Schema in the words of reports.

use std::fmt;

use serde_json::Value;

/// Some of the types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Types(Vec<&'static str>);

/// The types in the order in which reports list them, with their words.
const WORDS: &[(&str, &str)] = &[
    ("boolean", "a boolean"),
    ("integer", "an integer"),
    ("number", "a number"),
    ("string", "a string"),
    ("array", "an array"),
    ("object", "an object"),
    ("null", "null"),
];

impl Types {
    /// Of names; null is not told of, unless it is all there is, as it is not of an `Option`.
    pub(super) fn of<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let names: Vec<&str> = names.into_iter().collect();
        let words = WORDS.iter().filter(|(name, _)| names.contains(name));
        let mut words: Vec<&'static str> = words.map(|(_, word)| *word).collect();
        if words.len() > 1 {
            words.retain(|word| *word != "null");
        }
        Types(words)
    }

    pub(super) fn is_integer(&self) -> bool {
        self.0 == ["an integer"]
    }

    /// All types of the two.
    pub(super) fn and(mut self, other: &Types) -> Self {
        self.0.extend(&other.0);
        let words = WORDS.iter().map(|(_, word)| *word);
        let mut words: Vec<&'static str> = words.filter(|word| self.0.contains(word)).collect();
        if words.len() > 1 {
            words.retain(|word| *word != "null");
        }
        Types(words)
    }
}

impl fmt::Display for Types {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, word) in self.0.iter().enumerate() {
            match index {
                0 => {}
                _ if index + 1 == self.0.len() => f.write_str(" or ")?,
                _ => f.write_str(", ")?,
            }
            f.write_str(word)?;
        }
        Ok(())
    }
}

/// What a value is instead; of a number where an `integer` is wanted, that it is none.
pub(super) fn found(value: &Value, integer: bool) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) if integer => "a number with a fraction or an exponent",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
