//! The example `intake`, run on what is made up here: outputs, totals and exit status are known beforehand.

#![allow(
    clippy::expect_used,
    clippy::format_collect,
    clippy::format_push_string,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test over fixed inputs: what is missing is a failure, and nothing here is in a hurry"
)]

#[allow(
    dead_code,
    unreachable_pub,
    reason = "its `main` is not called; `pub` says what it offers the test"
)]
#[path = "../../examples/intake/main.rs"]
mod intake;
mod refusals;

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use intake::Streams;

/// What a run leaves on its streams.
struct Run {
    status: u8,
    output: String,
    errors: String,
}

fn run(arguments: &[&str], input: &str) -> Run {
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let status = intake::run(
        arguments.iter().map(OsString::from),
        Streams {
            input: &mut input.as_bytes(),
            output: &mut output,
            errors: &mut errors,
            bar: false,
        },
    );
    Run {
        status,
        output: String::from_utf8(output).unwrap(),
        errors: String::from_utf8(errors).unwrap(),
    }
}

/// A folder for the files of a test.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("intake").join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn text(path: &Path) -> &str {
    path.to_str()
        .expect("the folder of the tests is called by a text")
}

/// A fault: what it makes of an order, what the report says of it, and its row among the totals.
struct Fault {
    from: &'static str,
    to: &'static str,
    /// The place of the violation is where this starts in the line.
    at: &'static str,
    /// The pointer in the item.
    pointer: &'static str,
    message: &'static str,
    row: &'static str,
}

const FAULTS: &[Fault] = &[
    Fault {
        from: "@example.com",
        to: "@",
        at: "\"ada@",
        pointer: "/customer/email",
        message: "must be an e-mail address",
        row: "/customer/email  email",
    },
    Fault {
        from: "XYZ-0002",
        to: "XYZ-02",
        at: "\"XYZ-02\"",
        pointer: "/lines/1/sku",
        message: "must match `[A-Z]{3}-[0-9]{4}`",
        row: "/lines/*/sku     pattern",
    },
    Fault {
        from: "\"total\":130",
        to: "\"total\":131",
        at: "131",
        pointer: "/total",
        message: "must be the sum of the lines",
        row: "/total           total",
    },
    Fault {
        from: "\"currency\"",
        to: "\"curency\"",
        at: "\"curency\"",
        pointer: "/curency",
        message: "is not known here; did you mean `currency`?",
        row: "/curency         unknown",
    },
    Fault {
        from: "\"note\":null}",
        to: "\"note\":null",
        at: "",
        pointer: "/note",
        message: "is not JSON: the text ends inside a value",
        row: "/note            syntax",
    },
];

fn order(number: usize) -> String {
    format!(
        "{{\"id\":\"8c5d1b0e-3b1c-4f0e-9a43-{number:012x}\",\"placed_at\":\"2024-02-29T12:30:00Z\",\
         \"customer\":{{\"name\":\"Zo\u{eb}\",\"email\":\"ada@example.com\",\"country\":\"DE\"}},\
         \"lines\":[{{\"sku\":\"ABC-0001\",\"quantity\":2,\"price\":50}},{{\"sku\":\"XYZ-0002\",\"quantity\":1,\
         \"price\":30}}],\"currency\":\"EUR\",\"total\":130,\"note\":null}}"
    )
}

/// A line and, if it has a fault, what is told of it.
fn line(number: usize) -> (String, Option<&'static Fault>) {
    let order = order(number);
    // Every seventh has the next fault.
    let fault = (number % 7 == 3).then(|| &FAULTS[number / 7 % FAULTS.len()]);
    match fault {
        None => (order, None),
        Some(fault) => (order.replace(fault.from, fault.to), Some(fault)),
    }
}

/// The violations of a fault in the line, as the report shows them.
fn report(index: usize, line_number: usize, line: &str, fault: &Fault) -> String {
    let column = |at: usize| line[..at].chars().count() + 1;
    let at = match fault.at {
        "" => line.len(),
        at => line.find(at).unwrap(),
    };
    let (pointer, message) = (fault.pointer, fault.message);
    let mut report = format!("{line_number}:{}: /{index}{pointer}: {message}\n", column(at));
    if pointer == "/curency" {
        let end = column(line.len() - 1);
        report.push_str(&format!("{line_number}:{end}: /{index}/currency: is missing\n"));
    }
    report
}

