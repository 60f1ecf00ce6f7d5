//! Instructions a run: each candidate under callgrind at two counts, the difference divided, so that set-up
//! cancels.
//!
//! The program runs itself under valgrind with `--one`; nothing else needs to be built.

use std::process::ExitCode;

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
    (total(candidate, many) - total(candidate, few)) / (many - few) as f64
}

fn total(candidate: &Candidate, times: usize) -> f64 {
    report::instructions(["--one", &candidate.id(), "--iters", &times.to_string()])
}
