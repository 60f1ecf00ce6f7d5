//! Where a report says that something is: bytes, line, column and pointer agree, in the order of the document.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::match_same_arms,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    clippy::naive_bytecount,
    clippy::ref_option,
    clippy::result_large_err,
    clippy::trivially_copy_pass_by_ref,
    clippy::unwrap_used,
    dead_code,
    unreachable_pub,
    reason = "a test over fixed inputs; the types are only read"
)]

#[path = "../hostile/agreement.rs"]
mod agreement;
mod contracts;
#[path = "../differential/generator.rs"]
mod generator;
mod places;

use agreement::flaw;
use contracts::CASES;
use generator::Generator;
use perimeter::Boundary;
use places::is_said;

/// How many documents each contract is given.
const DOCUMENTS: usize = 1500;

#[test]
fn seeds_have_no_syntax_errors() {
    for case in CASES {
        for seed in case.seeds {
            let report = (case.accept)(&Boundary::new(), seed.as_bytes());
            assert!(report.is_ok() || seed.contains("none"), "{seed}: {report:?}");
        }
    }
}

#[test]
fn places_agree_and_come_in_the_order_of_the_document() {
    let documents = std::env::var("DOCUMENTS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(DOCUMENTS);
    let mut wrong = Vec::new();
    for (index, case) in CASES.iter().enumerate() {
        let mut generator = Generator::new(case.seeds, 1000 + index as u64);
        for _ in 0..documents {
            let text = generator.text();
            if let Some(flaw) = flaw(case, text.as_bytes()) {
                wrong.push(format!("{text}\n  {flaw}"));
            }
            if let (_, Some(report)) = (case.examine)(&Boundary::new(), text.as_bytes()) {
                assert!(report.iter().all(is_said), "{report:?}");
            }
        }
    }
    wrong.truncate(10);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Flattened fields are read when the whole object was: what is behind the string may be told before it.
#[test]
fn half_a_surrogate_pair_hides_nothing_behind_it() {
    let told = |boundary: Boundary| {
        let text = r#"{"a":9,"count":1,"Card":"1234\ud800","more":true}"#;
        let report = boundary.accept::<contracts::Flat>(text).map(drop).unwrap_err();
        report.to_string()
    };
    assert_eq!(
        told(Boundary::new()),
        "1:6: /a: must be 1 to 5\n\
         1:30: /Card: is not JSON: this is half of a surrogate pair\n\
         1:49: /name: is missing"
    );
    assert_eq!(told(Boundary::new().fail_fast()), "1:6: /a: must be 1 to 5");
}
