//! Contracts of the shapes that hostile documents are aimed at, each of which is read in every way.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use perimeter::{Patch, Violation, core_contract, coupling_contract, external_contract, strategic_boundary};
use serde::Deserialize;

use crate::agreement::{Ways, ways};

/// What must not be seen of a [`Vault`].
pub const SECRET: &str = "hunter2";

#[derive(Debug)]
#[external_contract]
pub struct Vault {
    #[field(length = 9..=12, secret)]
    pub text: Option<String>,
    #[field(keys(length = 1..=3), values(range = 0..=9), secret)]
    pub map: Option<BTreeMap<String, u8>>,
    #[field(each(length = 1..=3), secret)]
    pub list: Option<Vec<String>>,
    #[field(secret)]
    pub tree: Option<Tree>,
    #[field(secret)]
    pub choice: Option<Untagged>,
    #[field(secret)]
    pub tagged: Option<Internal>,
    #[field(any, secret)]
    pub foreign: Option<Foreign>,
    #[field(check = telling, secret)]
    pub told: Option<String>,
    #[field(secret)]
    pub inner: Option<Box<Vault>>,
    pub open: Option<u8>,
}

fn telling(text: &Option<String>) -> Result<(), Violation> {
    match text {
        Some(text) if text.len() > 4 => {
            Err(Violation::new(text.clone(), text.clone()).at(format!("/{text}")))
        }
        _ => Ok(()),
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Foreign {
    pub x: u8,
    pub y: Option<Vec<String>>,
}

#[derive(Debug)]
#[external_contract]
pub struct Tree {
    #[field(any)]
    pub of: Vec<Tree>,
}

#[derive(Debug)]
#[external_contract]
pub struct Chain {
    pub of: Option<Box<Chain>>,
    #[field(range = 0..=9)]
    pub x: Option<u8>,
}

#[derive(Debug)]
#[external_contract]
pub struct Maps {
    #[field(any)]
    pub of: BTreeMap<String, Maps>,
}

#[derive(Debug)]
#[external_contract]
pub enum External {
    End,
    Of(Box<External>),
    Both { a: Box<External>, b: Box<External> },
    Pair(Box<External>, #[field(range = 0..=9)] u8),
}

#[derive(Debug)]
#[external_contract]
#[serde(tag = "kind")]
pub enum Internal {
    End,
    Of {
        of: Box<Internal>,
        #[field(range = 0..=9)]
        x: Option<u8>,
    },
    Tree(Tree),
}

#[derive(Debug)]
#[external_contract]
#[serde(tag = "t", content = "c")]
pub enum Adjacent {
    End,
    Of(Box<Adjacent>),
    Both { a: Box<Adjacent>, b: Option<u8> },
}

#[derive(Debug)]
#[external_contract]
#[serde(untagged)]
pub enum Untagged {
    Number(#[field(range = 0..=9)] u8),
    First { of: Box<Untagged>, x: u8 },
    Second { of: Box<Untagged>, y: u8 },
    Many(#[field(any)] Vec<Untagged>),
}

/// Every level leaves its members to the next.
#[derive(Debug)]
#[external_contract]
pub struct Flat {
    #[field(range = 0..=9)]
    pub x: Option<u8>,
    #[serde(flatten)]
    pub rest: FlatRest,
}

#[derive(Debug)]
#[external_contract]
pub struct FlatRest {
    pub of: Option<Box<Flat>>,
}

/// What is left goes to a map, whose values start anew.
#[derive(Debug)]
#[strategic_boundary]
pub struct FlatMap {
    #[field(range = 0..=9)]
    pub a: Option<u8>,
    #[serde(flatten)]
    pub of: HashMap<String, FlatMap>,
}

#[derive(Debug)]
#[strategic_boundary]
pub struct FlatUntagged {
    #[serde(flatten)]
    pub choice: Option<FlatChoice>,
    pub of: Option<Box<FlatUntagged>>,
    #[serde(flatten)]
    pub rest: BTreeMap<String, serde_json::Value>,
}

#[derive(Debug)]
#[strategic_boundary]
#[serde(untagged)]
pub enum FlatChoice {
    A {
        #[field(range = 0..=9)]
        a: u8,
    },
    B {
        b: bool,
    },
}

/// Warnings beside errors, as many as a sender likes.
#[derive(Debug)]
#[external_contract]
pub struct Warned {
    #[field(each(range(0..=9, severity = warn)))]
    pub soft: Vec<u8>,
    #[field(each(range = 0..=9))]
    pub hard: Option<Vec<u8>>,
    #[field(length(..=2, severity = warn))]
    pub word: Option<String>,
    #[field(any)]
    pub either: Option<Vec<Either>>,
}

#[derive(Debug)]
#[external_contract]
#[serde(untagged)]
pub enum Either {
    Small(#[field(range = 0..=9)] u8),
    Warned(#[field(range(0..=99, severity = warn), range = 0..=200)] u8),
    Text(#[field(length(..=2, severity = warn))] String),
}

#[derive(Debug)]
#[external_contract]
pub struct Borrowing<'a> {
    #[field(length = ..=8)]
    pub text: &'a str,
    #[serde(borrow)]
    #[field(any)]
    pub cow: Option<Cow<'a, str>>,
    #[serde(borrow)]
    #[field(any)]
    pub list: Vec<Cow<'a, str>>,
}

#[derive(Debug, Default)]
#[strategic_boundary]
pub struct Change {
    #[field(range = 1..)]
    pub ranged: Patch<u8>,
    #[field(not_null)]
    pub kept: Patch<String>,
    #[field(required, nullable)]
    pub said: Patch<u8>,
    #[field(required_with(kept))]
    pub with: Patch<u8>,
    #[field(default = 3)]
    pub three: u8,
}

#[derive(Debug)]
#[external_contract(exactly_one_of(mail, phone), all_or_none(from, to))]
pub struct SignUp {
    #[field(length = 1..=5, sanitize(trim, collapse_spaces))]
    pub name: String,
    #[field(sanitize(trim, lowercase), email)]
    pub mail: Option<String>,
    #[field(sanitize(trim), length = 1..=4)]
    pub phone: Option<Box<str>>,
    #[serde(default)]
    #[field(each(sanitize(uppercase), length = 1..=2), sanitize(shorten))]
    pub list: Vec<String>,
    pub from: Option<i8>,
    #[field(greater_than(from))]
    pub to: Option<i8>,
    #[field(matches(name))]
    pub again: Option<String>,
}

/// Leaves what breaks the rules of the elements.
fn shorten(list: &mut Vec<String>) {
    for text in list {
        if text.starts_with('X') {
            text.clear();
        }
    }
}

pub struct Shop {
    pub most: u8,
}

#[derive(Debug)]
#[external_contract(context(Shop))]
pub struct Order {
    #[field(check = not_too_many)]
    pub count: u8,
    #[field(any)]
    pub parts: Option<Vec<Order>>,
    pub choice: Option<Supply>,
}

#[derive(Debug)]
#[external_contract(context(Shop))]
#[serde(untagged)]
pub enum Supply {
    Count(#[field(check = not_too_many)] u8),
    Order(Box<Order>),
}

fn not_too_many(count: &u8, shop: &Shop) -> Result<(), String> {
    if *count <= shop.most {
        Ok(())
    } else {
        Err(format!("must be {} or less", shop.most))
    }
}

/// Declares a context that nobody gives.
#[derive(Debug)]
#[external_contract]
pub struct Lacking {
    pub order: Option<Order>,
    pub x: Option<u8>,
}

#[derive(Debug)]
#[coupling_contract(always)]
pub struct Coupled {
    #[field(range = 0..=9)]
    pub x: u8,
    pub y: Option<(u8, String, bool)>,
    #[serde(default)]
    pub z: [i64; 2],
}

#[derive(Debug)]
#[core_contract]
pub struct Core {
    pub x: u8,
    pub outer: Option<Box<Chain>>,
}

/// Every number that there is.
#[derive(Debug)]
#[external_contract]
pub struct Numbers {
    pub u8: Option<u8>,
    pub i8: Option<i8>,
    pub u32: Option<u32>,
    pub i64: Option<i64>,
    pub u64: Option<u64>,
    pub i128: Option<i128>,
    pub u128: Option<u128>,
    #[field(finite, multiple_of = 0.1)]
    pub f32: Option<f32>,
    #[field(range = -1e10..=1e10, multiple_of = 0.01)]
    pub f64: Option<f64>,
    pub nonzero: Option<std::num::NonZeroU8>,
}

/// Lists whose elements are held to each other, text under every kind of rule.
#[derive(Debug)]
#[external_contract]
pub struct Ruled {
    #[field(unique, sorted, items = ..=40)]
    pub numbers: Option<Vec<i32>>,
    #[field(unique(by = |line: &Line| &line.sku))]
    pub lines: Option<Vec<Line>>,
    #[field(pattern = "(a|b)*c?")]
    pub pattern: Option<String>,
    #[field(url)]
    pub url: Option<String>,
    #[field(email, length(..=64, unit = bytes))]
    pub mail: Option<String>,
    #[field(check = whole)]
    pub anything: Option<serde_json::Value>,
    #[field(any)]
    pub foreign: Option<Vec<Foreign>>,
}

#[derive(Debug)]
#[external_contract]
pub struct Line {
    #[field(length = 1..=4)]
    pub sku: String,
}

/// Says what it found, whatever that does to a line.
fn whole(value: &Option<serde_json::Value>) -> Result<(), String> {
    match value {
        Some(serde_json::Value::String(text)) => Err(format!("must not be {text}")),
        _ => Ok(()),
    }
}

macro_rules! cases {
    ($($name:ident $(<$lifetime:lifetime>)? $(in $context:expr,)? [$($seed:expr),+ $(,)?];)+) => {
        pub const CASES: &[Ways] = &[$(
            ways!($name $(<$lifetime>)?, stringify!($name), &[$($seed),+] $(, $context)?)
        ),+];
    };
}

cases! {
    Vault [
        r#"{"text":"hunter2-10","map":{"a":1},"list":["abc"],"tree":{"of":[]},"choice":3,"tagged":{"kind":"End"},"foreign":{"x":1},"told":"abc","inner":{"text":"hunter2-11"},"open":1}"#,
        r#"{"text":"hunter2","map":{"hunter2":10},"list":["hunter2"],"told":"hunter2","foreign":{"hunter2":1},"tagged":{"kind":"hunter2"}}"#,
    ];
    Tree [r#"{"of":[{"of":[{"of":[]},{"of":[]}]}]}"#];
    Chain [r#"{"x":1,"of":{"of":{"x":2},"x":3}}"#];
    Maps [r#"{"of":{"a":{"of":{"b/c":{"of":{}}}}}}"#];
    External [r#"{"Both":{"a":"End","b":{"Of":{"Pair":["End",1]}}}}"#, r#"{"Of":"End","x":1}"#];
    Internal [r#"{"kind":"Of","x":1,"of":{"of":{"kind":"End"},"kind":"Of"}}"#, r#"{"of":[],"kind":"Tree"}"#];
    Adjacent [r#"{"t":"Of","c":{"c":{"a":{"t":"End"},"b":1},"t":"Both"}}"#];
    Untagged [r#"{"of":{"of":[1,{"of":2,"x":1}],"y":2},"x":1}"#];
    Flat [r#"{"x":1,"of":{"of":{"x":2},"x":3}}"#];
    FlatMap [r#"{"a":1,"k":{"b":{}},"l":{"m":{"a":2}}}"#, r#"{"k":{},"b":{}}"#];
    FlatUntagged [r#"{"a":1,"of":{"b":true,"of":{"a":10}},"c":[1]}"#, r#"{"of":{"of":{}}}"#];
    Warned [r#"{"soft":[10,11,12,1],"hard":[1,10],"word":"abc","either":[1,100,"abc",201]}"#, r#"{"soft":[10,11,12,13,14,15],"hard":[1]}"#];
    Borrowing<'_> [r#"{"text":"a","cow":"\n","list":["a","\u0041"]}"#];
    Change [r#"{"ranged":1,"kept":"a","said":null,"with":1,"three":4}"#, r#"{"said":1,"ranged":null}"#];
    SignUp [
        r#"{"name":" a  b ","mail":" A@B.example ","list":["a","x"],"from":1,"to":2,"again":"a b"}"#,
        r#"{"name":"a","phone":" 1 ","list":["a","b"]}"#,
    ];
    Order in &Shop { most: 9 }, [r#"{"count":1,"parts":[{"count":2},{"count":10}],"choice":{"count":3}}"#, r#"{"count":1,"choice":10}"#];
    Lacking [r#"{"x":1}"#, r#"{"order":{"count":1},"x":1}"#];
    Coupled [r#"{"x":1,"y":[1,"a",true],"z":[1,2]}"#];
    Core [r#"{"x":1,"outer":{"x":10}}"#];
    Numbers [
        r#"{"u8":1,"i8":-1,"u32":4294967295,"i64":-1,"u64":18446744073709551615,"i128":-1,"u128":340282366920938463463374607431768211455,"f32":0.5,"f64":1.25,"nonzero":1}"#,
        r#"{"f32":1e-400,"f64":1e400}"#,
    ];
    Ruled [
        r#"{"numbers":[1,2,3],"lines":[{"sku":"a"},{"sku":"b"}],"pattern":"ababc","url":"https://a.example/b","mail":"a@b.example","anything":{"a":[1]},"foreign":[{"x":1,"y":["a"]}]}"#,
        r#"{"numbers":[2,1,1],"lines":[{"sku":"a"},{"sku":"a"}],"pattern":"x","anything":"a\nb","foreign":[{"x":300},{"a\u001b":1}]}"#,
    ];
}
