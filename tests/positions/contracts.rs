//! Contracts of every shape, with rules on every part.

use std::collections::{BTreeMap, BTreeSet};

use perimeter::{Contract, Violation, Violations};
use serde::Deserialize;

/// A record that holds everything.
#[derive(Debug, Contract)]
#[contract(check(ends_after_start, reads(start, end)), check(whole))]
pub struct Order {
    #[field(length = 1..=8)]
    pub id: String,
    #[field(range = 1..=9)]
    pub start: u8,
    #[field(range = 1..=9)]
    pub end: Option<u8>,
    #[field(length = 1..=3, each(length = 1..=4))]
    pub tags: Option<Vec<String>>,
    #[field(length = 0..=3, keys(length = 1..=3), values(range = 0..=9))]
    pub counts: Option<BTreeMap<String, i32>>,
    #[field(length = 1..=2)]
    pub lines: Vec<Line>,
    #[field(length = 4..=8, secret)]
    pub password: Option<String>,
    #[field(any, secret)]
    pub tokens: Option<BTreeMap<String, Line>>,
    pub payment: Option<Payment>,
    pub shape: Option<Shape>,
    pub event: Option<Event>,
    pub choice: Option<Choice>,
    pub pair: Option<(u8, Line)>,
    pub point: Option<[i8; 2]>,
    #[field(any)]
    pub anything: Option<serde_json::Value>,
    #[field(any)]
    pub foreign: Option<Foreign>,
    #[field(any)]
    pub set: Option<BTreeSet<u8>>,
    pub code: Option<Code>,
}

#[derive(Debug, Contract)]
pub struct Line {
    #[field(length = 1..=4)]
    pub name: String,
    #[field(range = 1..=5)]
    pub count: u8,
    #[field(check = short_name)]
    pub note: Option<String>,
}

