//! What a complete report costs at worst: the CPU time to reject hostile texts, beside that to parse the same bytes as a
//! `serde_json::Value`, and beside that to accept a sound text of the same size by the same contract.
//!
//! CPU time, and the shortest of many runs: what else the machine does counts for little. The three take turns.

mod contracts;
mod inputs;

use std::hint::black_box;
use std::process::ExitCode;

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use perimeter_benches::report;

use inputs::{INPUTS, Input};

/// How often the three take turns.
const ROUNDS: usize = 15;

/// One turn is as many runs as take so many microseconds: the clock is not finer.
const TURN: i64 = 4000;

const USAGE: &str = "\
options:
  FILTER ...    only inputs whose name contains one of the filters";

fn main() -> ExitCode {
    let filters: Vec<String> = std::env::args().skip(1).collect();
    if filters.iter().any(|filter| filter.starts_with('-')) {
        eprintln!("{USAGE}");
        return ExitCode::FAILURE;
    }
    report::heading("diagnosis");
    let chosen = INPUTS.iter().filter(|input| {
        filters.is_empty() || filters.iter().any(|filter| input.name.contains(filter.as_str()))
    });
    let rows: Vec<_> = chosen.map(measured).collect();
    let head = ["input", "bytes", "faults", "us", "x Value", "x sound"];
    report::table("a complete report", head, &rows);
    ExitCode::SUCCESS
}

fn measured(input: &Input) -> [String; 6] {
    let hostile = (input.hostile)();
    let sound = (input.sound)(hostile.len());
    let found = match (input.judge)(&hostile) {
        Some(report) => report.len() + report.truncated(),
        None => panic!("{}: the hostile text is accepted", input.name),
    };
    if let Some(report) = (input.judge)(&sound) {
        panic!("{}: the sound text is rejected: {report}", input.name);
    }
    let ways: [&dyn Fn(); 3] = [
        &|| drop(black_box((input.judge)(black_box(&hostile)))),
        &|| drop(black_box(parse(black_box(&hostile)))),
        &|| drop(black_box((input.judge)(black_box(&sound)))),
    ];
    let counts = ways.map(runs_of_a_turn);
    let mut best = [f64::INFINITY; 3];
    for _ in 0..ROUNDS {
        for ((best, way), count) in best.iter_mut().zip(ways).zip(counts) {
            *best = best.min(turn(way, count) as f64 / count as f64);
        }
    }
    let [judged, parsed, accepted] = best;
    // A sound text may be a little shorter or longer.
    let accepted = accepted * hostile.len() as f64 / sound.len() as f64;
    [
        input.name.to_owned(),
        hostile.len().to_string(),
        found.to_string(),
        format!("{judged:.0}"),
        format!("{:.2}", judged / parsed),
        format!("{:.2}", judged / accepted),
    ]
}

fn runs_of_a_turn(way: &dyn Fn()) -> usize {
    let mut count = 1;
    while turn(way, count) < TURN {
        count *= 2;
    }
    count
}

/// The microseconds of CPU time of so many runs.
fn turn(way: &dyn Fn(), count: usize) -> i64 {
    let start = used();
    for _ in 0..count {
        way();
    }
    used() - start
}

/// The microseconds of CPU time that this process has used.
fn used() -> i64 {
    let usage = getrusage(UsageWho::RUSAGE_SELF).expect("the system counts what a process uses");
    (usage.user_time() + usage.system_time()).num_microseconds()
}

fn parse(text: &[u8]) -> serde_json::Result<serde_json::Value> {
    serde_json::from_slice(text)
}
