//! One of each shape, under the lints of the file around.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use perimeter::{
    Violation, accept, accept_with, core_contract, coupling_contract, external_contract, strategic_boundary,
};

/// A record with every word.
#[external_contract(
    version = "1.0.0",
    max_bytes = 4096,
    max_depth = 8,
    max_violations = 10,
    metadata(owner = "tests"),
    check(ordered, reads(least, most)),
    at_least_one_of(name, again, message = "must be repeated")
)]
#[derive(Debug, Clone, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Record {
    /// A name.
    #[field(required, length(1..=100, message = "is too long"), secret)]
    pub(crate) name: Option<String>,
    /// The name again.
    #[field(matches(name), required_unless(level = [Level::Low, Level::High], severity = warn), secret)]
    pub(crate) again: Option<String>,
    /// A level.
    #[field(default = Level::Low)]
    pub(crate) level: Level,
    /// Tags.
    #[field(non_empty, unique, each(length(1..=30, unit = bytes), prefix = "t"))]
    pub(crate) tags: Vec<String>,
    /// Notes.
    #[field(keys(length = 1..=5), values(length = ..=30), default)]
    pub(crate) notes: BTreeMap<String, String>,
    /// The least.
    #[field(range = 0.., default = 1)]
    pub(crate) least: u32,
    /// The most.
    #[field(range(..=100, when = self.least > 0), reveal)]
    pub(crate) most: u32,
    /// Never read.
    #[serde(skip)]
    pub(crate) skipped: u32,
    /// A nested contract.
    #[serde(flatten)]
    pub(crate) inner: Inner,
}

/// A level.
#[strategic_boundary]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    /// Low.
    Low,
    /// High.
    High,
}

const fn within(least: u32, most: u32) -> bool {
    least <= most
}

fn ordered(least: &u32, most: &u32) -> Result<(), Violation> {
    if within(*least, *most) {
        Ok(())
    } else {
        Err(Violation::new("ordered", "must be ordered"))
    }
}

/// What is flattened.
#[strategic_boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Inner {
    /// A flag.
    #[field(default = true)]
    pub(crate) flag: bool,
}

/// A tuple.
#[coupling_contract]
#[derive(Debug)]
pub(crate) struct Pair(#[field(email)] String, #[field(range = 1..=5)] u8);

/// A newtype.
#[core_contract]
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name(#[field(length = 1..)] String);

/// What checks are given.
#[derive(Debug)]
pub(crate) struct Least(u32);

/// Judged by a context, and sanitized.
#[strategic_boundary(context(Least as least), check(judged_whole), check(judged, reads(number)))]
#[derive(Debug)]
pub(crate) struct Judged<'text> {
    /// A number.
    #[field(check = judged, range(1.., when = least.0 > 1))]
    pub(crate) number: u32,
    /// Text.
    #[field(sanitize(trim, lowercase, shortened), length = 1..=5)]
    pub(crate) text: Cow<'text, str>,
    /// More text.
    #[field(each(sanitize(trim), non_empty), length = ..=3, sanitize(doubled), default)]
    pub(crate) more: Vec<String>,
}

fn judged(number: &u32, least: &Least) -> Result<(), &'static str> {
    if *number >= least.0 {
        Ok(())
    } else {
        Err("is too small")
    }
}

