//! What this program accepts, as a table or as JSON: `cargo run --example catalogue [-- --json]`.
//!
//! The registry answers it: which contracts are linked in, in which zone and version, with which fields and rules. A
//! program of yours prints the same of its own contracts with the code below.

use std::io::{self, Write};
use std::process::ExitCode;

use perimeter::{
    Body, Checks, ContractDescriptor, FieldDescriptor, Handle, Kind, Registry, core_contract,
    external_contract, strategic_boundary,
};

/// Who signs up.
#[allow(dead_code, reason = "no value is made")]
#[external_contract(version = "2")]
struct SignUp {
    #[field(email)]
    email: String,
    #[field(length = 8..=128, secret)]
    password: String,
    #[field(range = 13..=120)]
    age: Option<u8>,
    #[field(length = ..=10, each(slug))]
    interests: Vec<String>,
}

/// What the mailer is told.
#[allow(dead_code, reason = "no value is made")]
#[strategic_boundary]
struct Welcome {
    #[field(uuid)]
    user: String,
    #[field(one_of("en", "de", "fr"))]
    language: String,
}

/// A user, inside.
#[allow(dead_code, reason = "no value is made")]
#[core_contract]
struct User {
    #[field(range = 1..)]
    id: u64,
    note: String,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match show(&arguments, &mut io::stdout().lock()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => {
            let _ = writeln!(io::stderr(), "usage: catalogue [--json]");
            ExitCode::from(2)
        }
        Err(error) => {
            let _ = writeln!(io::stderr(), "can't write the catalogue: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the catalogue as the arguments ask; false if they ask for nothing that there is.
///
/// # Errors
///
/// It can't be written.
pub fn show(arguments: &[&str], out: &mut dyn Write) -> io::Result<bool> {
    let registry = Registry::global();
    match arguments {
        [] => table(out, &rows(registry))?,
        ["--json"] => writeln!(out, "{}", registry.schema())?,
        _ => return Ok(false),
    }
    Ok(true)
}

/// Zone, module, name, version, field, and what is said of the field.
type Row = [String; 6];

const HEAD: [&str; 6] = ["zone", "module", "name", "version", "field", "says"];

/// A row for each field; a contract is named in its first one.
fn rows(registry: &Registry) -> Vec<Row> {
    let mut rows = Vec::new();
    for contract in &registry.list() {
        let fields = fields(contract);
        let mut named = [
            contract.zone().to_string(),
            contract.module().to_owned(),
            contract.name().to_owned(),
            contract.version().to_owned(),
        ];
        if fields.is_empty() {
            rows.push(row(&mut named, "", String::new()));
        }
        for field in fields {
            rows.push(row(&mut named, field.wire_name(), says(field)));
        }
    }
    rows
}

/// Empties what names the contract, so that it is told once.
fn row(named: &mut [String; 4], field: &str, says: String) -> Row {
    let [zone, module, name, version] = std::mem::take(named);
    [zone, module, name, version, field.to_owned(), says]
}

fn fields(contract: &Handle) -> Vec<&'static FieldDescriptor> {
    match contract.descriptor().map(ContractDescriptor::body) {
        Some(Body::Record(fields) | Body::Tuple(fields)) => fields.iter().collect(),
        Some(Body::Newtype(field)) => vec![field],
        _ => Vec::new(),
    }
}

/// Its kind, whether it must be there, and its rules with what they are given.
fn says(field: &FieldDescriptor) -> String {
    let mut said = vec![kind(field.kind())];
    if field.may_be_absent() {
        said.push("optional".to_owned());
    }
    if field.is_secret() {
        said.push("secret".to_owned());
    }
    rules(field.checks(), "", &mut said);
    said.join(", ")
}

fn kind(kind: Kind) -> String {
    match kind {
        Kind::Optional(inner) => self::kind(*inner),
        Kind::List { items, .. } | Kind::Set(items) => format!("list of {}", self::kind(*items)),
        Kind::Map { values, .. } => format!("map of {}", self::kind(*values)),
        Kind::Contract(of) => of().name().to_owned(),
        Kind::Bool => "bool".to_owned(),
        Kind::Integer { .. } => "integer".to_owned(),
        Kind::Number => "number".to_owned(),
        Kind::Text { .. } | Kind::Char => "text".to_owned(),
        _ => "value".to_owned(),
    }
}

/// Each rule by its code, with what it is given; those of parts of the value behind where they hold.
fn rules(checks: &Checks, of: &str, said: &mut Vec<String>) {
    for rule in checks.rules() {
        let params: Vec<String> = rule
            .params()
            .iter()
            .map(|(name, value)| format!("{name} {value}"))
            .collect();
        said.push(match params.as_slice() {
            [] => format!("{of}{}", rule.code()),
            params => format!("{of}{} ({})", rule.code(), params.join(", ")),
        });
    }
    said.extend(checks.custom().iter().map(|path| format!("{of}check {path}")));
    for (part, of) in [
        (checks.each(), "each "),
        (checks.keys(), "keys "),
        (checks.values(), "values "),
    ] {
        if let Some(part) = part {
            rules(part, of, said);
        }
    }
}

fn table(out: &mut dyn Write, rows: &[Row]) -> io::Result<()> {
    let mut widths = HEAD.map(str::len);
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let line = |cells: [&str; 6]| {
        let cells = cells
            .iter()
            .zip(widths)
            .map(|(cell, width)| format!("{cell:width$}"));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    writeln!(out, "{}", line(HEAD))?;
    for row in rows {
        writeln!(out, "{}", line(row.each_ref().map(String::as_str)))?;
    }
    Ok(())
}
