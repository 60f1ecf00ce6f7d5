//! Schemas that send one value on and on: each step is a call of the judge's, and stacks are not endless.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::identity::Flaw;
use super::secrets::decoded;
use super::subschemas::visit;

/// How many schemas one inside or behind the other may be about one value. So many at each level of a text that nests as deep
/// as may be still fit into the 2 MiB of a thread in a build without optimizations.
const MOST: usize = 16;

/// Keywords whose schemas are about the value itself.
const SAME: &[&str] = &["if", "then", "else", "not"];
const SAME_LISTS: &[&str] = &["allOf", "anyOf", "oneOf"];
const SAME_NAMED: &[&str] = &["dependentSchemas", "dependencies"];

/// What is wrong if a chain is too long.
pub(super) fn check(root: &Value) -> Result<(), Flaw> {
    let mut graph = Graph {
        schemas: HashMap::new(),
        named: HashMap::new(),
        heights: HashMap::new(),
    };
    visit(root, &mut |schema, pointer| {
        graph.schemas.insert(pointer.to_owned(), schema);
        for keyword in ["$id", "id", "$anchor", "$dynamicAnchor"] {
            if let Some(Value::String(name)) = schema.get(keyword) {
                let name = match keyword {
                    "$id" | "id" => name.clone(),
                    _ => format!("#{name}"),
                };
                graph.named.insert(name, pointer.to_owned());
            }
        }
    });
    let mut pointers: Vec<String> = graph.schemas.keys().cloned().collect();
    pointers.sort_unstable();
    for pointer in pointers {
        if graph.height(&pointer, 0).is_none() {
            let message = format!(
                "leads through more than {MOST} schemas that are all about one value; refer to the last of them"
            );
            return Err((pointer, message));
        }
    }
    Ok(())
}

struct Graph<'d> {
    schemas: HashMap<String, &'d Map<String, Value>>,
    named: HashMap<String, String>,
    /// How many steps lead on from a schema; `None` while they are counted, so that a circle ends.
    heights: HashMap<String, Option<usize>>,
}

impl Graph<'_> {
    /// How many steps lead on, or `None` for too many. The stack is no deeper than the chain may be long.
    fn height(&mut self, pointer: &str, depth: usize) -> Option<usize> {
        if depth > MOST {
            return None;
        }
        match self.heights.get(pointer) {
            Some(Some(height)) => return (depth + height <= MOST).then_some(*height),
            Some(None) => return Some(0),
            None => {}
        }
        self.heights.insert(pointer.to_owned(), None);
        let mut height = 0;
        for next in self.steps(pointer) {
            let Some(behind) = self.height(&next, depth + 1) else {
                // Others may start nearer to the end.
                self.heights.remove(pointer);
                return None;
            };
            height = height.max(behind + 1);
        }
        self.heights.insert(pointer.to_owned(), Some(height));
        Some(height)
    }

    /// The schemas that a schema sends its value to.
    fn steps(&self, pointer: &str) -> Vec<String> {
        let Some(schema) = self.schemas.get(pointer) else {
            return Vec::new();
        };
        let mut steps = Vec::new();
        for (keyword, value) in *schema {
            let below = |segment: &str| {
                format!(
                    "{pointer}/{}/{}",
                    super::escaped(keyword),
                    super::escaped(segment)
                )
            };
            match (keyword.as_str(), value) {
                ("$ref" | "$dynamicRef" | "$recursiveRef", Value::String(reference)) => {
                    steps.extend(self.target(reference));
                }
                (same, Value::Object(_)) if SAME.contains(&same) => steps.push(format!("{pointer}/{same}")),
                (same, Value::Array(list)) if SAME_LISTS.contains(&same) => {
                    steps.extend((0..list.len()).map(|index| below(&index.to_string())));
                }
                (same, Value::Object(named)) if SAME_NAMED.contains(&same) => {
                    steps.extend(named.keys().map(|name| below(name)));
                }
                _ => {}
            }
        }
        steps
    }

    fn target(&self, reference: &str) -> Option<String> {
        match reference.strip_prefix('#') {
            Some(fragment) if fragment.is_empty() || fragment.starts_with('/') => decoded(fragment),
            _ => self.named.get(reference).cloned(),
        }
    }
}
