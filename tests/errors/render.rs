//! Reports drawn over their text.

use std::fs::File;
use std::time::{Duration, Instant};

use perimeter::{Boundary, Contract, Templates, Violation, Violations, accept, external_contract};
use proptest::prelude::*;
use serde_json::json;

use crate::{Order, found};

/// A contract without secrets, so that nothing is masked.
#[external_contract]
#[derive(Debug)]
struct Open {
    #[field(length = ..=3)]
    a: Option<String>,
    #[field(length(..=3, severity = warn))]
    b: Option<String>,
    #[field(each(range = ..=9))]
    list: Option<Vec<u8>>,
}

fn drawn(text: &str) -> String {
    let report = found(Boundary::new().examine::<Open>(text)).expect(text);
    report.render(text).to_string()
}

/// A report with one violation at this place.
fn at(start: usize, end: usize) -> Violations {
    let violation = json!({
        "pointer": "", "code": "c", "message": "m", "severity": "error",
        "span": [start, end], "line": 1, "column": 1,
    });
    serde_json::from_value(json!({ "violations": [violation] })).expect("it is a report")
}

fn over(text: impl AsRef<[u8]>, start: usize, end: usize) -> String {
    let report = at(start, end);
    report
        .render(&text)
        .of(<Open as Contract>::DESCRIPTOR)
        .to_string()
}

/// What stands below the bar, in which line.
fn underlined(drawn: &str) -> String {
    let mut lines = drawn.lines().skip_while(|line| !line.starts_with("1 | "));
    let text = lines.next().expect("the line of the text");
    let below = lines.next().expect("the line below");
    let text: Vec<char> = text.chars().collect();
    let marks = below.chars().enumerate().filter(|(_, char)| *char == '^');
    marks
        .map(|(column, _)| text.get(column).copied().unwrap_or(' '))
        .collect()
}

#[test]
fn each_place_is_underlined_in_its_line() {
    let expected = "\
error[length]: /a: must have at most 3 characters, not 4
 --> input:2:8
  |
2 |   \"a\": \"long\",
  |        ^^^^^^

warning[length]: /b: must have at most 3 characters, not 5
 --> input:3:8
  |
3 |   \"b\": \"longe\"}
  |        ^^^^^^^
";
    assert_eq!(drawn("{\n  \"a\": \"long\",\n  \"b\": \"longe\"}"), expected);
}

#[test]
fn a_place_of_several_lines_is_underlined_in_the_first() {
    let drawn = drawn("{\"a\": {\n  \"x\": 1\n}}");
    assert!(drawn.contains("1 | {\"a\": {\n  |       ^\n"), "{drawn}");
}

#[test]
fn what_has_no_place_is_a_line() {
    let built = Open {
        a: Some("long".into()),
        b: None,
        list: None,
    };
    let report = built.validate().unwrap_err();
    let expected = "error[length]: /a: must have at most 3 characters, not 4\n";
    assert_eq!(report.render("").to_string(), expected);
}

#[test]
fn without_a_contract_nothing_of_the_text_is_shown() {
    let report = at(0, 2);
    let expected = "error[c]: m\n --> input:1:1\n";
    assert_eq!(report.render("{}").to_string(), expected);
    let masked = report.render("{}").of(<Open as Contract>::DESCRIPTOR).to_string();
    assert!(masked.contains("1 | {}"), "{masked}");
}

#[test]
fn what_was_not_kept_is_said() {
    let report = Boundary::new()
        .max_violations(1)
        .accept::<Order>("{}")
        .err()
        .unwrap();
    assert!(report.render("{}").to_string().ends_with("\n\nand 1 more\n"));
}

#[test]
fn other_languages_and_names_are_taken() {
    let text = r#"{"b":"long"}"#;
    let report = found(Boundary::new().examine::<Open>(text)).unwrap();
    let german = Templates::new([("length", "höchstens {max}")])
        .unwrap()
        .with_warning("Warnung");
    let drawn = report
        .render(text)
        .named("a\n\u{1b}b")
        .in_language(&german)
        .to_string();
    assert!(
        drawn.starts_with("Warnung[length]: /b: höchstens 3\n --> a\\n\\u{1b}b:1:6\n"),
        "{drawn}"
    );
}

