//! Nothing of a secret is told, whatever the document is.

use perimeter::{Boundary, Violations};
use serde_json::Value;

use crate::contracts::{CASES, SECRET, Vault};
use crate::generator::Generator;

/// How many documents are drawn.
const DOCUMENTS: usize = 4000;

/// Whether the word stands outside of the members that are secret: there it may be told, as the name of a member.
fn is_open(value: &Value) -> bool {
    let Value::Object(members) = value else {
        return value.to_string().contains(SECRET);
    };
    members.iter().any(|(name, value)| {
        let known = [
            "text", "map", "list", "tree", "choice", "tagged", "foreign", "told", "inner",
        ];
        name.contains(SECRET) || (!known.contains(&name.as_str()) && value.to_string().contains(SECRET))
    })
}

#[test]
fn the_word_is_in_no_report() {
    let vault = CASES.iter().find(|case| case.name == "Vault").unwrap();
    let mut generator = Generator::new(vault.seeds, 7);
    let mut reports = 0;
    for _ in 0..DOCUMENTS {
        let text = generator.text();
        let open = serde_json::from_str::<Value>(&text).map_or(true, |value| is_open(&value));
        if open || !text.contains(SECRET) {
            continue;
        }
        let told = |report: Violations| format!("{report}\n{report:?}");
        let report = match Boundary::new().examine::<Vault>(&text) {
            Ok(accepted) => accepted.warnings,
            Err(report) => Some(report),
        };
        let Some(told) = report.map(told) else { continue };
        reports += 1;
        assert!(!told.contains(SECRET), "{text}\n{told}");
    }
    assert!(reports > DOCUMENTS / 10, "{reports} reports");
}
