//! A secret never leaves: no rendering of a report shows anything of it, whatever is wrong.

#![allow(
    clippy::expect_used,
    clippy::ref_option,
    clippy::result_large_err,
    clippy::unwrap_used,
    dead_code,
    reason = "a test over fixed inputs; the types are only read"
)]

#[cfg(feature = "tracing")]
#[path = "telemetry/spy.rs"]
mod spy;

use std::collections::BTreeMap;

use perimeter::{
    Boundary, Catalogue, Contract, Param, Problem, Templates, Violation, Violations, accept,
    external_contract, schema,
};
use serde::Deserialize;

/// What must not be seen.
const SECRET: &str = "hunter2";

#[external_contract]
#[derive(Debug)]
struct Vault {
    #[field(length = 20..=30, secret)]
    text: Option<String>,
    #[field(keys(length = 1..=3), values(range = 0..=9), secret)]
    map: Option<BTreeMap<String, u8>>,
    #[field(secret)]
    nested: Option<Nested>,
    #[field(check = telling, secret)]
    custom: Option<String>,
    #[field(secret)]
    foreign: Option<Foreign>,
    #[field(secret)]
    converted: Option<Converted>,
    #[field(secret)]
    choice: Option<Choice>,
    #[field(secret)]
    tagged: Option<Tagged>,
    #[field(each(length = 1..=3), secret)]
    list: Option<Vec<String>>,
    #[field(secret)]
    number: Option<u8>,
    #[field(one_of("a", "b"), secret)]
    one: Option<String>,
    #[serde(deserialize_with = "refusing", default)]
    #[field(secret)]
    with: u8,
    #[field(pattern = "[a-c]+", secret)]
    pattern: Option<String>,
    #[field(secret, any)]
    deep: Option<BTreeMap<String, BTreeMap<String, Nested>>>,
}

#[external_contract]
#[derive(Debug)]
struct Nested {
    #[field(length = 1..=3)]
    name: String,
    #[field(check = telling)]
    note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
enum Foreign {
    Known,
}

#[external_contract]
#[derive(Debug)]
#[serde(try_from = "String")]
struct Converted(String);

impl TryFrom<String> for Converted {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Err(format!("{text} is refused"))
    }
}

#[external_contract]
#[derive(Debug)]
#[serde(untagged)]
enum Choice {
    Number(u8),
    Text(#[field(length = 1..=2)] String),
    Nested(Nested),
}

#[external_contract]
#[derive(Debug)]
#[serde(tag = "kind")]
enum Tagged {
    One { x: u8 },
}

fn telling(text: &Option<String>) -> Result<(), Violation> {
    let text = text.clone().unwrap_or_default();
    Err(
        Violation::new(format!("not.{text}"), format!("must not be {text}"))
            .at(format!("/{text}"))
            .with("value", text.clone())
            .with(text, 1),
    )
}

fn refusing<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
    let text = String::deserialize(deserializer)?;
    Err(serde::de::Error::custom(format!("{text} is refused")))
}

/// Texts with a faulty secret, each with the secret in it.
fn faulty() -> Vec<String> {
    let members = [
        r#""text":"S""#,
        r#""text":["S"]"#,
        r#""text":{"S":1}"#,
        r#""map":{"S":1}"#,
        r#""map":{"S":"S"}"#,
        r#""map":{"S":200,"S":1000}"#,
        r#""map":"S""#,
        r#""map":["S"]"#,
        r#""nested":{"name":"S"}"#,
        r#""nested":{"name":"a","S":1}"#,
        r#""nested":{"S":"S"}"#,
        r#""nested":{"name":"a","note":"S"}"#,
        r#""nested":"S""#,
        r#""custom":"S""#,
        r#""custom":["S"]"#,
        r#""foreign":"S""#,
        r#""foreign":{"S":1}"#,
        r#""foreign":["S"]"#,
        r#""converted":"S""#,
        r#""choice":"S""#,
        r#""choice":{"S":1}"#,
        r#""choice":{"name":"S"}"#,
        r#""choice":["S"]"#,
        r#""tagged":{"kind":"S"}"#,
        r#""tagged":{"kind":"One","x":"S"}"#,
        r#""tagged":{"kind":"One","x":1,"S":1}"#,
        r#""tagged":{"S":1}"#,
        r#""list":["S","S"]"#,
        r#""list":{"S":"S"}"#,
        r#""number":"S""#,
        r#""number":{"S":1}"#,
        r#""one":"S""#,
        r#""with":"S""#,
        r#""with":{"S":1}"#,
        r#""pattern":"S""#,
        r#""deep":{"S":{"S":{"S":1}}}"#,
        r#""deep":{"S":{"S":{"name":"S"}}}"#,
        r#""deep":{"S":{"S":{"name":"a","name":"b"}}}"#,
    ];
    let mut texts: Vec<String> = members
        .iter()
        .map(|member| format!("{{{}}}", member.replace('S', SECRET)))
        .collect();
    // Where the text breaks off inside the secret, or right behind it.
    for index in 0..members.len() {
        let text = &texts.get(index).unwrap().clone();
        for (end, _) in text.match_indices(SECRET) {
            for more in [
                "",
                "\"",
                "\":",
                "\":{",
                "\":{\"x\":[!",
                "\\x",
                "\u{1}",
                "\":[[[[[[[[",
            ] {
                texts.push(format!("{}{more}", text.get(..end + SECRET.len()).unwrap()));
            }
        }
    }
    texts
}

