//! Values to try at a place: what its rules give, fitted to each other, and what its type suggests.

use crate::clock::Clock;
use crate::descriptor::Checks;
use crate::rules::{RuleInfo, Samples};
use crate::shape::Kind;
use crate::violation::Param;

use super::node::Node;

/// The longest text that is drawn, and the longest that is tried at all.
const USUAL: usize = 300;
const LONGEST: usize = 70_000;

/// How many values are tried for one place.
const MOST: usize = 96;

/// What is known of a place before anything is tried.
pub(super) struct Material {
    pub(super) kind: Kind,
    rules: Vec<(&'static dyn RuleInfo, Samples)>,
}

impl Material {
    pub(super) fn new(kind: Kind, checks: Option<&Checks>, clock: Clock) -> Self {
        let kind = behind(kind);
        let rules = checks.map_or(&[][..], |checks| checks.rules());
        let rules = rules
            .iter()
            .map(|rule| (*rule, rule.samples(kind, clock)))
            .collect();
        Material { kind, rules }
    }

    /// Whether values of the type need no look by the contract.
    pub(super) fn is_free(&self, checks: Option<&Checks>) -> bool {
        let plain = matches!(
            self.kind,
            Kind::Bool
                | Kind::Integer { .. }
                | Kind::Any
                | Kind::Null
                | Kind::List { .. }
                | Kind::Set(_)
                | Kind::Map { .. }
        );
        plain && checks.is_none_or(|checks| checks.rules().is_empty() && checks.custom().is_empty())
    }

    /// The lengths that all rules accept as far as they say, the shortest first; none if no rule says anything.
    pub(super) fn lengths(&self) -> Vec<usize> {
        let said = self.rules.iter().flat_map(|(_, samples)| samples.lengths().0);
        let mut lengths: Vec<usize> = said.copied().filter(|length| *length <= LONGEST).collect();
        lengths.sort_unstable();
        lengths.dedup();
        lengths
    }

    /// The lengths that a rule rejects.
    pub(super) fn wrong_lengths(&self) -> Vec<usize> {
        let said = self.rules.iter().flat_map(|(_, samples)| samples.lengths().1);
        said.copied().filter(|length| *length <= LONGEST).collect()
    }

    /// The regular expressions of the rules.
    pub(super) fn regexes(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().filter_map(|(_, samples)| samples.regex())
    }

    /// Values that may be accepted, the likeliest first; `drawn` are some that match the regular expressions.
    pub(super) fn accepted(&self, drawn: Vec<String>) -> Vec<Node> {
        let mut params: Vec<Param> = drawn.into_iter().map(Param::from).collect();
        // Of each rule the first, then of each the second: the value that fits all is often among the first.
        let longest = self
            .rules
            .iter()
            .map(|(_, samples)| samples.accepted().len())
            .max();
        for index in 0..longest.unwrap_or(0) {
            let at = self
                .rules
                .iter()
                .filter_map(|(_, samples)| samples.accepted().get(index));
            params.extend(at.cloned());
        }
        params.extend(usual(self.kind));
        self.fitted(&params, None)
    }

    /// Values that a rule is likely to reject while the others accept them, the simplest first.
    pub(super) fn rejected(&self, sound: &[Node]) -> Vec<Node> {
        let mut nodes = Vec::new();
        for (index, (_, samples)) in self.rules.iter().enumerate() {
            nodes.extend(
                samples
                    .rejected()
                    .iter()
                    .filter_map(|param| node(param, self.kind)),
            );
            nodes.extend(self.fitted(samples.rejected(), Some(index)));
        }
        for text in sound.iter().filter_map(as_text).take(4) {
            for length in self.wrong_lengths() {
                let sized = sized(text, length);
                // What the other rules want in a certain place stands there again.
                let mended = self
                    .rules
                    .iter()
                    .fold(sized.clone().into(), |param, (rule, _)| rule.mend(param));
                nodes.extend(node(&mended, self.kind));
                nodes.push(Node::text(sized));
            }
        }
        for number in sound.iter().filter_map(as_integer).take(4) {
            let beside = [1, -1].into_iter().filter_map(|step| number.checked_add(step));
            nodes.extend(beside.map(|number| Node::number(&number)));
        }
        for text in sound.iter().filter_map(as_text).take(6) {
            nodes.extend(mutated(text).map(Node::Text));
        }
        let mut unique: Vec<Node> = Vec::new();
        for node in nodes {
            if unique.len() < MOST && !unique.contains(&node) {
                unique.push(node);
            }
        }
        unique
    }

