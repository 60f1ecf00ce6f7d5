//! Ways to take in a file of orders, a line each.

use std::fmt;
use std::io::{self, BufRead, BufWriter, Write as _};

use perimeter::batch::{Error, Item, Items, Totals};

use crate::candidate::accepted;
use crate::data::Order;
use crate::{garde, ours};

/// One way to do it.
#[derive(Clone, Copy)]
pub struct Intake {
    /// Its name in the table.
    pub name: &'static str,
    /// Whether it looks at the rules.
    pub checks: bool,
    /// Reads all lines; gives how many it accepted.
    pub run: fn(&mut dyn BufRead) -> u64,
}

impl fmt::Debug for Intake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Intake").field(&self.name).finish()
    }
}

/// The one that the others are compared with.
pub const BASE: &str = "serde_json";

/// All of them. The peers read their lines by `read_until` into a buffer that is used again.
pub const INTAKES: &[Intake] = &[
    Intake {
        name: "read_until alone",
        checks: false,
        run: |reader| read_until(reader, |line| !line.is_empty()),
    },
    Intake {
        name: "Items::lines alone",
        checks: false,
        run: |reader| count(reader, |item| item.bytes().is_some()),
    },
    Intake {
        name: BASE,
        checks: false,
        run: |reader| read_until(reader, |line| accepted(serde_json::from_slice::<Order>(line))),
    },
    Intake {
        name: "serde_json + garde",
        checks: true,
        run: |reader| read_until(reader, garde::order),
    },
    Intake {
        name: "perimeter",
        checks: true,
        run: |reader| count(reader, |item| ours::order(item)),
    },
    Intake {
        name: "perimeter, borrowed",
        checks: true,
        run: |reader| count(reader, |item| ours::borrowed_order(item)),
    },
    Intake {
        name: "perimeter, as `intake`",
        checks: true,
        run: erased,
    },
    Intake {
        name: "perimeter, parallel",
        checks: true,
        run: parallel,
    },
];

fn read_until(reader: &mut dyn BufRead, accepts: impl Fn(&[u8]) -> bool) -> u64 {
    let mut line = Vec::new();
    let mut count = 0;
    loop {
        line.clear();
        if reader.read_until(b'\n', &mut line).expect("the file is readable") == 0 {
            return count;
        }
        count += u64::from(accepts(&line));
    }
}

fn count(reader: &mut dyn BufRead, accepts: impl Fn(&Item<'_>) -> bool) -> u64 {
    let mut items = Items::lines(reader);
    let mut count = 0;
    while let Some(item) = items.next_item().expect("the file is readable") {
        count += u64::from(accepts(&item));
    }
    count
}

/// What the example `intake` does, but for the table: by a handle of the registry, with accepted lines and reports written.
fn erased(reader: &mut dyn BufRead) -> u64 {
    let contract = ours::order_handle();
    let mut accepted = BufWriter::with_capacity(128 << 10, io::sink());
    let mut rejected = BufWriter::with_capacity(128 << 10, io::sink());
    let mut totals = Totals::default();
    Items::lines(reader)
        .try_for_each(
            |item| contract.validate(item),
            |item, verdict| {
                totals.add(&verdict);
                match verdict {
                    Ok(()) => accepted.write_all(item.raw().unwrap_or_default()),
                    Err(report) => writeln!(rejected, "{report}\n"),
                }
            },
        )
        .expect("the file is readable");
    totals.accepted
}

fn parallel(reader: &mut dyn BufRead) -> u64 {
    let mut count = 0;
    Items::lines(reader)
        .par_try_for_each(
            |item| ours::order(item),
            |_, accepted| {
                count += u64::from(accepted);
                Ok::<_, Error>(())
            },
        )
        .expect("the file is readable");
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{FAULTY, order_lines};

    #[test]
    fn all_accept_what_they_should() {
        let lines = 10 * FAULTY;
        let file: Vec<u8> = order_lines().take(lines).flatten().collect();
        for intake in INTAKES {
            let faulty = if intake.checks { lines / FAULTY } else { 0 };
            assert_eq!(
                (intake.run)(&mut &file[..]),
                (lines - faulty) as u64,
                "{intake:?}"
            );
        }
    }
}
