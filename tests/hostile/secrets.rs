//! Nothing of a secret is told, whatever the document is.

use perimeter::{Boundary, Problem, Violations};
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

/// What becomes of a report: text, data, a response, a drawing for a terminal.
fn forms(report: &Violations, text: &str) -> Vec<String> {
    let problem = Problem::of(report);
    vec![
        format!("{report}\n{report:?}"),
        serde_json::to_string(report).unwrap(),
        format!("{problem:?}\n{}", serde_json::to_string(&problem).unwrap()),
        format!("{:?}", report.clone().locate(text)),
        #[cfg(feature = "render")]
        format!("{}\n{}", report.render(text), report.render(text).coloured()),
    ]
}

#[test]
fn the_word_is_in_no_report() {
    let vault = CASES.iter().find(|case| case.name == "Vault").unwrap();
    let mut generator = Generator::new(vault.seeds, 7);
    let mut reports = 0;
    for _ in 0..DOCUMENTS {
        let text = generator.text();
        let open = serde_json::from_str::<Value>(&text).map_or(true, |value| is_open(&value))
            // Of two members of one name the value has the last alone.
            || text.matches(r#""open""#).count() > 1;
        if open || !text.contains(SECRET) {
            continue;
        }
        let report = match Boundary::new().examine::<Vault>(&text) {
            Ok(accepted) => accepted.warnings,
            Err(report) => Some(report),
        };
        let Some(report) = report else { continue };
        reports += 1;
        for form in forms(&report, &text) {
            assert!(!form.contains(SECRET), "{text}\n{form}");
        }
    }
    assert!(reports > DOCUMENTS / 10, "{reports} reports");
}
