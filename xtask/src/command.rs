//! Programs that tasks run.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::Outcome;

/// `cargo` with these arguments in `root`. Through the search path, so that `RUSTUP_TOOLCHAIN` has its effect.
pub(crate) fn cargo<'a>(root: &Path, arguments: impl IntoIterator<Item = &'a str>) -> Command {
    program(root, "cargo", arguments)
}

/// The program with these arguments in `root`.
pub(crate) fn program<'a>(root: &Path, name: &str, arguments: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(root);
    command
}

/// Shows the command and runs it; what it prints is seen as it comes.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let line = line(command);
    println!("$ {line}");
    let status = command
        .status()
        .map_err(|error| format!("`{line}` did not start: {error}"))?;
    if status.success() {
        return Ok(());
    }
    Err(format!("`{line}` failed: {status}"))
}

/// Runs the command and returns what it prints to stdout; stderr is seen as it comes.
pub(crate) fn output(command: &mut Command) -> Outcome<String> {
    let line = line(command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("`{line}` did not start: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(format!("`{line}` failed: {}", output.status))
}

/// Shows the command and runs it; what it prints to stderr is seen as it comes, and returned.
pub(crate) fn overheard(command: &mut Command) -> Outcome<String> {
    let line = line(command);
    println!("$ {line}");
    let failed = |error: std::io::Error| format!("`{line}` did not run: {error}");
    let mut child = command.stderr(Stdio::piped()).spawn().map_err(failed)?;
    let mut heard = Vec::new();
    if let Some(stderr) = child.stderr.take() {
        for line in BufReader::new(stderr).split(b'\n') {
            // What is printed need not be UTF-8: an input that breaks something is shown as it is.
            let mut line = line.map_err(failed)?;
            line.push(b'\n');
            std::io::stderr().write_all(&line).map_err(failed)?;
            heard.extend(line);
        }
    }
    let status = child.wait().map_err(failed)?;
    if status.success() {
        return Ok(String::from_utf8_lossy(&heard).into_owned());
    }
    Err(format!("`{line}` failed: {status}"))
}

/// Whether the command can be run and succeeds, silently.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// The command as one would type it.
fn line(command: &Command) -> String {
    let variables = command.get_envs().filter_map(|(name, value)| {
        Some(format!(
            "{}={}",
            name.to_string_lossy(),
            quoted(&value?.to_string_lossy())
        ))
    });
    let words = std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| quoted(&word.to_string_lossy()));
    variables.chain(words).collect::<Vec<_>>().join(" ")
}

fn quoted(word: &str) -> String {
    if word.is_empty() || word.contains([' ', '*', '$', '\'']) {
        return format!("\"{word}\"");
    }
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_one_would_type_it() {
        let mut command = cargo(Path::new("."), ["test", "--features", "", "a b"]);
        command.env("RUSTDOCFLAGS", "-D warnings");
        assert_eq!(
            line(&command),
            r#"RUSTDOCFLAGS="-D warnings" cargo test --features "" "a b""#
        );
    }

    #[test]
    fn a_failure_says_which_command_failed() {
        let failure = output(&mut program(Path::new("."), "no-such-program", ["x"])).unwrap_err();
        assert!(
            failure.starts_with("`no-such-program x` did not start"),
            "{failure}"
        );
    }
}
