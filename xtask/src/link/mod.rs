//! Builds the programs of `tests/link` in every way and compares the contracts that each lists with those that it must
//! list.

mod archive;
mod ways;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::Outcome;
use crate::command::{cargo, output};
use ways::{BUILDS, Build, Collector, Linker};

/// What is enough to see before each merge: no optimisation and all of it. Every way takes several times as long.
pub(crate) const PART: &[&str] = &["debug-16", "fat-1"];

/// A target that lists contracts when it runs.
struct Artifact {
    package: &'static str,
    target: &'static [&'static str],
    arguments: &'static [&'static str],
}

const PLUGIN: Artifact = Artifact {
    package: "plugin",
    target: &["--lib"],
    arguments: &[],
};

/// The host of the plugin, whose path it is given.
const HOST: Artifact = Artifact {
    package: "program",
    target: &["--bin", "program"],
    arguments: &[],
};

const OTHERS: &[Artifact] = &[
    Artifact {
        package: "program",
        target: &["--test", "listed"],
        arguments: &["--nocapture"],
    },
    Artifact {
        package: "program",
        target: &["--example", "listed"],
        arguments: &[],
    },
];

/// The task: `[BUILD]...`.
pub(crate) fn run(root: &Path, names: &[&str]) -> Outcome {
    let builds = chosen(names)?;
    let linkers = Linker::all(root)?;
    let programs = root.join("tests/link");
    let expected = fs::read_to_string(programs.join("expected.txt"))
        .map_err(|error| format!("can't read tests/link/expected.txt: {error}"))?;
    let mut rows = 0;
    for build in builds {
        for collector in [Collector::Inventory, Collector::Linkme] {
            for linker in &linkers {
                let start = Instant::now();
                let way = format!(
                    "{} by {}, linked by {}",
                    build.name,
                    collector.name(),
                    linker.name()
                );
                println!("$ {way}");
                let seen =
                    listed(&programs, build, collector, linker).map_err(|error| format!("{way}: {error}"))?;
                compare(&expected, &seen).map_err(|error| format!("{way}: {error}"))?;
                println!("{way}: as expected ({} s)", start.elapsed().as_secs());
                rows += 1;
            }
            if build.archive {
                archive::check(&programs, build, collector, &expected)?;
            }
        }
    }
    println!("\nin {rows} ways each program lists what it must");
    Ok(())
}

fn chosen(names: &[&str]) -> Outcome<Vec<&'static Build>> {
    if names.is_empty() {
        return Ok(BUILDS.iter().collect());
    }
    let find = |name: &&str| {
        BUILDS.iter().find(|build| build.name == *name).ok_or_else(|| {
            let known: Vec<_> = BUILDS.iter().map(|build| build.name).collect();
            format!("there is no build `{name}`; there are {}", known.join(", "))
        })
    };
    names.iter().map(find).collect()
}

/// The lines that all programs print, built in one way.
fn listed(programs: &Path, build: &Build, collector: Collector, linker: &Linker) -> Outcome<Vec<String>> {
    let make = |artifact: &Artifact| {
        let path = made(&mut command(
            programs,
            build,
            collector,
            artifact,
            &linker.options(build),
        ))?;
        linker.verify(&path)?;
        Ok::<PathBuf, String>(path)
    };
    let plugin = make(&PLUGIN)?;
    let mut seen = lines(Command::new(make(&HOST)?).arg(plugin))?;
    for artifact in OTHERS {
        seen.extend(lines(Command::new(make(artifact)?).args(artifact.arguments))?);
    }
    Ok(seen)
}

/// The build of an artifact. Only the artifact itself gets the options: its dependencies are built once for all linkers.
fn command(
    programs: &Path,
    build: &Build,
    collector: Collector,
    artifact: &Artifact,
    options: &[String],
) -> Command {
    let mut command = cargo(programs, ["rustc", "--quiet", "--target-dir", "target"]);
    command
        .args([
            "--message-format",
            "json-render-diagnostics",
            "--package",
            artifact.package,
        ])
        .args(artifact.target)
        .args(build.release.then_some("--release"))
        .args(collector.features())
        .envs(build.profile())
        // Whatever the caller's build is to be like, these are not.
        .env_remove("RUSTFLAGS")
        .arg("--")
        .args(options);
    command
}

