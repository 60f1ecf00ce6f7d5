//! A schema while it is put together, in the order in which it is written.

use std::borrow::Cow;
use std::fmt;

use crate::violation::{Param, Params};

/// A JSON value. There is no null in a schema.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    Bool(bool),
    Integer(i128),
    Float(f64),
    Text(Cow<'static, str>),
    List(Vec<Node>),
    Object(Object),
}

/// A JSON object that keeps the order of its members; a schema is one.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Object(Vec<(Cow<'static, str>, Node)>);

impl Object {
    /// The schema that accepts everything.
    pub(super) const fn new() -> Self {
        Object(Vec::new())
    }

    /// The schema that accepts nothing.
    pub(super) fn never() -> Self {
        Object::new().with("not", Object::new())
    }

    /// Values of a type of JSON.
    pub(super) fn of(name: &'static str) -> Self {
        Object::new().with("type", name)
    }

    pub(super) fn push(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Node>) {
        self.0.push((name.into(), value.into()));
    }

    #[must_use]
    pub(super) fn with(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Node>) -> Self {
        self.push(name, value);
        self
    }

    /// Adds a member unless its value is empty.
    pub(super) fn push_filled(&mut self, name: &'static str, value: impl Into<Node>) {
        let value = value.into();
        let empty = match &value {
            Node::List(values) => values.is_empty(),
            Node::Object(object) => object.is_empty(),
            Node::Text(text) => text.is_empty(),
            Node::Bool(_) | Node::Integer(_) | Node::Float(_) => false,
        };
        if !empty {
            self.push(name, value);
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<&Node> {
        self.iter()
            .find_map(|(known, value)| (known == name).then_some(value))
    }

    /// The value of a member, to change it.
    pub(super) fn member(&mut self, name: &str) -> Option<&mut Node> {
        let mut members = self.0.iter_mut();
        members.find_map(|(known, value)| (known == name).then_some(value))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Node)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value))
    }

    /// Adds a keyword. Where the schema has it already, with another value, both must hold: of two bounds the narrower
    /// one does, of everything else both are written.
    pub(super) fn join(&mut self, keyword: &'static str, value: Node) {
        let Some(known) = self.member(keyword) else {
            return self.push(keyword, value);
        };
        match (&*known, &value, keyword) {
            (known, value, _) if known == value => {}
            (
                Node::Integer(one),
                Node::Integer(other),
                "minimum" | "minLength" | "minItems" | "minProperties",
            ) => {
                *known = Node::Integer(*one.max(other));
            }
            (
                Node::Integer(one),
                Node::Integer(other),
                "maximum" | "maxLength" | "maxItems" | "maxProperties",
            ) => {
                *known = Node::Integer(*one.min(other));
            }
            _ => self.also(Object::new().with(keyword, value)),
        }
    }

    /// Adds a schema that must hold as well.
    pub(super) fn also(&mut self, schema: Object) {
        if let Node::List(all) = self.at("allOf", Node::List(Vec::new())) {
            all.push(schema.into());
        }
    }

    /// Adds what JSON Schema can't say.
    pub(super) fn note(&mut self, name: &'static str, value: impl Into<Node>) {
        let Node::Object(notes) = self.at(super::KEYWORD, Object::new().into()) else {
            return;
        };
        let value = value.into();
        match (notes.get(name).is_some(), value) {
            (false, value) => notes.push_filled(name, value),
            (true, Node::List(more)) => {
                if let Node::List(known) = notes.at(name, Node::List(Vec::new())) {
                    known.extend(more);
                }
            }
            // Said before.
            (true, _) => {}
        }
    }

    /// The same for a schema that is being made.
    pub(super) fn noted(mut self, name: &'static str, value: impl Into<Node>) -> Self {
        self.note(name, value);
        self
    }

    /// The member of this name, which is this if there is none.
    fn at(&mut self, name: &'static str, otherwise: Node) -> &mut Node {
        let at = self.0.iter().position(|(known, _)| known == name);
        let at = at.unwrap_or_else(|| {
            self.0.push((name.into(), otherwise));
            self.0.len() - 1
        });
        #[allow(clippy::indexing_slicing, reason = "found, or put there just now")]
        &mut self.0[at].1
    }
}

impl From<Object> for Node {
    fn from(value: Object) -> Self {
        Node::Object(value)
    }
}

impl From<bool> for Node {
    fn from(value: bool) -> Self {
        Node::Bool(value)
    }
}

impl From<i128> for Node {
    fn from(value: i128) -> Self {
        Node::Integer(value)
    }
}

