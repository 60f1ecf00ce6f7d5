//! The generated crates: the same contracts in the words of each library.

use std::fmt::Write as _;

/// A way to write the contracts.
pub(crate) struct Library {
    /// Its name in the table.
    pub(crate) name: &'static str,
    /// The name of the generated package.
    pub(crate) package: &'static str,
    /// Whether rules are checked, and not only the types.
    pub(crate) checks: bool,
    dependencies: String,
    /// What stands before the contracts.
    prelude: &'static str,
    /// The attributes of a contract.
    item: &'static str,
    /// The attributes of the fields of the contract with a number.
    fields: fn(Bounds) -> [String; 10],
    /// The expression that takes `bytes` to a verdict, `Contract` being the type.
    accept: &'static str,
}

/// What differs from contract to contract besides the names.
#[derive(Clone, Copy)]
pub(crate) struct Bounds {
    name: usize,
    note: usize,
    age: usize,
    quantity: usize,
    balance: usize,
    score: usize,
    level: usize,
    tags: usize,
}

fn bounds(number: usize) -> Bounds {
    Bounds {
        name: 100 + number,
        note: 500 + number,
        age: 100 + number % 100,
        quantity: 1000 + number,
        balance: 10_000 + number,
        score: 100 + number,
        level: 50 + number,
        tags: 20 + number,
    }
}

const FIELDS: [(&str, &str); 10] = [
    ("email", "String"),
    ("name", "String"),
    ("code", "String"),
    ("note", "Option<String>"),
    ("age", "u8"),
    ("quantity", "u32"),
    ("balance", "i64"),
    ("score", "f64"),
    ("level", "Option<u32>"),
    ("tags", "Vec<String>"),
];

/// A document that the contract with the number accepts.
pub(crate) fn valid_document(number: usize) -> String {
    let values = [
        "\"ann@example.com\"",
        "\"Ann\"",
        "\"ABC-1234\"",
        "null",
        "20",
        "2",
        "-3",
        "0.5",
        "4",
        "[\"a\", \"b\"]",
    ];
    let members: Vec<_> = FIELDS
        .iter()
        .zip(values)
        .map(|((field, _), value)| format!("\"{field}_{number}\": {value}"))
        .collect();
    format!("{{{}}}", members.join(", "))
}

impl Library {
    pub(crate) fn manifest(&self) -> String {
        format!(
            "[package]\nname = \"{}\"\nedition = \"2024\"\npublish = false\n\n[dependencies]\n{}",
            self.package, self.dependencies
        )
    }

    pub(crate) fn source(&self, contracts: usize) -> String {
        let mut source = format!("#![allow(dead_code)]\n{}", self.prelude);
        let mut table = String::new();
        for number in 0..contracts {
            let _ = writeln!(source, "{}\npub struct C{number} {{", self.item);
            for ((field, of_type), attributes) in FIELDS.iter().zip((self.fields)(bounds(number))) {
                let _ = writeln!(source, "    {attributes}\n    pub {field}_{number}: {of_type},");
            }
            source.push_str("}\n");
            let accept = self.accept.replace("Contract", &format!("C{number}"));
            let _ = writeln!(table, "    |bytes| {accept},");
        }
        let _ = writeln!(
            source,
            "static TABLE: [fn(&[u8]) -> bool; {contracts}] = [\n{table}];\n{MAIN}"
        );
        source
    }
}

const MAIN: &str = r#"
fn main() {
    let words: Vec<String> = std::env::args().collect();
    let number: usize = words[1].parse().unwrap();
    println!("{}", TABLE[number](words[2].as_bytes()));
}
"#;

const SERDE: &str = "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n";

const GARDE: &str =
    "garde = { version = \"0.23\", features = [\"derive\", \"email\", \"regex\", \"pattern\"] }\n";
