//! All ways to read agree on documents near a contract, whatever its shape.

use crate::agreement::{Ways, flaw};
use crate::cases::CASES as SHAPES;
use crate::contracts::CASES;
use crate::generator::Generator;

/// How many documents each contract is given.
const DOCUMENTS: usize = 150;

fn flaws(cases: &[Ways]) -> Vec<String> {
    let documents = std::env::var("DOCUMENTS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(DOCUMENTS);
    let mut flaws = Vec::new();
    for (index, case) in cases.iter().enumerate() {
        let mut generator = Generator::new(case.seeds, 2000 + index as u64);
        let drawn = std::iter::repeat_with(|| generator.text()).take(documents);
        let seeds = case.seeds.iter().map(|seed| (*seed).to_owned());
        let wrong = seeds.chain(drawn).find_map(|text| {
            flaw(case, text.as_bytes()).map(|flaw| format!("{}: {text}\n  {flaw}", case.name))
        });
        flaws.extend(wrong);
    }
    flaws
}

#[test]
fn all_ways_to_read_hostile_shapes_agree() {
    let flaws = flaws(CASES);
    assert!(flaws.is_empty(), "{}", flaws.join("\n"));
}

#[test]
fn all_ways_to_read_the_shapes_of_serde_agree() {
    let flaws = flaws(SHAPES);
    assert!(flaws.is_empty(), "{}", flaws.join("\n"));
}
