//! Documents that are generated from the contracts, which are large and real.

use perimeter::generate::Generator;
use perimeter::{Boundary, Registry};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::events;

#[test]
fn every_event_has_documents() {
    let registry = Registry::default();
    for name in [
        "issue_comment",
        "issues",
        "ping",
        "pull_request",
        "push",
        "release",
        "star",
    ] {
        let found = registry
            .get(&format!("{}::{name}", events::MODULE), name)
            .unwrap();
        let (handle, descriptor) = (found.clone(), found.descriptor().unwrap());
        let examine =
            move |boundary: &Boundary, text: &str| handle.validate_with(boundary, text.as_bytes()).err();
        let generator = Generator::judged(descriptor, Boundary::new(), examine).unwrap();
        let (strategy, mut runner) = (generator.valid(), TestRunner::deterministic());
        let documents = [(); 3].map(|()| strategy.new_tree(&mut runner).unwrap().current());
        for document in &documents {
            assert_eq!(found.validate(document.as_bytes()), Ok(()), "{name}");
            serde_json::from_str::<serde_json::Value>(document).unwrap();
        }
        assert!(documents.iter().any(|document| document.len() > 1_000), "{name}");
    }
}
