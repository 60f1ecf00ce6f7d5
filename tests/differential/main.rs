//! The decoder beside serde's derive over `serde_json`: the same verdict and the same value, whatever the text.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    clippy::option_option,
    clippy::panic,
    clippy::result_large_err,
    clippy::unwrap_used,
    dead_code,
    unreachable_pub,
    reason = "a test over fixed inputs; the types are only shown"
)]

mod cases;
mod deviations;
mod generator;
mod shared;
mod twins;

use std::collections::BTreeMap;

use cases::CASES;
use deviations::deviation;
use generator::Generator;
use twins::Case;

/// How many documents each type is given.
const DOCUMENTS: usize = 300;

/// What is wrong with how a text is read, if anything; deviations are counted.
fn differs(case: &Case, text: &str, counted: &mut BTreeMap<&'static str, usize>) -> Option<String> {
    let (ours, theirs) = ((case.ours)(text), (case.theirs)(text));
    if ours.as_ref().ok() == theirs.as_ref().ok() {
        return None;
    }
    if let Some(name) = deviation(case, text, &ours, &theirs) {
        *counted.entry(name).or_default() += 1;
        return None;
    }
    let ours = ours.map_err(|violations| violations.to_string());
    Some(format!(
        "{}: {text}\n  ours:   {ours:?}\n  theirs: {theirs:?}",
        case.name
    ))
}

#[test]
fn seeds_are_read_alike() {
    let mut counted = BTreeMap::new();
    let wrong: Vec<String> = CASES
        .iter()
        .flat_map(|case| case.seeds.iter().map(move |seed| (case, seed)))
        .filter_map(|(case, seed)| differs(case, seed, &mut counted))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn generated_documents_are_read_alike() {
    let documents = std::env::var("DOCUMENTS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(DOCUMENTS);
    let (mut counted, mut accepted, mut wrong) = (BTreeMap::new(), 0, Vec::new());
    for (index, case) in CASES.iter().enumerate() {
        let mut generator = Generator::new(case.seeds, index as u64);
        let mut shown = 0;
        for _ in 0..documents {
            let text = generator.text();
            accepted += usize::from((case.ours)(&text).is_ok());
            if let Some(difference) = differs(case, &text, &mut counted) {
                shown += 1;
                if shown <= 3 {
                    wrong.push(difference);
                }
            }
        }
    }
    // Too many deviations, or too few documents that are right, and the test says little.
    assert!(accepted * 10 > documents * CASES.len(), "{accepted} accepted");
    assert!(
        wrong.is_empty(),
        "{} differences\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
