//! Documents: grown from a type's seeds, changed, and written down in one of the many ways that JSON has.

use std::fmt::{self, Write as _};

use fastrand::Rng;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

/// Values that are at the edge of something.
const EDGES: &[&str] = &[
    "null",
    "true",
    "false",
    "0",
    "-0",
    "-0.0",
    "0.0",
    "1",
    "-1",
    "1.0",
    "1.5",
    "1e0",
    "1E+2",
    "12e-1",
    "127",
    "128",
    "-128",
    "-129",
    "255",
    "256",
    "32767",
    "-32769",
    "65535",
    "65536",
    "2147483648",
    "-2147483649",
    "4294967295",
    "4294967296",
    "9007199254740991",
    "9007199254740992",
    "9007199254740993",
    "-9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "18446744073709551615",
    "18446744073709551616",
    "170141183460469231731687303715884105727",
    "170141183460469231731687303715884105728",
    "-170141183460469231731687303715884105728",
    "-170141183460469231731687303715884105729",
    "340282366920938463463374607431768211455",
    "340282366920938463463374607431768211456",
    "1e400",
    "-1e400",
    "1e-400",
    "1e39",
    "3.4028235e38",
    "3.4028236e38",
    "5e-324",
    "2.2250738585072014e-308",
    "1.7976931348623157e308",
    "1.7976931348623159e308",
    "0.1",
    "0.30000000000000004",
    "123456789012345678901234567890.5",
    "1.00000000000000000000000000001",
    "0.000000000000000000000000000001",
    "16777217",
    "16777217.0",
    "1000000000000000000000000",
    "\"\"",
    "\"a\"",
    "\"1\"",
    "\"true\"",
    "\"null\"",
    "\"\\u0000\"",
    "\"\\ud83d\\ude00\"",
    "\"\u{e9}\"",
    "\"a\\/b\"",
    "\"\u{10ffff}\"",
    "\"127.0.0.1\"",
    "\"::1\"",
    "\"ff\"",
    "[]",
    "{}",
    "[null]",
    "[1,2,3]",
    "{\"x\":1}",
    "{\"\":null}",
];

/// Texts that are no JSON, or that only stand where no value is made of them.
const BROKEN: &[&str] = &[
    "",
    "01",
    "-",
    "+1",
    ".5",
    "1.",
    "1e",
    "0x1",
    "NaN",
    "nul",
    "truee",
    "\"\\ud800\"",
    "\"\\ud800\\u0041\"",
    "\"\\x\"",
    "\"\n\"",
    "[1,]",
    "{\"a\":1,}",
    "[1 2]",
    "{\"a\" 1}",
    "{a:1}",
    "'a'",
    "]",
    "}",
    "\"",
    "\\",
    "/**/",
    "\u{feff}",
    "\u{0}",
    "[",
    "{",
];

/// A document, with members in order and perhaps doubled.
#[derive(Debug, Clone)]
pub enum Node {
    /// What is written down as it is.
    Atom(String),
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

/// Where choices come from.
pub trait Draw {
    /// A number below `bound`, which is not 0.
    fn below(&mut self, bound: usize) -> usize;
}

impl Draw for Rng {
    fn below(&mut self, bound: usize) -> usize {
        self.usize(..bound)
    }
}

/// Choices by the bytes of a fuzzer, one or two each; behind them always the last, which changes nothing more. So a byte
/// that the fuzzer changes is a choice that it changes.
pub struct Bytes<'b>(pub &'b [u8]);

impl Draw for Bytes<'_> {
    fn below(&mut self, bound: usize) -> usize {
        let mut drawn = 0;
        for _ in 0..=usize::from(bound > 256) {
            let Some((byte, rest)) = self.0.split_first() else {
                return bound - 1;
            };
            self.0 = rest;
            drawn = drawn << 8 | usize::from(*byte);
        }
        drawn % bound
    }
}

/// Draws documents for one type.
pub struct Generator<D = Rng> {
    seeds: Vec<Node>,
    /// Every name and every text of the seeds, and some that no type knows.
    words: Vec<String>,
    draw: D,
}

impl Generator {
    pub fn new(seeds: &[&str], seed: u64) -> Self {
        Generator::by(seeds, Rng::with_seed(seed))
    }
}

impl<D: Draw> Generator<D> {
    /// Draws by these choices.
    pub fn by(seeds: &[&str], draw: D) -> Self {
        let seeds: Vec<Node> = seeds
            .iter()
            .filter_map(|seed| serde_json::from_str(seed).ok())
            .collect();
        let mut words: Vec<String> = [
            "",
            "extra",
            "a/b",
            "~",
            "\u{e9}",
            "1",
            "-1",
            "1e0",
            "true",
            "null",
            "a\"b\\c\n",
        ]
        .map(String::from)
        .into();
        for seed in &seeds {
            seed.words(&mut words);
        }
        words.sort();
        words.dedup();
        Generator { seeds, words, draw }
    }

    /// The next document.
    pub fn text(&mut self) -> String {
        let index = self.draw.below(self.seeds.len());
        let mut node = self.seeds[index].clone();
        let changes = [5, 3, 2, 2, 1, 1, 1, 0][self.draw.below(8)];
        for _ in 0..changes {
            self.change(&mut node);
        }
        let mut text = String::new();
        let style = Style {
            space: self.draw.below(4) == 0,
            escapes: self.draw.below(4) == 0,
        };
        self.write(&node, style, &mut text);
        if self.draw.below(5) == 0 {
            self.damage(&mut text);
        }
        text
    }