const VALIDATOR: &str = "regex = \"1\"\nvalidator = { version = \"0.21\", features = [\"derive\"] }\n";
const PERIMETER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// The libraries, what costs nothing first.
pub(crate) fn libraries() -> Vec<Library> {
    vec![
        Library {
            name: "structs alone",
            package: "structs",
            checks: false,
            dependencies: String::new(),
            prelude: "",
            item: "",
            fields: |_| std::array::from_fn(|_| String::new()),
            accept: "bytes.len() > size_of::<Contract>() / 100",
        },
        Library {
            name: "serde",
            package: "with-serde",
            checks: false,
            dependencies: SERDE.to_owned(),
            prelude: "",
            item: "#[derive(serde::Deserialize)]",
            fields: |_| std::array::from_fn(|_| String::new()),
            accept: "serde_json::from_slice::<Contract>(bytes).is_ok()",
        },
        Library {
            name: "serde + garde",
            package: "with-garde",
            checks: true,
            dependencies: [SERDE, GARDE].concat(),
            prelude: "use garde::Validate as _;\n",
            item: "#[derive(serde::Deserialize, garde::Validate)]",
            fields: garde,
            accept: "serde_json::from_slice::<Contract>(bytes).is_ok_and(|value| value.validate().is_ok())",
        },
        Library {
            name: "serde + validator",
            package: "with-validator",
            checks: true,
            dependencies: [SERDE, VALIDATOR].concat(),
            prelude: VALIDATOR_PRELUDE,
            item: "#[derive(serde::Deserialize, validator::Validate)]",
            fields: validator,
            accept: "serde_json::from_slice::<Contract>(bytes).is_ok_and(|value| value.validate().is_ok())",
        },
        Library {
            name: "perimeter",
            package: "with-perimeter",
            checks: true,
            dependencies: format!("perimeter = {{ path = '{PERIMETER}' }}\n"),
            prelude: "",
            item: "#[perimeter::external_contract]",
            fields: perimeter,
            accept: "perimeter::accept::<Contract>(bytes).is_ok()",
        },
    ]
}

fn garde(bounds: Bounds) -> [String; 10] {
    let Bounds {
        name,
        note,
        age,
        quantity,
        balance,
        score,
        level,
        tags,
    } = bounds;
    [
        "email".to_owned(),
        format!("length(chars, min = 1, max = {name})"),
        "pattern(\"^[A-Z]{3}-[0-9]{4}$\")".to_owned(),
        format!("length(chars, max = {note})"),
        format!("range(min = 1, max = {age})"),
        format!("range(min = 1, max = {quantity})"),
        format!("range(min = -{balance}, max = {balance})"),
        format!("range(min = 0.0, max = {score}.5)"),
        format!("range(min = 1, max = {level})"),
        format!("length(max = {tags}), inner(length(chars, min = 1, max = 30))"),
    ]
    .map(|rules| format!("#[garde({rules})]"))
}

/// One pattern and one check of elements for all: the cheapest that a user of validator can write.
const VALIDATOR_PRELUDE: &str = r#"use validator::Validate as _;
static CODE: std::sync::LazyLock<regex::Regex> =
    std::sync::LazyLock::new(|| regex::Regex::new("^[A-Z]{3}-[0-9]{4}$").unwrap());
fn each(texts: &[String]) -> Result<(), validator::ValidationError> {
    if texts.iter().all(|text| (1..=30).contains(&text.chars().count())) {
        Ok(())
    } else {
        Err(validator::ValidationError::new("length"))
    }
}
"#;

fn validator(bounds: Bounds) -> [String; 10] {
    let Bounds {
        name,
        note,
        age,
        quantity,
        balance,
        score,
        level,
        tags,
    } = bounds;
    [
        "email".to_owned(),
        format!("length(min = 1, max = {name})"),
        "regex(path = *CODE)".to_owned(),
        format!("length(max = {note})"),
        format!("range(min = 1, max = {age})"),
        format!("range(min = 1, max = {quantity})"),
        format!("range(min = -{balance}, max = {balance})"),
        format!("range(min = 0.0, max = {score}.5)"),
        format!("range(min = 1, max = {level})"),
        format!("length(max = {tags}), custom(function = \"each\")"),
    ]
    .map(|rules| format!("#[validate({rules})]"))
}

fn perimeter(bounds: Bounds) -> [String; 10] {
    let Bounds {
        name,
        note,
        age,
        quantity,
        balance,
        score,
        level,
        tags,
    } = bounds;
    [
        "email".to_owned(),
        format!("length = 1..={name}"),
        "pattern = \"[A-Z]{3}-[0-9]{4}\"".to_owned(),
        format!("length = ..={note}"),
        format!("range = 1..={age}"),
        format!("range = 1..={quantity}"),
        format!("range = -{balance}..={balance}"),
        format!("range = 0.0..={score}.5"),
        format!("range = 1..={level}"),
        format!("length = ..={tags}, each(length = 1..=30)"),
    ]
    .map(|rules| format!("#[field({rules})]"))
}
