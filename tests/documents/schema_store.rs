//! Schemas that people have written, with documents that are right or wrong by them.

use std::fs;
use std::path::Path;

use perimeter::{Document, Format};
use serde_json::Value;

use crate::{assert_places, named, registered};

#[test]
fn schemas_of_the_store_judge_their_documents() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/conformance/schemastore");
    let read = |file: &Value| fs::read_to_string(root.join(file.as_str().unwrap())).unwrap();
    let (mut judged, mut as_expected, mut wrong) = (0, 0, Vec::new());
    for line in fs::read_to_string(root.join("manifest.jsonl")).unwrap().lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let schema: Value = serde_json::from_str(&read(&case["schema"])).unwrap();
        let document = match Document::parse(Format::Json, &named(&schema).to_string()) {
            Ok(document) => registered(&document),
            Err(error) => {
                wrong.push(format!("{}: {error}", case["schema"]));
                continue;
            }
        };
        let below = jsonschema::options()
            .should_validate_formats(true)
            .offline()
            .build(&schema)
            .unwrap();
        let text = read(&case["file"]);
        let value: Value = match serde_json::from_str(&text) {
            Ok(value) => value,
            Err(_) => continue,
        };
        let said = document.validate(text.as_str());
        if let Err(violations) = &said {
            assert_places(&text, violations);
        }
        judged += 1;
        as_expected += usize::from(said.is_ok() == case["expect"].as_bool().unwrap());
        if said.is_ok() != below.is_valid(&value) {
            wrong.push(format!("{}: {said:?}", case["file"]));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differences\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert_eq!((judged, as_expected), (269, 269));
}
