//! Contracts for what serde's attributes don't show: presence, zones, rules on parts, joined rules, types of other crates.

use std::collections::{BTreeMap, BTreeSet};

use perimeter::{Contract, ContractDescriptor, Violation, Violations};
use serde_json::Value;

use crate::across::{Contact, Customer, Sanitized};

/// A contract, and documents that are right or nearly so.
pub struct Case {
    pub name: &'static str,
    pub descriptor: &'static ContractDescriptor,
    pub accept: fn(&str) -> Result<(), Violations>,
    pub seeds: &'static [&'static str],
}

#[derive(serde::Deserialize)]
pub struct Plain {
    pub x: u8,
}

#[derive(Contract)]
#[contract(zone = strategic)]
pub struct Present {
    pub plain: u8,
    pub free: Option<u8>,
    #[field(required)]
    pub required: Option<u8>,
    #[field(required, nullable)]
    pub nullable: Option<u8>,
    #[field(not_null)]
    pub not_null: Option<u8>,
    #[field(not_null)]
    pub not_null_any: Option<Value>,
    #[field(required)]
    pub twice: Option<Option<u8>>,
    #[field(default = 3)]
    pub default: u8,
    #[field(default = Some(1), not_null)]
    pub default_not_null: Option<u8>,
    #[field(required)]
    pub foreign: Plain,
    #[field(required)]
    pub foreign_option: Option<Plain>,
    pub any: Value,
    pub unit: (),
    #[field(not_null)]
    pub maybe_unit: Option<()>,
    pub clear: Clear,
    #[field(required)]
    pub clear_required: Clear,
}

#[derive(Contract)]
#[contract(zone = strategic)]
#[serde(transparent)]
pub struct Clear(pub Option<u8>);

#[derive(Contract)]
#[contract(zone = strategic)]
pub struct Places(
    #[field(required)] pub Option<u8>,
    #[field(range = 1..)] pub Option<u8>,
    #[field(default = 2)] pub u8,
);

#[derive(Contract)]
#[contract(zone = strategic)]
pub struct Only(#[field(required)] pub Option<u8>);

#[perimeter::external_contract]
pub struct Outer {
    pub inner: Inner,
    pub denies: Denies,
    pub ignores: Ignores,
    pub choice: Choice,
    #[field(any)]
    pub list: Vec<Inner>,
}

#[derive(Contract)]
#[contract(zone = strategic)]
pub struct Inner {
    pub x: u8,
}

#[derive(Contract)]
#[contract(zone = strategic, unknown_fields = deny)]
pub struct Denies {
    pub x: u8,
    pub inner: Option<Inner>,
}

#[derive(Contract)]
#[contract(zone = strategic, unknown_fields = ignore)]
pub struct Ignores {
    pub x: u8,
    pub inner: Option<Inner>,
}

#[derive(Contract)]
#[contract(zone = coupling)]
#[serde(tag = "t", content = "c")]
pub enum Choice {
    A(Inner),
    B,
}

/// The other way around: what is external denies, wherever it stands.
#[derive(Contract)]
#[contract(zone = strategic)]
pub struct Holder {
    pub outer: Outer,
    pub inner: Inner,
}

#[perimeter::external_contract]
#[contract(unknown_fields = ignore)]
pub struct Lenient {
    pub outer: Option<Outer>,
    pub inner: Inner,
}

#[perimeter::external_contract]
pub struct Flattening {
    pub id: u8,
    #[serde(flatten)]
    pub inner: Inner,
    #[serde(flatten)]
    pub tagged: Tagged,
}

#[perimeter::external_contract]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Tagged {
    /// With members.
    First {
        n: u8,
    },
    /// Without.
    #[serde(alias = "2nd")]
    Second,
    Whole(Inner),
}

#[derive(Contract)]
#[contract(zone = strategic)]
pub struct Parts {
    #[field(items = 1..=2, each(length = 1..=3, prefix = "a"))]
    pub list: Vec<String>,
    #[field(each(items = ..=2, each(range = 1..=9)))]
    pub lists: Option<Vec<Vec<i16>>>,
    #[field(properties = ..=2, keys(length = 2, lowercase), values(range = 1..))]
    pub map: BTreeMap<String, u32>,
    #[field(values(each(one_of("a", "b"))))]
    pub deep: BTreeMap<char, Vec<Option<String>>>,
    #[field(keys(range = 2..), properties = ..=2)]
    pub numbers: BTreeMap<u8, bool>,
    #[field(items = 1.., each(range = 1..=9))]
    pub set: BTreeSet<u8>,
    #[field(items = 2..)]
    pub set_of_two: BTreeSet<u8>,
    #[field(unique)]
    pub pair: [i8; 2],
    #[field(items = ..=1)]
    pub options: Vec<Option<char>>,
}

