//! What is found of secrets.

use std::collections::BTreeMap;

use perimeter::{Confirmation, Findings, Violation, accept, external_contract};

use super::{Down, block_on, found, sign_up};

#[test]
fn of_a_secret_nothing_is_told() {
    let told = found(|findings| {
        findings.add(
            "/password",
            Violation::new("leaked", "hunter2 is in a list").with("by", "hunter2".to_owned()),
        );
    });
    assert_eq!(told, ["/password: is not valid"]);
    for pointer in [
        "/friends/0/keys/hunter2",
        "/friends/0/keys/hunter2/~1",
        "password/hunter2",
    ] {
        let outcome = block_on(sign_up().confirm(async |_, findings: &mut Findings| {
            let violation = Violation::new("hunter2".to_owned(), "hunter2").at("/hunter2");
            findings.add(pointer, violation);
            Ok::<_, Down>(())
        }));
        let Confirmation::Rejected(invalid) = &outcome else {
            panic!("something was found")
        };
        let shown = format!("{outcome:?} {}", invalid.violations);
        assert!(!shown.contains("hunter2"), "{shown}");
        let above = pointer.split("/hunter2").next().unwrap().trim_start_matches('/');
        assert_eq!(invalid.violations.first().pointer(), format!("/{above}"));
    }
}

#[test]
fn secrets_are_found_wherever_they_stand() {
    #[external_contract]
    #[derive(Debug)]
    struct Vault {
        kind: Kind,
        tagged: Tagged,
        pair: Pair,
        word: Word,
        #[field(nested)]
        tuple: (u8, Word),
        either: Option<Box<Either>>,
        #[serde(flatten)]
        flat: Flat,
        #[serde(flatten)]
        #[field(any, secret)]
        rest: BTreeMap<String, u8>,
    }
    #[external_contract]
    #[derive(Debug)]
    enum Kind {
        Key {
            #[field(any, secret)]
            key: String,
        },
    }
    #[external_contract]
    #[derive(Debug)]
    #[serde(tag = "t", content = "c")]
    enum Tagged {
        Key(#[field(any, secret)] String),
    }
    #[external_contract]
    #[derive(Debug)]
    struct Pair(u8, #[field(any, secret)] String);
    #[external_contract]
    #[derive(Debug)]
    struct Word(#[field(any, secret)] String);
    #[external_contract]
    #[derive(Debug)]
    #[serde(untagged)]
    enum Either {
        Nested(Box<Either>),
        Point {
            x: u8,
            #[field(any, secret)]
            y: String,
        },
    }
    #[external_contract]
    #[derive(Debug)]
    struct Flat {
        open: u8,
        #[field(any, secret)]
        closed: String,
    }

    let text = r#"{"kind":{"Key":{"key":"k"}},"tagged":{"t":"Key","c":"k"},"pair":[1,"k"],"word":"k","tuple":[1,"k"],
        "open":1,"closed":"k"}"#;
    for (pointer, at) in [
        ("/kind/Key/key/z", Some("/kind/Key/key")),
        ("/tagged/c/z", Some("/tagged/c")),
        ("/pair/1/z", Some("/pair/1")),
        ("/word/z", Some("/word")),
        ("/tuple/1/z", Some("/tuple/1")),
        ("/either/y/z", Some("/either/y")),
        ("/closed/z", Some("/closed")),
        // The keys of a flattened map are its content.
        ("/z", Some("")),
        ("/kind/Key", None),
        ("/pair/0", None),
        ("/either/x", None),
        ("/open", None),
        ("/tuple/0", None),
        ("", None),
    ] {
        let vault = accept::<Vault>(text).unwrap();
        let outcome = block_on(vault.confirm(async |_, findings: &mut Findings| {
            findings.add(pointer, "is z");
            Ok::<_, Down>(())
        }));
        let Confirmation::Rejected(invalid) = outcome else {
            panic!("something was found")
        };
        let told = invalid.violations.first();
        assert_eq!(told.pointer(), at.unwrap_or(pointer), "{pointer}");
        assert_eq!(
            told.message().contains('z'),
            at.is_none(),
            "{pointer}: {}",
            told.message()
        );
    }
}
