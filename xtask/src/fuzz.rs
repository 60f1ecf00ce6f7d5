//! Runs the fuzz targets: all or some, each for so many seconds.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;
use crate::ci::toolchain;
use crate::command::{cargo, output, overheard, run as execute, succeeds};

/// As long as the continuous integration has for each target.
pub(crate) const SECONDS: u32 = 20;

/// The target whose seeds are sources that lie elsewhere: the cases of the macros' own tests.
const SOURCES: (&str, &[&str]) = ("attribute", &["tests/ui", "tests/expand"]);

/// One input must not take longer, in seconds.
const PATIENCE: u32 = 25;

/// The task: `[--seconds N] [TARGET]...`.
pub(crate) fn run(root: &Path, arguments: &[&str]) -> Outcome {
    let (seconds, targets) = parsed(arguments)?;
    targets_run(root, seconds, &targets, &[])
}

/// Builds the targets with these names, or all, and runs each for so many seconds, with these options of libFuzzer.
pub(crate) fn targets_run(root: &Path, seconds: u32, names: &[&str], options: &[&str]) -> Outcome {
    if !succeeds(&mut cargo(root, ["fuzz", "--version"])) {
        return Err("cargo-fuzz is missing; to install it: cargo install cargo-fuzz --locked".to_owned());
    }
    let known = output(&mut cargo(root, ["fuzz", "list"]))?;
    let known: Vec<&str> = known.lines().collect();
    let targets = chosen(&known, names)?;
    let compiler = Compiler::choose(root);
    // Nothing is unsafe here, so an address sanitizer has nothing to find and costs half the speed.
    execute(compiler.set(&mut cargo(root, ["fuzz", "build", "--sanitizer", "none"])))?;
    let mut lines = Vec::new();
    for target in targets {
        let mut command = target_run(root, target, seconds)?;
        let stats = overheard(compiler.set(command.args(options)))?;
        let count = executions(&stats).ok_or_else(|| format!("`{target}` does not say how often it ran"))?;
        lines.push(format!("{target:<12}{count:>12} executions, {seconds} s at most"));
    }
    println!("\n{}", lines.join("\n"));
    Ok(())
}

fn parsed<'a>(arguments: &[&'a str]) -> Outcome<(u32, Vec<&'a str>)> {
    let (mut seconds, mut targets) = (SECONDS, Vec::new());
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match *word {
            "--seconds" => {
                let number = words.next().and_then(|number| number.parse().ok());
                // To libFuzzer 0 is no bound at all.
                seconds = number
                    .filter(|number| *number > 0)
                    .ok_or("`--seconds` takes a number above 0")?;
            }
            option if option.starts_with('-') => {
                return Err(format!("there is no option `{option}`; there is `--seconds N`"));
            }
            target => targets.push(target),
        }
    }
    Ok((seconds, targets))
}

fn chosen<'a>(known: &[&'a str], names: &[&str]) -> Outcome<Vec<&'a str>> {
    if names.is_empty() {
        return Ok(known.to_vec());
    }
    let find = |name: &&str| {
        let target = known.iter().copied().find(|known| known == name);
        target.ok_or_else(|| format!("there is no fuzz target `{name}`; there are {}", known.join(", ")))
    };
    names.iter().map(find).collect()
}

/// The run of a target, from its corpus and its seeds, with its dictionary.
fn target_run(root: &Path, target: &str, seconds: u32) -> Outcome<Command> {
    let fuzz = root.join("fuzz");
    let corpus = fuzz.join("corpus").join(target);
    fs::create_dir_all(&corpus).map_err(|error| format!("{} can't be made: {error}", corpus.display()))?;
    let seeds = match SOURCES {
        (name, folders) if name == target => folders.iter().map(|folder| root.join(folder)).collect(),
        _ => vec![fuzz.join("seeds").join(target)],
    };
    let mut command = cargo(root, ["fuzz", "run", "--sanitizer", "none", target]);
    command.arg(corpus).args(seeds).arg("--");
    command.arg(format!("-max_total_time={seconds}"));
    command.arg(format!("-timeout={PATIENCE}"));
    command.arg(format!("-dict={}", dictionary(&fuzz, target).display()));
    // One line for each input that finds something new would be thousands.
    command.args(["-verbosity=0", "-print_funcs=0", "-print_final_stats=1"]);
    Ok(command)
}

/// The words of a target: its own, or those of JSON.
fn dictionary(fuzz: &Path, target: &str) -> PathBuf {
    let own = fuzz.join("dictionaries").join(target).with_extension("dict");
    match own.is_file() {
        true => own,
        false => fuzz.join("dictionaries/json.dict"),
    }
}

/// How often the target ran, by the statistics at its end.
fn executions(stats: &str) -> Option<u64> {
    let line = stats
        .lines()
        .find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    line?.trim().parse().ok()
}

/// What takes the unstable flags that count coverage.
enum Compiler {
    Nightly(String),
    /// The usual one, told to take them.
    Bootstrap,
}

impl Compiler {
    fn choose(root: &Path) -> Self {
        toolchain(root, "nightly").map_or(Self::Bootstrap, Self::Nightly)
    }

    fn set<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        match self {
            Self::Nightly(toolchain) => command.env("RUSTUP_TOOLCHAIN", toolchain),
            Self::Bootstrap => command.env("RUSTC_BOOTSTRAP", "1"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_compiler_is_chosen_by_a_variable() {
        let variables = |compiler: &Compiler| {
            let mut command = Command::new("cargo");
            let set = compiler.set(&mut command).get_envs();
            set.filter_map(|(name, value)| Some((name.to_str()?.to_owned(), value?.to_str()?.to_owned())))
                .collect::<Vec<_>>()
        };
        let pair = |name: &str, value: &str| [(name.to_owned(), value.to_owned())];
        assert_eq!(variables(&Compiler::Bootstrap), pair("RUSTC_BOOTSTRAP", "1"));
        assert_eq!(
            variables(&Compiler::Nightly("n".to_owned())),
            pair("RUSTUP_TOOLCHAIN", "n")
        );
    }

    #[test]
    fn arguments_are_seconds_and_targets_in_any_order() {
        assert_eq!(parsed(&[]).unwrap(), (SECONDS, vec![]));
        assert_eq!(
            parsed(&["a", "--seconds", "3600", "b"]).unwrap(),
            (3600, vec!["a", "b"])
        );
        for wrong in [
            &["--seconds"][..],
            &["--seconds", "0"],
            &["--seconds", "x"],
            &["--second", "1"],
        ] {
            assert!(parsed(wrong).unwrap_err().contains("`--seconds"), "{wrong:?}");
        }
    }

    #[test]
    fn an_unknown_target_is_an_error_that_lists_the_targets() {
        let known = ["json", "schema"];
        assert_eq!(chosen(&known, &[]).unwrap(), known);
        assert_eq!(chosen(&known, &["schema"]).unwrap(), ["schema"]);
        let failure = chosen(&known, &["shema"]).unwrap_err();
        assert!(
            failure.contains("`shema`") && failure.contains("json, schema"),
            "{failure}"
        );
    }

    #[test]
    fn executions_are_read_off_the_statistics() {
        let stats = "Done\nstat::number_of_executed_units: 1234\nstat::average_exec_per_sec:     56\n";
        assert_eq!(executions(stats), Some(1234));
        assert_eq!(executions("INFO: nothing"), None);
    }
}