    fn word(&mut self) -> String {
        self.words[self.draw.below(self.words.len())].clone()
    }

    fn ascii(&mut self) -> char {
        u8::try_from(self.draw.below(128)).map_or('?', char::from)
    }

    fn edge(&mut self) -> Node {
        match self.draw.below(8) {
            0 => Node::Text(self.word()),
            1 => self.seeds[self.draw.below(self.seeds.len())].clone(),
            _ => Node::Atom(EDGES[self.draw.below(EDGES.len())].to_owned()),
        }
    }

    /// Changes one thing somewhere.
    fn change(&mut self, node: &mut Node) {
        let inside = match node {
            Node::Atom(_) | Node::Text(_) => 0,
            Node::List(nodes) => nodes.len(),
            Node::Object(members) => members.len(),
        };
        if inside > 0 && self.draw.below(3) > 0 {
            let index = self.draw.below(inside);
            return match node {
                Node::List(nodes) => self.change(&mut nodes[index]),
                Node::Object(members) => self.change(&mut members[index].1),
                Node::Atom(_) | Node::Text(_) => {}
            };
        }
        let (index, other) = (self.draw.below(inside.max(1)), self.draw.below(inside.max(1)));
        match (node, self.draw.below(10)) {
            (node, 0) => *node = self.edge(),
            (node, 1) => *node = Node::List(vec![node.clone()]),
            (node, 2) => *node = Node::Object(vec![(self.word(), node.clone())]),
            (Node::List(nodes), 3 | 4) if inside > 0 => drop(nodes.remove(index)),
            (Node::List(nodes), 5) if inside > 0 => nodes.swap(index, other),
            (Node::List(nodes), 6) if inside > 0 => nodes.insert(index, nodes[other].clone()),
            (Node::List(nodes), _) => nodes.insert(index, self.edge()),
            (Node::Object(members), 3) if inside > 0 => drop(members.remove(index)),
            (Node::Object(members), 4) if inside > 0 => members.swap(index, other),
            (Node::Object(members), 5) if inside > 0 => members.insert(index, members[other].clone()),
            (Node::Object(members), 6) if inside > 0 => members[index].0 = self.word(),
            (Node::Object(members), 7) if inside > 0 => {
                members.insert(index, (members[other].0.clone(), self.edge()));
            }
            (Node::Object(members), _) => members.insert(index, (self.word(), self.edge())),
            (Node::Text(text), 3..7) => *text = self.word(),
            (node, _) => *node = self.edge(),
        }
    }

    /// Makes something of the text that is no longer what it was.
    fn damage(&mut self, text: &mut String) {
        let places: Vec<usize> = text
            .char_indices()
            .map(|(at, _)| at)
            .chain([text.len()])
            .collect();
        let at = places[self.draw.below(places.len())];
        match self.draw.below(4) {
            0 => text.truncate(at),
            1 => text.insert_str(at, BROKEN[self.draw.below(BROKEN.len())]),
            2 => text.insert(at, self.ascii()),
            _ if at < text.len() => {
                text.remove(at);
                text.insert(at, self.ascii());
            }
            _ => {}
        }
    }

    fn write(&mut self, node: &Node, style: Style, text: &mut String) {
        self.space(style, text);
        match node {
            Node::Atom(atom) => text.push_str(atom),
            Node::Text(value) => self.quoted(value, style, text),
            Node::List(nodes) => {
                text.push('[');
                for (index, node) in nodes.iter().enumerate() {
                    if index > 0 {
                        text.push(',');
                    }
                    self.write(node, style, text);
                }
                self.space(style, text);
                text.push(']');
            }
            Node::Object(members) => {
                text.push('{');
                for (index, (name, node)) in members.iter().enumerate() {
                    if index > 0 {
                        text.push(',');
                    }
                    self.space(style, text);
                    self.quoted(name, style, text);
                    self.space(style, text);
                    text.push(':');
                    self.write(node, style, text);
                }
                self.space(style, text);
                text.push('}');
            }
        }
        self.space(style, text);
    }

    fn space(&mut self, style: Style, text: &mut String) {
        while style.space && self.draw.below(3) == 0 {
            text.push([' ', '\n', '\r', '\t'][self.draw.below(4)]);
        }
    }

    fn quoted(&mut self, value: &str, style: Style, text: &mut String) {
        text.push('"');
        for char in value.chars() {
            let escaped = style.escapes && self.draw.below(4) == 0;
            match char {
                '"' => text.push_str("\\\""),
                '\\' => text.push_str("\\\\"),
                '/' if escaped => text.push_str("\\/"),
                char if escaped || char < ' ' => {
                    for unit in char.encode_utf16(&mut [0; 2]) {
                        let _ = write!(text, "\\u{unit:04x}");
                    }
                }
                char => text.push(char),
            }
        }
        text.push('"');
    }
}

/// How a text is written.
#[derive(Clone, Copy)]
struct Style {
    space: bool,
    escapes: bool,
}

impl Node {
    fn words(&self, words: &mut Vec<String>) {
        match self {
            Node::Atom(_) => {}
            Node::Text(text) => words.push(text.clone()),
            Node::List(nodes) => nodes.iter().for_each(|node| node.words(words)),
            Node::Object(members) => {
                for (name, node) in members {
                    words.push(name.clone());
                    node.words(words);
                }
            }
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Atom("null".to_owned()))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Atom(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Atom(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Atom(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Atom(format!("{value:?}")))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = seq.next_element()? {
            nodes.push(node);
        }
        Ok(Node::List(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Node::Object(members))
    }
}