/// Builds, and gives the path of what was built last.
fn made(command: &mut Command) -> Outcome<PathBuf> {
    let messages = output(command)?;
    path_of_artifact(&messages).ok_or_else(|| "cargo does not say what it has built".to_owned())
}

/// The executable of the last artifact in cargo's messages, else its first file.
fn path_of_artifact(messages: &str) -> Option<PathBuf> {
    let last = messages
        .lines()
        .rfind(|line| line.contains("\"reason\":\"compiler-artifact\""))?;
    let path = ["\"executable\":\"", "\"filenames\":[\""]
        .into_iter()
        .find_map(|key| last.split_once(key))
        .and_then(|(_, behind)| behind.split('"').next())?;
    Some(PathBuf::from(path.replace("\\\\", "\\")))
}

/// What the program lists when it runs. Test harnesses print other lines as well.
fn lines(program: &mut Command) -> Outcome<Vec<String>> {
    let printed = output(program)?;
    let lines = printed.lines().filter(|line| line.starts_with("contract "));
    Ok(lines.map(str::to_owned).collect())
}

/// Whether the lines are those that are expected of the artifacts, archives apart.
fn compare(expected: &str, seen: &[String]) -> Outcome {
    let expected: Vec<&str> = expected.lines().filter(|line| !archive::is_about(line)).collect();
    let missing = expected
        .iter()
        .filter(|line| !seen.iter().any(|seen| seen == *line));
    let more = seen.iter().filter(|line| !expected.contains(&line.as_str()));
    let wrong: Vec<String> = missing
        .map(|line| format!("missing: {line}"))
        .chain(more.map(|line| format!("not expected: {line}")))
        .collect();
    if !wrong.is_empty() {
        return Err(format!(
            "the lists are not those of tests/link/expected.txt\n{}",
            wrong.join("\n")
        ));
    }
    if seen.len() != expected.len() {
        return Err(format!(
            "{} entries in place of {}: some are listed twice",
            seen.len(),
            expected.len()
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn builds_are_chosen_by_name_and_the_part_of_them_is_some() {
        assert_eq!(chosen(&[]).unwrap().len(), BUILDS.len());
        assert_eq!(chosen(PART).unwrap().len(), PART.len());
        let failure = chosen(&["fat"]).err().unwrap();
        assert!(
            failure.contains("`fat`") && failure.contains("fat-16, fat-1"),
            "{failure}"
        );
    }

    #[test]
    fn what_was_built_last_is_found_in_the_messages() {
        let dependency = r#"{"reason":"compiler-artifact","filenames":["/a/liba.rlib"],"executable":null}"#;
        let program = r#"{"reason":"compiler-artifact","filenames":["/a/b"],"executable":"/a/b"}"#;
        let library = r#"{"reason":"compiler-artifact","filenames":["/a/libc.so"],"executable":null}"#;
        let end = r#"{"reason":"build-finished","success":true}"#;
        let path = |messages: &[&str]| path_of_artifact(&messages.join("\n"));
        assert_eq!(path(&[dependency, program, end]), Some(PathBuf::from("/a/b")));
        assert_eq!(
            path(&[dependency, library, end]),
            Some(PathBuf::from("/a/libc.so"))
        );
        assert_eq!(path(&[end]), None);
    }

    #[test]
    fn lists_are_compared_in_both_directions() {
        let expected = "contract a: x\ncontract a: y\ncontract archive: x\n";
        let seen = |lines: &[&str]| {
            let lines: Vec<String> = lines.iter().map(|&line| line.to_owned()).collect();
            compare(expected, &lines)
        };
        assert_eq!(seen(&["contract a: y", "contract a: x"]), Ok(()));
        assert!(
            seen(&["contract a: x"])
                .unwrap_err()
                .contains("missing: contract a: y")
        );
        assert!(
            seen(&["contract a: x", "contract a: y", "contract a: z"])
                .unwrap_err()
                .contains("not expected: contract a: z")
        );
        assert!(
            seen(&["contract a: x", "contract a: y", "contract a: y"])
                .unwrap_err()
                .contains("listed twice")
        );
    }
}