impl From<usize> for Node {
    fn from(value: usize) -> Self {
        Node::Integer(i128::try_from(value).unwrap_or(i128::MAX))
    }
}

impl From<&'static str> for Node {
    fn from(value: &'static str) -> Self {
        Node::Text(Cow::Borrowed(value))
    }
}

impl From<String> for Node {
    fn from(value: String) -> Self {
        Node::Text(Cow::Owned(value))
    }
}

impl<T: Into<Node>> From<Vec<T>> for Node {
    fn from(values: Vec<T>) -> Self {
        values.into_iter().collect()
    }
}

impl<T: Into<Node>> FromIterator<T> for Node {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Node::List(values.into_iter().map(Into::into).collect())
    }
}

impl From<&Param> for Node {
    fn from(value: &Param) -> Self {
        match value {
            Param::Bool(value) => Node::Bool(*value),
            Param::Integer(value) => Node::Integer(*value),
            Param::Float(value) => Node::Float(*value),
            Param::Text(value) => Node::Text(value.clone()),
            Param::List(values) => values.iter().collect(),
            Param::Object(values) => Object::from(values).into(),
        }
    }
}

impl From<&Params> for Object {
    fn from(values: &Params) -> Self {
        let mut object = Object::new();
        for (name, value) in values.iter() {
            object.push(name.to_owned(), value);
        }
        object
    }
}

/// JSON text, indented by two spaces. A float without a value is null: JSON has no other word for it.
impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(self, 0, f)
    }
}

fn write(node: &Node, depth: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match node {
        Node::Bool(value) => write!(f, "{value}"),
        Node::Integer(value) => write!(f, "{value}"),
        Node::Float(value) if value.is_finite() => write!(f, "{value:?}"),
        Node::Float(_) => f.write_str("null"),
        Node::Text(text) => quote(text, f),
        Node::List(values) if values.iter().all(is_short) => {
            f.write_str("[")?;
            for (index, value) in values.iter().enumerate() {
                f.write_str(if index > 0 { ", " } else { "" })?;
                write(value, depth, f)?;
            }
            f.write_str("]")
        }
        Node::List(values) => {
            f.write_str("[")?;
            for (index, value) in values.iter().enumerate() {
                begin(index, depth, f)?;
                write(value, depth + 1, f)?;
            }
            end(depth, f)?;
            f.write_str("]")
        }
        Node::Object(object) if object.is_empty() => f.write_str("{}"),
        Node::Object(object) => {
            f.write_str("{")?;
            for (index, (name, value)) in object.iter().enumerate() {
                begin(index, depth, f)?;
                quote(name, f)?;
                f.write_str(": ")?;
                write(value, depth + 1, f)?;
            }
            end(depth, f)?;
            f.write_str("}")
        }
    }
}

/// Whether it stands on a line with others like it.
fn is_short(node: &Node) -> bool {
    !matches!(node, Node::List(_) | Node::Object(_))
}

fn begin(index: usize, depth: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(if index > 0 { ",\n" } else { "\n" })?;
    write!(f, "{:1$}", "", 2 * (depth + 1))
}

fn end(depth: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "\n{:1$}", "", 2 * depth)
}

fn quote(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    use fmt::Write as _;
    f.write_str("\"")?;
    for char in text.chars() {
        match char {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            '\t' => f.write_str("\\t")?,
            // Of the others JSON wants those below the space escaped; the rest no editor shows.
            char if char.is_control() => write!(f, "\\u{:04x}", u32::from(char))?,
            char => f.write_char(char)?,
        }
    }
    f.write_str("\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_keyword_that_is_there_is_not_lost() {
        let mut schema = Object::of("string").with("pattern", "a");
        schema.join("pattern", "a".into());
        schema.join("pattern", "b".into());
        schema.join("pattern", "c".into());
        let text = Node::from(schema).to_string();
        assert_eq!(
            text.replace(['\n', ' '], ""),
            r#"{"type":"string","pattern":"a","allOf":[{"pattern":"b"},{"pattern":"c"}]}"#
        );
    }

    #[test]
    fn of_two_bounds_the_narrower_one_holds() {
        let mut schema = Object::new().with("minimum", 0_i128).with("maximum", 255_i128);
        schema.join("minimum", Node::Integer(-1));
        schema.join("maximum", Node::Integer(99));
        assert_eq!(
            schema,
            Object::new().with("minimum", 0_i128).with("maximum", 99_i128)
        );
    }

    #[test]
    fn text_is_escaped_as_json_wants_it() {
        let text = Node::from("a\"\\\n\u{1}\u{e9}").to_string();
        assert_eq!(text, "\"a\\\"\\\\\\n\\u0001\u{e9}\"");
    }
}
