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
        root,
        named: HashMap::new(),
        resources: HashMap::new(),
        heights: HashMap::new(),
    };
    // The documents inside this one that are open, by their pointers.
    let mut open: Vec<(String, &Map<String, Value>)> = Vec::new();
    visit(root, &mut |schema, pointer| {
        while open
            .last()
            .is_some_and(|(around, _)| !pointer.starts_with(&format!("{around}/")))
        {
            open.pop();
        }
        let is_id = |id: &Value| id.as_str().is_some_and(|id| !id.starts_with('#'));
        if !pointer.is_empty() && ["$id", "id"].iter().filter_map(|id| schema.get(*id)).any(is_id) {
            open.push((pointer.to_owned(), schema));
        }
        if let Some((_, resource)) = open.last() {
            graph
                .resources
                .insert(std::ptr::from_ref(schema).addr(), *resource);
        }
        for keyword in ["$id", "id", "$anchor", "$dynamicAnchor"] {
            if let Some(Value::String(name)) = schema.get(keyword) {
                let name = match keyword {
                    "$id" | "id" => name.clone(),
                    _ => format!("#{name}"),
                };
                graph.named.insert(name, schema);
            }
        }
    });
    let mut flaw = None;
    visit(root, &mut |schema, pointer| {
        if flaw.is_none() && graph.height(schema, 0).is_none() {
            let message = format!(
                "leads through more than {MOST} schemas that are all about one value; refer to the last of them"
            );
            flaw = Some((pointer.to_owned(), message));
        }
    });
    flaw.map_or(Ok(()), Err)
}

struct Graph<'d> {
    root: &'d Value,
    named: HashMap<String, &'d Map<String, Value>>,
    /// The document inside this one that a schema is part of, by the address of the schema.
    resources: HashMap<usize, &'d Map<String, Value>>,
    /// How many steps lead on from a schema, by its address; `None` while they are counted, so that a circle ends.
    heights: HashMap<usize, Option<usize>>,
}

impl<'d> Graph<'d> {
    /// How many steps lead on, or `None` for too many. The stack is no deeper than the chain may be long.
    fn height(&mut self, schema: &'d Map<String, Value>, depth: usize) -> Option<usize> {
        if depth > MOST {
            return None;
        }
        let address = std::ptr::from_ref(schema).addr();
        match self.heights.get(&address) {
            Some(Some(height)) => return (depth + height <= MOST).then_some(*height),
            Some(None) => return Some(0),
            None => {}
        }
        self.heights.insert(address, None);
        let mut height = 0;
        for next in self.steps(schema) {
            let Some(behind) = self.height(next, depth + 1) else {
                // Others may start nearer to the end.
                self.heights.remove(&address);
                return None;
            };
            height = height.max(behind + 1);
        }
        self.heights.insert(address, Some(height));
        Some(height)
    }

    /// The schemas that a schema sends its value to.
    fn steps(&self, schema: &'d Map<String, Value>) -> Vec<&'d Map<String, Value>> {
        let mut steps = Vec::new();
        for (keyword, value) in schema {
            match (keyword.as_str(), value) {
                ("$ref" | "$dynamicRef" | "$recursiveRef", Value::String(reference)) => {
                    let address = std::ptr::from_ref(schema).addr();
                    let resource = self.resources.get(&address).copied();
                    steps.extend(self.target(resource, reference));
                }
                (same, Value::Object(schema)) if SAME.contains(&same) => steps.push(schema),
                (same, Value::Array(list)) if SAME_LISTS.contains(&same) => {
                    steps.extend(list.iter().filter_map(Value::as_object));
                }
                (same, Value::Object(named)) if SAME_NAMED.contains(&same) => {
                    steps.extend(named.values().filter_map(Value::as_object));
                }
                _ => {}
            }
        }
        steps
    }

    /// What a reference of a schema leads to that is part of a document inside this one, if it is.
    fn target(
        &self,
        resource: Option<&'d Map<String, Value>>,
        reference: &str,
    ) -> Option<&'d Map<String, Value>> {
        let (uri, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let resource = match uri {
            "" => resource.or_else(|| self.root.as_object())?,
            uri => self.named.get(uri)?,
        };
        match fragment.strip_prefix('/') {
            None if fragment.is_empty() => Some(resource),
            None => self.named.get(&format!("#{fragment}")).copied(),
            Some(path) => {
                let path = decoded(path)?;
                let (first, rest) = path.find('/').map_or((&*path, ""), |at| path.split_at(at));
                let first = first.replace("~1", "/").replace("~0", "~");
                resource.get(&first)?.pointer(rest)?.as_object()
            }
        }
    }
}
