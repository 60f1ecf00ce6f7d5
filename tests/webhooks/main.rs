//! The contracts of the example `webhooks` say what the official schemas of the events say.
//!
//! Every delivery in `testdata/webhooks`, and some made up from the schemas so that every action and every member
//! occurs, is broken in every way there is a kind of, one thing at a time. The schema, run by `jsonschema`, and the
//! contract must agree each time: on the verdict, and on the place.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test over fixed inputs: what is missing is a failure, and the number of cases is worth a line"
)]
#![allow(
    unreachable_pub,
    reason = "a test exports nothing; `pub` says what a module offers the others"
)]

#[path = "../../examples/webhooks/deliveries.rs"]
mod deliveries;
#[path = "../../examples/webhooks/events/mod.rs"]
mod events;
#[cfg(feature = "proptest")]
mod generated;
mod mutations;
#[path = "../../examples/webhooks/objects/mod.rs"]
mod objects;
mod oracle;
mod samples;
mod schemas;

use std::{fs, path::Path, slice, thread};

use perimeter::Registry;
use serde_json::Value;

use crate::{
    mutations::{Coverage, Mutation},
    oracle::{Oracle, Place},
    samples::Style,
    schemas::Schemas,
};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/webhooks");
const EVENTS: [&str; 7] = [
    "issue_comment",
    "issues",
    "ping",
    "pull_request",
    "push",
    "release",
    "star",
];

/// One body of an event.
#[derive(Debug, Clone)]
struct Delivery {
    name: String,
    event: String,
    body: Value,
}

/// A mutation that schema and contract judge differently.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Disagreement {
    pointer: String,
    kind: String,
    details: String,
}

#[test]
fn every_delivery_is_accepted() {
    let (mut verdicts, mut reports) = (Vec::new(), Vec::new());
    deliveries::judge(Path::new(FOLDER), &mut verdicts, &mut reports).unwrap();
    let verdicts = String::from_utf8(verdicts).unwrap();
    let accepted: Vec<_> = recorded()
        .iter()
        .map(|delivery| format!("accept\t{}", delivery.name))
        .collect();
    assert_eq!(accepted.len(), 47);
    assert_eq!(
        verdicts,
        format!("{}\naccepted 47, rejected 0\n", accepted.join("\n"))
    );
    assert_eq!(String::from_utf8(reports).unwrap(), "");
}

#[test]
fn what_is_rejected_is_listed_and_reported() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("webhooks-rejected");
    let write = |event: &str, file: &str, body: &str| {
        let event = folder.join("payloads").join(event);
        fs::create_dir_all(&event).unwrap();
        fs::write(event.join(file), body).unwrap();
    };
    write("star", "b.json", r#"{"action":"created"}"#);
    write("star", "a.json", "{");
    write("star", "notes.txt", "not a delivery");
    write("no_such_event", "a.json", "{}");
    let (mut verdicts, mut reports) = (Vec::new(), Vec::new());
    deliveries::judge(&folder, &mut verdicts, &mut reports).unwrap();
    assert_eq!(
        String::from_utf8(verdicts).unwrap(),
        "reject\tno_such_event/a.json\nreject\tstar/a.json\nreject\tstar/b.json\naccepted 0, rejected 3\n"
    );
    let reports = String::from_utf8(reports).unwrap();
    for said in [
        "no contract for the event `no_such_event`",
        "star/a.json:",
        "/starred_at",
        "/repository",
        "/sender",
    ] {
        assert!(reports.contains(said), "{said} is not in:\n{reports}");
    }
}

#[test]
fn a_folder_that_is_not_there_is_an_error_that_names_it() {
    let failure =
        deliveries::judge(Path::new("no/such/folder"), &mut Vec::new(), &mut Vec::new()).unwrap_err();
    assert!(failure.to_string().contains("no/such/folder"), "{failure}");
}

#[test]
fn every_event_is_found_by_its_name_alone() {
    let registry = Registry::default();
    for event in EVENTS {
        assert!(registry.named(event).is_ok(), "{event}");
    }
}

#[test]
fn the_oracle_accepts_what_is_not_broken() {
    let schemas = Schemas::load(Path::new(FOLDER));
    let oracle = Oracle::new(&schemas);
    for delivery in recorded().into_iter().chain(made_up(&schemas)) {
        assert_eq!(
            oracle.judge(&delivery.event, &delivery.body),
            [],
            "{}",
            delivery.name
        );
    }
}

