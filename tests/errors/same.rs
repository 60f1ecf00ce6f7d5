//! The same input gives the same bytes, in whatever form and thread.

use std::collections::HashMap;
use std::thread;

use perimeter::{Problem, Templates, accept, external_contract};

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
