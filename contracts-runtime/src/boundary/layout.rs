//! Where the parts of a value stand in its text, for those who judge the value and point into the text afterwards.

use std::collections::HashMap;

use crate::json::{MAX_DEPTH, Reader, SyntaxError, Token};

/// Where a value and its parts stand.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    start: usize,
    /// Behind its last byte; `None` if the text ends or breaks inside.
    end: Option<usize>,
    parts: Vec<Part>,
    /// Which part a member is; empty for what is no object.
    names: HashMap<String, usize>,
}

/// An element, or a member with its key.
#[derive(Debug, Clone)]
struct Part {
    /// Where the key starts; where the value does if it is an element.
    key: usize,
    layout: Layout,
}

impl Layout {
    /// A value without parts.
    #[must_use]
    pub fn new(start: usize, end: Option<usize>) -> Self {
        Layout {
            start,
            end,
            ..Layout::default()
        }
    }

    /// The layout of a JSON text, as far as it is one: up to byte `broken` if it is given.
    #[must_use]
    pub fn of(text: &str, broken: Option<usize>) -> Self {
        let sound = broken.and_then(|broken| text.get(..broken)).unwrap_or(text);
        let mut reader = Reader::new(sound, MAX_DEPTH);
        let mut layout = Layout::default();
        // What follows an error has no place.
        let _ = walk(&mut reader, &mut layout);
        layout
    }

    /// Adds an element.
    pub fn push(&mut self, item: Layout) {
        self.parts.push(Part {
            key: item.start,
            layout: item,
        });
    }

    /// Adds a member whose key starts at byte `key`; false if there is one of that name, which stays.
    pub fn insert(&mut self, name: &str, key: usize, value: Layout) -> bool {
        if self.names.contains_key(name) {
            return false;
        }
        self.names.insert(name.to_owned(), self.parts.len());
        self.parts.push(Part { key, layout: value });
        true
    }

    /// Where it starts.
    #[must_use]
    pub fn start(&self) -> usize {
        self.start
    }

    /// Behind its last byte.
    #[must_use]
    pub fn end(&self) -> Option<usize> {
        self.end
    }

    /// Notes where it ends.
    pub fn close(&mut self, end: usize) {
        self.end = Some(end);
    }

    /// The part that a JSON Pointer leads to.
    #[must_use]
    pub fn find(&self, pointer: &str) -> Option<&Layout> {
        if pointer.is_empty() {
            return Some(self);
        }
        self.part(pointer).map(|part| &part.layout)
    }

    /// Where the key of the member stands that a JSON Pointer leads to; of an element where it starts.
    #[must_use]
    pub fn key(&self, pointer: &str) -> Option<usize> {
        self.part(pointer).map(|part| part.key)
    }

    fn part(&self, pointer: &str) -> Option<&Part> {
        let mut found: Option<&Part> = None;
        for segment in pointer.strip_prefix('/')?.split('/') {
            let layout = found.map_or(self, |part| &part.layout);
            let index = if layout.names.is_empty() {
                segment.parse().ok()?
            } else {
                *layout.names.get(unescaped(segment).as_str())?
            };
            found = Some(layout.parts.get(index)?);
        }
        found
    }
}

/// A segment of a JSON Pointer as a name.
fn unescaped(segment: &str) -> String {
    segment.replace("~1", "/").replace("~0", "~")
}

/// Reads a value; recursion is as deep as the reader lets it be.
fn walk(reader: &mut Reader<'_>, layout: &mut Layout) -> Result<(), SyntaxError> {
    let token = reader.token();
    layout.start = reader.at();
    let close = match token {
        Token::Object => b'}',
        Token::Array => b']',
        _ => {
            reader.skip()?;
            layout.end = Some(reader.at());
            return Ok(());
        }
    };
    reader.enter()?;
    if reader.peek_token() == close {
        reader.bump();
    } else {
        loop {
            let mut inner = Layout::default();
            let read = if close == b'}' {
                let (key, name) = reader.key()?;
                let read = walk(reader, &mut inner);
                layout.insert(&name, key, inner);
                read
            } else {
                let read = walk(reader, &mut inner);
                layout.push(inner);
                read
            };
            read?;
            if !reader.more(close)? {
                break;
            }
        }
    }
    reader.leave();
    layout.end = Some(reader.at());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_where_they_stand() {
        let text = r#" {"a/b": [1, {"~": "x"}], "a/b": 2}"#;
        let layout = Layout::of(text, None);
        let at = |pointer: &str| layout.find(pointer).map(|found| (found.start(), found.end()));
        assert_eq!(at(""), Some((1, Some(text.len()))));
        assert_eq!(at("/a~1b/1/~0"), Some((19, Some(22))));
        assert_eq!(layout.key("/a~1b/1/~0"), Some(14));
        assert_eq!(at("/a~1b/2"), None);
        assert_eq!(at("/c"), None);
    }

    #[test]
    fn what_is_not_complete_has_no_end() {
        let layout = Layout::of(r#"{"a": [1, 2"#, None);
        assert_eq!(layout.find("/a").and_then(Layout::end), None);
        assert_eq!(layout.find("/a/0").and_then(Layout::end), Some(8));
    }
}
