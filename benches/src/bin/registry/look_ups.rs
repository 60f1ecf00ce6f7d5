//! All tables in all settings.
//!
//! Every table holds the same contracts. In each round every table is measured, in an order that is shuffled anew; the
//! names that are asked for are equal to those of the table, but stand elsewhere in memory, as those of a caller do.

use std::sync::Barrier;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use fastrand::Rng;
use perimeter_benches::report;

use super::tables::{BASE, Name, TABLES, Table, contracts, twins};

/// How many look-ups a reader makes in a round.
const LOOK_UPS: usize = 500_000;

/// How often a writer publishes.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Writer {
    None,
    EachMillisecond,
    Always,
}

/// Who reads, and who writes.
type Setting = (usize, Writer);

/// What hits are measured in; misses in the first two.
const SETTINGS: [Setting; 6] = [
    (1, Writer::None),
    (2, Writer::None),
    (1, Writer::EachMillisecond),
    (2, Writer::EachMillisecond),
    (1, Writer::Always),
    (2, Writer::Always),
];

/// A table for each reader: the same one, but for the row that shows what the machine can do.
type Made = (&'static str, Vec<Box<dyn Table>>);

pub(crate) fn run(size: usize, rounds: usize) {
    let known = contracts(size, "api");
    let mut made: Vec<Made> = TABLES
        .iter()
        .map(|(name, make)| (*name, vec![make(&known)]))
        .collect();
    let (_, apart) = TABLES[TABLES.len() - 1];
    made.push((
        "the same, one for each reader",
        vec![apart(&known), apart(&known)],
    ));

    let hits = Times::take(&made, &names(size, "api"), true, &SETTINGS, rounds);
    let misses = Times::take(&made, &names(size, "web"), false, &SETTINGS[..2], rounds);
    for (what, times) in [("hits", &hits), ("misses", &misses)] {
        let rows: Vec<[String; 6]> = made
            .iter()
            .enumerate()
            .map(|(at, (name, _))| times.quiet(at, name))
            .collect();
        report::table(
            &format!("{size} contracts: {what}"),
            [
                "ns a look-up",
                "one reader",
                &format!("x {BASE}"),
                "two readers",
                &format!("x {BASE}"),
                "two do x one",
            ],
            &rows,
        );
    }
    let rows: Vec<[String; 7]> = made
        .iter()
        .enumerate()
        .map(|(at, (name, _))| hits.disturbed(at, name))
        .collect();
    report::table(
        &format!("{size} contracts: hits while somebody writes"),
        [
            "ns a look-up",
            "one reader, each ms",
            "x quiet",
            "two, each ms",
            "x quiet",
            "one, always",
            "two, always",
        ],
        &rows,
    );
}

/// Names in a random order, as callers have them.
fn names(size: usize, kind: &str) -> Vec<Name> {
    let mut names: Vec<Name> = contracts(size, kind)
        .iter()
        .map(|contract| (contract.module(), contract.name()))
        .collect();
    Rng::with_seed(size as u64).shuffle(&mut names);
    names
}

/// Nanoseconds a look-up, by setting, table and round.
struct Times(Vec<Vec<Vec<f64>>>);

impl Times {
    fn take(made: &[Made], names: &[Name], hit: bool, settings: &[Setting], rounds: usize) -> Self {
        let mut rng = Rng::with_seed(7);
        let mut order: Vec<usize> = (0..made.len()).collect();
        let mut times = vec![vec![Vec::new(); made.len()]; settings.len()];
        for _ in 0..rounds {
            rng.shuffle(&mut order);
            for at in &order {
                for (setting, times) in settings.iter().zip(&mut times) {
                    times[*at].push(measure(&made[*at].1, names, hit, *setting));
                }
            }
        }
        Times(times)
    }

    fn median(&self, setting: usize, table: usize) -> f64 {
        report::median(&mut self.0[setting][table].clone())
    }

    /// The median of the rounds' ratios of two tables or settings.
    fn ratio(&self, of: (usize, usize), to: (usize, usize)) -> f64 {
        let rounds = self.0[of.0][of.1].iter().zip(&self.0[to.0][to.1]);
        report::median(&mut rounds.map(|(of, to)| of / to).collect::<Vec<_>>())
    }

    fn quiet(&self, at: usize, name: &str) -> [String; 6] {
        let base = TABLES.len() - 1;
        [
            name.to_owned(),
            format!("{:.1}", self.median(0, at)),
            format!("{:.2}", self.ratio((0, at), (0, base))),
            format!("{:.1}", self.median(1, at)),
            format!("{:.2}", self.ratio((1, at), (1, base))),
            format!("{:.2}", 2.0 * self.ratio((0, at), (1, at))),
        ]
    }

    fn disturbed(&self, at: usize, name: &str) -> [String; 7] {
        [
            name.to_owned(),
            format!("{:.1}", self.median(2, at)),
            format!("{:.2}", self.ratio((2, at), (0, at))),
            format!("{:.1}", self.median(3, at)),
            format!("{:.2}", self.ratio((3, at), (1, at))),
            format!("{:.1}", self.median(4, at)),
            format!("{:.1}", self.median(5, at)),
        ]
    }
}

/// Nanoseconds a look-up: of all readers, the longest time.
fn measure(tables: &[Box<dyn Table>], names: &[Name], hit: bool, (readers, writer): Setting) -> f64 {
    let (start, done) = (Barrier::new(readers), AtomicBool::new(false));
    std::thread::scope(|scope| {
        if writer != Writer::None {
            scope.spawn(|| {
                for twin in twins().iter().cycle() {
                    if done.load(Ordering::Relaxed) {
                        break;
                    }
                    for table in tables {
                        table.put(twin);
                    }
                    if writer == Writer::EachMillisecond {
                        std::thread::sleep(Duration::from_millis(1));
                    }
                }
            });
        }
        let readers: Vec<_> = (0..readers)
            .map(|reader| {
                let (start, table) = (&start, &*tables[reader % tables.len()]);
                scope.spawn(move || {
                    let names = names.iter().cycle().skip(reader * names.len() / 2);
                    start.wait();
                    let began = Instant::now();
                    let found = names.take(LOOK_UPS).filter(|name| table.has(**name)).count();
                    let elapsed = began.elapsed();
                    assert_eq!(found, if hit { LOOK_UPS } else { 0 });
                    elapsed.as_secs_f64() * 1e9 / LOOK_UPS as f64
                })
            })
            .collect();
        let times = readers
            .into_iter()
            .map(|reader| reader.join().expect("readers do not panic"));
        let longest = times.fold(0.0, f64::max);
        done.store(true, Ordering::Relaxed);
        longest
    })
}
