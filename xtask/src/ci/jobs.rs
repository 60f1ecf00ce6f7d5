//! The jobs that are a command or two.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::Verdict;
use crate::command::{cargo, output, program, run};
use crate::manifest::text_of;
use crate::{Outcome, link, tidy};

/// The command that README.md tells people to test with.
const TEST: &[&str] = &["test", "--workspace", "--all-features"];

/// What is published: it keeps to the declared Rust version.
const PRODUCT: &[&str] = &[
    "perimeter",
    "contracts-macros",
    "contracts-runtime",
    "contracts-registry",
];

/// The minimal build of the facade stays below so many crates, our own included: garde's, the smallest of the peers,
/// has 22.
const MINIMAL_CRATES: usize = 20;

pub(super) fn fmt(root: &Path) -> Outcome<Verdict> {
    passed(run(&mut cargo(root, ["fmt", "--all", "--check"])))
}

pub(super) fn tidy(root: &Path) -> Outcome<Verdict> {
    passed(tidy::run(root, &[]))
}

pub(super) fn clippy(root: &Path) -> Outcome<Verdict> {
    let arguments = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--all-features",
        "--",
        "-D",
        "warnings",
    ];
    passed(run(&mut cargo(root, arguments)))
}

pub(super) fn test(root: &Path) -> Outcome<Verdict> {
    passed(run(&mut cargo(root, TEST.iter().copied())))
}

/// A crate that compiles only because another one switches on a feature of a shared dependency fails here.
pub(super) fn crates(root: &Path) -> Outcome<Verdict> {
    for package in PRODUCT {
        run(&mut cargo(root, ["test", "-p", package]))?;
    }
    Ok(Verdict::Passed)
}

/// A part of the ways, for time: `cargo xtask link` takes them all.
pub(super) fn link(root: &Path) -> Outcome<Verdict> {
    passed(link::run(root, link::PART))
}

/// Built apart, since everything is built with another flag.
pub(super) fn loom(root: &Path) -> Outcome<Verdict> {
    let arguments = [
        "test",
        "-p",
        "contracts-registry",
        "--lib",
        "--release",
        "published",
    ];
    let mut command = cargo(root, arguments);
    command
        .env("RUSTFLAGS", "--cfg loom")
        .env("CARGO_TARGET_DIR", root.join("target/loom"));
    passed(run(&mut command))
}

pub(super) fn docs(root: &Path) -> Outcome<Verdict> {
    let mut command = cargo(root, ["doc", "--workspace", "--no-deps", "--all-features"]);
    passed(run(command.env("RUSTDOCFLAGS", "-D warnings")))
}

pub(super) fn benches(root: &Path) -> Outcome<Verdict> {
    passed(run(&mut cargo(
        root,
        ["build", "-p", "perimeter-benches", "--all-targets"],
    )))
}

pub(super) fn deps(root: &Path) -> Outcome<Verdict> {
    let arguments = [
        "tree",
        "-p",
        "perimeter",
        "--no-default-features",
        "-e",
        "normal,build",
        "--prefix",
        "none",
    ];
    let tree = output(&mut cargo(root, arguments))?;
    let crates = names(&tree);
    let list = crates.iter().copied().collect::<Vec<_>>().join(", ");
    println!("{} crates in the minimal build: {list}", crates.len());
    if crates.len() < MINIMAL_CRATES {
        return Ok(Verdict::Passed);
    }
    Err(format!(
        "the minimal build has {} crates, make a feature of what is not needed to be below {MINIMAL_CRATES}",
        crates.len()
    ))
}

/// The names in the output of `cargo tree`, each once.
fn names(tree: &str) -> BTreeSet<&str> {
    tree.lines()
        .filter_map(|line| line.split_whitespace().next())
        .collect()
}

/// Clippy knows since when each item of std is there. The compiler of that version knows more, where it is installed.
pub(super) fn msrv(root: &Path) -> Outcome<Verdict> {
    let product = || PRODUCT.iter().flat_map(|package| ["-p", package]);
    let mut clippy = cargo(root, ["clippy", "--all-features"]);
    run(clippy
        .args(product())
        .args(["--", "-D", "clippy::incompatible_msrv"]))?;

    let manifest = fs::read_to_string(root.join("Cargo.toml"))
        .map_err(|error| format!("can't read Cargo.toml: {error}"))?;
    let version = text_of(&manifest, "workspace.package", "rust-version")
        .ok_or("Cargo.toml declares no rust-version in [workspace.package]")?;
    let Some(toolchain) = toolchain(root, version) else {
        println!("Rust {version} is not installed: what only its compiler would see is not checked");
        println!("to have it checked: rustup toolchain install {version} --profile minimal");
        return Ok(Verdict::Passed);
    };
    let mut check = cargo(root, ["check", "--all-features"]);
    passed(run(check.args(product()).env("RUSTUP_TOOLCHAIN", toolchain)))
}

/// The full name of the installed toolchain whose name starts so.
pub(crate) fn toolchain(root: &Path, start: &str) -> Option<String> {
    let list = output(&mut program(root, "rustup", ["toolchain", "list"])).ok()?;
    named(&list, start).map(str::to_owned)
}

/// The toolchain in rustup's list that is `start` or goes on with `-` or `.` behind it.
fn named<'a>(list: &'a str, start: &str) -> Option<&'a str> {
    list.lines()
        .filter_map(|line| line.split_whitespace().next())
        .find(|name| {
            name.strip_prefix(start)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '.']))
        })
}

/// The last line of the example counts the deliveries.
pub(super) fn webhooks(root: &Path) -> Outcome<Verdict> {
    if !root.join("examples/webhooks/main.rs").is_file() && !root.join("examples/webhooks.rs").is_file() {
        return Ok(Verdict::Skipped("there is no example webhooks"));
    }
    let said = output(&mut cargo(
        root,
        ["run", "--quiet", "--all-features", "--example", "webhooks"],
    ))?;
    let last = said.lines().last().unwrap_or_default();
    println!("{last}");
    if rejects_none(last) {
        Ok(Verdict::Passed)
    } else {
        Err("the example rejects deliveries, its last line must say `rejected 0`".to_owned())
    }
}

fn rejects_none(line: &str) -> bool {
    let words: Vec<_> = line
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.windows(2).any(|pair| pair == ["rejected", "0"])
}

fn passed(outcome: Outcome) -> Outcome<Verdict> {
    outcome.map(|()| Verdict::Passed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_counts_once() {
        let tree = "a v0.1.0\nb v1.0.0 (proc-macro)\n\nc v2.0.0\nb v1.0.0 (*)\n";
        assert_eq!(names(tree).into_iter().collect::<Vec<_>>(), ["a", "b", "c"]);
    }

    #[test]
    fn a_toolchain_is_found_by_the_start_of_its_name() {
        let list = "stable-x (default)\n1.85.1-x\nnightly-2026-01-01-x\n";
        assert_eq!(named(list, "1.85"), Some("1.85.1-x"));
        assert_eq!(named(list, "nightly"), Some("nightly-2026-01-01-x"));
        assert_eq!(named("1.850-x", "1.85"), None);
    }

    #[test]
    fn only_zero_is_none_rejected() {
        assert!(rejects_none("accepted 10, rejected 0"));
        assert!(!rejects_none("accepted 0, rejected 10"));
        assert!(!rejects_none("rejected 01"));
    }
}
