//! What contracts cost to compile: a crate of many, once with each library.
//!
//! Every contract has ten fields, named and bounded differently from contract to contract so that nothing can
//! be folded into one, and is reached from bytes through a table of function pointers so that nothing is
//! dead. The dependencies are built beforehand; a run compiles the crate alone.

mod contracts;
mod counted;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Instant, SystemTime};

use contracts::{Library, libraries, valid_document};
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use perimeter_benches::report;

const USAGE: &str = "\
options:
  --contracts N  contracts in each crate (default 200)
  --runs N       how often each crate is compiled in each way (default 3)
  --instructions count the instructions of `cargo check` with valgrind instead, which takes minutes a crate";

fn main() -> ExitCode {
    if let Some(code) = counted::as_compiler() {
        return code;
    }
    let Options {
        contracts,
        runs,
        instructions,
    } = match options(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("{message}\n{USAGE}");
            return ExitCode::FAILURE;
        }
    };
    let scratch = Scratch::write(&libraries(), contracts);
    report::heading("compile_time");
    if instructions {
        count(&scratch, contracts);
        return ExitCode::SUCCESS;
    }

    let mut crates: Vec<Crate> = libraries()
        .into_iter()
        .map(|library| Crate::warm(&scratch, library))
        .collect();
    for of_crate in &crates {
        of_crate.see_that_it_works(&scratch, contracts);
    }
    let mut order: Vec<usize> = (0..crates.len()).collect();
    let mut rng = fastrand::Rng::with_seed(1);
    for _ in 0..runs {
        rng.shuffle(&mut order);
        for &place in &order {
            crates[place].compile(&scratch);
        }
    }
    print(&scratch, contracts, &crates);
    ExitCode::SUCCESS
}

struct Options {
    contracts: usize,
    runs: usize,
    instructions: bool,
}

fn options(mut words: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options {
        contracts: 200,
        runs: 3,
        instructions: false,
    };
    while let Some(word) = words.next() {
        let number = match word.as_str() {
            "--contracts" => &mut options.contracts,
            "--runs" => &mut options.runs,
            "--instructions" => {
                options.instructions = true;
                continue;
            }
            _ => return Err(format!("unknown option {word}")),
        };
        let value = words
            .next()
            .and_then(|value| value.parse().ok())
            .filter(|value| *value > 0);
        *number = value.ok_or_else(|| format!("{word} needs a number above 0"))?;
    }
    Ok(options)
}

/// A table of what `cargo check` takes, in instructions.
fn count(scratch: &Scratch, contracts: usize) {
    let counts: Vec<(&str, f64)> = libraries()
        .iter()
        .map(|library| {
            scratch.cargo(CHECK, library.package);
            scratch.touch(library.package);
            let file = scratch.root.join(format!("{}.count", library.package));
            scratch.counted(library.package, &file);
            (library.name, counted::read(&file))
        })
        .collect();
    let base = counts.iter().find(|(name, _)| *name == BASE);
    let base = base.expect("the base line is one of the libraries").1;
    let rows: Vec<[String; 3]> = counts
        .iter()
        .map(|(name, count)| {
            [
                (*name).to_owned(),
                format!("{count:.0}"),
                format!("{:.3}", count / base),
            ]
        })
        .collect();
    let title = format!("{contracts} contracts of ten fields: `cargo check` in millions of instructions");
    report::table(&title, ["library", "instructions", &format!("x {BASE}")], &rows);
}

/// A workspace of its own below the target folder, one package a library.
struct Scratch {
    root: PathBuf,
}

impl Scratch {
    fn write(libraries: &[Library], contracts: usize) -> Self {
        let program = std::env::current_exe().expect("the program knows its own path");
        let target = program
            .ancestors()
            .nth(2)
            .expect("programs lie in a profile's folder below the target folder");
        let root = target.join("compile-time");
        let members: Vec<_> = libraries
            .iter()
            .map(|library| format!("{:?}", library.package))
            .collect();
        let workspace = format!(
            "[workspace]\nmembers = [{}]\nresolver = \"3\"\n\n[profile.release]\nstrip = true\n",
            members.join(", ")
        );
        write(&root.join("Cargo.toml"), &workspace);
        // The versions of the other programs.
        let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
        write(
            &root.join("Cargo.lock"),
            &fs::read_to_string(lock).expect("the workspace has a lock file"),
        );
        for library in libraries {
            write(
                &root.join(library.package).join("Cargo.toml"),
                &library.manifest(),
            );
            write(
                &root.join(library.package).join("src/main.rs"),
                &library.source(contracts),
            );
        }
        Self { root }
    }

    /// Runs cargo on one package, and measures it.
    fn cargo(&self, words: &[&str], package: &str) -> Cost {
        let (start, before) = (Instant::now(), cpu_of_children());
        let output = Command::new("cargo")
            .args(words)
            .args(["--quiet", "--package", package])
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", self.root.join("target"))
            // A crate of this size is compiled from nothing after a change of branch; that is what is
            // measured.
            .env("CARGO_INCREMENTAL", "0")
            .output()
            .expect("cargo starts");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        Cost {
            cpu: cpu_of_children() - before,
            wall: start.elapsed().as_secs_f64(),
        }
    }