    /// The values, each also as the rules (apart from one) mend it and with the lengths that they ask for.
    fn fitted(&self, params: &[Param], except: Option<usize>) -> Vec<Node> {
        let others = || {
            let rules = self.rules.iter().enumerate();
            rules
                .filter(move |(index, _)| Some(*index) != except)
                .map(|(_, rule)| rule)
        };
        let mend = |param: Param| others().fold(param, |param, (rule, _)| rule.mend(param));
        let mut lengths: Vec<usize> = others()
            .flat_map(|(_, samples)| samples.lengths().0)
            .copied()
            .collect();
        let shortest = lengths.iter().min().copied().unwrap_or(0);
        lengths.retain(|length| *length <= USUAL || *length == shortest && *length <= LONGEST);
        let mut nodes: Vec<Node> = Vec::new();
        let mut add = |param: &Param| {
            if let Some(node) = node(param, self.kind) {
                if nodes.len() < MOST && !nodes.contains(&node) {
                    nodes.push(node);
                }
            }
        };
        let texts = matches!(
            self.kind,
            Kind::Text { .. } | Kind::Char | Kind::Foreign | Kind::Any
        );
        for param in params {
            let mended = mend(param.clone());
            add(&mended);
            add(param);
            if let (Param::Text(text), true) = (param, texts) {
                for length in &lengths {
                    // The rules have the last word on the content, then the length once more.
                    let mended = mend(sized(text, *length).into());
                    add(&mended);
                    if let Param::Text(text) = mended {
                        add(&sized(&text, *length).into());
                    }
                }
            }
        }
        nodes
    }
}

/// The kind of what is behind an optional value.
pub(super) fn behind(kind: Kind) -> Kind {
    match kind {
        Kind::Optional(kind) => behind(*kind),
        kind => kind,
    }
}

/// A parameter as a value of the kind.
fn node(param: &Param, kind: Kind) -> Option<Node> {
    let text = matches!(kind, Kind::Text { .. } | Kind::Char);
    let open = matches!(kind, Kind::Any | Kind::Foreign);
    match (param, kind) {
        (Param::Bool(value), Kind::Bool | Kind::Any | Kind::Foreign) => Some(Node::Bool(*value)),
        (Param::Integer(value), Kind::Integer { .. } | Kind::Number | Kind::Any | Kind::Foreign) => {
            Some(Node::number(value))
        }
        (Param::Integer(value), _) if text => Some(Node::text(value.to_string())),
        (Param::Float(value), Kind::Number | Kind::Any | Kind::Foreign) if value.is_finite() => {
            Some(Node::Number(format!("{value:?}")))
        }
        (Param::Float(value), _) if text => Some(Node::text(value.to_string())),
        (Param::Text(value), _) if text || open => Some(Node::text(value.as_ref())),
        (Param::Text(value), Kind::Integer { .. } | Kind::Number) => {
            let digits = value.strip_prefix('-').unwrap_or(value);
            let number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            number.then(|| Node::number(value))
        }
        _ => None,
    }
}

fn as_text(node: &Node) -> Option<&str> {
    match node {
        Node::Text(text) => Some(text),
        _ => None,
    }
}

fn as_integer(node: &Node) -> Option<i128> {
    match node {
        Node::Number(number) => number.parse().ok(),
        _ => None,
    }
}

/// The text cut, or continued with its last character.
fn sized(text: &str, length: usize) -> String {
    let last = text
        .chars()
        .last()
        .filter(|char| char.is_alphanumeric())
        .unwrap_or('a');
    text.chars().chain(std::iter::repeat(last)).take(length).collect()
}

/// The text with one thing changed.
fn mutated(text: &str) -> impl Iterator<Item = String> {
    let chars: Vec<char> = text.chars().collect();
    let without_first: String = chars.iter().skip(1).collect();
    let without_last: String = chars.iter().take(chars.len().saturating_sub(1)).collect();
    let with_first = |first: char| {
        chars.iter().skip(1).fold(String::from(first), |mut text, char| {
            text.push(*char);
            text
        })
    };
    let firsts = ['!', ' ', '0', 'A', 'a', '\u{e9}', '\n'].map(with_first);
    let swapped = match text.chars().any(char::is_lowercase) {
        true => text.to_uppercase(),
        false => text.to_lowercase(),
    };
    let mut changed = vec![
        without_last,
        without_first,
        format!("{text}a"),
        format!("{text}!"),
        swapped,
    ];
    changed.extend(firsts);
    changed.retain(|changed| changed != text);
    changed.into_iter()
}

/// What values of a kind are tried whatever the rules say, plain ones first, then the extremes of the type.
fn usual(kind: Kind) -> Vec<Param> {
    match kind {
        Kind::Bool => vec![false.into(), true.into()],
        Kind::Integer { signed, bits } => {
            let (least, most) = extremes(signed, bits);
            let usual = [1, 0, 2, 3, 10, 50, 100, 1000, -1, -10];
            let usual = usual
                .into_iter()
                .filter(|value| signed || *value >= 0)
                .map(Param::Integer);
            let great = (bits == 128 && !signed).then(|| u128::MAX.into());
            let most = great.unwrap_or(Param::Integer(most));
            usual.chain([most, Param::Integer(least)]).collect()
        }
        Kind::Number => {
            let numbers = [
                1.0, 0.0, 0.5, 2.0, 10.0, 50.0, 100.0, 1000.0, -1.0, -0.5, 1e15, -3e38,
            ];
            numbers.into_iter().map(Param::Float).collect()
        }
        Kind::Char => ["a", "Z", "0", " ", "\u{e9}", "\u{1f980}"]
            .map(Param::from)
            .to_vec(),
        Kind::Text { format: None } => TEXTS.into_iter().map(Param::from).collect(),
        Kind::Text { format: Some(format) } => {
            let named =
                crate::formats::samples(&format.replace('-', "_")).map_or(&[][..], |[accepted, _]| accepted);
            let others = crate::formats::ALL
                .iter()
                .filter_map(|name| crate::formats::samples(name));
            let others = others.filter_map(|[accepted, _]| accepted.first());
            let forms = [
                "2024-07-05T12:30:45+00:00[UTC]",
                "P1D",
                "PT1S",
                "1.5",
                "192.0.2.1:80",
                "[::1]:80",
            ];
            named
                .iter()
                .chain(&forms)
                .chain(others)
                .copied()
                .map(Param::from)
                .collect()
        }
        Kind::Any | Kind::Foreign => {
            let texts = TEXTS.into_iter().map(Param::from);
            [
                Param::Integer(1),
                Param::Integer(0),
                true.into(),
                Param::Float(0.5),
            ]
            .into_iter()
            .chain(texts)
            .collect()
        }
        _ => Vec::new(),
    }
}

/// Texts that programs trip over, harmless ones first.
const TEXTS: [&str; 9] = [
    "a",
    "abc",
    "",
    "Ada Lovelace",
    "\u{e9}",
    "0",
    "\"\\/\n\t",
    "\u{65e5}\u{672c}\u{8a9e}",
    "\u{1f600}",
];

/// The least and the greatest integer of so many bits.
pub(super) fn extremes(signed: bool, bits: u32) -> (i128, i128) {
    match (signed, bits) {
        (true, 128..) => (i128::MIN, i128::MAX),
        (true, bits) => (-(1 << (bits - 1)), (1 << (bits - 1)) - 1),
        (false, 127..) => (0, i128::MAX),
        (false, bits) => (0, (1 << bits) - 1),
    }
}

/// Values of every type, to be of the wrong one, and what types that only serde knows may have.
pub(super) fn of_every_type() -> Vec<Node> {
    let pair = |one: &str, other: &str| {
        Node::object([
            (one.to_owned(), Node::number(&1)),
            (other.to_owned(), Node::number(&0)),
        ])
    };
    vec![
        Node::Null,
        Node::Bool(true),
        Node::number(&0),
        Node::number("0.5"),
        Node::text(""),
        Node::text("x"),
        Node::List(Vec::new()),
        Node::List(vec![Node::number(&1), Node::number(&2)]),
        Node::Object(Vec::new()),
        pair("secs", "nanos"),
        pair("secs_since_epoch", "nanos_since_epoch"),
        pair("start", "end"),
    ]
}