fn shows(what: &str) -> bool {
    what.contains(SECRET)
}

/// A catalogue that tells all it can.
struct Telling;

impl Catalogue for Telling {
    fn message(&self, violation: &Violation) -> Option<String> {
        Some(format!("{violation:?}"))
    }
}

/// Templates with every parameter that a rule, the structure or the checks here have.
fn templates() -> Templates {
    let codes = [
        "length",
        "conversion",
        "type",
        "custom",
        "one_of",
        "pattern",
        "syntax",
        "missing",
        "unknown",
    ];
    let names = [
        "actual", "reason", "found", "expected", "value", "nearest", "regex", "min",
    ];
    let all = codes
        .into_iter()
        .flat_map(|code| names.map(|name| (code, format!("{code} {{{name}}}"))));
    Templates::new(all).expect("they are sound")
}

/// Every form of a report on a text.
fn forms(report: &Violations, text: &str) -> Vec<String> {
    let (telling, templates) = (Telling, templates());
    let problem = Problem::of(report);
    let mut forms = vec![
        report.to_string(),
        format!("{report:?}"),
        format!("{report:#?}"),
        report.display_in(&telling).to_string(),
        report.display_in(&templates).to_string(),
        serde_json::to_string(report).expect("JSON holds it"),
        serde_json::to_string(&problem).expect("JSON holds it"),
        serde_json::to_string(&problem.clone().in_language(&templates)).expect("JSON holds it"),
        format!("{problem:#?}"),
        format!("{:?}", report.clone().locate(text)),
    ];
    #[cfg(feature = "render")]
    forms.extend([
        report.render(text).to_string(),
        report.render(text).coloured().to_string(),
        report.render(text).in_language(&telling).to_string(),
        format!("{:?}", report.render(text)),
    ]);
    forms.extend(report.iter().flat_map(|violation| {
        let params = violation.params().iter();
        let params = params.map(|(name, value)| format!("{name} {value}"));
        let own = [
            violation.code(),
            violation.pointer(),
            violation.value().unwrap_or_default(),
        ];
        own.map(str::to_owned)
            .into_iter()
            .chain([violation.message()])
            .chain(params)
            .collect::<Vec<_>>()
    }));
    forms
}

fn assert_kept(report: &Violations, text: &str) {
    for form in forms(report, text) {
        assert!(!shows(&form), "{text}\n{form}");
    }
}

#[test]
fn no_rendering_shows_a_faulty_secret() {
    for text in faulty() {
        for boundary in [
            Boundary::new(),
            Boundary::new().fail_fast(),
            Boundary::new().max_depth(4),
        ] {
            let report = boundary.accept::<Vault>(&text).expect_err(&text);
            assert_kept(&report, &text);
        }
        let error = serde_json::from_str::<Vault>(&text).unwrap_err();
        // Where the text is no JSON it is serde_json that says so; it shows nothing of it either.
        assert!(!shows(&error.to_string()), "{text}\n{error}");
    }
}

