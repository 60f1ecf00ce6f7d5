//! What a registry of the contracts that the linker gathered takes: to find ten thousand, to look them up by type, and to
//! hold them in memory beside the map that it could be.

mod linked;

use std::alloc::System;
use std::any::TypeId;
use std::collections::HashMap;
use std::hint::black_box;
use std::process::ExitCode;
use std::sync::Arc;

use arc_swap::ArcSwap;
use foldhash::fast::RandomState;
use perimeter::{ContractDescriptor, Definition, Registry, Zone};
use perimeter_benches::report;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

use linked::Numbered;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const USAGE: &str = "\
options:
  --rounds N            rounds (default 15)";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let rounds = match words.as_slice() {
        [] => Ok(15),
        ["--rounds", number] => number.parse().ok().filter(|rounds| *rounds > 0).ok_or(*number),
        [word, ..] => Err(*word),
    };
    match rounds {
        Ok(rounds) => {
            report::heading("discovery");
            time(rounds);
            memory();
            ExitCode::SUCCESS
        }
        Err(word) => {
            eprintln!("`{word}` is unknown, or no number above 0\n{USAGE}");
            ExitCode::FAILURE
        }
    }
}

/// A look-up of some type in a registry.
type LookUp = fn(&Registry) -> bool;

/// Look-ups of the types with these numbers, and the types.
macro_rules! of_types {
    ($($number:literal)*) => {
        [$((|registry| registry.of::<Numbered<$number>>().is_ok(), TypeId::of::<Numbered<$number>>())),*]
    };
}

fn time(rounds: usize) {
    let registry = Registry::linked().expect("names differ");
    let by_type: HashMap<TypeId, Arc<&ContractDescriptor>, RandomState> = perimeter::linked()
        .map(|linked| (linked.type_id(), Arc::new(linked.descriptor())))
        .collect();
    let by_type = ArcSwap::from_pointee(by_type);
    let types: [(LookUp, TypeId); 10] = of_types!(0 1117 2229 3331 4447 5553 6661 7771 8887 9999);
    let registered = || {
        for (look_up, _) in &types {
            assert!(black_box(look_up)(&registry));
        }
    };
    let mapped = || {
        for (_, type_id) in &types {
            assert!(by_type.load().contains_key(black_box(type_id)));
        }
    };
    let a_type = |run: &dyn Fn()| report::timed(rounds, 20_000, run) / types.len() as f64;
    let rows = [
        ("look-up by type", a_type(&registered)),
        ("the same by arc-swap + foldhash", a_type(&mapped)),
        (
            "in_zone",
            report::timed(rounds, 1_000, &|| {
                drop(black_box(registry.in_zone(Zone::External)));
            }),
        ),
        (
            "discover(\"shop::area::part_17\")",
            report::timed(rounds, 100, &|| {
                drop(black_box(registry.discover("shop::area::part_17")));
            }),
        ),
        (
            "discover(\"shop::**\")",
            report::timed(rounds, 3, &|| drop(black_box(registry.discover("shop::**")))),
        ),
        (
            "the linker's list, once through",
            report::timed(rounds, 3, &|| {
                black_box(perimeter::linked().count());
            }),
        ),
        (
            "Registry::linked()",
            report::timed(rounds, 1, &|| drop(black_box(Registry::linked()))),
        ),
    ];
    let rows = rows.map(|(what, time)| [what.to_owned(), format!("{time:.0}")]);
    let title = format!("{} linked contracts", registry.list().len());
    report::table(&title, ["what", "ns"], &rows);
}

/// What is held by what `build` gives, in bytes.
fn held<T>(build: impl FnOnce() -> T) -> usize {
    let region = Region::new(ALLOCATOR);
    let made = build();
    let change = region.change();
    drop(black_box(made));
    change.bytes_allocated - change.bytes_deallocated
}

fn memory() {
    let linked: Vec<&perimeter::__private::Linked> = perimeter::linked().collect();
    let rows = [10, 100, 1_000, 10_000].map(|count| {
        let of_these = &linked[..count];
        let registry = || {
            let registry = Registry::builder().build().expect("it is empty");
            let definitions = of_these.iter().map(|linked| Definition::from(**linked));
            registry.register_all(definitions).expect("names differ");
            registry
        };
        let map = || {
            of_these
                .iter()
                .map(|linked| linked.descriptor())
                .map(|of| ((of.module(), of.name()), Arc::new(of)))
                .collect::<HashMap<_, _, RandomState>>()
        };
        let estimate = registry().stats().bytes;
        [held(registry), estimate, held(map)]
            .map(|bytes| format!("{:.0}", bytes as f64 / count as f64))
            .into_iter()
            .fold(vec![count.to_string()], |mut row, cell| {
                row.push(cell);
                row
            })
            .try_into()
            .expect("there are four cells")
    });
    report::table(
        "bytes a contract, on the heap",
        [
            "contracts",
            "registry",
            "as `stats` tells",
            "HashMap by module and name",
        ],
        &rows,
    );
}
