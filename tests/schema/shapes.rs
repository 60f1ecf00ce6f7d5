//! Every shape that serde's attributes make, with generated documents.

use crate::agreement::{Judge, Tally};
use crate::cases::CASES;
use crate::generator::Generator;
use crate::verdicts::of_shape;

/// How many documents each type is given.
const DOCUMENTS: usize = 300;

#[test]
fn generated_documents_get_one_verdict() {
    let mut tally = Tally::default();
    let mut wrong = Vec::new();
    for (index, case) in CASES.iter().enumerate() {
        let schema = Judge::new(case.descriptor);
        let mut generator = Generator::new(case.seeds, index as u64);
        let mut shown = 0;
        let texts = case.seeds.iter().map(|seed| (*seed).to_owned());
        let texts: Vec<String> = texts
            .chain(std::iter::repeat_with(|| generator.text()).take(DOCUMENTS))
            .collect();
        for text in texts {
            if let Some(difference) = of_shape(case, &schema, &text, &mut tally) {
                shown += 1;
                if shown <= 2 {
                    wrong.push(difference);
                }
            }
        }
        if shown > 0 && std::env::var_os("SHOW_SCHEMA").is_some() {
            wrong.push(format!("{:#}", schema.schema));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differences\n{}\n{tally:?}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(tally.accepted * 5 > tally.judged, "{tally:?}");
}
