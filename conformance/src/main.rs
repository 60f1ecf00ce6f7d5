//! Prints how the rules score on third-party cases; `cargo xtask conformance` runs it.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line program: what it says is what it is for"
)]

use std::env;
use std::process::ExitCode;

use perimeter_conformance::{Case, Score, read};

const SUITES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../testdata/conformance");

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let (flags, paths): (Vec<String>, Vec<String>) = env::args()
        .skip(1)
        .partition(|argument| argument.starts_with('-'));
    if let Some(flag) = flags.iter().find(|flag| *flag != "--failures") {
        return Err(format!("there is no option `{flag}`, only --failures"));
    }
    let cases = if paths.is_empty() {
        read([SUITES])
    } else {
        read(paths)
    }?;
    let score = Score::of(&cases);
    if !flags.is_empty() {
        score.failures.iter().for_each(|case| println!("{}", line(case)));
        println!();
    }
    println!("{score}");
    Ok(())
}

fn line(case: &Case) -> String {
    let expected = if case.verdict == Some(true) {
        "accept"
    } else {
        "reject"
    };
    let (params, value) = &case.written;
    format!(
        "{} {} {} {params} {value}: expected {expected}",
        case.id, case.suite, case.rule
    )
}
