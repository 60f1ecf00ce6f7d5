//! Tables as text: markdown whose columns line up.

use std::process::Command;
use std::time::Instant;

const FEATURES: [(&str, bool); 1] = [("jsonschema", cfg!(feature = "jsonschema"))];

/// Prints the command that makes the output again, and the compiler it was made with.
pub fn heading(program: &str) {
    let mut line = "$ cargo run --release -p perimeter-benches".to_owned();
    if program != env!("CARGO_PKG_NAME") {
        line.extend([" --bin ", program]);
    }
    let features: Vec<_> = FEATURES
        .iter()
        .filter(|(_, on)| *on)
        .map(|(name, _)| *name)
        .collect();
    if !features.is_empty() {
        line.extend([" --features ", &features.join(",")]);
    }
    let quoted = |word: String| {
        if word.contains(' ') {
            format!("'{word}'")
        } else {
            word
        }
    };
    let words: Vec<String> = std::env::args().skip(1).map(quoted).collect();
    if !words.is_empty() {
        line.extend([" -- ", &words.join(" ")]);
    }
    let compiler = Command::new("rustc")
        .arg("-V")
        .output()
        .map(|output| output.stdout)
        .unwrap_or_default();
    println!("{line}\n{}", String::from_utf8_lossy(&compiler).trim_end());
}

/// Prints a title and a table: the first column to the left, the others to the right.
pub fn table<const N: usize>(title: &str, head: [&str; N], rows: &[[String; N]]) {
    let mut widths = head.map(|cell| cell.chars().count());
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    println!("\n## {title}\n");
    line(&head.map(str::to_owned), &widths);
    let rule: [String; N] = std::array::from_fn(|column| match column {
        0 => "-".repeat(widths[column]),
        _ => "-".repeat(widths[column] - 1) + ":",
    });
    line(&rule, &widths);
    for row in rows {
        line(row, &widths);
    }
}

fn line<const N: usize>(cells: &[String; N], widths: &[usize; N]) {
    let cells: Vec<String> = cells
        .iter()
        .zip(widths)
        .enumerate()
        .map(|(column, (cell, &width))| match column {
            0 => format!("{cell:<width$}"),
            _ => format!("{cell:>width$}"),
        })
        .collect();
    println!("| {} |", cells.join(" | "));
}

/// Runs this program with other arguments under callgrind; gives the instructions that it counted.
#[must_use]
pub fn instructions<const N: usize>(arguments: [&str; N]) -> f64 {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(std::env::current_exe().expect("the program knows its own path"))
        .args(arguments)
        .output()
        .expect("valgrind has to be installed");
    let log = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {log}");
    let collected = log.lines().find_map(|line| line.split_once("Collected : "));
    let (_, count) = collected.unwrap_or_else(|| panic!("callgrind tells no count: {log}"));
    count
        .trim()
        .parse()
        .unwrap_or_else(|_| panic!("callgrind tells no number: {count}"))
}

/// The median of so many rounds of so many runs, in nanoseconds a run.
pub fn timed(rounds: usize, runs: usize, run: &dyn Fn()) -> f64 {
    let times = (0..rounds).map(|_| {
        let start = Instant::now();
        for _ in 0..runs {
            run();
        }
        start.elapsed().as_secs_f64() * 1e9 / runs as f64
    });
    median(&mut times.collect::<Vec<_>>())
}

/// The middle of the samples, which must not be none.
pub fn median(samples: &mut [f64]) -> f64 {
    quantile(samples, 0.5)
}

/// The sample that the given part of the others lies below; the samples must not be none.
pub fn quantile(samples: &mut [f64], part: f64) -> f64 {
    samples.sort_unstable_by(f64::total_cmp);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an index: 0 <= part <= 1"
    )]
    let index = ((samples.len() - 1) as f64 * part).round() as usize;
    samples[index]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_samples() {
        let mut samples = [5.0, 1.0, 4.0, 2.0, 3.0];
        let of = |samples: &mut [f64], part| quantile(samples, part).to_bits();
        assert_eq!(median(&mut samples).to_bits(), 3.0_f64.to_bits());
        assert_eq!(of(&mut samples, 0.0), 1.0_f64.to_bits());
        assert_eq!(of(&mut samples, 1.0), 5.0_f64.to_bits());
    }
}
