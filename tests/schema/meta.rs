//! Every contract of this program: of the tests, of the examples, of the webhooks.

use std::fs;
use std::path::{Path, PathBuf};

use perimeter::Registry;
use serde_json::{Value, json};

use crate::agreement::{EXCLUSIONS, Judge, Tally, Verdict, explain};
use crate::events;
use crate::generator::Generator;

/// How many documents grow from each delivery.
const DOCUMENTS: usize = 25;

#[test]
fn every_schema_is_one_by_the_meta_schema() {
    let registry = Registry::linked().unwrap();
    assert!(registry.list().len() > 400, "{}", registry.list().len());
    for contract in registry.list() {
        let schema = contract.schema().unwrap().to_value();
        if let Err(error) = jsonschema::draft202012::meta::validate(&schema) {
            panic!("{contract}: {error} at {}\n{schema:#}", error.instance_path());
        }
        // Every reference has its target, every expression is one.
        Judge::new(contract.descriptor().unwrap());
    }
}

#[test]
fn the_document_of_a_registry_defines_each_contract() {
    let registry = Registry::linked().unwrap();
    let document = registry.schema().to_value();
    jsonschema::draft202012::meta::validate(&document).unwrap();
    let definitions = document["$defs"].as_object().unwrap();
    for contract in registry.list() {
        let name = contract.to_string().replace("::", ".");
        let definition = definitions
            .get(&name)
            .unwrap_or_else(|| panic!("{name} is not defined"));
        assert_eq!(definition["title"], contract.name());
    }
    // A definition accepts what the schema of the contract alone does.
    let mut order = document.clone();
    order["$ref"] = json!("#/$defs/schema.contracts.outer");
    let whole = jsonschema::validator_for(&order).unwrap();
    let body = json!({"inner":{"x":1},"denies":{"x":2},"ignores":{"x":4},"choice":{"t":"B"},"list":[]});
    assert!(whole.is_valid(&body));
    let mut unknown = body;
    unknown["inner"]["y"] = json!(1);
    assert!(!whole.is_valid(&unknown));
}

#[test]
fn text_and_value_are_the_same() {
    for contract in Registry::linked().unwrap().list() {
        let schema = contract.schema().unwrap();
        let read: Value = serde_json::from_str(&schema.to_string()).unwrap();
        assert_eq!(read, schema.to_value(), "{contract}");
    }
}

#[test]
fn deliveries_of_webhooks_get_one_verdict() {
    let registry = Registry::linked().unwrap();
    let (mut tally, mut wrong) = (Tally::default(), Vec::new());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/webhooks/payloads");
    for event in list(&folder) {
        let name = event.file_name().unwrap().to_str().unwrap().to_owned();
        let contract = registry
            .get(&format!("{}::{name}", events::MODULE), &name)
            .unwrap();
        let judge = Judge::new(contract.descriptor().unwrap());
        for (index, delivery) in list(&event).iter().enumerate() {
            let delivery = fs::read_to_string(delivery).unwrap();
            let mut generator = Generator::new(&[&delivery], index as u64);
            let drawn: Vec<String> = std::iter::repeat_with(|| generator.text())
                .take(DOCUMENTS)
                .collect();
            for text in std::iter::once(&delivery).chain(&drawn) {
                let said = contract.validate(text.as_bytes());
                let verdict = judge.compare(text, &said);
                tally.count(&said);
                if let Some(reason) = explain(&judge, text, verdict, &said) {
                    tally.exclude(reason);
                } else if verdict != Verdict::Same {
                    let said = said.map_err(|violations| violations.to_string());
                    wrong.push(format!("{name}: {verdict:?}: {said:?}"));
                }
            }
        }
    }
    wrong.truncate(9);
    assert!(wrong.is_empty(), "{}\n{tally:?}", wrong.join("\n"));
    assert!(tally.judged > 1000 && tally.accepted > 100, "{tally:?}");
}

fn list(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths
}

#[test]
fn the_guide_lists_every_exclusion() {
    let guide = include_str!("../../src/docs/schemas.md");
    for exclusion in EXCLUSIONS {
        assert!(
            guide.to_lowercase().contains(&exclusion.to_lowercase()),
            "{exclusion}"
        );
    }
}
