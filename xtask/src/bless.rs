//! Writes the expected output of the tests that compare with files.

use std::path::Path;

use crate::Outcome;
use crate::command::{cargo, run as execute};

/// The tests of the facade that keep their expectation in files.
const TESTS: &[&str] = &["ui", "expand"];

pub(crate) fn run(root: &Path, arguments: &[&str]) -> Outcome {
    if !arguments.is_empty() {
        return Err("bless takes no arguments".to_owned());
    }
    let is_there = |test: &&&str| {
        root.join(format!("tests/{test}.rs")).is_file()
            || root.join(format!("tests/{test}/main.rs")).is_file()
    };
    let tests: Vec<&str> = TESTS.iter().filter(is_there).copied().collect();
    if tests.is_empty() {
        return Err(format!(
            "there are no tests to bless: none of {TESTS:?} is in tests/"
        ));
    }
    let mut command = cargo(root, ["test", "-p", "perimeter", "--all-features"]);
    command.args(tests.iter().flat_map(|test| ["--test", test]));
    // trybuild's own variable, and the one of the expand tests.
    execute(command.env("TRYBUILD", "overwrite").env("PERIMETER_BLESS", "1"))?;
    println!("read the difference line by line: git diff tests/");
    Ok(())
}
