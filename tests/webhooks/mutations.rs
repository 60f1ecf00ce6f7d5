//! One thing broken (or merely changed) in a delivery, in every way there is a kind of.

use std::{collections::BTreeSet, slice};

use serde_json::{Value, json};

use crate::{
    samples::{self, Style},
    schemas::{Node, Schemas},
};

/// A change of one place.
#[derive(Debug, Clone)]
pub struct Mutation {
    /// The place, as a JSON Pointer.
    pub pointer: String,
    /// The kind of change, in words.
    pub kind: String,
    edit: Edit,
    /// The parts of the schema that apply to the place.
    site: String,
    /// Whether the record around the place follows more than one schema, or is the delivery itself.
    refined: bool,
    /// Whether to do it at this place for each action, not just for one.
    brief: bool,
}

#[derive(Debug, Clone)]
enum Edit {
    Set(Value),
    Remove,
}

/// Which mutations were made already: each kind once for every part of a schema.
#[derive(Debug, Default)]
pub struct Coverage {
    seen: BTreeSet<(String, String)>,
    seen_by_carrier: BTreeSet<(String, String, String)>,
    skipped: usize,
}

impl Coverage {
    /// One in this many of those whose like was made already is made all the same.
    const STRIDE: usize = 1999;

    /// Whether the mutation is worth making; `carrier` is the event and action.
    pub fn wants(&mut self, carrier: &str, mutation: &Mutation) -> bool {
        let Mutation {
            pointer: _,
            kind,
            edit: _,
            site,
            refined,
            brief,
        } = mutation;
        if self.seen.insert((site.clone(), kind.clone())) {
            return true;
        }
        // A refined record is one type per action, in each of which every member could be declared wrongly.
        if *refined
            && *brief
            && self
                .seen_by_carrier
                .insert((carrier.to_string(), site.clone(), kind.clone()))
        {
            return true;
        }
        self.skipped += 1;
        self.skipped % Self::STRIDE == 0
    }
}

impl Mutation {
    pub fn apply(&self, body: &Value) -> Value {
        let mut changed = body.clone();
        let Some((parent, name)) = self.pointer.rsplit_once('/') else {
            return match &self.edit {
                Edit::Set(value) => value.clone(),
                Edit::Remove => panic!("a delivery can't be without a body"),
            };
        };
        let name = name.replace("~1", "/").replace("~0", "~");
        match (changed.pointer_mut(parent), &self.edit) {
            (Some(Value::Object(members)), Edit::Set(value)) => drop(members.insert(name, value.clone())),
            (Some(Value::Object(members)), Edit::Remove) => drop(members.remove(&name)),
            (Some(Value::Array(items)), edit) => {
                let index: usize = name.parse().unwrap();
                match edit {
                    Edit::Set(value) if index < items.len() => items[index] = value.clone(),
                    Edit::Set(value) => items.push(value.clone()),
                    Edit::Remove => drop(items.remove(index)),
                }
            }
            _ => panic!("nothing at {parent}"),
        }
        changed
    }
}

