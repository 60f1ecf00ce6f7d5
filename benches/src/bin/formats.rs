//! Formats beside those of the `jsonschema` crate, on the texts of the third-party cases.
//!
//! Each format runs on the texts that it accepts and on those that it rejects. In each round both libraries go over all
//! texts of a table once or more, in turn; the medians over the rounds are printed.

use std::hint::black_box;
use std::time::{Duration, Instant};

use jsonschema::Validator;
use perimeter::rules::{self, Rule};
use perimeter_benches::report;
use perimeter_conformance::read;
use serde_json::{Value, json};

const SUITES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../testdata/conformance");

/// Whether a text is of a format.
type Accepts = fn(&str) -> bool;

/// The formats that both have: the name in JSON Schema, and our rule. The internationalized ones are a feature of the peer that
/// is not switched on.
const FORMATS: &[(&str, Accepts)] = &[
    ("date", |text| rules::date().accepts(text)),
    ("date-time", |text| rules::date_time().accepts(text)),
    ("duration", |text| rules::duration().accepts(text)),
    ("email", |text| rules::email().accepts(text)),
    ("hostname", |text| rules::hostname().accepts(text)),
    ("ipv4", |text| rules::ipv4().accepts(text)),
    ("ipv6", |text| rules::ipv6().accepts(text)),
    ("iri", |text| rules::iri().accepts(text)),
    ("iri-reference", |text| rules::iri_reference().accepts(text)),
    ("json-pointer", |text| rules::json_pointer().accepts(text)),
    ("regex", |text| rules::regex().accepts(text)),
    ("relative-json-pointer", |text| {
        rules::relative_json_pointer().accepts(text)
    }),
    ("time", |text| rules::time().accepts(text)),
    ("uri", |text| rules::uri().accepts(text)),
    ("uri-reference", |text| rules::uri_reference().accepts(text)),
    ("uri-template", |text| rules::uri_template().accepts(text)),
    ("uuid", |text| rules::uuid().accepts(text)),
];

const ROUNDS: usize = 31;
/// Long against the clock's resolution, short against a machine's moods.
const BATCH: Duration = Duration::from_micros(500);

fn main() {
    let cases = read([SUITES]).expect("the suites are in the repository");
    report::heading("formats");
    for (title, accepted) in [("accepted", true), ("rejected", false)] {
        let mut rows = Vec::new();
        for (schema, ours) in FORMATS {
            let texts: Vec<Value> = cases
                .iter()
                .filter(|case| case.rule == *schema && case.profile.is_none())
                .filter_map(|case| case.value.text())
                .filter(|text| ours(text) == accepted)
                .map(Value::from)
                .collect();
            rows.push(row(schema, *ours, &texts));
        }
        let head = ["format", "texts", "perimeter ns", "jsonschema ns", "ratio"];
        report::table(title, head, &rows);
    }
}

fn row(schema: &str, ours: Accepts, texts: &[Value]) -> [String; 5] {
    let validator = validator(schema);
    let ours = |text: &Value| text.as_str().is_some_and(ours);
    let theirs = |text: &Value| validator.is_valid(text);
    let [ours, theirs] = medians(texts, ours, theirs);
    [
        schema.to_owned(),
        texts.len().to_string(),
        format!("{ours:.1}"),
        format!("{theirs:.1}"),
        format!("{:.2}", ours / theirs),
    ]
}

fn validator(format: &str) -> Validator {
    jsonschema::options()
        .should_validate_formats(true)
        .build(&json!({ "format": format }))
        .expect("a format alone is a schema")
}

/// The median nanoseconds that each takes a text.
fn medians(texts: &[Value], ours: impl Fn(&Value) -> bool, theirs: impl Fn(&Value) -> bool) -> [f64; 2] {
    let mut samples = [Vec::new(), Vec::new()];
    let times = [passes(texts, &ours), passes(texts, &theirs)];
    for _ in 0..ROUNDS {
        samples[0].push(a_text(texts, &ours, times[0]));
        samples[1].push(a_text(texts, &theirs, times[1]));
    }
    samples.map(|mut samples| {
        samples.sort_by(f64::total_cmp);
        samples[ROUNDS / 2]
    })
}

/// How often all texts are gone over in a batch. What is built at first use is built here.
fn passes(texts: &[Value], accepts: impl Fn(&Value) -> bool) -> usize {
    let start = Instant::now();
    let mut times = 0;
    while start.elapsed() < BATCH {
        a_text(texts, &accepts, 1);
        times += 1;
    }
    times
}

fn a_text(texts: &[Value], accepts: impl Fn(&Value) -> bool, times: usize) -> f64 {
    let start = Instant::now();
    for _ in 0..times {
        for text in texts {
            black_box(accepts(black_box(text)));
        }
    }
    start.elapsed().as_secs_f64() * 1e9 / (times * texts.len()) as f64
}
