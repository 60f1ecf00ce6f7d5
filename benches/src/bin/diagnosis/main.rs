//! What a complete report costs at worst: the instructions to reject hostile texts, beside those to parse the same bytes
//! as a `serde_json::Value`, and beside those to accept a sound text of the same size by the same contract.
//!
//! Each is counted under callgrind at two counts, the difference divided, so that set-up cancels. The program runs itself
//! under valgrind with `--one`.

mod contracts;
mod inputs;

use std::hint::black_box;
use std::process::{Command, ExitCode};

use perimeter_benches::report;

use inputs::{INPUTS, Input};

/// What is counted.
const WAYS: [&str; 3] = ["report", "parse", "sound"];

const USAGE: &str = "\
options:
  FILTER ...               only inputs whose name contains one of the filters
  --one NAME WAY TIMES     one of report, parse, sound, so many times, printing nothing (for profilers)";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["--one", name, way, times] => match (find(name), times.parse()) {
            (Some(input), Ok(times)) if WAYS.contains(way) => run(input, way, times),
            _ => return refused(),
        },
        filters if filters.iter().any(|filter| filter.starts_with('-')) => return refused(),
        filters => measure(filters),
    }
    ExitCode::SUCCESS
}

fn refused() -> ExitCode {
    eprintln!("{USAGE}");
    ExitCode::FAILURE
}

fn find(name: &str) -> Option<&'static Input> {
    INPUTS.iter().find(|input| input.name == name)
}

fn run(input: &Input, way: &str, times: usize) {
    let hostile = (input.hostile)();
    let sound = (input.sound)(hostile.len());
    for _ in 0..times {
        match way {
            "report" => drop(black_box((input.judge)(black_box(&hostile)))),
            "parse" => drop(black_box(serde_json::from_slice::<serde_json::Value>(black_box(
                &hostile,
            )))),
            _ => drop(black_box((input.judge)(black_box(&sound)))),
        }
    }
}

fn measure(filters: &[&str]) {
    report::heading("diagnosis");
    let (mut rows, mut worst) = (Vec::new(), (0.0_f64, 0.0_f64));
    for input in INPUTS {
        if !filters.is_empty() && !filters.iter().any(|filter| input.name.contains(filter)) {
            continue;
        }
        let hostile = (input.hostile)();
        let sound = (input.sound)(hostile.len());
        let found = match (input.judge)(&hostile) {
            Some(report) => report.len() + report.truncated(),
            None => panic!("{}: the hostile text is accepted", input.name),
        };
        if let Some(report) = (input.judge)(&sound) {
            panic!("{}: the sound text is rejected: {report}", input.name);
        }
        let [judged, parsed, accepted] = WAYS.map(|way| a_run(input, way));
        // A sound text may be a little shorter or longer.
        let accepted = accepted * hostile.len() as f64 / sound.len() as f64;
        let ratios = (judged / parsed, judged / accepted);
        worst = (worst.0.max(ratios.0), worst.1.max(ratios.1));
        rows.push([
            input.name.to_owned(),
            hostile.len().to_string(),
            found.to_string(),
            format!("{judged:.0}"),
            format!("{:.2}", ratios.0),
            format!("{:.2}", ratios.1),
        ]);
    }
    let head = ["input", "bytes", "faults", "instructions", "x Value", "x sound"];
    report::table("a complete report", head, &rows);
    println!("\nworst: {:.2} x Value, {:.2} x sound", worst.0, worst.1);
}

/// The instructions of one run.
fn a_run(input: &Input, way: &str) -> f64 {
    const MORE: usize = 2;
    (total(input, way, 1 + MORE) as f64 - total(input, way, 1) as f64) / MORE as f64
}

fn total(input: &Input, way: &str, times: usize) -> u64 {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(std::env::current_exe().expect("the program knows its own path"))
        .args(["--one", input.name, way, &times.to_string()])
        .output()
        .expect("valgrind has to be installed");
    let log = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {log}", input.name);
    let count = log.lines().find_map(|line| line.split_once("Collected : "));
    let count = count.and_then(|(_, count)| count.trim().parse().ok());
    count.unwrap_or_else(|| panic!("callgrind tells no count: {log}"))
}