    /// Checks one package, and has its instructions counted.
    fn counted(&self, package: &str, count: &Path) {
        let status = Command::new("cargo")
            .args(CHECK)
            .args(["--quiet", "--package", package])
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", self.root.join("target"))
            .env("CARGO_INCREMENTAL", "0")
            .envs(counted::variables(package, count))
            .status();
        assert!(status.expect("cargo starts").success(), "{package}");
    }

    /// Makes cargo compile a package anew.
    fn touch(&self, package: &str) {
        let source = self.root.join(package).join("src/main.rs");
        let touch = fs::File::options().append(true).open(source);
        touch
            .and_then(|file| file.set_modified(SystemTime::now()))
            .expect("the source can be touched");
    }

    fn binary(&self, package: &str) -> PathBuf {
        self.root.join("target/release").join(package)
    }
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a file lies in a folder"))
        .expect("the target folder can be written");
    fs::write(path, text).expect("the target folder can be written");
}

/// Seconds of processor time of all child processes so far, theirs included.
fn cpu_of_children() -> f64 {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the kernel counts");
    (usage.user_time().num_microseconds() + usage.system_time().num_microseconds()) as f64 / 1e6
}

/// Seconds.
#[derive(Clone, Copy)]
struct Cost {
    cpu: f64,
    wall: f64,
}

struct Crate {
    library: Library,
    check: Vec<Cost>,
    release: Vec<Cost>,
}

const CHECK: &[&str] = &["check"];
const RELEASE: &[&str] = &["build", "--release"];

impl Crate {
    /// Builds the dependencies, and the crate once.
    fn warm(scratch: &Scratch, library: Library) -> Self {
        scratch.cargo(CHECK, library.package);
        scratch.cargo(RELEASE, library.package);
        Self {
            library,
            check: Vec::new(),
            release: Vec::new(),
        }
    }

    /// Runs the last contract of the crate on a document that keeps its rules and on one that breaks one.
    fn see_that_it_works(&self, scratch: &Scratch, contracts: usize) {
        let valid = valid_document(contracts - 1);
        let invalid = valid.replace("\"ABC-1234\"", "\"abc-1234\"");
        for (document, kept) in [(valid, true), (invalid, !self.library.checks)] {
            let output = Command::new(scratch.binary(self.library.package))
                .args([(contracts - 1).to_string(), document])
                .output()
                .expect("the crate is built");
            let answer = String::from_utf8_lossy(&output.stdout);
            assert_eq!(answer.trim_end(), kept.to_string(), "{}", self.library.name);
        }
    }

    fn compile(&mut self, scratch: &Scratch) {
        scratch.touch(self.library.package);
        self.check.push(scratch.cargo(CHECK, self.library.package));
        self.release.push(scratch.cargo(RELEASE, self.library.package));
    }

    /// Medians, in the order of the columns.
    fn measures(&self, scratch: &Scratch) -> [f64; 5] {
        let median = |costs: &[Cost], part: fn(&Cost) -> f64| {
            report::median(&mut costs.iter().map(part).collect::<Vec<_>>())
        };
        let binary = fs::metadata(scratch.binary(self.library.package)).expect("the crate is built");
        [
            median(&self.check, |cost| cost.cpu),
            median(&self.check, |cost| cost.wall),
            median(&self.release, |cost| cost.cpu),
            median(&self.release, |cost| cost.wall),
            binary.len() as f64 / 1e3,
        ]
    }
}

fn print(scratch: &Scratch, contracts: usize, crates: &[Crate]) {
    let measured: Vec<_> = crates
        .iter()
        .map(|of_crate| (of_crate.library.name, of_crate.measures(scratch)))
        .collect();
    let base = measured
        .iter()
        .find(|(name, _)| *name == BASE)
        .map(|(_, measures)| *measures);
    let base = base.expect("the base line is one of the libraries");

    let rows = |text: &dyn Fn(usize, f64) -> String| -> Vec<[String; 6]> {
        measured
            .iter()
            .map(|(name, measures)| {
                std::array::from_fn(|column| match column.checked_sub(1) {
                    Some(place) => text(place, measures[place]),
                    None => (*name).to_owned(),
                })
            })
            .collect()
    };
    let kilobytes = HEAD.len() - 2;
    let digits = |place| if place == kilobytes { 0 } else { 2 };
    let seconds = rows(&|place, value| format!("{value:.*}", digits(place)));
    let ratios = rows(&|place, value| format!("{:.2}", value / base[place]));
    report::table(
        &format!("{contracts} contracts of ten fields: seconds and kB"),
        HEAD,
        &seconds,
    );
    report::table(&format!("the same as parts of {BASE}"), HEAD, &ratios);
}

const BASE: &str = "serde + garde";
const HEAD: [&str; 6] = [
    "library",
    "check CPU",
    "check wall",
    "release CPU",
    "release wall",
    "stripped binary",
];