#[derive(Contract)]
#[contract(zone = strategic)]
pub struct Joined {
    #[field(pattern("a.*"), pattern(".*b"), not_contains = "x", not_one_of("aab", "acb"), length = 2..=4)]
    pub text: String,
    #[field(range = 1.., positive, range = ..=30, multiple_of = 3, multiple_of = 2)]
    pub number: i32,
    #[field(one_of("a", "b"))]
    pub choice: Option<String>,
    #[field(equal = 3, not_null)]
    pub three: Option<u8>,
    #[field(not_one_of(0, 7))]
    pub but: Option<i8>,
    #[field(range = 0.5..=1.5)]
    pub float: Option<f64>,
    #[field(url(schemes = ["ftp"]))]
    pub url: Option<String>,
    #[field(one_of('a', 'b'))]
    pub char: Option<char>,
}

#[derive(Contract)]
#[contract(zone = strategic, check(ordered, reads(least, most)), check(whole))]
pub struct Told {
    #[field(range(1.., when = self.strict))]
    pub least: u8,
    #[field(range(..=9, severity = warn))]
    pub most: u8,
    #[field(length(1..=3, message = "too long"), check = even)]
    pub text: String,
    pub strict: bool,
    #[field(length(1.., unit = bytes), crate::contracts::sorted_by_nobody)]
    pub bytes: String,
}

/// A rule of one's own that no keyword says.
pub const fn sorted_by_nobody() -> Nobody {
    Nobody
}

#[derive(Debug)]
pub struct Nobody;

impl perimeter::rules::RuleInfo for Nobody {
    fn code(&self) -> &'static str {
        "nobody"
    }
}

impl perimeter::rules::Rule<str> for Nobody {
    fn accepts(&self, value: &str) -> bool {
        value != "nobody"
    }
}

fn ordered(least: &u8, most: &u8) -> Result<(), Violation> {
    if least <= most {
        Ok(())
    } else {
        Err(Violation::new("order", "must not be above"))
    }
}

fn whole(told: &Told) -> Result<(), Violation> {
    if told.text == told.bytes {
        Err(Violation::new("same", "must differ"))
    } else {
        Ok(())
    }
}

fn even(text: &str) -> Result<(), Violation> {
    if text.len() % 2 == 0 {
        Ok(())
    } else {
        Err(Violation::new("even", "must be even"))
    }
}

/// Types of other crates: what they take of a form is their own affair.
#[derive(Contract)]
#[contract(zone = strategic)]
pub struct Others {
    pub uuid: uuid::Uuid,
    pub moment: Option<jiff::Timestamp>,
    pub day: Option<time::Date>,
    #[field(range = rust_decimal::Decimal::ZERO.., multiple_of = rust_decimal::Decimal::ONE)]
    pub amount: rust_decimal::Decimal,
    pub url: Option<url::Url>,
    pub map: indexmap::IndexMap<String, u8>,
    #[field(items = ..=2)]
    pub set: indexmap::IndexSet<u8>,
    pub ip: Option<std::net::IpAddr>,
}

#[derive(Contract)]
#[contract(zone = strategic)]
pub struct Page<T> {
    pub items: Vec<T>,
    pub next: Option<u32>,
}

#[derive(Contract)]
#[contract(zone = strategic)]
pub struct Pages {
    pub one: Page<Inner>,
    pub other: Page<u8>,
    pub third: Page<Page<u8>>,
    pub here: Here,
    pub there: elsewhere::Here,
}

#[derive(Contract)]
#[contract(zone = strategic)]
pub struct Here {
    pub x: u8,
}

pub mod elsewhere {
    #[derive(perimeter::Contract)]
    #[contract(zone = strategic)]
    pub struct Here {
        pub y: u8,
    }
}

/// Each holds the other, across zones.
#[perimeter::external_contract]
pub struct Up {
    #[field(any)]
    pub down: Vec<Down>,
}

#[derive(Contract)]
#[contract(zone = strategic)]
pub struct Down {
    pub up: Option<Box<Up>>,
}

macro_rules! own {
    ($($name:ident [$($seed:expr),+ $(,)?];)+) => {
        pub const OWN: &[Case] = &[$(
            Case {
                name: stringify!($name),
                descriptor: <$name as Contract>::DESCRIPTOR,
                accept: |text| perimeter::accept::<$name>(text).map(|_| ()),
                seeds: &[$($seed),+],
            },
        )+];
    };
}

