//! Instructions of the compiler instead of seconds: the same on a busy machine.
//!
//! Cargo is given this program in the place of the compiler. It runs the compiler as it is for all crates but one, which
//! it runs it for under valgrind.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

/// Names the crate whose compilation is counted, where the program stands in for the compiler.
const CRATE: &str = "PERIMETER_COUNTED_CRATE";
/// Names the file that the count is written to.
const COUNT: &str = "PERIMETER_COUNT_FILE";

/// What cargo must be told to have the compilation of a package counted.
pub(crate) fn variables(package: &str, count: &Path) -> [(&'static str, PathBuf); 3] {
    let program = env::current_exe().expect("the program knows its own path");
    [
        ("RUSTC_WRAPPER", program),
        (CRATE, PathBuf::from(package.replace('-', "_"))),
        (COUNT, count.to_owned()),
    ]
}

/// Millions of instructions, as they were written to the file.
pub(crate) fn read(count: &Path) -> f64 {
    let log = fs::read_to_string(count).expect("the compiler has run under valgrind");
    let line = log
        .lines()
        .find(|line| line.contains("I   refs:") || line.contains("I refs:"));
    let digits: String = line
        .and_then(|line| line.rsplit(':').next())
        .expect("cachegrind counts")
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    digits.parse::<f64>().expect("a count is a number") / 1e6
}

/// Runs the compiler, if that is what cargo has started the program for.
pub(crate) fn as_compiler() -> Option<ExitCode> {
    let (name, count) = (env::var(CRATE).ok()?, env::var_os(COUNT)?);
    let mut words = env::args_os().skip(1);
    let compiler = words.next()?;
    let words: Vec<_> = words.collect();
    let named = words
        .windows(2)
        .any(|pair| pair[0] == "--crate-name" && pair[1] == *name);
    let mut command = if named {
        counted(&count)
    } else {
        Command::new(compiler)
    };
    let status = command.args(words).status().expect("the compiler starts");
    Some(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The compiler itself: what is on the path may only look for it.
fn counted(count: &std::ffi::OsStr) -> Command {
    let printed = Command::new("rustc").args(["--print", "sysroot"]).output();
    let printed = printed.expect("the compiler starts").stdout;
    let root = PathBuf::from(String::from_utf8_lossy(&printed).trim_end());
    let mut log = std::ffi::OsString::from("--log-file=");
    log.push(count);
    let mut command = Command::new("valgrind");
    command
        .args([
            "--tool=cachegrind",
            "--cache-sim=no",
            "--cachegrind-out-file=/dev/null",
        ])
        .arg(log)
        .arg(root.join("bin/rustc"))
        .env("LD_LIBRARY_PATH", root.join("lib"));
    command
}
