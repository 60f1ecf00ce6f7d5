//! From text to a value and the places of its parts, a file for each format.

mod json;
mod toml;
mod yaml;

use contracts_runtime::private::Layout;
use serde_json::Value;

use super::Format;

/// How deep lists and tables of a document may nest, as deep as `serde_json` reads.
const MAX_DEPTH: usize = 127;

/// A document as a value, and where its parts stand.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) value: Value,
    pub(super) layout: Layout,
}

/// What is wrong at a byte of the text.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) at: usize,
    pub(super) pointer: String,
    pub(super) message: String,
}

impl Fault {
    fn new(at: usize, message: impl Into<String>) -> Self {
        Fault {
            at,
            pointer: String::new(),
            message: message.into(),
        }
    }

    /// That the text is none from here on.
    pub(super) fn utf8(at: usize) -> Self {
        Fault::new(at, "is not UTF-8")
    }

    fn too_deep(at: usize) -> Self {
        Fault::new(
            at,
            format!("is nested too deeply; a document may nest {MAX_DEPTH} deep"),
        )
    }
}

/// Reads a text of the format.
///
/// # Errors
///
/// What is wrong, at least one fault.
pub(super) fn parse(format: Format, text: &str) -> Result<Parsed, Vec<Fault>> {
    match format {
        Format::Json => json::parse(text),
        Format::Yaml => yaml::parse(text).map_err(|fault| vec![fault]),
        Format::Toml => toml::parse(text).map_err(|fault| vec![fault]),
    }
}

/// The line and the column of a byte, counted from 1; columns count Unicode scalar values.
pub(super) fn position(text: &str, at: usize) -> (usize, usize) {
    let mut end = at.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let before = text.get(..end).unwrap_or_default();
    let line = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before.get(line..).unwrap_or_default().chars().count() + 1;
    (before.matches('\n').count() + 1, column)
}

#[cfg(test)]
mod tests {
    use super::position;

    #[test]
    fn columns_count_characters() {
        assert_eq!(position("ab\n\u{e9}c", 5), (2, 2));
        assert_eq!(position("ab", 0), (1, 1));
        assert_eq!(position("ab\n", 99), (2, 1));
    }
}
