//! Instructions a run: each candidate under callgrind at two counts, the difference divided, so that set-up
//! cancels.
//!
//! The program runs itself under valgrind with `--one`; nothing else needs to be built.

use std::process::{Command, ExitCode};

use perimeter_benches::candidate::Candidate;
use perimeter_benches::{harness, options, report};

fn main() -> ExitCode {
    options::run(|options, candidates| {
        report::heading("instructions");
        for of_table in harness::tables(&candidates) {
            let counts: Vec<f64> = of_table.iter().map(|candidate| a_run(candidate)).collect();
            let base = harness::base(options, &of_table);
            let rows: Vec<_> = of_table
                .iter()
                .zip(&counts)
                .map(|(candidate, count)| {
                    [
                        candidate.name.to_owned(),
                        format!("{count:.0}"),
                        format!("{:.2}", count / counts[base]),
                    ]
                })
                .collect();
            let ratio = format!("x {}", of_table[base].name);
            report::table(
                &of_table[0].table.to_string(),
                ["candidate", "instructions", &ratio],
                &rows,
            );
        }
    })
}

fn a_run(candidate: &Candidate) -> f64 {
    // Whole passes over the payloads. The first also pays for what is built at first use.
    let pass = candidate.table.shape.payloads();
    let (few, many) = (pass, 3 * pass);
    (total(candidate, many) as f64 - total(candidate, few) as f64) / (many - few) as f64
}

fn total(candidate: &Candidate, times: usize) -> u64 {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(std::env::current_exe().expect("the program knows its own path"))
        .args(["--one", &candidate.id(), "--iters", &times.to_string()])
        .output()
        .expect("valgrind has to be installed");
    let log = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{candidate:?}: {log}");
    let collected = log.lines().find_map(|line| line.split_once("Collected : "));
    let (_, count) = collected.unwrap_or_else(|| panic!("callgrind tells no count: {log}"));
    count
        .trim()
        .parse()
        .unwrap_or_else(|_| panic!("callgrind tells no number: {count}"))
}