#[test]
fn long_lines_are_cut_around_the_place() {
    let text = format!("{{\"list\":[{}10,{}1]}}", "1,".repeat(500), "1,".repeat(500));
    let report = accept::<Open>(&text).unwrap_err();
    for width in [1, 40, 60, 100, 300] {
        let drawn = report.render(&text).width(width).to_string();
        let line = drawn.lines().find(|line| line.starts_with("1 | ")).unwrap();
        assert!(line.chars().count() <= width.max(40), "{drawn}");
        assert!(line.starts_with("1 | …") && line.ends_with('…'), "{drawn}");
        assert_eq!(underlined(&drawn), "10", "{drawn}");
    }
    // At an end of the line there is nothing to cut.
    let near = report_at_start();
    assert!(
        near.contains("1 | {\"list\":[10,1,") && near.contains('…'),
        "{near}"
    );
    let wide = format!("{{\"a\":\"{}\"}}", "x".repeat(500));
    let shown = drawn(&wide);
    assert!(
        shown.contains("1 | {\"a\":\"xxx") && underlined(&shown).ends_with('x'),
        "{shown}"
    );
}

fn report_at_start() -> String {
    drawn(&format!("{{\"list\":[10,{}1]}}", "1,".repeat(500)))
}

#[test]
fn one_huge_line_takes_bounded_time_and_room() {
    let text = format!("{{\"list\":[{}1]}}", "10,".repeat((2 << 20) / 3 - 10));
    let report = accept::<Open>(&text).unwrap_err();
    assert_eq!(report.len(), 100);
    let start = Instant::now();
    let drawn = report.render(&text).to_string();
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    assert!(drawn.len() < 100 * 5 * 200, "{}", drawn.len());
    // The same where all of it has to be walked for secrets.
    let text = format!("{{\"name\":1,\"size\":\"{}\"}}", "x".repeat(2 << 20));
    let report = at(9, 10);
    let drawn = report
        .render(&text)
        .of(<Order as Contract>::DESCRIPTOR)
        .to_string();
    assert!(drawn.len() < 1000, "{}", drawn.len());
}

#[test]
fn long_messages_and_pointers_are_cut() {
    let long = "x".repeat(1 << 20);
    let report = Violations::one(Violation::new(long.clone(), long.clone()).at(format!("/{long}")));
    let drawn = report.render("").to_string();
    assert!(drawn.len() < 4000 && drawn.contains('…'), "{}", drawn.len());
}

