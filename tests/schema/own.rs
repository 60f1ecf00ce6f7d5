//! The contracts of this test, with generated documents.

use serde_json::json;

use crate::agreement::{Judge, Tally};
use crate::contracts::{Case, OWN};
use crate::generator::Generator;
use crate::verdicts::of_own;

/// How many documents each contract is given.
const DOCUMENTS: usize = 600;

#[test]
fn generated_documents_get_one_verdict() {
    let (mut tally, mut wrong) = (Tally::default(), Vec::new());
    for (index, case) in OWN.iter().enumerate() {
        let judge = Judge::new(case.descriptor);
        let mut generator = Generator::new(case.seeds, index as u64);
        let drawn: Vec<String> = std::iter::repeat_with(|| generator.text())
            .take(DOCUMENTS)
            .collect();
        let mut shown = 0;
        for text in case.seeds.iter().copied().chain(drawn.iter().map(String::as_str)) {
            if let Some(difference) = of_own(case, &judge, text, &mut tally) {
                shown += 1;
                if shown <= 2 {
                    wrong.push(difference);
                }
            }
        }
        if shown > 0 && std::env::var_os("SHOW_SCHEMA").is_some() {
            wrong.push(format!("{:#}", judge.schema));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differences\n{}\n{tally:?}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(tally.accepted * 8 > tally.judged, "{tally:?}");
}

fn case(name: &str) -> &'static Case {
    OWN.iter().find(|case| case.name == name).unwrap()
}

#[test]
fn a_nested_contract_is_defined_for_each_way_in_which_it_is_reached() {
    let schema = Judge::new(case("Outer").descriptor).schema;
    let names: Vec<&String> = schema["$defs"].as_object().unwrap().keys().collect();
    assert_eq!(
        names,
        [
            "schema.contracts.choice:closed",
            "schema.contracts.denies:closed",
            "schema.contracts.ignores:closed",
            "schema.contracts.inner:closed",
        ]
    );
    assert_eq!(
        schema["$defs"]["schema.contracts.inner:closed"]["additionalProperties"],
        false
    );
    let schema = Judge::new(case("Holder").descriptor).schema;
    assert_eq!(
        schema["$defs"]["schema.contracts.inner"]["additionalProperties"],
        json!(null)
    );
}

#[test]
fn instances_of_a_generic_contract_and_namesakes_have_definitions_of_their_own() {
    let schema = Judge::new(case("Pages").descriptor).schema;
    let names: Vec<&str> = schema["$defs"]
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    let pages = names
        .iter()
        .filter(|name| name.starts_with("schema.contracts.page-"));
    assert_eq!(pages.count(), 3, "{names:?}");
    assert!(names.contains(&"schema.contracts.here") && names.contains(&"schema.contracts.elsewhere.here"));
}

#[test]
fn what_json_schema_cannot_say_stands_under_one_keyword() {
    let schema = Judge::new(case("Told").descriptor).schema;
    let said = |name: &str| schema["properties"][name]["x-perimeter"].clone();
    assert_eq!(
        said("least"),
        json!({"rules": [{"code": "range", "params": {"min": 1}, "when": "self.strict"}]})
    );
    assert_eq!(
        said("most"),
        json!({"rules": [{"code": "range", "params": {"max": 9}, "severity": "warn"}]})
    );
    assert_eq!(
        said("text"),
        json!({
            "rules": [{"code": "length", "params": {"min": 1, "max": 3}, "message": "too long"}],
            "checks": ["even"],
        })
    );
    assert_eq!(
        schema["x-perimeter"],
        json!({
            "across": [{"check": "ordered", "reads": ["least", "most"]}, {"check": "whole"}],
            "zone": "strategic",
            "module": "schema::contracts",
        })
    );
}

/// Numbers that JSON Schema counts as integers, or that floats don't hold, beside the forms of other crates' texts.
#[test]
fn unusual_numbers_beside_forms_of_other_crates_get_one_verdict() {
    let case = case("Others");
    let judge = Judge::new(case.descriptor);
    let mut tally = Tally::default();
    let uuids = [
        "67e55044-10b1-426f-9247-bb680e5fe0c8",
        "{67e55044-10b1-426f-9247-bb680e5fe0c8}",
        "urn:uuid:67e55044-10b1-426f-9247-bb680e5fe0c8",
        "no uuid",
    ];
    for number in [
        "1",
        "1e3",
        "1E0",
        "1.0",
        "-0",
        "-0.0",
        "0e5",
        "9007199254740993",
        "-9007199254740993",
        "1e-1",
        "1e400",
    ] {
        for uuid in uuids {
            for members in [
                format!(r#""amount":{number},"map":{{}},"set":[]"#),
                format!(r#""amount":"{number}","map":{{}},"set":[]"#),
                format!(r#""amount":1,"map":{{"a":{number}}},"set":[]"#),
                format!(r#""amount":"1","map":{{"{number}":1}},"set":[{number},{number}]"#),
                format!(r#""amount":{number},"map":{{"a":{number}}},"set":[{number}],"day":"{number}""#),
            ] {
                let text = format!(r#"{{"uuid":"{uuid}",{members}}}"#);
                assert_eq!(of_own(case, &judge, &text, &mut tally), None);
            }
        }
    }
    assert!(tally.accepted > 20, "{tally:?}");
}
