//! Look-ups by module and name: the registry beside the maps that it could be, while nobody writes and while somebody does.
//!
//! Every table holds the same contracts. In each round every table is measured, in an order that is shuffled anew; the
//! names that are asked for are equal to those of the table, but stand elsewhere in memory, as those of a caller do.

mod tables;

use std::cell::Cell;
use std::hint::black_box;
use std::process::ExitCode;
use std::sync::Barrier;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use fastrand::Rng;
use perimeter::Zone;
use perimeter_benches::report;

use tables::{BASE, Name, TABLES, Table, contracts, registry_of, twins};

const USAGE: &str = "\
options:
  --rounds N            rounds (default 7)
  --sizes N[,N...]      contracts (default 10,1000,100000)";

/// How many look-ups a measurement takes.
const LOOK_UPS: usize = 200_000;

/// How often a writer publishes.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Writer {
    None,
    EachMillisecond,
    Always,
}

/// Who reads, what they ask for, and who writes.
#[derive(Debug, Clone, Copy)]
struct Setting {
    title: &'static str,
    hit: bool,
    threads: usize,
    writer: Writer,
}

const SETTINGS: [Setting; 6] = [
    Setting {
        title: "hit, one reader",
        hit: true,
        threads: 1,
        writer: Writer::None,
    },
    Setting {
        title: "hit, two readers",
        hit: true,
        threads: 2,
        writer: Writer::None,
    },
    Setting {
        title: "miss, one reader",
        hit: false,
        threads: 1,
        writer: Writer::None,
    },
    Setting {
        title: "miss, two readers",
        hit: false,
        threads: 2,
        writer: Writer::None,
    },
    Setting {
        title: "hit, one reader, a writer each millisecond",
        hit: true,
        threads: 1,
        writer: Writer::EachMillisecond,
    },
    Setting {
        title: "hit, one reader, a writer all the time",
        hit: true,
        threads: 1,
        writer: Writer::Always,
    },
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (mut rounds, mut sizes) = (7, vec![10, 1_000, 100_000]);
    let mut rest = words.as_slice();
    loop {
        rest = match rest {
            [] => break,
            ["--rounds", number, rest @ ..] => match number.parse() {
                Ok(number) if number > 0 => {
                    rounds = number;
                    rest
                }
                _ => return misuse(&format!("{number} is not a number above 0")),
            },
            ["--sizes", list, rest @ ..] => match list.split(',').map(str::parse).collect() {
                Ok(list) => {
                    sizes = list;
                    rest
                }
                Err(_) => return misuse(&format!("{list} is no list of numbers")),
            },
            [word, ..] => return misuse(&format!("{word} is unknown, or not all that it needs")),
        }
    }
    report::heading("registry");
    for size in sizes {
        look_ups(size, rounds);
        alone(size, rounds);
    }
    ExitCode::SUCCESS
}

fn misuse(message: &str) -> ExitCode {
    eprintln!("{message}\n{USAGE}");
    ExitCode::FAILURE
}

/// All tables in all settings.
fn look_ups(size: usize, rounds: usize) {
    let known = contracts(size, "api");
    let made: Vec<(&str, Box<dyn Table>)> = TABLES.iter().map(|(name, make)| (*name, make(&known))).collect();
    for setting in SETTINGS {
        let names = asked(size, setting.hit);
        let mut times = vec![Vec::new(); made.len()];
        let mut order: Vec<usize> = (0..made.len()).collect();
        let mut rng = Rng::with_seed(7);
        for _ in 0..rounds {
            rng.shuffle(&mut order);
            for at in &order {
                times[*at].push(measure(&*made[*at].1, &names, setting));
            }
        }
        let base = made
            .iter()
            .position(|(name, _)| *name == BASE)
            .expect("it is there");
        let base = median(&mut times[base].clone());
        let rows = made.iter().zip(&mut times).map(|((name, _), times)| {
            let time = median(times);
            [
                (*name).to_owned(),
                format!("{time:.1}"),
                format!("{:.2}", time / base),
            ]
        });
        let rows: Vec<[String; 3]> = rows.collect();
        let title = format!("{size} contracts: {}", setting.title);
        report::table(&title, ["table", "ns a look-up", &format!("x {BASE}")], &rows);
    }
}

/// What the others have no counterpart for.
fn alone(size: usize, rounds: usize) {
    let known = contracts(size, "api");
    let registry = registry_of(&known);
    let timed = |count: usize, run: &dyn Fn()| {
        let times = (0..rounds).map(|_| {
            let start = Instant::now();
            for _ in 0..count {
                run();
            }
            start.elapsed().as_secs_f64() * 1e9 / count as f64
        });
        median(&mut times.collect::<Vec<_>>())
    };
    let (twins, turn) = (twins(), Cell::new(0));
    let replace = || {
        turn.set(1 - turn.get());
        registry.put(twins[turn.get()]);
    };
    let rows = [
        (
            "in_zone",
            timed(1_000, &|| drop(black_box(registry.in_zone(Zone::External)))),
        ),
        (
            "discover(\"**\")",
            timed(3, &|| drop(black_box(registry.discover("**")))),
        ),
        (
            "discover(\"shop::area_3::*\")",
            timed(100, &|| drop(black_box(registry.discover("shop::area_3::*")))),
        ),
        ("replace one", timed(4, &replace)),
        ("build", timed(1, &|| drop(black_box(registry_of(&known))))),
    ];
    let rows = rows.map(|(what, time)| [what.to_owned(), format!("{time:.0}")]);
    report::table(
        &format!("{size} contracts: the registry's own"),
        ["what", "ns"],
        &rows,
    );
}

/// Names in a random order, as callers have them.
fn asked(size: usize, hit: bool) -> Vec<Name> {
    let mut names: Vec<Name> = contracts(size, if hit { "api" } else { "web" })
        .iter()
        .map(|contract| (contract.module(), contract.name()))
        .collect();
    Rng::with_seed(size as u64).shuffle(&mut names);
    names
}

/// Nanoseconds a look-up: of each reader, the longer time.
fn measure(table: &dyn Table, names: &[Name], setting: Setting) -> f64 {
    let (start, done) = (Barrier::new(setting.threads), AtomicBool::new(false));
    let twins = twins();
    std::thread::scope(|scope| {
        if setting.writer != Writer::None {
            scope.spawn(|| {
                for twin in twins.iter().cycle() {
                    if done.load(Ordering::Relaxed) {
                        break;
                    }
                    table.put(twin);
                    if setting.writer == Writer::EachMillisecond {
                        std::thread::sleep(Duration::from_millis(1));
                    }
                }
            });
        }
        let readers: Vec<_> = (0..setting.threads)
            .map(|reader| {
                let start = &start;
                scope.spawn(move || {
                    start.wait();
                    let began = Instant::now();
                    let found = names
                        .iter()
                        .cycle()
                        .skip(reader * names.len() / 2)
                        .take(LOOK_UPS)
                        .filter(|name| table.has(**name))
                        .count();
                    let elapsed = began.elapsed();
                    assert_eq!(found, if setting.hit { LOOK_UPS } else { 0 });
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

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