#[derive(Debug, Contract)]
pub enum Payment {
    Cash,
    Card(#[field(length = 4)] String),
    Split(#[field(range = 0..=5)] u8, Line),
    Parts {
        line: Line,
        #[field(range = 0..=5)]
        count: u8,
    },
}

#[derive(Debug, Contract)]
#[serde(tag = "kind")]
pub enum Shape {
    Dot,
    Circle {
        #[field(range = 1..=5)]
        radius: u8,
    },
    Named(Line),
}

#[derive(Debug, Contract)]
#[serde(tag = "t", content = "c")]
pub enum Event {
    Start,
    Stop(Line),
    Both {
        #[field(range = 1..=5)]
        from: u8,
        to: u8,
    },
}

#[derive(Debug, Contract)]
#[serde(untagged)]
pub enum Choice {
    Number(#[field(range = 1..=5)] u8),
    Line(Line),
    Many(#[field(length = 1..=2)] Vec<Choice>),
}

#[derive(Debug, Contract)]
#[serde(transparent)]
pub struct Code(#[field(length = 2..=3)] pub String);

/// A record with flattened parts, that leaves unknown members to a map.
#[derive(Debug, Contract)]
pub struct Flat {
    #[field(range = 1..=5)]
    pub a: u8,
    #[serde(flatten)]
    pub line: Line,
    #[serde(flatten)]
    pub payment: Option<Payment>,
    #[serde(flatten)]
    pub rest: BTreeMap<String, i8>,
}

/// A record that knows all its members, flattened ones too.
#[derive(Debug, Contract)]
pub struct Closed {
    #[serde(flatten)]
    pub line: Option<Line>,
    #[serde(flatten)]
    pub event: Event,
}

/// Members that are held to each other, some of them flattened.
#[derive(Debug, Contract)]
#[contract(exactly_one_of(least, other), all_or_none(most, word))]
pub struct Held {
    #[field(less_than(most))]
    pub least: Option<u8>,
    #[serde(alias = "max")]
    #[field(required_with(least, word))]
    pub most: Option<u8>,
    #[field(any, required_if(least = [1, 2]), excluded_if(other = 3))]
    pub word: Option<String>,
    pub other: Option<u8>,
    #[field(matches(least))]
    pub again: Option<u8>,
    #[serde(default)]
    #[field(length = ..=3)]
    pub inner: Vec<Held>,
    #[serde(flatten)]
    pub beside: Beside,
}

#[derive(Debug, Contract)]
#[contract(at_least_one_of(x, y))]
pub struct Beside {
    #[field(required_unless(y = 0))]
    pub x: Option<i8>,
    #[field(greater_than(x))]
    pub y: Option<i8>,
}

#[derive(Debug, Contract)]
pub struct Tree {
    #[field(range = 1..=5)]
    pub value: u8,
    #[serde(default)]
    #[field(length = 0..=3)]
    pub children: Vec<Tree>,
    #[serde(default)]
    #[field(keys(length = 1..=3))]
    pub named: BTreeMap<String, Tree>,
}

#[derive(Debug, Deserialize)]
pub struct Foreign {
    pub x: u8,
    pub y: Option<Vec<u8>>,
}

fn ends_after_start(start: &u8, end: &Option<u8>) -> Result<(), Violation> {
    match end {
        Some(end) if end < start => Err(Violation::new("order", "must not end before it starts").at("/end")),
        _ => Ok(()),
    }
}

fn whole(order: &Order) -> Result<(), &'static str> {
    if order.id == "none" {
        Err("has no number")
    } else {
        Ok(())
    }
}

fn short_name(note: &Option<String>) -> Result<(), String> {
    match note {
        Some(note) if note.len() > 3 => Err(format!("must not be {note:?}")),
        _ => Ok(()),
    }
}

/// A contract, and texts that are right by it.
#[derive(Clone, Copy)]
pub struct Case {
    pub seeds: &'static [&'static str],
    /// Reads a text, and gives whether there is a value, and the report.
    pub examine: fn(&[u8]) -> (bool, Option<Violations>),
    /// Reads a text by the shorter way.
    pub accept: fn(&[u8]) -> Result<(), Violations>,
}

macro_rules! cases {
    ($($name:ident [$($seed:expr),+ $(,)?];)+) => {
        pub const CASES: &[Case] = &[$(
            Case {
                seeds: &[$($seed),+],
                examine: |bytes| {
                    match perimeter::Boundary::new().examine::<$name>(bytes) {
                        Ok(accepted) => (true, accepted.warnings),
                        Err(report) => (false, Some(report)),
                    }
                },
                accept: |bytes| perimeter::accept::<$name>(bytes).map(drop),
            },
        )+];
    };
}

cases! {
    Order [
        r#"{"id":"one","start":1,"end":2,"tags":["a","b"],"counts":{"x":1,"y":2},"lines":[{"name":"n","count":1}],"password":"secret","tokens":{"k":{"name":"n","count":1}}}"#,
        r#"{"id":"two","start":1,"lines":[{"name":"n","count":1,"note":"abc"}],"payment":{"Card":"1234"},"shape":{"kind":"Circle","radius":1},"event":{"t":"Stop","c":{"name":"n","count":1}}}"#,
        r#"{"id":"3","start":1,"lines":[{"name":"n","count":1}],"payment":{"Split":[1,{"name":"n","count":1}]},"shape":{"name":"n","count":2,"kind":"Named"},"event":{"c":{"from":1,"to":2},"t":"Both"},"choice":[{"name":"n","count":1},[2]]}"#,
        r#"{"id":"4","start":1,"lines":[{"name":"n","count":1}],"payment":"Cash","shape":{"kind":"Dot"},"event":{"t":"Start"},"choice":3,"pair":[1,{"name":"n","count":1}],"point":[1,2],"anything":{"a":[1,{"b":null}]},"foreign":{"x":1,"y":[1]},"set":[1,2],"code":"ab"}"#,
        r#"{"id":"none","start":3,"end":2,"lines":[{"name":"long name","count":9,"note":"too long"},{}],"payment":{"Parts":{"line":{"name":"n","count":1},"count":1}}}"#,
    ];
    Flat [r#"{"a":1,"name":"n","count":1,"Card":"1234"}"#, r#"{"a":1,"name":"n","count":1,"more":1}"#];
    Closed [r#"{"name":"n","count":1,"t":"Start"}"#, r#"{"t":"Both","c":{"from":1,"to":2}}"#];
    Held [
        r#"{"least":1,"max":2,"word":"a","x":1,"y":2,"inner":[{"x":1,"other":4},{"least":3,"again":3,"max":4,"word":"b","y":0}]}"#,
        r#"{"other":3,"y":0}"#,
        r#"{"inner":[],"other":2,"x":3,"word":null}"#
    ];
    Tree [r#"{"value":1,"children":[{"value":2},{"value":3,"children":[{"value":4}]}],"named":{"a/b":{"value":1},"~":{"value":4},"/":{"value":2}}}"#];
    Line [r#"{"name":"n","count":1,"note":null}"#];
    Payment [r#""Cash""#, r#"{"Card":"1234"}"#];
    Choice ["1", "[1,[2]]"];
}