#[test]
fn what_is_not_printable_is_escaped_and_nothing_is_hidden() {
    let text = "{\"a\u{202e}\u{200b}\u{7f}\u{1b}[31m\t\": 1}";
    let shown = over(text, 0, 1);
    assert!(
        shown.contains("1 | {\"a\\u{202e}\\u{200b}\\u{7f}\\u{1b}[31m\\t\": 1}"),
        "{shown}"
    );
    assert!(!shown.contains('\u{1b}'));
    let shown = over(b"{\"a\": \"\xff\xc3\"}", 6, 10);
    assert!(shown.contains(r#"1 | {"a": "\xff\xc3"}"#), "{shown}");
    // What stands on its own line ends there.
    let shown = over("{}\r\n{}", 0, 2);
    assert!(shown.contains("1 | {}\n"), "{shown}");
    let message = Violations::one(Violation::new("c\n", "a\nb\u{202e}").at("/\u{1b}"));
    assert_eq!(
        message.render("").to_string(),
        "error[c\\n]: /\\u{1b}: a\\nb\\u{202e}\n"
    );
}

#[test]
fn the_underline_stays_under_its_text() {
    // Tabs of indentation are four columns, others are escaped.
    assert_eq!(underlined(&over("\t\"x\"", 1, 4)), "\"x\"");
    assert_eq!(underlined(&over("1,\t\"x\"", 3, 6)), "\"x\"");
    assert_eq!(underlined(&over("\u{1}\"x\"", 1, 4)), "\"x\"");
    assert_eq!(underlined(&over(b"\xff\"x\"", 1, 4)), "\"x\"");
    assert_eq!(underlined(&over("ä\"x\"", 2, 5)), "\"x\"");
    // A wide character takes two columns, one that combines none.
    let wide = over("\u{65e5}\"x\"", 3, 6);
    assert!(wide.contains("1 | \u{65e5}\"x\"\n  |   ^^^\n"), "{wide}");
    let combining = over("e\u{301}\"x\"", 3, 6);
    assert!(combining.contains("1 | e\u{301}\"x\"\n  |  ^^^\n"), "{combining}");
    // A place behind the end is a point there.
    assert!(
        over("[1", 2, 2).contains("1 | [1\n  |   ^\n"),
        "{}",
        over("[1", 2, 2)
    );
}

#[test]
fn another_text_breaks_nothing() {
    for text in [
        "",
        "\n",
        "ä",
        "\u{65e5}\u{672c}",
        "a\nb\nc",
        "\u{301}",
        "    ",
        "\r\n",
    ] {
        for start in [0, 1, 2, 3, 5, 7, 100, usize::MAX] {
            for end in [0, 1, 2, 4, 9, 100, usize::MAX] {
                if start <= end {
                    assert!(over(text, start, end).starts_with("error[c]: m\n --> input:1:1\n"));
                    over(text.as_bytes(), start, end);
                }
            }
        }
    }
    let deep = " ".repeat(1000) + "1";
    assert!(
        over(&deep, 1000, 1001).contains("1 | …1\n"),
        "{}",
        over(&deep, 1000, 1001)
    );
}

#[test]
fn places_of_any_size_are_drawn() {
    let most = usize::MAX;
    let violation = json!({
        "pointer": "", "code": "", "message": "", "severity": "warn",
        "span": [most, most], "line": most, "column": most,
    });
    let report: Violations =
        serde_json::from_value(json!({ "violations": [violation], "truncated": 1_u32 << 31 })).unwrap();
    let drawn = report
        .render("{}")
        .of(<Open as Contract>::DESCRIPTOR)
        .width(0)
        .to_string();
    assert!(drawn.contains(&format!("--> input:{most}:{most}\n")), "{drawn}");
    assert!(drawn.ends_with("and 2147483648 more\n"), "{drawn}");
}

#[test]
fn colours_are_there_if_they_are_asked_for() {
    let text = r#"{"a":"long"}"#;
    let report = accept::<Open>(text).unwrap_err();
    assert!(!report.render(text).to_string().contains('\u{1b}'));
    let coloured = report.render(text).coloured().to_string();
    assert!(coloured.contains("\u{1b}["));
    // A file is no terminal.
    let path = std::env::temp_dir().join(format!("perimeter-render-{}", std::process::id()));
    let mut file = File::create(&path).unwrap();
    report.render(text).coloured().write_to(&mut file).unwrap();
    let written = std::fs::read_to_string(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    assert_eq!(written, report.render(text).to_string());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn no_text_and_no_place_garbles_the_drawing(
        bytes in prop::collection::vec(any::<u8>(), 0..300), text in ".{0,200}", start in 0_usize..400, length in 0_usize..400,
    ) {
        for text in [&*bytes, text.as_bytes()] {
            let drawn = over(text, start, start + length);
            prop_assert_eq!(drawn.lines().count(), 5, "{}", drawn);
            prop_assert!(drawn.lines().all(|line| line.chars().count() <= 100), "{}", drawn);
            prop_assert!(!drawn.chars().any(|char| char.is_control() && char != '\n'), "{}", drawn);
            prop_assert!(drawn.lines().nth(4).is_some_and(|line| line.contains('^')), "{}", drawn);
        }
    }
}
