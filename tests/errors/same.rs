//! The same input gives the same bytes, in whatever form and thread.

use std::collections::{HashMap, HashSet};
use std::thread;

use perimeter::{Contract, Problem, Templates, Violation, accept, external_contract};

#[external_contract]
#[derive(Debug)]
struct Stock {
    #[field(keys(length = 2..), values(range = 1..))]
    counts: HashMap<String, i32>,
    #[field(each(length = 2..=3), reveal)]
    names: Vec<String>,
}

/// Every form of the report on a text.
fn forms(text: &str) -> Vec<String> {
    let report = accept::<Stock>(text).expect_err("it is faulty");
    let templates = [
        ("range", "muss mindestens {min} sein"),
        ("length", "braucht mindestens {min}"),
    ];
    let german = Templates::new(templates).expect("they are sound");
    let problem = Problem::of(&report);
    let mut forms = vec![
        report.to_string(),
        report.display_in(&german).to_string(),
        format!("{report:?}"),
        format!("{report:#?}"),
        serde_json::to_string(&report).expect("JSON holds it"),
        serde_json::to_string(&problem).expect("JSON holds it"),
        format!("{problem:?}"),
    ];
    forms.extend([
        report.render(text).to_string(),
        report.render(text).coloured().to_string(),
        report.render(text).in_language(&german).to_string(),
    ]);
    forms
}

#[test]
fn the_same_text_gives_the_same_bytes_in_every_thread() {
    let counts: Vec<String> = (0..60)
        .map(|index| format!("\"{}\":{}", char::from(b'A' + index), -i32::from(index)))
        .collect();
    let counts = counts
        .join(",")
        .replace("\"\"\"", "\"q\"")
        .replace("\"\\\"", "\"s\"");
    let text = format!("{{\"counts\":{{{counts}}},\n\"names\":[\"a\",\"abcd\",7]}}");
    let expected = forms(&text);
    thread::scope(|scope| {
        let others: Vec<_> = (0..4).map(|_| scope.spawn(|| forms(&text))).collect();
        for other in others {
            assert_eq!(other.join().expect("no thread panics"), expected);
        }
    });
    for _ in 0..20 {
        assert_eq!(forms(&text), expected);
    }
}

#[external_contract]
#[derive(Debug)]
struct Hashed {
    #[field(values(range = 1..))]
    counts: HashMap<String, i32>,
    #[field(keys(length = 9..))]
    inside: HashMap<String, Sets>,
    #[field(each(length = 9..))]
    texts: HashSet<String>,
}

#[external_contract]
#[derive(Debug)]
struct Sets {
    #[field(each(range = ..1))]
    numbers: HashSet<u16>,
}

fn hashed() -> Hashed {
    let texts = || (0..60).map(|index| index.to_string());
    Hashed {
        counts: texts().map(|text| (text, -1)).collect(),
        inside: texts()
            .take(3)
            .map(|text| {
                (
                    text,
                    Sets {
                        numbers: (0..30).collect(),
                    },
                )
            })
            .collect(),
        texts: texts().collect(),
    }
}

/// Two equal maps may give their entries in different orders.
#[test]
fn equal_values_give_the_same_bytes() {
    let expected = hashed().validate().expect_err("it is faulty");
    assert_eq!((expected.len(), expected.truncated()), (100, 110));
    let pointers: Vec<_> = expected.iter().take(3).map(Violation::pointer).collect();
    assert_eq!(pointers, ["/counts/0", "/counts/1", "/counts/10"]);
    for _ in 0..20 {
        assert_eq!(hashed().validate().err().as_ref(), Some(&expected));
    }
}
