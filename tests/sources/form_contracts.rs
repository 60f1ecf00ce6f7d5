//! From forms: contracts of every make.

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use perimeter::{Patch, Payload, accept, accept_with, external_contract, strategic_boundary};

use super::{form_lines as lines_of, lines, told};

#[test]
fn flattened_fields_are_members_too() {
    #[external_contract]
    #[derive(Debug)]
    struct Search {
        #[field(length = 1..=20)]
        q: String,
        #[serde(flatten)]
        page: Page,
        #[serde(flatten)]
        #[field(length = ..=2)]
        filters: BTreeMap<String, u32>,
    }
    #[external_contract]
    #[derive(Debug)]
    struct Page {
        #[field(range = 1..=50)]
        size: u8,
    }
    let search = accept::<Search>(&Payload::form::<Search>("q=5&size=10&year=2024")).unwrap();
    assert_eq!((search.q.as_str(), search.page.size), ("5", 10));
    assert_eq!(search.filters, BTreeMap::from([("year".to_owned(), 2024)]));
    assert_eq!(
        lines_of::<Search>("q=5&size=0&year=x"),
        [
            "1:10: /size: must be 1 to 50",
            "1:17: /year: must be an integer from 0 to 4294967295, not a string",
        ]
    );
}

#[test]
fn a_tag_says_which_fields_there_are() {
    #[external_contract]
    #[derive(Debug, PartialEq)]
    #[serde(tag = "kind", rename_all = "snake_case")]
    enum Payment {
        Card {
            #[field(length = 4)]
            digits: String,
        },
        Invoice {
            #[field(range = 1..=90)]
            digits: u8,
        },
    }
    #[external_contract]
    #[derive(Debug, PartialEq)]
    #[serde(tag = "kind", content = "by", rename_all = "snake_case")]
    enum Adjacent {
        Days(#[field(range = 1..=90)] u8),
        Name(#[field(length = 1..=9)] String),
    }
    #[external_contract]
    #[derive(Debug, PartialEq)]
    #[serde(untagged)]
    enum Either {
        Number {
            id: u32,
        },
        Name {
            #[field(length = 1..=9)]
            name: String,
        },
    }
    #[external_contract]
    #[derive(Debug, PartialEq)]
    #[serde(rename_all = "snake_case")]
    enum External {
        Days(#[field(range = 1..=90)] u8),
    }
    let payment = |form: &str| {
        accept::<Payment>(&Payload::form::<Payment>(form))
            .unwrap()
            .into_inner()
    };
    assert_eq!(
        payment("digits=1234&kind=card"),
        Payment::Card {
            digits: "1234".to_owned()
        }
    );
    assert_eq!(payment("kind=invoice&digits=30"), Payment::Invoice { digits: 30 });
    assert_eq!(
        lines_of::<Payment>("kind=cash&digits=1"),
        [r#"1:6: /kind: must be "card" or "invoice""#]
    );
    let adjacent = |form: &str| {
        accept::<Adjacent>(&Payload::form::<Adjacent>(form))
            .unwrap()
            .into_inner()
    };
    assert_eq!(adjacent("kind=days&by=30"), Adjacent::Days(30));
    assert_eq!(adjacent("by=30&kind=name"), Adjacent::Name("30".to_owned()));
    let either = |form: &str| {
        accept::<Either>(&Payload::form::<Either>(form))
            .unwrap()
            .into_inner()
    };
    assert_eq!(either("id=7"), Either::Number { id: 7 });
    assert_eq!(either("name=7"), Either::Name { name: "7".to_owned() });
    let external = accept::<External>(&Payload::form::<External>("days=7")).unwrap();
    assert_eq!(*external, External::Days(7));
}

#[test]
fn alternatives_tuples_and_patches_are_read() {
    #[external_contract]
    #[derive(Debug, PartialEq)]
    #[serde(untagged)]
    enum Id {
        Number(u32),
        Name(#[field(length = 1..=9)] String),
    }
    #[external_contract]
    #[derive(Debug, PartialEq)]
    struct Pair(#[field(length = 1..=9)] String, u8);
    #[external_contract]
    #[derive(Debug, PartialEq)]
    struct Ids {
        id: Id,
        pair: Pair,
        patch: Patch<u8>,
        plain: (bool, u8),
    }
    let read = |form: &str| accept::<Ids>(&Payload::form::<Ids>(form)).unwrap().into_inner();
    let ids = read("id=7&pair=1&pair=2&patch=&plain=on&plain=3");
    assert_eq!(
        ids,
        Ids {
            id: Id::Number(7),
            pair: Pair("1".to_owned(), 2),
            patch: Patch::Null,
            plain: (true, 3),
        }
    );
    assert_eq!(
        read("id=a&pair=1&pair=2&plain=on&plain=3").id,
        Id::Name("a".to_owned())
    );
    assert_eq!(
        lines_of::<Ids>("id=a&pair=1&pair=2&pair=3&plain=on&plain=3").len(),
        1
    );
}

#[test]
fn types_that_only_serde_reads_get_text() {
    #[external_contract]
    #[derive(Debug)]
    struct Foreign {
        port: Option<NonZeroU16>,
        state: Option<State>,
    }
    #[derive(Debug, PartialEq, serde::Deserialize)]
    enum State {
        Open,
    }
    let read = accept::<Foreign>(&Payload::form::<Foreign>("state=Open&port=")).unwrap();
    assert_eq!((read.port, &read.state), (None, &Some(State::Open)));
    let report = accept::<Foreign>(&Payload::form::<Foreign>("port=80")).unwrap_err();
    assert_eq!(told(&report), [("/port".to_owned(), "conversion".to_owned())]);
}

#[test]
fn contracts_borrow_and_have_their_context() {
    struct Taken(&'static str);

    fn free(name: &&str, taken: &Taken) -> Result<(), &'static str> {
        if *name == taken.0 { Err("is taken") } else { Ok(()) }
    }

    #[external_contract(context(Taken))]
    #[derive(Debug)]
    struct Borrowed<'f> {
        #[field(length = 1..=20, check = free)]
        name: &'f str,
    }

    let payload = Payload::form::<Borrowed<'_>>("name=a+b");
    let taken = Taken("c");
    assert_eq!(accept_with::<Borrowed<'_>>(&payload, &taken).unwrap().name, "a b");
    let report = accept_with::<Borrowed<'_>>(&payload, &Taken("a b")).unwrap_err();
    assert_eq!(lines(&report), ["1:6: /name: is taken"]);
}

#[test]
fn a_secret_of_a_form_is_in_no_report() {
    #[external_contract]
    #[derive(Debug)]
    struct Login {
        #[field(length = 12..=20, secret)]
        password: String,
        #[field(range = 1..=9, secret)]
        pin: u8,
    }
    let payload = Payload::form::<Login>("password=hunter2&pin=4711");
    let report = accept::<Login>(&payload).unwrap_err();
    let shown = format!("{report} {report:?} {payload:?}");
    assert!(!shown.contains("hunter2") && !shown.contains("4711"), "{shown}");
    assert_eq!(report.len(), 2);
}

/// As many names as there can be, each once, all lists.
#[test]
fn many_names_take_linear_time() {
    #[strategic_boundary]
    #[derive(Debug)]
    struct Lists {
        #[serde(flatten)]
        lists: BTreeMap<String, Vec<u8>>,
    }
    let form = |pairs: u32| {
        let pairs: Vec<String> = (0..pairs).map(|pair| format!("n{pair}=1")).collect();
        pairs.join("&")
    };
    let time = |form: &str| {
        let start = std::time::Instant::now();
        assert!(accept::<Lists>(&Payload::form::<Lists>(form)).is_ok());
        start.elapsed()
    };
    let (few, many) = (form(2_000), form(40_000));
    // The best of some tries: what the machine does beside this is not the form's doing.
    let few = (0..5).map(|_| time(&few)).max().unwrap();
    let many = (0..5).map(|_| time(&many)).min().unwrap();
    assert!(many < few * 20 * 6, "{many:?} beside {few:?}");
}
