//! Takes in a file of JSON, item by item: what its contract accepts goes to one file, what is wrong with the rest to
//! another.
//!
//! ```text
//! cargo run --release --example intake -- --contract NAME [--array] [--accepted FILE] [--rejected FILE] [INPUT]
//! ```
//!
//! `INPUT` (by default standard input) holds a JSON text a line, or one array with `--array`. Accepted items are written
//! as they came, byte by byte. Totals by field and rule are on standard output, a progress bar is on standard error if
//! that is a terminal. The exit status is 0 if all was read, whatever was in it, 1 if something could not be read or
//! written, and 2 if the command makes no sense.
//!
//! `contracts` has the contracts that can be named; a real program would link in those of its own.

mod arguments;
mod bar;
mod contracts;
mod failure;
mod files;
mod tally;

use std::{
    env,
    ffi::OsString,
    io::{self, BufRead, IsTerminal as _, Write},
    process::ExitCode,
};

use perimeter::{
    Handle, Registry,
    batch::{Items, Totals},
};

use arguments::{Arguments, Command, Format, USAGE};
use failure::Failure;
use files::Input;
use tally::Tally;

fn main() -> ExitCode {
    let status = run(
        env::args_os().skip(1),
        Streams {
            input: &mut io::stdin().lock(),
            output: &mut io::stdout().lock(),
            errors: &mut io::stderr(),
            bar: io::stderr().is_terminal(),
        },
    );
    ExitCode::from(status)
}

/// What the program reads and writes besides files.
#[allow(missing_debug_implementations, reason = "streams have nothing to show")]
pub struct Streams<'a> {
    /// What is read if no file is named.
    pub input: &'a mut dyn BufRead,
    /// Where the totals go.
    pub output: &'a mut dyn Write,
    /// Where errors go.
    pub errors: &'a mut dyn Write,
    /// Whether to show a progress bar.
    pub bar: bool,
}

/// Runs the program; gives its exit status.
pub fn run(arguments: impl IntoIterator<Item = OsString>, streams: Streams<'_>) -> u8 {
    let Streams {
        input,
        output,
        errors,
        bar,
    } = streams;
    let done = arguments::parse(arguments).and_then(|command| match command {
        Command::Help => show(output, USAGE),
        Command::Run(arguments) => take_in(&arguments, input, output, bar),
    });
    let Err(failure) = done else { return 0 };
    // With standard error gone too there is nobody left to tell.
    let _ = writeln!(errors, "error: {failure}");
    failure.status()
}

fn take_in(
    arguments: &Arguments,
    stdin: &mut dyn BufRead,
    output: &mut dyn Write,
    bar: bool,
) -> Result<(), Failure> {
    let contract = find(&arguments.contract)?;
    let input = Input::open(arguments.input.as_deref(), stdin)?;
    let (mut accepted, mut rejected) = files::create(arguments, &input)?;
    let bar = bar::new(bar, input.length);
    let items = match arguments.format {
        Format::Lines => Items::lines(input.reader),
        Format::Array => Items::array(input.reader),
    };
    let mut items = bar::follow(items, &bar);
    let mut totals = Totals::default();
    let mut tally = Tally::default();
    let read = items.try_for_each(
        |item| contract.validate(item),
        |item, verdict| {
            totals.add(&verdict);
            match verdict {
                Ok(()) => accepted.add(item),
                Err(report) => {
                    tally.add(&report);
                    rejected.add(item, &report)
                }
            }
        },
    );
    bar.finish_and_clear();
    // What was read before an error is written and told all the same.
    let written = accepted.end().and(rejected.end());
    let told = show(output, &format!("{totals}\n{tally}"));
    read.map_err(|failure: Failure| failure.of(&input.name))
        .and(written)
        .and(told)
}

/// The contract of that name, among all that are linked in.
fn find(name: &str) -> Result<Handle, Failure> {
    let registry = Registry::global();
    let found = registry.named(name).map(|contract| contract.clone());
    found.map_err(|error| {
        let known = registry.list();
        let known: Vec<_> = known
            .iter()
            .map(|contract| format!("  {} ({contract})", contract.name()))
            .collect();
        Failure::Usage(format!("{error}\nthe contracts are:\n{}", known.join("\n")))
    })
}

fn show(output: &mut dyn Write, text: &str) -> Result<(), Failure> {
    output
        .write_all(text.as_bytes())
        .and_then(|()| output.flush())
        .map_err(|error| Failure::io("write to standard output", &error))
}
