//! The deepest documents that are allowed, for recursive contracts of every kind: a small stack is enough to read them,
//! check them, report on them and drop them, in a debug build too.

use std::thread;

use perimeter::{Boundary, Contract, schema};

use crate::agreement::Ways;
use crate::contracts::{
    Adjacent, CASES, Chain, External, Flat, FlatMap, FlatUntagged, Internal, Maps, Tree, Untagged,
};

/// As deep as documents may nest.
const DEEPEST: usize = 127;

/// A recursive contract: what opens its levels, and what stands in the innermost.
struct Deep {
    name: &'static str,
    open: &'static str,
    inside: &'static str,
    /// The same with one fault.
    faulty: &'static str,
    close: &'static str,
    schema: fn() -> String,
}

macro_rules! deep {
    ($($name:ident $open:literal $inside:literal $faulty:literal $close:literal;)+) => {
        const KINDS: &[Deep] = &[$(Deep {
            name: stringify!($name),
            open: $open,
            inside: $inside,
            faulty: $faulty,
            close: $close,
            schema: || schema::describe($name::DESCRIPTOR).to_string(),
        }),+];
    };
}

deep! {
    Chain r#"{"of":"# r#"{"x":1}"# r#"{"x":10}"# "}";
    Tree r#"{"of":["# r#"{"of":[]}"# r#"{"of":0}"# "]}";
    Maps r#"{"of":{"a":"# r#"{"of":{}}"# r#"{"of":0}"# "}}";
    External r#"{"Of":"# r#""End""# r#""Ende""# "}";
    External r#"{"Pair":["# r#""End""# r#""Ende""# ",1]}";
    Internal r#"{"kind":"Of","of":"# r#"{"kind":"End"}"# r#"{"kind":"Ende"}"# "}";
    Internal r#"{"of":"# r#"{"kind":"End"}"# r#"{"kind":"Ende"}"# r#","kind":"Of"}"#;
    Adjacent r#"{"t":"Of","c":"# r#"{"t":"End"}"# r#"{"t":"Ende"}"# "}";
    Adjacent r#"{"c":"# r#"{"t":"End"}"# r#"{"t":"Ende"}"# r#","t":"Of"}"#;
    Untagged r#"{"of":"# "1" "\"1\"" r#","x":1}"#;
    Untagged "[" "1" "\"1\"" "]";
    Flat r#"{"of":"# r#"{"x":1}"# r#"{"x":10}"# "}";
    FlatMap r#"{"a":1,"k":"# r#"{"a":1}"# r#"{"a":1,"k":0}"# "}";
    FlatUntagged r#"{"a":1,"of":"# r#"{"a":1}"# r#"{"of":0}"# "}";
}

impl Deep {
    fn ways(&self) -> &'static Ways {
        CASES.iter().find(|case| case.name == self.name).unwrap()
    }

    /// A document of so many levels.
    fn text(&self, levels: usize, inside: &str) -> String {
        let brackets = |text: &str| text.matches(['[', '{']).count();
        let count = (levels - brackets(self.inside)) / brackets(self.open);
        [&self.open.repeat(count), inside, &self.close.repeat(count)].concat()
    }
}

/// Runs on a stack of 2 MiB, the least that std's threads have.
fn on_a_small_stack(run: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new().stack_size(2 << 20).spawn(run).unwrap();
    thread.join().unwrap();
}

#[test]
fn the_deepest_documents_are_read_checked_and_dropped_on_a_small_stack() {
    on_a_small_stack(|| {
        for deep in KINDS {
            let text = deep.text(DEEPEST, deep.inside);
            let accepted = (deep.ways().accept)(&Boundary::new(), text.as_bytes());
            let built = accepted.unwrap_or_else(|report| panic!("{} {}: {report}", deep.name, deep.open));
            assert_eq!(built, Ok(()), "{} {}", deep.name, deep.open);
        }
    });
}

#[test]
fn the_deepest_documents_are_read_by_serde_on_a_small_stack() {
    on_a_small_stack(|| {
        for deep in KINDS {
            let text = deep.text(DEEPEST, deep.inside);
            let deserialize = deep.ways().deserialize.unwrap();
            assert!(deserialize(text.as_bytes()), "{} {}", deep.name, deep.open);
        }
    });
}

#[test]
fn a_fault_in_the_deepest_place_is_told_on_a_small_stack() {
    on_a_small_stack(|| {
        for deep in KINDS {
            let text = deep.text(DEEPEST, deep.faulty);
            let report = (deep.ways().accept)(&Boundary::new(), text.as_bytes()).unwrap_err();
            // What no alternative fits is told of the outermost, or ends the reading.
            let deep_down = report.iter().any(|found| found.pointer().len() > 100);
            assert_eq!(
                deep_down,
                deep.name != "Untagged",
                "{} {}: {report}",
                deep.name,
                deep.open
            );
            assert!(!report.to_string().is_empty());
        }
    });
}

#[test]
fn one_level_more_is_too_deep() {
    on_a_small_stack(|| {
        for deep in KINDS {
            for levels in [DEEPEST + 2, 10_000] {
                let text = deep.text(levels, deep.inside);
                let report = (deep.ways().accept)(&Boundary::new(), text.as_bytes()).unwrap_err();
                let last = report.iter().last().unwrap();
                assert_eq!(last.code(), "limit.depth", "{} {}", deep.name, deep.open);
                assert!(!(deep.ways().deserialize.unwrap())(text.as_bytes()));
            }
        }
    });
}

#[test]
fn schemas_of_recursive_contracts_end() {
    on_a_small_stack(|| {
        for deep in KINDS {
            let schema = (deep.schema)();
            assert!(schema.contains("$ref") && schema.len() < 100_000, "{}", deep.name);
        }
    });
}