own! {
    Present [
        r#"{"plain":1,"free":1,"required":2,"nullable":null,"not_null":3,"not_null_any":[],"twice":4,"default":5,"default_not_null":6,"foreign":{"x":1},"foreign_option":{"x":1},"any":1,"unit":null,"clear":1,"clear_required":null}"#,
        r#"{"plain":1,"required":2,"nullable":4,"twice":4,"foreign":{"x":1},"foreign_option":{"x":1},"any":null,"unit":null,"clear_required":2}"#,
    ];
    Places ["[1,2,3]", "[1,null]", "[null,2,3]", "[1,0]"];
    Only ["1", "null"];
    Outer [r#"{"inner":{"x":1},"denies":{"x":2,"inner":{"x":3}},"ignores":{"x":4,"inner":{"x":5}},"choice":{"t":"A","c":{"x":6}},"list":[{"x":7}]}"#, r#"{"inner":{"x":1},"denies":{"x":2},"ignores":{"x":4},"choice":{"t":"B"},"list":[]}"#];
    Holder [r#"{"outer":{"inner":{"x":1},"denies":{"x":2},"ignores":{"x":4},"choice":{"t":"B"},"list":[]},"inner":{"x":1}}"#];
    Lenient [r#"{"inner":{"x":1}}"#, r#"{"outer":{"inner":{"x":1},"denies":{"x":2},"ignores":{"x":4},"choice":{"t":"B"},"list":[{"x":1}]},"inner":{"x":1}}"#];
    Flattening [r#"{"id":1,"x":2,"kind":"first","n":3}"#, r#"{"id":1,"x":2,"kind":"2nd"}"#];
    Tagged [r#"{"kind":"first","n":3}"#, r#"{"kind":"second"}"#, r#"{"kind":"whole","x":3}"#];
    Parts [
        r#"{"list":["a","ab"],"lists":[[1,2],[9]],"map":{"aa":1,"bb":2},"deep":{"a":["a",null,"b"]},"numbers":{"2":true,"255":false},"set":[1,2,2],"set_of_two":[1,2],"pair":[1,2],"options":["a"]}"#,
        r#"{"list":["a"],"map":{},"deep":{},"numbers":{},"set":[1],"set_of_two":[1,2,3],"pair":[-1,1],"options":[null]}"#,
    ];
    Joined [
        r#"{"text":"ab","number":6,"choice":"a","three":3,"but":1,"float":0.5,"url":"ftp://a.example/","char":"a"}"#,
        r#"{"text":"azzb","number":30,"choice":null,"but":null,"float":1.5,"url":null,"char":null}"#,
        r#"{"text":"aab","number":31}"#, r#"{"text":"axb","number":0}"#, r#"{"text":"ab","number":12,"but":7,"three":4,"choice":"c"}"#,
    ];
    Told [
        r#"{"least":1,"most":9,"text":"ab","strict":true,"bytes":"a"}"#, r#"{"least":0,"most":200,"text":"ab","strict":false,"bytes":"a"}"#,
        r#"{"least":0,"most":9,"text":"ab","strict":true,"bytes":"a"}"#, r#"{"least":9,"most":1,"text":"a","strict":true,"bytes":"nobody"}"#,
        r#"{"least":1,"most":9,"text":"abcd","strict":true,"bytes":""}"#,
    ];
    Others [
        r#"{"uuid":"67e55044-10b1-426f-9247-bb680e5fe0c8","moment":"2024-02-29T12:00:00Z","day":"2024-02-29","amount":"12","url":"https://a.example/","map":{"a":1},"set":[1,2,2],"ip":"::1"}"#,
        r#"{"uuid":"{67e55044-10b1-426f-9247-bb680e5fe0c8}","amount":12,"map":{},"set":[],"ip":"10.0.0.1"}"#,
    ];
    Pages [r#"{"one":{"items":[{"x":1}]},"other":{"items":[1],"next":2},"third":{"items":[{"items":[1]}]},"here":{"x":1},"there":{"y":2}}"#];
    Up [r#"{"down":[{"up":{"down":[]}},{}]}"#];
    Down [r#"{"up":{"down":[{"up":null}]}}"#];
    Customer [
        r#"{"plan":"free","level":1,"mail":"a","note":"b"}"#,
        r#"{"plan":"gratis","level":2,"tel":"1","note":"b","manager":1,"county":"c"}"#,
        r#"{"plan":"paid_yearly","level":3,"iban":"x","phone":"1","vat":7,"manager":1,"most":4,"street":"s","city":"c"}"#,
        r#"{"plan":{"other":"x"},"level":0,"country":"US","mail":"a","vat":1,"note":"n","county":null}"#,
        r#"{"plan":"free","level":1,"country":"CA","mail":"a","county":"x","note":"b"}"#,
        r#"{"plan":"free","level":1,"mail":null,"phone":null,"note":"b"}"#,
        r#"{"plan":"free","level":1,"mail":"a","phone":"b"}"#,
        r#"{"plan":"free","level":1,"mail":"a","note":"b","city":"c"}"#,
    ];
    Contact [
        r#"{"kind":"phone","home":1}"#, r#"{"kind":"phone","home":1,"work":2}"#, r#"{"kind":"phone"}"#,
        r#"{"kind":"letter"}"#, r#"{"kind":"letter","zip":1}"#, r#"{"kind":"letter","zip":1,"town":"t"}"#,
    ];
    Sanitized [
        r#"{"name":" AB ","list":[" a ","b"],"code":" a","more":1}"#, r#"{"name":"abcd","list":[" "],"code":"a "}"#,
    ];
}
