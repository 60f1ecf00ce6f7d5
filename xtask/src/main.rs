//! The tasks of the project: `cargo xtask` lists them.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line program: what it says is what it is for"
)]

mod bless;
mod ci;
mod command;
mod conformance;
mod fuzz;
mod link;
mod manifest;
mod new;
mod rust;
mod tidy;
mod tree;

use std::{env, path::Path, process::ExitCode};

/// What a task ends with: nothing, or what went wrong in a sentence for the terminal.
type Outcome<T = ()> = Result<T, String>;

struct Task {
    name: &'static str,
    arguments: &'static str,
    what: &'static str,
    run: fn(&Path, &[&str]) -> Outcome,
}

/// Adding a task is a file and an entry here.
const TASKS: &[Task] = &[
    Task {
        name: "ci",
        arguments: "[JOB]...",
        what: "runs all that must pass before a merge, or only these jobs of it",
        run: ci::run,
    },
    Task {
        name: "tidy",
        arguments: "",
        what: "checks what compilers don't: the closed grammar, completeness of rules, sizes, names, reasons",
        run: tidy::run,
    },
    Task {
        name: "bless",
        arguments: "",
        what: "writes the expected output of the ui and expand tests anew; review the difference",
        run: bless::run,
    },
    Task {
        name: "conformance",
        arguments: "[--failures] [FILE]...",
        what: "scores the rules on third-party cases: those of testdata/conformance, or of these files and folders",
        run: conformance::run,
    },
    Task {
        name: "fuzz",
        arguments: "[--seconds N] [TARGET]...",
        what: "runs all fuzz targets, or these, for N seconds each (20), and says how often each ran",
        run: fuzz::run,
    },
    Task {
        name: "link",
        arguments: "[BUILD]...",
        what: "builds the programs of tests/link in every way, or these, and compares the contracts that each lists",
        run: link::run,
    },
    Task {
        name: "new",
        arguments: "rule|format NAME",
        what: "writes the files of a new rule or format and enters it in the lists",
        run: new::run,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[&str]) -> Outcome {
    let Some((name, arguments)) = arguments.split_first() else {
        return Err(format!("which task?\n\n{}", help()));
    };
    if ["help", "--help", "-h"].contains(name) {
        println!("{}", help());
        return Ok(());
    }
    let task = TASKS
        .iter()
        .find(|task| task.name == *name)
        .ok_or_else(|| format!("there is no task `{name}`\n\n{}", help()))?;
    (task.run)(&tree::root()?, arguments)
}

fn help() -> String {
    let line = |left: &str, what: &str| format!("  {left:<24}{what}\n");
    let tasks = TASKS
        .iter()
        .map(|task| line(&format!("{} {}", task.name, task.arguments), task.what));
    let jobs = ci::JOBS.iter().map(|job| line(job.name, job.what));
    format!(
        "usage: cargo xtask TASK\n\n{}\njobs of ci, in order:\n\n{}",
        tasks.collect::<String>(),
        jobs.collect::<String>()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_names_every_task_and_job() {
        let help = help();
        for name in TASKS
            .iter()
            .map(|task| task.name)
            .chain(ci::JOBS.iter().map(|job| job.name))
        {
            assert!(help.contains(&format!("\n  {name} ")), "{name}");
        }
    }

    #[test]
    fn an_unknown_task_is_an_error_that_lists_the_tasks() {
        let failure = dispatch(&["no_such_task"]).unwrap_err();
        assert!(
            failure.contains("no task `no_such_task`") && failure.contains("tidy"),
            "{failure}"
        );
    }
}
