//! Time, side by side.
//!
//! In each round every candidate of a table runs once, in an order that is shuffled anew, so that a machine's
//! moods meet all alike. A batch is whole passes over the payloads: all candidates see the same inputs
//! equally often.

use std::time::{Duration, Instant};

use fastrand::Rng;

use crate::candidate::{Candidate, Table, Task};
use crate::options::Options;
use crate::report;

/// Long against the clock's resolution, short against a machine's moods.
const BATCH: Duration = Duration::from_millis(1);

/// Measures the candidates and prints one table after the other.
pub fn measure(options: &Options, candidates: &[Candidate]) {
    report::heading(env!("CARGO_PKG_NAME"));
    for of_table in tables(candidates) {
        time(options, of_table[0].table, &of_table);
    }
}

/// The candidates by table, in the order in which the tables come up.
#[must_use]
pub fn tables(candidates: &[Candidate]) -> Vec<Vec<&Candidate>> {
    let mut tables: Vec<Vec<&Candidate>> = Vec::new();
    for candidate in candidates {
        match tables.iter_mut().find(|table| table[0].table == candidate.table) {
            Some(table) => table.push(candidate),
            None => tables.push(vec![candidate]),
        }
    }
    tables
}

/// The place of the candidate that the others are compared with: the one asked for, the table's, or the
/// first.
#[must_use]
pub fn base(options: &Options, candidates: &[&Candidate]) -> usize {
    let place = |name: &str| candidates.iter().position(|candidate| candidate.name == name);
    options
        .base
        .as_deref()
        .and_then(place)
        .or_else(|| place(candidates[0].table.base()))
        .unwrap_or(0)
}

struct Lane {
    task: Task,
    times: usize,
    /// Nanoseconds a run, round by round.
    samples: Vec<f64>,
}

fn time(options: &Options, table: Table, candidates: &[&Candidate]) {
    let mut lanes: Vec<Lane> = candidates.iter().map(|candidate| warm_up(candidate)).collect();
    let mut order: Vec<usize> = (0..lanes.len()).collect();
    let mut rng = Rng::with_seed(1);
    for _ in 0..options.rounds {
        rng.shuffle(&mut order);
        for &lane in &order {
            let lane = &mut lanes[lane];
            let start = Instant::now();
            (lane.task)(lane.times);
            lane.samples
                .push(start.elapsed().as_secs_f64() * 1e9 / lane.times as f64);
        }
    }

    let base = base(options, candidates);
    let of_base = lanes[base].samples.clone();
    let rows: Vec<_> = candidates
        .iter()
        .zip(&mut lanes)
        .map(|(candidate, lane)| {
            let mut ratios: Vec<f64> = lane
                .samples
                .iter()
                .zip(&of_base)
                .map(|(ours, base)| ours / base)
                .collect();
            [
                candidate.name.to_owned(),
                format!("{:.1}", report::median(&mut lane.samples)),
                format!("{:.1}", report::quantile(&mut lane.samples, 0.05)),
                format!("{:.2}", report::median(&mut ratios)),
                format!("{:.2}", report::quantile(&mut ratios, 0.05)),
                format!("{:.2}", report::quantile(&mut ratios, 0.95)),
            ]
        })
        .collect();
    let ratio = format!("x {}", candidates[base].name);
    report::table(
        &table.to_string(),
        ["candidate", "ns", "p5", &ratio, "p5", "p95"],
        &rows,
    );
}

/// Makes a candidate ready, sees that it judges rightly, and finds how many passes fill a batch.
fn warm_up(candidate: &Candidate) -> Lane {
    let mut task = candidate.prepare();
    let pass = candidate.table.shape.payloads();
    let wanted = if candidate.accepts() { pass } else { 0 };
    assert_eq!(task(pass), wanted, "accepted by {candidate:?}");
    let start = Instant::now();
    task(pass);
    let passes = BATCH.as_nanos().div_ceil(start.elapsed().as_nanos().max(1));
    let passes = usize::try_from(passes).expect("a batch is of a few thousand passes at most");
    Lane {
        task,
        times: passes * pass,
        samples: Vec::new(),
    }
}
