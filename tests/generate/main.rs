//! Generated documents keep what is said of them: valid ones are accepted, broken ones have the one fault.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "the configuration allows them in tests, but not in the functions beside them"
)]

mod parts;
mod shapes;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use perimeter::generate::{Broken, Generator};
use perimeter::{Boundary, Contract, Violations};

/// Says what a contract says of a document.
type Examine = fn(&str) -> Option<Violations>;

/// A contract by its name, with what makes its documents and what judges them.
struct Subject {
    name: &'static str,
    generator: Generator,
    examine: Examine,
}

macro_rules! subject {
    ($type:ty) => {
        $crate::Subject {
            name: stringify!($type),
            generator: perimeter::generate::Generator::of::<$type>().unwrap(),
            examine: |text| {
                perimeter::Boundary::new()
                    .examine::<$type>(text)
                    .map_or_else(Some, |accepted| accepted.warnings)
            },
        }
    };
}
pub(crate) use subject;

/// The first of what a strategy draws, the same each time.
fn drawn<T: std::fmt::Debug>(strategy: &impl Strategy<Value = T>, count: usize) -> Vec<T> {
    let mut runner = TestRunner::deterministic();
    (0..count)
        .map(|_| strategy.new_tree(&mut runner).unwrap().current())
        .collect()
}

impl Subject {
    /// All that is asked of a contract's documents. Gives the faults that are missing, as lines.
    fn hold(&self, count: usize) -> Vec<String> {
        let mut seen = std::collections::HashSet::new();
        for document in drawn(&self.generator.valid(), count) {
            let verdict = (self.examine)(&document);
            assert!(
                verdict.is_none(),
                "{}: {document}: {}",
                self.name,
                verdict.unwrap()
            );
            serde_json::from_str::<serde_json::Value>(&document).unwrap();
            seen.insert(document);
        }
        assert!(!seen.is_empty());
        let cases = self.generator.cases();
        for broken in &cases {
            self.breaks(broken);
        }
        for broken in drawn(&self.generator.breaking(), count) {
            self.breaks(&broken);
        }
        self.generator
            .gaps()
            .iter()
            .map(|gap| format!("{} {gap}", self.name))
            .collect()
    }

    fn breaks(&self, broken: &Broken) {
        let Some(violations) = (self.examine)(&broken.document) else {
            panic!("{} accepts {broken:?}", self.name)
        };
        assert_eq!(
            violations.len() + violations.truncated(),
            1,
            "{}: {violations}",
            self.name
        );
        assert_eq!(violations.first().pointer(), broken.pointer, "{}", self.name);
        assert_eq!(violations.first().code(), broken.code, "{}", self.name);
        serde_json::from_str::<serde_json::Value>(&broken.document).unwrap();
    }
}

#[test]
fn the_same_seed_gives_the_same_documents() {
    let subject = shapes::order();
    assert_eq!(
        drawn(&subject.generator.valid(), 20),
        drawn(&subject.generator.valid(), 20)
    );
    assert_eq!(
        drawn(&subject.generator.breaking(), 20),
        drawn(&subject.generator.breaking(), 20)
    );
}

#[test]
fn documents_shrink_to_small_ones() {
    let subject = shapes::order();
    let strategy = subject.generator.valid();
    let mut runner = TestRunner::deterministic();
    let mut shortest = usize::MAX;
    for _ in 0..8 {
        let mut tree = strategy.new_tree(&mut runner).unwrap();
        let mut steps = 0;
        while steps < 2_000 && tree.simplify() {
            assert!((subject.examine)(&tree.current()).is_none());
            steps += 1;
        }
        shortest = shortest.min(tree.current().len());
    }
    let smallest = drawn(&strategy, 64).iter().map(String::len).min().unwrap();
    assert!(shortest <= smallest, "{shortest} is more than {smallest}");
}

#[test]
fn a_contract_that_takes_nothing_says_so() {
    let barren = Generator::of::<shapes::Impossible>().unwrap_err();
    assert_eq!(barren.violations().first().pointer(), "/value");
    assert!(
        barren
            .to_string()
            .starts_with("found no document that the contract `impossible` accepts")
    );
    serde_json::from_str::<serde_json::Value>(barren.attempt()).unwrap();
}

#[test]
fn the_clock_is_that_of_the_boundary() {
    use std::time::{Duration, SystemTime};
    let noon = SystemTime::UNIX_EPOCH + Duration::from_secs(12 * 60 * 60);
    let boundary = Boundary::new().clock(perimeter::Clock::fixed(noon));
    let generator = Generator::at::<parts::Recent>(boundary).unwrap();
    for document in drawn(&generator.valid(), 20) {
        assert!(boundary.accept::<parts::Recent>(&document).is_ok(), "{document}");
        assert!(
            perimeter::accept::<parts::Recent>(&document).is_err(),
            "{document}"
        );
    }
}

#[test]
fn values_are_those_that_are_accepted() {
    for value in drawn(&perimeter::generate::values::<shapes::Line>(), 50) {
        assert!((1..=99).contains(&value.count), "{value:?}");
        assert_eq!(value.validate(), Ok(()));
    }
}