/// All mutations of a delivery that follows the schemas.
pub fn of(schemas: &Schemas, nodes: &[Node<'_>], body: &Value) -> Vec<Mutation> {
    let mut mutations = Vec::new();
    let mut walk = Walk {
        schemas,
        mutations: &mut mutations,
    };
    walk.value(nodes, body, "", false);
    mutations
}

struct Walk<'a, 'b> {
    schemas: &'a Schemas,
    mutations: &'b mut Vec<Mutation>,
}

impl<'a> Walk<'a, '_> {
    fn value(&mut self, nodes: &[Node<'a>], value: &Value, pointer: &str, refined: bool) {
        let parts = self
            .schemas
            .expand(nodes, &|branches| self.schemas.fitting(branches, value));
        let site = parts
            .iter()
            .map(|part| part.location.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        let push = |mutations: &mut Vec<Mutation>, kind: String, edit, brief| {
            mutations.push(Mutation {
                pointer: pointer.to_string(),
                kind,
                edit,
                site: site.clone(),
                refined,
                brief,
            });
        };
        let few = [Value::Null, json!("text"), json!({})];
        let some = replacements()
            .into_iter()
            .map(|value| (few.contains(&value), value));
        let more = rotated(&subtle_replacements(), &site, 3)
            .into_iter()
            .map(|value| (false, value));
        for (brief, replacement) in some.chain(more).filter(|(_, replacement)| replacement != value) {
            push(
                self.mutations,
                format!("set to {replacement}"),
                Edit::Set(replacement),
                brief,
            );
        }
        let formats = parts.iter().filter_map(|part| part.schema["format"].as_str());
        for text in formats.flat_map(|format| rotated(texts(format), &site, 4)) {
            push(
                self.mutations,
                format!("set to {text:?}"),
                Edit::Set(Value::from(text)),
                false,
            );
        }
        let values = parts
            .iter()
            .filter_map(|part| part.schema["enum"].as_array())
            .flatten();
        for other in values.filter(|other| *other != value) {
            push(
                self.mutations,
                format!("set to {other}"),
                Edit::Set(other.clone()),
                true,
            );
        }
        let enumerated = parts.iter().any(|part| part.schema.get("enum").is_some());
        if let Some(text) = value.as_str().filter(|_| enumerated) {
            for changed in [
                text.to_uppercase(),
                text.to_lowercase(),
                format!("{text} "),
                text.replace('_', "-"),
            ] {
                if changed != text {
                    push(
                        self.mutations,
                        format!("set to {changed:?}"),
                        Edit::Set(Value::from(changed)),
                        false,
                    );
                }
            }
        }
        match value {
            Value::Object(_) => self.record(&parts, value, pointer, &site),
            Value::Array(items) => self.list(&parts, items, pointer, &site),
            _ => {}
        }
    }

    fn record(&mut self, parts: &[Node<'a>], record: &Value, pointer: &str, site: &str) {
        let declared: BTreeSet<&str> = parts.iter().flat_map(Node::properties).collect();
        let refined = pointer.is_empty()
            || parts
                .iter()
                .filter(|part| part.properties().next().is_some())
                .count()
                > 1;
        let mutation = |name: &str, kind: String, edit, site: String, brief| {
            let name = name.replace('~', "~0").replace('/', "~1");
            Mutation {
                pointer: format!("{pointer}/{name}"),
                kind,
                edit,
                site,
                refined,
                brief,
            }
        };
        for name in ["unknown_member", "", "Id", "a/b~c"] {
            let kind = format!("unknown member {name:?}");
            let brief = name == "unknown_member";
            self.mutations
                .push(mutation(name, kind, Edit::Set(json!(1)), site.to_string(), brief));
        }
        for name in &declared {
            let nodes: Vec<_> = parts
                .iter()
                .filter_map(|part| part.child("properties", name))
                .collect();
            let site = nodes
                .iter()
                .map(|node| node.location.as_str())
                .collect::<Vec<_>>()
                .join(" ");
            let Some(value) = record.get(name) else {
                for style in [Style::FULL, Style::OTHER] {
                    let (kind, value) = (
                        format!("added, {}", style.name),
                        samples::sample(self.schemas, &nodes, style),
                    );
                    self.mutations
                        .push(mutation(name, kind, Edit::Set(value), site.clone(), true));
                }
                self.mutations.push(mutation(
                    name,
                    "added as null".to_string(),
                    Edit::Set(Value::Null),
                    site,
                    true,
                ));
                continue;
            };
            self.mutations
                .push(mutation(name, "removed".to_string(), Edit::Remove, site, true));
            let name = name.replace('~', "~0").replace('/', "~1");
            self.value(&nodes, value, &format!("{pointer}/{name}"), refined);
        }
        // A map: its keys are the sender's.
        if let Some(values) = parts.iter().find_map(|part| part.keyword("additionalProperties")) {
            let site = values.location.clone();
            for replacement in replacements().into_iter().chain(subtle_replacements()) {
                let kind = format!("key added with {replacement}");
                self.mutations.push(mutation(
                    "new_key",
                    kind,
                    Edit::Set(replacement),
                    site.clone(),
                    false,
                ));
            }
            for (name, value) in record.as_object().into_iter().flatten() {
                self.mutations.push(mutation(
                    name,
                    "key removed".to_string(),
                    Edit::Remove,
                    site.clone(),
                    false,
                ));
                self.value(
                    slice::from_ref(&values),
                    value,
                    &format!("{pointer}/{name}"),
                    false,
                );
            }
        }
    }

    fn list(&mut self, parts: &[Node<'a>], items: &[Value], pointer: &str, site: &str) {
        let nodes: Vec<_> = parts.iter().filter_map(|part| part.keyword("items")).collect();
        let mut push = |index: usize, kind: String, edit| {
            let pointer = format!("{pointer}/{index}");
            self.mutations.push(Mutation {
                pointer,
                kind,
                edit,
                site: site.to_string(),
                refined: false,
                brief: false,
            });
        };
        for index in 0..items.len().min(1) {
            push(index, "item removed".to_string(), Edit::Remove);
        }
        for style in [Style::FULL, Style::SPARSE, Style::OTHER] {
            let sample = samples::sample(self.schemas, &nodes, style);
            push(
                items.len(),
                format!("item added, {}", style.name),
                Edit::Set(sample),
            );
        }
        for replacement in replacements() {
            push(
                items.len(),
                format!("item added: {replacement}"),
                Edit::Set(replacement),
            );
        }
        for (index, item) in items.iter().enumerate() {
            self.value(&nodes, item, &format!("{pointer}/{index}"), false);
        }
    }
}

/// Some of the values, others for another site: together, the sites try them all.
fn rotated<T: Clone>(all: &[T], site: &str, count: usize) -> Vec<T> {
    let start: usize = site.bytes().map(usize::from).sum();
    (start..start + count)
        .map(|index| all[index % all.len()].clone())
        .collect()
}

/// Values of every type.
fn replacements() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(false),
        json!(7),
        json!(0.5),
        json!("text"),
        json!([]),
        json!({}),
    ]
}

/// Values that a type might be mistaken about.
fn subtle_replacements() -> Vec<Value> {
    vec![
        json!(-7),
        json!(7.0),
        json!(9_007_199_254_740_993_i64),
        json!(u64::MAX),
        json!(1e30),
        json!(""),
        json!("7"),
        json!("null"),
        json!(["text"]),
        json!([null]),
        json!({"text": 7}),
    ]
}

/// Texts that follow a format, and texts that almost do.
fn texts(format: &str) -> &'static [&'static str] {
    match format {
        "uri" => &[
            "urn:isbn:0451450523",
            "mailto:a@example.com",
            "HTTPS://EXAMPLE.COM/",
            "https://user@[::1]:8080/a;b/%20?c=d&e#f",
            "git://example.com/a.git",
            "http://",
            "/a/b",
            "//example.com/a",
            "example.com",
            "https://example.com/a b",
            " https://example.com/",
            "https://example.com/{a}",
            "https://example.com/%zz",
            "https://example.com/<a>",
            "https://[::1/",
            "https://example.com:port/",
            "1https://example.com/",
            "https://example.com/\u{e9}",
        ],
        "uri-template" => &[
            "/a{/b}",
            "{+a}{#b}{.c}{/d}{;e}{?f,g}{&h*,i:3}",
            "https://example.com/",
            "https://example.com/{a",
            "https://example.com/a}",
            "{}",
            "{a b}",
            "{a:0}",
            "a b",
            "{{a}}",
            "<a>",
        ],
        "date-time" => &[
            "2024-02-29T12:30:00+05:30",
            "2024-02-29T12:30:00.123456789Z",
            "2024-02-29t12:30:00z",
            "1998-12-31T23:59:60Z",
            "2023-02-29T12:30:00Z",
            "2024-13-01T12:30:00Z",
            "2024-02-29T24:00:00Z",
            "2024-02-29T12:60:00Z",
            "2024-02-29T12:30:60Z",
            "2024-02-29T12:30:00",
            "2024-02-29T12:30Z",
            "2024-02-29 12:30:00Z",
            "2024-02-29",
            "2024-2-29T12:30:00Z",
            "2024-02-29T12:30:00+0530",
            "2024-02-29T12:30:00+25:00",
            "2024-02-29T12:30:00Z ",
            "1709209800",
        ],
        other => panic!("a format that no schema here uses: {other}"),
    }
}