#[test]
fn broken_deliveries_are_judged_as_the_schemas_judge_them() {
    let schemas = Schemas::load(Path::new(FOLDER));
    let oracle = Oracle::new(&schemas);
    let mut deliveries: Vec<_> = recorded().into_iter().chain(made_up(&schemas)).collect();
    // Small ones first: what is broken in one of them need not be broken in a large one.
    deliveries.sort_by_cached_key(|delivery| (delivery.body.to_string().len(), delivery.name.clone()));

    let mut coverage = Coverage::default();
    let cases: Vec<_> = deliveries
        .iter()
        .flat_map(|delivery| {
            let (action, nodes) = schemas
                .of(&delivery.event, &delivery.body)
                .expect("it is not broken yet");
            let all = mutations::of(&schemas, &nodes, &delivery.body);
            let carrier = format!("{}${action}", delivery.event);
            all.into_iter()
                .filter(|mutation| coverage.wants(&carrier, mutation))
                .map(move |it| (delivery, it))
                .collect::<Vec<_>>()
        })
        .collect();

    let (mut rejected, mut disagreements) = (0, Vec::new());
    thread::scope(|scope| {
        let workers = thread::available_parallelism().map_or(1, usize::from);
        // Every worker gets its share of the large ones.
        let (oracle, cases) = (&oracle, &cases);
        let share = move |worker| cases.iter().skip(worker).step_by(workers);
        let shares: Vec<_> = (0..workers)
            .map(|worker| scope.spawn(move || compare(oracle, share(worker))))
            .collect();
        for share in shares {
            let (rejections, found) = share.join().unwrap();
            rejected += rejections;
            disagreements.extend(found);
        }
    });
    // One of a kind is enough to see what is declared wrongly.
    disagreements.sort();
    let count = disagreements.len();
    disagreements.dedup_by(|next, first| next.pointer == first.pointer && next.kind == first.kind);
    println!(
        "{} mutations of {} deliveries, {rejected} rejected",
        cases.len(),
        deliveries.len()
    );
    assert!(
        cases.len() > 10_000,
        "too few mutations to mean anything: {}",
        cases.len()
    );
    assert!(
        disagreements.is_empty(),
        "{count} of {} mutations are judged differently, in {} ways:\n{}",
        cases.len(),
        disagreements.len(),
        disagreements
            .iter()
            .take(100)
            .map(|disagreement| disagreement.details.as_str())
            .collect::<Vec<_>>()
            .join("\n")
    );
}

/// How many were rejected, and where schema and contract disagree.
fn compare<'a>(
    oracle: &Oracle,
    cases: impl Iterator<Item = &'a (&'a Delivery, Mutation)>,
) -> (usize, Vec<Disagreement>) {
    let registry = Registry::default();
    let mut rejected = 0;
    let mut disagreements = Vec::new();
    for (delivery, mutation) in cases {
        let broken = mutation.apply(&delivery.body);
        let expected = oracle.judge(&delivery.event, &broken);
        rejected += usize::from(!expected.is_empty());
        let contract = registry.named(&delivery.event).unwrap();
        let report = contract.validate(&serde_json::to_vec(&broken).unwrap());
        let mut found: Vec<String> = report
            .as_ref()
            .err()
            .map(|violations| {
                violations
                    .iter()
                    .map(|violation| violation.pointer().to_string())
                    .collect()
            })
            .unwrap_or_default();
        found.sort();
        found.dedup();
        if let Err(problem) = agree(&expected, &found, &mutation.pointer) {
            let report = report
                .err()
                .map(|violations| violations.to_string())
                .unwrap_or_default();
            let details = format!(
                "{}: {} at {:?}: {problem}; schema: {expected:?}; contract: {found:?}\n{report}",
                delivery.name, mutation.kind, mutation.pointer
            );
            disagreements.push(Disagreement {
                pointer: mutation.pointer.clone(),
                kind: mutation.kind.clone(),
                details,
            });
        }
    }
    (rejected, disagreements)
}

/// Whether the contract found what the schema found, and nothing but what the mutation broke.
fn agree(expected: &[Place], found: &[String], mutated: &str) -> Result<(), &'static str> {
    match (expected.is_empty(), found.is_empty()) {
        (true, true) => return Ok(()),
        (true, false) => return Err("the schema accepts it"),
        (false, true) => return Err("the schema rejects it"),
        (false, false) => {}
    }
    if !expected
        .iter()
        .all(|place| found.iter().any(|pointer| place.covers(pointer)))
    {
        return Err("the contract misses a place");
    }
    if !found
        .iter()
        .all(|pointer| expected.iter().any(|place| place.covers(pointer)))
    {
        return Err("the contract reports a place that is fine");
    }
    // Where the sender chooses between shapes, the choice as a whole is a place too.
    let choice = expected
        .iter()
        .any(|place| matches!(place, Place::Choice(at) if !at.is_empty()));
    // Another action makes other demands on everything, and whose review is asked for is up to the whole delivery.
    let sharp = !choice && !["/action", "/requested_reviewer", "/requested_team"].contains(&mutated);
    if sharp && !found.iter().all(|pointer| oracle::is_within(pointer, mutated)) {
        return Err("the contract reports a place that was not touched");
    }
    Ok(())
}

fn recorded() -> Vec<Delivery> {
    let mut deliveries = Vec::new();
    for event in schemas::list(&Path::new(FOLDER).join("payloads")) {
        for file in schemas::list(&event) {
            let event = schemas::name(&event);
            let name = format!("{event}/{}", schemas::name(&file));
            let body = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
            deliveries.push(Delivery { name, event, body });
        }
    }
    deliveries
}

/// Deliveries that nobody sent: every action, with every member and with as few as possible, for every choice.
fn made_up(schemas: &Schemas) -> Vec<Delivery> {
    let mut deliveries = Vec::new();
    for (event, action, root) in schemas.roots() {
        for style in [Style::FULL, Style::SPARSE, Style::OTHER] {
            let name = format!("{event}${action}, {}", style.name);
            let body = samples::sample(schemas, slice::from_ref(&root), style);
            deliveries.push(Delivery {
                name,
                event: event.to_string(),
                body,
            });
        }
    }
    deliveries
}
