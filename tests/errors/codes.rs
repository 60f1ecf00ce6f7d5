//! The guide's table of codes and their parameters is right.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use perimeter::{Body, Contract, across, external_contract, formats, rules};

const GUIDE: &str = include_str!("../../src/docs/errors.md");

/// The parameters of each code of the table.
fn table() -> BTreeMap<String, BTreeSet<String>> {
    let (_, table) = GUIDE
        .split_once("## Codes and parameters")
        .expect("the guide has the table");
    let table = table.split("\n## ").next().unwrap_or_default();
    let mut codes = BTreeMap::new();
    for row in table.lines().filter(|row| row.starts_with("| `")) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
        let words = |cell: &str| -> Vec<String> {
            let words = cell.split('`').skip(1).step_by(2);
            words.map(str::to_owned).collect()
        };
        for code in words(cells[0]) {
            let before = codes.insert(code.clone(), words(cells[1]).into_iter().collect());
            assert!(before.is_none(), "`{code}` is there twice");
        }
    }
    codes
}

/// The codes of the structure itself. That this is all of them, `structural.rs` and the list in "Reports" say.
const STRUCTURE: [&str; 13] = [
    "conversion",
    "context",
    "custom",
    "duplicate",
    "limit.bytes",
    "limit.depth",
    "limit.work",
    "missing",
    "null",
    "syntax",
    "type",
    "unknown",
    "variant",
];

#[test]
fn every_code_of_the_table_exists() {
    let known: BTreeSet<&str> = rules::ALL
        .iter()
        .chain(formats::ALL)
        .chain(across::ALL)
        .copied()
        .chain(STRUCTURE)
        .collect();
    let told = table();
    for code in told.keys() {
        assert!(known.contains(&**code), "there is no `{code}`");
    }
    for code in STRUCTURE {
        assert!(told.contains_key(code), "`{code}` is missing");
    }
}

#[test]
fn the_structure_has_the_codes_that_the_chapter_on_reports_lists() {
    let reports = include_str!("../../src/docs/reports.md");
    let (_, codes) = reports.split_once("## Codes").expect("it has the list");
    let codes = codes.split("\n## ").next().unwrap_or_default();
    let listed: BTreeSet<&str> = codes
        .lines()
        .filter_map(|row| row.strip_prefix("| `")?.split('`').next())
        .collect();
    assert_eq!(listed, STRUCTURE.into_iter().collect());
}

#[external_contract]
struct Rules {
    #[field(after = "2030-01-01", before = "2040-01-01")]
    time: String,
    #[field(within = Duration::from_secs(1))]
    near: String,
    #[field(
        alphanumeric(unicode),
        ascii(control),
        no_control(multiline),
        printable(multiline)
    )]
    classes: String,
    #[field(contains = "a", not_contains = "b", prefix = "c", suffix = "d", equal = "e")]
    parts: String,
    #[field(one_of("a", "b"), not_one_of("c", "d"))]
    choice: String,
    #[field(items = 1..=2, sorted, unique)]
    list: Vec<u8>,
    #[field(properties = 1..=2)]
    map: BTreeMap<String, u8>,
    #[field(length(1..=2, unit = bytes))]
    length: String,
    #[field(range = 1..=2, multiple_of = 3, exclusive_minimum = 0)]
    number: i32,
    #[field(range = 1.0..2.0)]
    float: f64,
    #[field(pattern(search, "a"))]
    pattern: String,
    #[field(cidr(v4, network), email(html), host_and_port(port_optional), url(schemes = ["ftp"]), uuid(v7))]
    formats: String,
    #[field(less_than(number), required_with(other), required_if(number = 1))]
    beside: Option<i32>,
    #[field(any)]
    other: Option<i32>,
}

#[test]
fn every_parameter_of_a_rule_is_in_the_table() {
    let Body::Record(fields) = <Rules as Contract>::DESCRIPTOR.body() else {
        panic!("it is a record")
    };
    let rules = fields.iter().flat_map(|field| field.checks().rules());
    let across = <Rules as Contract>::DESCRIPTOR.across().iter();
    let told = table();
    for rule in rules
        .copied()
        .chain(across.map(perimeter::across::AcrossRule::info))
    {
        for (name, _) in rule.params().iter() {
            let listed = told.get(rule.code()).is_some_and(|names| names.contains(name));
            assert!(listed, "`{name}` of `{}`", rule.code());
        }
    }
}
