//! The official test suite of JSON Schema, draft 2020-12.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use perimeter::{Document, Format};
use serde_json::Value;

use crate::{assert_places, named, registered};

/// Groups of cases that are no documents, by what is said of them.
const REFUSED: &[(&str, &str)] = &[
    (
        "must be an object of keywords",
        "a schema that is true or false has no name",
    ),
    (
        "leads out of the document",
        "they need documents that a server of the suite serves",
    ),
    ("is not understood", "they have a meta-schema of their own"),
];

/// What only documents judge: the judge below has this format as a feature of its own.
const OURS: &str = "optional/format/idn-hostname.json";

/// What the suite takes for a mere annotation; documents assert formats.
const ANNOTATIONS: &str = "format.json";

struct Tally {
    same: usize,
    suite: usize,
    cases: usize,
    refused: BTreeMap<&'static str, usize>,
}

#[test]
fn every_case_gets_the_verdict_of_the_judge_below() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("testdata/conformance/json-schema-test-suite/tests/draft2020-12");
    let mut files = Vec::new();
    list(&root, &mut files);
    files.sort();
    assert!(files.len() > 60, "{files:?}");
    let mut tally = Tally {
        same: 0,
        suite: 0,
        cases: 0,
        refused: BTreeMap::new(),
    };
    let mut wrong = Vec::new();
    for file in &files {
        let name = file.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
        let groups: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        for group in groups.as_array().unwrap() {
            of_group(&name, group, &mut tally, &mut wrong);
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differences\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    // Of those that differ from the judge below, all are of one format; of those that differ from the suite, all are of
    // formats as annotations.
    assert_eq!((tally.cases, tally.same, tally.suite), (1269, 1245, 1259));
    assert_eq!(tally.refused.values().sum::<usize>(), 21, "{:?}", tally.refused);
}

fn of_group(file: &str, group: &Value, tally: &mut Tally, wrong: &mut Vec<String>) {
    let about = group["description"].as_str().unwrap();
    let schema = &group["schema"];
    let document = match Document::parse(Format::Json, &named(schema).to_string()) {
        Ok(document) => registered(&document),
        Err(error) => {
            let said = error.to_string();
            match REFUSED.iter().find(|(part, _)| said.contains(part)) {
                Some((_, reason)) => *tally.refused.entry(reason).or_default() += 1,
                None => wrong.push(format!("{file}: {about}: {said}")),
            }
            return;
        }
    };
    let below = jsonschema::options()
        .with_draft(jsonschema::Draft::Draft202012)
        .should_validate_formats(true)
        .offline()
        .build(schema)
        .unwrap();
    for test in group["tests"].as_array().unwrap() {
        let text = serde_json::to_string_pretty(&test["data"]).unwrap();
        let said = document.validate(text.as_str());
        if let Err(violations) = &said {
            assert_places(&text, violations);
        }
        tally.cases += 1;
        let what = test["description"].as_str().unwrap();
        let as_suite = said.is_ok() == test["valid"].as_bool().unwrap();
        tally.suite += usize::from(as_suite);
        if said.is_ok() == below.is_valid(&test["data"]) {
            tally.same += 1;
        } else if file != OURS {
            wrong.push(format!("{file}: {about}: {what}: {said:?}\n  {text} of {schema}"));
        }
        if !as_suite && file != ANNOTATIONS {
            wrong.push(format!("{file}: {about}: {what}: not as the suite: {said:?}"));
        }
    }
}

fn list(folder: &Path, files: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            list(&path, files);
        } else {
            files.push(path);
        }
    }
}