#[test]
fn a_secret_is_told_at_its_own_place() {
    let report =
        accept::<Vault>(r#"{"nested":{"nam":"hunter2"},"map":{"hunter2":true},"number":[}"#).unwrap_err();
    let told: Vec<_> = report
        .iter()
        .map(|violation| (violation.code(), violation.pointer()))
        .collect();
    let expected = [
        ("conversion", "/nested"),
        ("conversion", "/nested"),
        ("conversion", "/map"),
        ("conversion", "/map"),
        ("syntax", "/number"),
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_built_value_shows_no_secret_either() {
    let vault = Vault {
        text: Some(SECRET.into()),
        map: Some(BTreeMap::from([(SECRET.into(), 200)])),
        nested: Some(Nested {
            name: SECRET.into(),
            note: Some(SECRET.into()),
        }),
        custom: Some(SECRET.into()),
        foreign: Some(Foreign::Known),
        converted: Some(Converted(SECRET.into())),
        choice: Some(Choice::Text(SECRET.into())),
        tagged: Some(Tagged::One { x: 1 }),
        list: Some(vec![SECRET.into()]),
        number: Some(1),
        one: Some(SECRET.into()),
        with: 1,
        pattern: Some(SECRET.into()),
        deep: Some(BTreeMap::from([(
            SECRET.into(),
            BTreeMap::from([(
                SECRET.into(),
                Nested {
                    name: SECRET.into(),
                    note: None,
                },
            )]),
        )])),
    };
    let report = vault.validate().unwrap_err();
    assert!(report.len() > 8, "{report}");
    assert_kept(&report, "a built value");
}

/// What is told of a value has nothing of it at all: neither of a secret, nor of the names beside it.
#[cfg(feature = "tracing")]
#[test]
fn no_event_shows_a_secret() {
    let spy = spy::Spy::at(tracing::Level::TRACE);
    for text in faulty() {
        let unknown = text.replacen('{', "{\"hunter2\":1,", 1);
        for text in [text, unknown] {
            let (rejected, told) = spy.listening(|| accept::<Vault>(&text).is_err());
            assert!(rejected && told.len() == 1, "{told:?}");
            assert!(!shows(&format!("{told:?}")), "{text}\n{told:?}");
        }
    }
}

#[test]
fn a_condition_lets_nothing_of_a_secret_out() {
    #[external_contract]
    struct Locked {
        #[field(any)]
        strict: bool,
        #[field(length(20.., when = self.strict), secret)]
        pin: String,
    }
    let text = format!(r#"{{"strict":true,"pin":"{SECRET}"}}"#);
    let read = accept::<Locked>(&text).err();
    let locked = Locked {
        strict: true,
        pin: SECRET.to_owned(),
    };
    for report in [read, locked.validate().err()] {
        let report = report.expect("it is too short");
        let violation = report.first();
        assert_eq!((violation.pointer(), violation.code()), ("/pin", "length"));
        assert_eq!(violation.params().get("actual"), None);
    }
}

#[external_contract]
struct Defaulted {
    #[field(length = 1.., default = "hunter2".to_owned(), secret)]
    password: String,
    #[field(required_if(password = "hunter2"))]
    user: Option<String>,
}

/// A default that is a secret is in the program, and nowhere else.
#[test]
fn no_description_shows_a_secret() {
    let descriptor = <Defaulted as Contract>::DESCRIPTOR;
    for form in [
        schema::of::<Defaulted>().to_string(),
        schema::of::<Vault>().to_string(),
        format!("{descriptor:?}"),
        format!("{descriptor:#?}"),
    ] {
        assert!(!shows(&form), "{form}");
    }
    let report = accept::<Defaulted>(format!(r#"{{"password":"{SECRET}"}}"#).as_str()).err();
    assert_kept(&report.expect("there is no user"), "");
    assert_eq!(Param::from(SECRET).to_string(), "\"hunter2\"");
}

#[external_contract]
#[derive(Debug)]
#[contract(check(told_of_all))]
struct Login {
    #[field(any)]
    user: String,
    #[field(any, secret)]
    password: String,
    #[field(any)]
    inside: Option<Box<Login>>,
}

fn at_the_password(password: &str) -> Violation {
    let sent = format!(
        r#"{{"pointer":"","code":"length","message":"{password}","severity":"error","value":"{password}"}}"#
    );
    let sent: Violation = serde_json::from_str(&sent).expect("it is sound");
    sent.at("password").with("found", password.to_owned())
}

fn told_of_all(login: &Login) -> Result<(), Violation> {
    Err(at_the_password(&login.password))
}

#[external_contract]
#[derive(Debug)]
#[contract(check(same, reads(user, password)))]
struct Reading {
    #[field(any)]
    user: String,
    #[field(any, secret)]
    password: String,
}

#[expect(clippy::ptr_arg, reason = "the form that checks of fields have")]
fn same(_: &String, password: &String) -> Result<(), Violation> {
    Err(at_the_password(password))
}

/// A check of the whole may point to a secret: what it says of it is concealed as everywhere.
#[test]
fn a_check_that_points_to_a_secret_tells_nothing_of_it() {
    let text = r#"{"user":"a","password":"hunter2","inside":{"user":"a","password":"hunter2"}}"#;
    let login = || Login {
        user: "a".into(),
        password: SECRET.into(),
        inside: None,
    };
    let built = Login {
        inside: Some(Box::new(login())),
        ..login()
    };
    let read = accept::<Login>(text).unwrap_err();
    for report in [&read, &built.validate().unwrap_err()] {
        let mut places: Vec<_> = report.iter().map(Violation::pointer).collect();
        places.sort_unstable();
        assert_eq!(places, ["/inside/password", "/password"], "{report}");
        assert_kept(report, text);
    }
    let text = r#"{"user":"a","password":"hunter2"}"#;
    let report = accept::<Reading>(text).unwrap_err();
    assert_eq!(report.first().pointer(), "/password");
    assert_kept(&report, text);
}
