//! Documents as trees, with a hole in which a value is tried.

use std::fmt::Write as _;

/// A JSON value. Objects may hold a member twice: documents with a fault are made of it too.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    Null,
    Bool(bool),
    /// A number, as it is written.
    Number(String),
    Text(String),
    List(Vec<Node>),
    Object(Vec<Member>),
    /// Where a value is to be put.
    Hole,
}

/// A part of an object.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Member {
    Named(String, Node),
    /// An object whose members stand among those of this one.
    Spread(Node),
}

impl Node {
    /// A text.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Node::Text(text.into())
    }

    /// A number that is written so.
    pub(super) fn number<N: ToString + ?Sized>(number: &N) -> Self {
        Node::Number(number.to_string())
    }

    /// The members by name.
    pub(super) fn object(members: impl IntoIterator<Item = (String, Node)>) -> Self {
        let named = |(name, node)| Member::Named(name, node);
        Node::Object(members.into_iter().map(named).collect())
    }

    /// The same with `value` in the hole, and what is spread among the members where it belongs.
    pub(super) fn fill(&self, value: &Node) -> Node {
        match self {
            Node::Hole => match value {
                Node::Hole => Node::Hole,
                value => value.fill(&Node::Hole),
            },
            Node::List(items) => Node::List(items.iter().map(|item| item.fill(value)).collect()),
            Node::Object(members) => {
                let mut filled = Vec::with_capacity(members.len());
                for member in members {
                    match member {
                        Member::Named(name, node) => {
                            filled.push(Member::Named(name.clone(), node.fill(value)));
                        }
                        Member::Spread(node) => match node.fill(value) {
                            Node::Object(spread) => filled.extend(spread),
                            // A unit variant that is flattened is a member without content.
                            Node::Text(name) => filled.push(Member::Named(name, Node::Null)),
                            Node::Hole => filled.push(Member::Spread(Node::Hole)),
                            Node::Null | Node::Bool(_) | Node::Number(_) | Node::List(_) => {}
                        },
                    }
                }
                Node::Object(filled)
            }
            plain => plain.clone(),
        }
    }

    /// The document.
    pub(super) fn json(&self, style: Style) -> String {
        let mut text = String::new();
        self.write(style, &mut text);
        text
    }

    fn write(&self, style: Style, out: &mut String) {
        let space = if style.spaced { " " } else { "" };
        match self {
            Node::Null | Node::Hole => out.push_str("null"),
            Node::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Node::Number(number) => out.push_str(number),
            Node::Text(text) => quote(text, out),
            Node::List(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    out.push_str(space);
                    item.write(style, out);
                }
                out.push_str(space);
                out.push(']');
            }
            Node::Object(members) => {
                out.push('{');
                let write = |(index, member): (usize, &Member)| {
                    if index > 0 {
                        out.push(',');
                    }
                    out.push_str(space);
                    if let Member::Named(name, node) = member {
                        quote(name, out);
                        out.push(':');
                        out.push_str(space);
                        node.write(style, out);
                    }
                };
                match style.reversed {
                    false => members.iter().enumerate().for_each(write),
                    true => members.iter().rev().enumerate().for_each(write),
                }
                out.push_str(space);
                out.push('}');
            }
        }
    }

    /// The value that a step of a pointer leads to.
    fn step(&self, token: &str) -> Option<&Node> {
        match self {
            Node::List(items) => items.get(token.parse::<usize>().ok()?),
            Node::Object(members) => members.iter().find_map(|member| match member {
                Member::Named(name, node) if name == token => Some(node),
                Member::Named(..) | Member::Spread(_) => None,
            }),
            _ => None,
        }
    }

    fn step_mut(&mut self, token: &str) -> Option<&mut Node> {
        match self {
            Node::List(items) => items.get_mut(token.parse::<usize>().ok()?),
            Node::Object(members) => members.iter_mut().find_map(|member| match member {
                Member::Named(name, node) if name == token => Some(node),
                Member::Named(..) | Member::Spread(_) => None,
            }),
            _ => None,
        }
    }

    /// Puts a value where a pointer leads to. False if there is nothing.
    pub(super) fn put(&mut self, pointer: &str, value: &Node) -> bool {
        let mut at = self;
        for token in tokens(pointer) {
            match at.step_mut(&token) {
                Some(next) => at = next,
                None => return false,
            }
        }
        *at = value.clone();
        true
    }

    /// Takes over from `sound` what a pointer leads to, or the nearest thing around it that both have.
    pub(super) fn reset(&mut self, sound: &Node, pointer: &str) {
        let (mut at, mut from) = (self, sound);
        for token in tokens(pointer) {
            let Some(next) = from.step(&token) else { break };
            if at.step(&token).is_none() {
                break;
            }
            let Some(inner) = at.step_mut(&token) else { return };
            (at, from) = (inner, next);
        }
        *at = from.clone();
    }
}

/// How a document is written.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Style {
    /// Members in the opposite order.
    pub(super) reversed: bool,
    pub(super) spaced: bool,
}

/// The steps of a JSON Pointer.
fn tokens(pointer: &str) -> impl Iterator<Item = String> {
    pointer
        .split('/')
        .skip(1)
        .map(|token| token.replace("~1", "/").replace("~0", "~"))
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\0'..='\u{1f}' => {
                // Writing to a text can't fail.
                let _ = write!(out, "\\u{:04x}", u32::from(char));
            }
            char => out.push(char),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(name: &str, node: Node) -> Node {
        Node::object([(name.to_owned(), node)])
    }

    #[test]
    fn what_is_spread_stands_among_the_members() {
        let template = Node::Object(vec![
            Member::Named("a".into(), Node::Null),
            Member::Spread(Node::Hole),
        ]);
        let filled = template.fill(&object("b/c\n", Node::text("\"")));
        assert_eq!(filled.json(Style::default()), r#"{"a":null,"b/c\u000a":"\""}"#);
        let backwards = Style {
            reversed: true,
            spaced: true,
        };
        assert_eq!(filled.json(backwards), r#"{ "b/c\u000a": "\"", "a": null }"#);
    }

    #[test]
    fn a_reset_takes_what_both_have() {
        let sound = object("a", object("b/", Node::Bool(true)));
        let mut node = object("a", object("b/", Node::Null));
        node.reset(&sound, "/a/b~1");
        assert_eq!(node, sound);
        let mut node = object("a", Node::Object(Vec::new()));
        node.reset(&sound, "/a/b~1/c");
        assert_eq!(node, sound);
        assert!(!node.put("/x", &Node::Null));
    }
}
