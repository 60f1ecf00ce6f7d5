//! Every shape that serde's attributes make, with generated documents.

use crate::agreement::{Judge, Tally, Verdict, explain};
use crate::cases::CASES;
use crate::generator::Generator;
use crate::twins::Case;

/// How many documents each type is given.
const DOCUMENTS: usize = 300;

/// Where two variants of a flattened enum stand in one object, the first in the document counts.
const TWO_VARIANTS: &str = "two variants of a flattened enum in one object";

/// What a variant of a flattened enum holds may say itself that it is all that is left.
const CLOSED_CONTENT: &str = "unknown members that the content of a flattened variant rejects";

fn judge(case: &Case, judge: &Judge, text: &str, tally: &mut Tally) -> Option<String> {
    let said = (case.ours)(text).map(|_| ());
    let verdict = judge.compare(text, &said);
    tally.count(&said);
    if verdict == Verdict::Same {
        return None;
    }
    let twice = || (case.name == "FlatExternal" && text.contains("other-name")).then_some(TWO_VARIANTS);
    let closed = || (case.name == "FlatInternalAll" && text.contains("Denying")).then_some(CLOSED_CONTENT);
    if let Some(reason) = explain(judge, text, verdict, &said)
        .or_else(twice)
        .or_else(closed)
    {
        tally.exclude(reason);
        return None;
    }
    let said = said.map_err(|violations| violations.to_string());
    Some(format!("{}: {verdict:?}: {text}\n  {said:?}", case.name))
}

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
            if let Some(difference) = judge(case, &schema, &text, &mut tally) {
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
