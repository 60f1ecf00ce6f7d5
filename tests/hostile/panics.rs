//! A panic in a function of the user's is the caller's, and nothing is different afterwards.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

use perimeter::rules::{Rule, RuleInfo};
use perimeter::{Boundary, Contract, Params, Registry, Violation, external_contract};

/// What makes every function here panic.
const FATAL: &str = "fatal";

fn frail(text: &str) {
    assert!(text != FATAL, "this is the caller's panic");
}

fn check(text: &String) -> Result<(), Violation> {
    frail(text);
    Ok(())
}

fn check_in(text: &String, most: &usize) -> Result<(), String> {
    frail(text);
    if text.len() <= *most {
        Ok(())
    } else {
        Err("is too long".to_owned())
    }
}

fn change(text: &mut String) {
    frail(text);
    text.push('.');
}

fn whole(checked: &Checked) -> Result<(), &'static str> {
    frail(&checked.text);
    Ok(())
}

/// A rule of one's own.
const fn steady() -> Steady {
    Steady
}

#[derive(Debug, Clone, Copy)]
struct Steady;

impl RuleInfo for Steady {
    fn code(&self) -> &'static str {
        "steady"
    }

    fn message(&self, _: &Params, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("must be steady")
    }
}

impl Rule<str> for Steady {
    fn accepts(&self, value: &str) -> bool {
        frail(value);
        value != "shaky"
    }
}

#[derive(Debug)]
#[external_contract]
struct Ruled {
    #[field(steady)]
    text: String,
}

#[derive(Debug)]
#[external_contract(check(whole))]
struct Checked {
    #[field(any)]
    text: String,
}

#[derive(Debug)]
#[external_contract]
struct Fielded {
    #[field(check = check)]
    text: String,
    #[field(any)]
    more: Option<Vec<Fielded>>,
}

#[derive(Debug)]
#[external_contract]
struct Sanitized {
    #[field(any, sanitize(change))]
    text: String,
}

#[derive(Debug)]
#[external_contract(context(usize))]
struct Contextual {
    #[field(check = check_in)]
    text: String,
}

#[derive(Debug)]
#[external_contract]
#[serde(untagged)]
enum Choice {
    Number { text: u8 },
    Text(Fielded),
}

/// The panic goes through; then the same boundary takes a sound text, and reports on a faulty one as it did before.
fn survives(read: impl Fn(&str) -> Result<(), String>) {
    let faulty = r#"{"text":0,"unknown":1}"#;
    let before = read(faulty).unwrap_err();
    for _ in 0..3 {
        let outcome = catch_unwind(AssertUnwindSafe(|| read(&format!(r#"{{"text":"{FATAL}"}}"#))));
        let panic = outcome.unwrap_err();
        assert_eq!(panic.downcast_ref(), Some(&"this is the caller's panic"));
        assert_eq!(read(r#"{"text":"sound"}"#), Ok(()));
        assert_eq!(read(faulty).unwrap_err(), before);
    }
}

macro_rules! survive {
    ($($test:ident $type:ty;)+) => {$(
        #[test]
        fn $test() {
            let boundary = Boundary::new();
            survives(|text| boundary.accept::<$type>(text).map(drop).map_err(|report| report.to_string()));
            survives(|text| serde_json::from_str::<$type>(text).map(drop).map_err(|error| error.to_string()));
        }
    )+};
}

survive! {
    of_a_rule Ruled;
    of_a_check_of_the_whole Checked;
    of_a_check_of_a_field Fielded;
    of_a_function_that_sanitizes Sanitized;
}

#[test]
fn of_a_check_in_a_context() {
    let boundary = Boundary::new();
    let most = 9;
    survives(|text| {
        let accepted = boundary.accept_with::<Contextual>(text, &most);
        accepted.map(drop).map_err(|report| report.to_string())
    });
}

#[test]
fn of_a_contract_behind_a_handle() {
    let registry = Registry::builder()
        .contract::<Fielded>()
        .contract::<Contextual>()
        .build()
        .unwrap();
    let handle = registry.named("fielded").unwrap();
    survives(|text| handle.validate(text).map_err(|report| report.to_string()));

    let handle = registry.named("contextual").unwrap();
    let (boundary, most) = (Boundary::new(), 9_usize);
    survives(|text| {
        let judged = handle.validate_in(&boundary, &most, text);
        judged.map_err(|report| report.to_string())
    });
    assert_eq!(
        registry.named("fielded").unwrap(),
        registry.get(module_path!(), "fielded").unwrap()
    );
}

/// In an attempt at an alternative, and deep inside.
#[test]
fn of_an_alternative_and_of_an_element() {
    let boundary = Boundary::new();
    let sound = r#"{"text":"a","more":[{"text":"b"}]}"#;
    let fatal = r#"{"text":"a","more":[{"text":"b"},{"text":"fatal"}]}"#;
    for _ in 0..3 {
        assert!(catch_unwind(|| boundary.accept::<Choice>(fatal).is_ok()).is_err());
        assert!(boundary.accept::<Choice>(sound).is_ok());
        assert!(matches!(
            *boundary.accept::<Choice>(r#"{"text":1}"#).unwrap(),
            Choice::Number { text: 1 }
        ));
    }
}

#[test]
fn of_a_check_of_a_built_value() {
    let built = |text: &str| Checked {
        text: text.to_owned(),
    };
    for _ in 0..3 {
        assert!(catch_unwind(|| built(FATAL).validate().is_ok()).is_err());
        assert_eq!(built("sound").validate(), Ok(()));
    }
}