#[test]
fn lines_are_parted_and_counted() {
    let folder = folder("lines");
    let (mut input, mut accepted, mut rejected) = (String::new(), String::new(), String::new());
    let mut counts = [0; FAULTS.len()];
    let items = 3_000;
    let mut line_number = 0;
    for index in 0..items {
        // Blank lines count, and ends of lines stay as they are.
        for _ in 0..index % 3 / 2 {
            input.push('\n');
            line_number += 1;
        }
        line_number += 1;
        let (line, fault) = line(index);
        let end = ["\n", "\r\n"][index % 2];
        input.push_str(&line);
        input.push_str(end);
        match fault {
            None => {
                accepted.push_str(&line);
                accepted.push_str(end);
            }
            Some(fault) => {
                counts[index / 7 % FAULTS.len()] += 1;
                let report = report(index, line_number, &line, fault);
                rejected.push_str(&format!("item {index} at line {line_number}\n{report}\n"));
            }
        }
    }
    let [from, to, reports] = ["in.jsonl", "accepted.jsonl", "rejected.txt"].map(|name| folder.join(name));
    fs::write(&from, &input).unwrap();
    let arguments = [
        "--contract",
        "order",
        "--accepted",
        text(&to),
        "--rejected",
        text(&reports),
    ];

    let bad: usize = counts.iter().sum();
    assert_eq!(bad, 429);
    let mut rows: Vec<(usize, &str)> = counts
        .iter()
        .zip(FAULTS)
        .map(|(count, fault)| (*count, fault.row))
        .collect();
    rows.push((counts[3], "/currency        missing"));
    rows.sort_by_key(|(count, row)| (std::cmp::Reverse(*count), *row));
    let table: String = rows
        .iter()
        .map(|(count, row)| format!("{count:>9}  {row}\n"))
        .collect();
    let totals = format!(
        "{} accepted, {bad} rejected\n\n    count  field            rule\n{table}",
        items - bad
    );

    // The same from a file and from standard input.
    for named in [true, false] {
        let mut arguments = arguments.to_vec();
        arguments.extend(named.then(|| text(&from)));
        let run = run(&arguments, if named { "" } else { &input });
        assert_eq!((run.status, run.errors.as_str()), (0, ""));
        assert_eq!(run.output, totals);
        assert!(
            fs::read_to_string(&to).unwrap() == accepted,
            "accepted items differ"
        );
        assert_eq!(fs::read_to_string(&reports).unwrap(), rejected);
    }
}

#[test]
fn an_array_of_accepted_items_comes_from_an_array() {
    let folder = folder("array");
    let to = folder.join("accepted.json");
    let arguments = ["--contract", "sign_up", "--array", "--accepted", text(&to)];
    let user = |password: &str| {
        format!("{{\"email\":\"ada@example.com\",\n \"password\":\"{password}\", \"name\":\"Ada\"}}")
    };
    let (good, other, bad) = (user("correct horse"), user("battery staple"), user("hunter2"));

    let run_on = |input: &str| {
        let run = run(&arguments, input);
        assert_eq!((run.status, run.errors.as_str()), (0, ""), "{input}");
        (run.output, fs::read_to_string(&to).unwrap())
    };
    let (output, accepted) = run_on(&format!("[ {good} ,\n\n{bad},{other}]\n"));
    assert_eq!(accepted, format!("[\n{good},\n{other}\n]\n"));
    assert_eq!(
        output,
        "2 accepted, 1 rejected\n\n    count  field      rule\n        1  /password  length\n"
    );
    assert_eq!(
        run_on("[]"),
        ("0 accepted, 0 rejected\n".to_owned(), "[]\n".to_owned())
    );
    assert_eq!(run_on(&format!("[{bad}]")).1, "[]\n");
}

#[test]
fn what_is_wrong_with_the_item_itself_has_no_field() {
    let run = run(&["--contract", "order"], "1\n2\n");
    assert_eq!(run.status, 0);
    assert_eq!(
        run.output,
        "0 accepted, 2 rejected\n\n    count  field   rule\n        2  (item)  type\n"
    );
}

#[test]
fn a_secret_is_in_no_report() {
    let reports = folder("secret").join("rejected.txt");
    let run = run(
        &["--contract", "sign_up", "--rejected", text(&reports)],
        "{\"email\":\"ada@example.com\",\"password\":\"hunter2\",\"name\":\"Ada\"}\n",
    );
    assert_eq!(run.status, 0);
    let reports = fs::read_to_string(reports).unwrap();
    assert_eq!(
        reports,
        "item 0 at line 1\n1:39: /0/password: must have a length of 8 to 128\n\n"
    );
}

#[test]
fn names_of_the_senders_are_shown_harmless_short_and_not_without_end() {
    let mut input = String::from("{\"\\u001b[2J\":1}\n");
    input.push_str(&format!("{{\"{}\":1}}\n", "k".repeat(500)));
    for number in 0..2_000 {
        input.push_str(&format!("{{\"k{number}x\":1}}\n"));
    }
    let run = run(&["--contract", "sign_up"], &input);
    assert_eq!(run.status, 0);
    assert!(run.output.starts_with("0 accepted, 2002 rejected\n"));
    assert!(run.output.contains("  /\\u{1b}[2J  "), "{}", run.output);
    assert!(run.output.lines().all(|line| line.chars().count() < 130));
    assert!(run.output.lines().count() < 1_010);
    let listed: usize = run
        .output
        .lines()
        .skip(3)
        .filter_map(|line| line.split_whitespace().next()?.parse::<usize>().ok())
        .sum();
    // Each lacks three members besides the one that it should not have.
    assert_eq!(listed, 2_002 * 4);
}
