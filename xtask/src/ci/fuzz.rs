//! The fuzz targets build, and each runs for a bounded time.

use std::path::Path;
use std::process::Command;

use super::Verdict;
use super::jobs::toolchain;
use crate::Outcome;
use crate::command::{cargo, output, run as execute, succeeds};

/// Long enough to see that a target works and to find what any input breaks; longer runs are for a machine that has
/// nothing else to do.
const SECONDS: u32 = 20;

pub(super) fn run(root: &Path) -> Outcome<Verdict> {
    if !root.join("fuzz/Cargo.toml").is_file() {
        return Ok(Verdict::Skipped("there is no fuzz/"));
    }
    if !succeeds(&mut cargo(root, ["fuzz", "--version"])) {
        return Err("cargo-fuzz is missing; to install it: cargo install cargo-fuzz --locked".to_owned());
    }
    let compiler = Compiler::choose(root);
    // Nothing is unsafe here, so an address sanitizer has nothing to find and costs half the speed.
    execute(compiler.set(&mut cargo(root, ["fuzz", "build", "--sanitizer", "none"])))?;
    let bound = format!("-max_total_time={SECONDS}");
    for target in output(&mut cargo(root, ["fuzz", "list"]))?.lines() {
        // One line for each input that finds something new would be thousands.
        let quiet = ["-verbosity=0", "-print_final_stats=1"];
        let arguments = ["fuzz", "run", "--sanitizer", "none", target, "--", &bound]
            .into_iter()
            .chain(quiet);
        execute(compiler.set(&mut cargo(root, arguments)))?;
    }
    Ok(Verdict::Passed)
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
}
