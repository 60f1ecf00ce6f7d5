//! Time a run, every candidate beside the others.

use std::process::ExitCode;

use perimeter_benches::{harness, options};

fn main() -> ExitCode {
    options::run(|options, candidates| harness::measure(options, &candidates))
}
