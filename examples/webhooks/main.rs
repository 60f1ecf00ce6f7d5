//! Webhook deliveries, judged by contracts.
//!
//! ```text
//! cargo run --example webhooks [-- DIR]
//! ```
//!
//! `DIR` (by default `testdata/webhooks`) holds deliveries as `payloads/EVENT/*.json`. Each is judged by the contract
//! that has the event's name: a line on stdout says `accept` or `reject`, the report of a rejected one is on stderr.
//!
//! The contracts follow the JSON Schemas of the events, which are beside the deliveries: what the schema of an event
//! accepts, its contract accepts, and what it rejects, its contract rejects. `objects` holds what events are made of,
//! `events` the events themselves.

mod deliveries;
mod events;
mod objects;

use std::{
    env,
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    let folder = arguments
        .next()
        .map_or_else(|| PathBuf::from("testdata/webhooks"), PathBuf::from);
    let judged = match arguments.next() {
        Some(_) => Err("expected one folder".into()),
        None => deliveries::judge(&folder, &mut io::stdout().lock(), &mut io::stderr().lock()),
    };
    let Err(failure) = judged else {
        return ExitCode::SUCCESS;
    };
    // With stderr gone too there is nobody left to tell.
    let _ = writeln!(io::stderr(), "error: {failure}");
    ExitCode::FAILURE
}
