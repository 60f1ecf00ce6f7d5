//! A file of orders, a line each, taken in: time, instructions and memory, every way beside the others.
//!
//! The file is made anew, always the same one, in the folder for temporary files. In each round every way reads all of it,
//! in an order that is shuffled anew. Memory is the peak of a process of its own.

use std::fs::{self, File};
use std::io::{BufReader, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

use fastrand::Rng;
use perimeter_benches::data::{FAULTY, order_lines};
use perimeter_benches::intake::{BASE, INTAKES, Intake};
use perimeter_benches::report;

const USAGE: &str = "\
options:
  --lines N             lines of the file (default 1000000)
  --rounds N            rounds (default 7)
  --instructions        count instructions a line with valgrind instead
  --one NAME FILE       read the file that one way, print the peak of its memory in KiB (for profilers)";

/// Lines between the two counts of instructions.
const COUNTED: [usize; 2] = [2_000, 6_000];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (mut lines, mut rounds) = (1_000_000, 7);
    let mut rest = words.as_slice();
    loop {
        rest = match rest {
            [] => break time(lines, rounds),
            ["--one", name, file] => match INTAKES.iter().find(|intake| intake.name == *name) {
                Some(intake) => break one(*intake, Path::new(file)),
                None => return misuse(&format!("nothing is called {name}")),
            },
            ["--instructions"] => break instructions(),
            [option @ ("--lines" | "--rounds"), number, rest @ ..] => match number.parse() {
                Ok(number) if number > 0 => {
                    *(if *option == "--lines" {
                        &mut lines
                    } else {
                        &mut rounds
                    }) = number;
                    rest
                }
                _ => return misuse(&format!("{number} is not a number above 0")),
            },
            [word, ..] => return misuse(&format!("{word} is unknown, or not all that it needs")),
        }
    }
    ExitCode::SUCCESS
}

fn misuse(message: &str) -> ExitCode {
    eprintln!("{message}\n{USAGE}");
    ExitCode::FAILURE
}

fn time(lines: usize, rounds: usize) {
    report::heading("intake");
    let file = Orders::create(lines);
    let mut samples = vec![Vec::new(); INTAKES.len()];
    let mut order: Vec<usize> = (0..INTAKES.len()).collect();
    let mut rng = Rng::with_seed(1);
    // The first round brings the file into memory, and builds what is built at first use.
    for round in 0..=rounds {
        rng.shuffle(&mut order);
        for &at in &order {
            let start = Instant::now();
            read(INTAKES[at], &file.path, lines);
            if round > 0 {
                samples[at].push(start.elapsed().as_secs_f64());
            }
        }
    }
    let base = samples[base()].clone();
    let rows: Vec<_> = INTAKES
        .iter()
        .zip(&mut samples)
        .map(|(intake, samples)| {
            let mut ratios: Vec<f64> = samples
                .iter()
                .zip(&base)
                .map(|(ours, base)| ours / base)
                .collect();
            let median = report::median(samples);
            [
                intake.name.to_owned(),
                format!("{median:.2}"),
                format!("{:.0}", median * 1e9 / lines as f64),
                format!("{:.0}", file.bytes as f64 / median / 1e6),
                format!("{:.2}", report::median(&mut ratios)),
                format!("{:.2}", report::quantile(&mut ratios, 0.0)),
                format!("{:.2}", report::quantile(&mut ratios, 1.0)),
                peak(*intake, &file.path),
            ]
        })
        .collect();
    let title = format!("{lines} lines, {:.0} MB", file.bytes as f64 / 1e6);
    let ratio = format!("x {BASE}");
    let head = [
        "candidate",
        "s",
        "ns a line",
        "MB/s",
        &ratio,
        "least",
        "most",
        "peak MiB",
    ];
    report::table(&title, head, &rows);
}

fn instructions() {
    report::heading("intake");
    let files = COUNTED.map(Orders::create);
    let counts: Vec<f64> = INTAKES
        .iter()
        .map(|intake| {
            let [few, many] = [&files[0], &files[1]].map(|file| counted(*intake, &file.path));
            (many - few) / (COUNTED[1] - COUNTED[0]) as f64
        })
        .collect();
    let rows: Vec<_> = INTAKES
        .iter()
        .zip(&counts)
        .map(|(intake, count)| {
            [
                intake.name.to_owned(),
                format!("{count:.0}"),
                format!("{:.2}", count / counts[base()]),
            ]
        })
        .collect();
    let ratio = format!("x {BASE}");
    report::table(
        "instructions a line",
        ["candidate", "instructions", &ratio],
        &rows,
    );
}

fn base() -> usize {
    let base = INTAKES.iter().position(|intake| intake.name == BASE);
    base.expect("it is one of them")
}

/// Reads the file, of so many lines, and sees that the verdicts are right.
fn read(intake: Intake, file: &Path, lines: usize) {
    let faulty = if intake.checks { lines / FAULTY } else { 0 };
    let accepted = (intake.run)(&mut open(file));
    assert_eq!(accepted, (lines - faulty) as u64, "{intake:?}");
}

fn open(file: &Path) -> BufReader<File> {
    BufReader::with_capacity(128 << 10, File::open(file).expect("the file was created"))
}

fn one(intake: Intake, file: &Path) {
    std::hint::black_box((intake.run)(&mut open(file)));
    // What the system counts for a process as its peak may be that of the one that started it.
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    println!(
        "{}",
        peak.and_then(|peak| peak.split_whitespace().next())
            .unwrap_or("-")
    );
}

/// The peak of memory of a process that reads the file, in MiB; a dash where the system does not tell.
fn peak(intake: Intake, file: &Path) -> String {
    let program = std::env::current_exe().expect("the program knows its own path");
    let output = Command::new(program)
        .args(["--one", intake.name])
        .arg(file)
        .output();
    let output = output.expect("the program runs itself").stdout;
    match String::from_utf8_lossy(&output).trim().parse::<f64>() {
        Ok(kibibytes) => format!("{:.1}", kibibytes / 1024.0),
        Err(_) => "-".to_owned(),
    }
}

/// The instructions of a process that reads the file.
fn counted(intake: Intake, file: &Path) -> f64 {
    let file = file
        .to_str()
        .expect("the folder of temporary files has a name of text");
    report::instructions(["--one", intake.name, file])
}

/// A file of orders, gone with the value.
struct Orders {
    path: PathBuf,
    bytes: usize,
}

impl Orders {
    fn create(lines: usize) -> Self {
        let name = format!("perimeter-intake-{}-{lines}.jsonl", std::process::id());
        let path = std::env::temp_dir().join(name);
        let mut file = BufWriter::new(File::create(&path).expect("there is room for temporary files"));
        let mut bytes = 0;
        for line in order_lines().take(lines) {
            bytes += line.len();
            file.write_all(&line).expect("there is room for the lines");
        }
        file.flush().expect("there is room for the lines");
        Orders { path, bytes }
    }
}

impl Drop for Orders {
    fn drop(&mut self) {
        // Left behind, it is one more temporary file.
        let _ = fs::remove_file(&self.path);
    }
}
