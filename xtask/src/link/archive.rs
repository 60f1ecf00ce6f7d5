//! Archives for linkers of C: what a program around one lists depends on what that linker is told to take.

use std::path::Path;
use std::process::Command;

use super::ways::{Build, Collector};
use super::{Artifact, command, lines, made};
use crate::Outcome;
use crate::command::{program, run};

const ARCHIVE: Artifact = Artifact {
    package: "archive",
    target: &["--lib"],
    arguments: &[],
};

/// What rustc says that programs around an archive of its need.
const SYSTEM: &[&str] = &["-lgcc_s", "-lutil", "-lrt", "-lpthread", "-lm", "-ldl", "-lc"];

/// Whether an expected line is of an archive.
pub(super) fn is_about(line: &str) -> bool {
    line.starts_with("contract archive: ")
}

/// That the whole archive has every contract, and that less of it need not have them.
pub(super) fn check(programs: &Path, build: &Build, collector: Collector, expected: &str) -> Outcome {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let archive = made(&mut command(
        programs,
        build,
        collector,
        &ARCHIVE,
        &build.options(),
    ))?;
    let archive = archive.to_string_lossy();
    let expected: Vec<&str> = expected.lines().filter(|line| is_about(line)).collect();
    let whole = linked(
        programs,
        &[
            "-Wl,--whole-archive",
            &archive,
            "-Wl,--no-whole-archive",
            "-Wl,--gc-sections",
        ],
    )?;
    if whole != expected {
        return Err(format!(
            "{} by {}: the whole archive has not what is expected, but\n{}",
            build.name,
            collector.name(),
            whole.join("\n")
        ));
    }
    let needed = linked(programs, &[&archive, "-Wl,--gc-sections"])?;
    if build.release && needed.len() >= expected.len() {
        return Err(format!(
            "{} by {}: an archive has every contract without being told to: say so in the documentation of `linked`",
            build.name,
            collector.name()
        ));
    }
    println!(
        "{} by {}: an archive has {} contracts, the whole of it all {}",
        build.name,
        collector.name(),
        needed.len(),
        whole.len()
    );
    Ok(())
}

/// What the program in C lists, linked with these arguments.
fn linked(programs: &Path, arguments: &[&str]) -> Outcome<Vec<String>> {
    let out = ["-o", "target/archive", "archive/main.c"];
    run(program(programs, "cc", out).args(arguments).args(SYSTEM))?;
    lines(&mut Command::new(programs.join("target/archive")))
}