fn judged_whole(judged: &Judged<'_>, least: &Least) -> Result<(), &'static str> {
    if judged.text.len() < 9 && least.0 < 9 {
        Ok(())
    } else {
        Err("is too large")
    }
}

fn shortened(text: &mut Cow<'_, str>) {
    if text.len() > 5 {
        text.to_mut().truncate(5);
    }
}

fn doubled(texts: &mut Vec<String>) {
    texts.extend_from_within(..);
}

#[test]
fn a_context_is_given_and_texts_are_sanitized() {
    let text = r#"{"number": 2, "text": " ABC ", "more": [" a"]}"#;
    let read = accept_with::<Judged<'_>>(text, &Least(2)).map(perimeter::Valid::into_inner);
    assert!(read.is_ok_and(|read| read.number == 2 && read.text == "abc" && read.more == ["a", "a"]));
    assert!(accept_with::<Judged<'_>>(text, &Least(3)).is_err());
}

/// A unit.
#[external_contract]
#[derive(Debug)]
pub(crate) struct Unit;

/// Borrowed text.
#[external_contract]
#[derive(Debug)]
pub(crate) struct Borrowed<'text> {
    /// Text.
    #[field(length = 1..)]
    pub(crate) text: &'text str,
    /// More text.
    #[field(each(length = 1..), default)]
    pub(crate) more: Vec<Cow<'text, str>>,
}

/// Tagged from outside.
#[external_contract]
#[derive(Debug)]
pub(crate) enum External {
    /// Nothing.
    Unit,
    /// One.
    Newtype(Inner),
    /// Two.
    Tuple(u8, bool),
    /// Named.
    Record {
        /// A number.
        number: u8,
    },
}

/// Tagged inside.
#[external_contract]
#[serde(tag = "kind", rename_all = "snake_case")]
#[derive(Debug)]
pub(crate) enum Internal {
    /// One.
    Newtype(Inner),
    /// Named.
    Record {
        /// A set.
        #[field(length = ..=5)]
        set: BTreeSet<Name>,
    },
    /// Another.
    #[serde(other)]
    Other,
}

/// Tagged beside.
#[external_contract]
#[serde(tag = "kind", content = "body")]
#[derive(Debug)]
pub(crate) enum Adjacent {
    /// Nothing.
    Unit,
    /// Two.
    Tuple(u8, bool),
}

/// Not tagged.
#[external_contract]
#[serde(untagged)]
#[derive(Debug)]
pub(crate) enum Untagged {
    /// A number.
    Number(u32),
    /// Named.
    Record {
        /// A flag.
        flag: bool,
    },
}

#[test]
fn every_shape_is_read() {
    let text = br#"{"name": "a", "tags": ["t1"], "most": 3, "flag": false}"#;
    let record = accept::<Record>(text).map(perimeter::Valid::into_inner);
    assert_eq!(
        record.as_ref().map(|record| (record.least, record.most)),
        Ok((1, 3))
    );
    assert_eq!(
        record.map(|record| (record.skipped, record.inner.flag)),
        Ok((0, false))
    );
    assert!(accept::<Pair>(br#"["a@example.com", 1]"#).is_ok_and(|pair| pair.0.len() > 1 && pair.1 == 1));
    assert!(accept::<Name>(br#""a""#).is_ok());
    assert!(accept::<Unit>(b"null").is_ok());
    assert!(
        accept::<Borrowed<'_>>(br#"{"text": "a"}"#)
            .is_ok_and(|read| read.text == "a" && read.more.is_empty())
    );
    for text in [
        r#""Unit""#,
        r#"{"Newtype": {}}"#,
        r#"{"Tuple": [1, true]}"#,
        r#"{"Record": {"number": 1}}"#,
    ] {
        assert!(accept::<External>(text.as_bytes()).is_ok(), "{text}");
    }
    for text in [
        r#"{"kind": "newtype"}"#,
        r#"{"kind": "record", "set": ["a"]}"#,
        r#"{"kind": "else"}"#,
    ] {
        assert!(accept::<Internal>(text.as_bytes()).is_ok(), "{text}");
    }
    for text in [r#"{"kind": "Unit"}"#, r#"{"kind": "Tuple", "body": [1, true]}"#] {
        assert!(accept::<Adjacent>(text.as_bytes()).is_ok(), "{text}");
    }
    for text in ["1", r#"{"flag": true}"#] {
        assert!(accept::<Untagged>(text.as_bytes()).is_ok(), "{text}");
    }
}

/// Only `Deserialize`.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub(crate) struct Foreign {
    /// A number.
    pub(crate) number: u32,
}

/// Foreign types, and lists of them.
#[external_contract]
#[derive(Debug)]
pub(crate) struct Holder {
    /// One.
    pub(crate) one: Foreign,
    /// Some.
    #[field(length = 1..=2)]
    pub(crate) list: Vec<Foreign>,
}

#[test]
fn a_list_of_foreign_types_has_a_length() {
    let one = r#"{"number": 1}"#;
    let text = |count: usize| format!(r#"{{"one": {one}, "list": [{}]}}"#, vec![one; count].join(","));
    assert!(
        accept::<Holder>(text(2).as_bytes()).is_ok_and(|held| held.list.len() == 2 && held.one.number == 1)
    );
    assert!(accept::<Holder>(text(3).as_bytes()).is_err());
}
