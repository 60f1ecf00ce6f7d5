//! What the registry does that maps have no counterpart for.

use std::cell::Cell;
use std::hint::black_box;

use perimeter::Zone;
use perimeter_benches::report;

use super::tables::{Table, contracts, registry_of, twins};

pub(crate) fn run(size: usize, rounds: usize) {
    let known = contracts(size, "api");
    let registry = registry_of(&known);
    let timed = |runs: usize, run: &dyn Fn()| report::timed(rounds, runs, run);
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
