//! Allocations a run, counted by the global allocator of this program alone.

use std::alloc::System;
use std::process::ExitCode;

use perimeter_benches::candidate::Candidate;
use perimeter_benches::{harness, options, report};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

fn main() -> ExitCode {
    options::run(|_, candidates| {
        report::heading("allocations");
        for of_table in harness::tables(&candidates) {
            let rows: Vec<_> = of_table.iter().map(|candidate| row(candidate)).collect();
            report::table(
                &of_table[0].table.to_string(),
                ["candidate", "allocations", "bytes"],
                &rows,
            );
        }
    })
}

fn row(candidate: &Candidate) -> [String; 3] {
    let pass = candidate.table.shape.payloads();
    let mut task = candidate.prepare();
    // What is built once, at first use, is not part of a run.
    task(pass);
    let region = Region::new(ALLOCATOR);
    task(pass);
    let change = region.change();
    let a_run = |total: usize, digits| format!("{:.digits$}", total as f64 / pass as f64);
    [
        candidate.name.to_owned(),
        a_run(change.allocations + change.reallocations, 1),
        a_run(change.bytes_allocated, 0),
    ]
}
