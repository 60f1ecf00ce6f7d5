//! The official schemas, and which parts of them apply to a value.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    slice,
};

use serde_json::Value;

/// Makes every `$id` absolute, so that a reference means the same wherever its schema was loaded from.
pub const BASE: &str = "https://webhooks.example/";

/// All schemas, by absolute `$id`.
#[derive(Debug)]
pub struct Schemas {
    pub documents: BTreeMap<String, Value>,
}

/// A part of a schema, and where it stands.
#[derive(Debug, Clone)]
pub struct Node<'a> {
    /// The `$id` of the document.
    pub document: &'a str,
    /// The document and the place in it.
    pub location: String,
    pub schema: &'a Value,
}

impl Schemas {
    pub fn load(folder: &Path) -> Self {
        let mut documents = BTreeMap::new();
        for file in list(&folder.join("schemas")).iter().flat_map(|event| list(event)) {
            let mut document: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
            let id = format!("{BASE}{}", document["$id"].as_str().unwrap());
            document["$id"] = Value::from(id.clone());
            documents.insert(id, document);
        }
        Self { documents }
    }

    /// The schemas of deliveries: event, action (`event` where there are none) and schema.
    pub fn roots(&self) -> impl Iterator<Item = (&str, &str, Node<'_>)> {
        self.documents.keys().filter_map(|id| {
            let (event, action) = id.strip_prefix(BASE)?.split_once('$')?;
            Some((event, action, self.document(id)))
        })
    }

    /// The action of a delivery and the schema it has to follow; `None` if the event has no such action.
    pub fn of<'a>(&'a self, event: &str, body: &'a Value) -> Option<(&'a str, Vec<Node<'a>>)> {
        let action = if self.documents.contains_key(&format!("{BASE}{event}$event")) {
            "event"
        } else {
            body["action"].as_str()?
        };
        let (id, _) = self.documents.get_key_value(&format!("{BASE}{event}${action}"))?;
        Some((action, vec![self.document(id)]))
    }

    /// The node and what it refers to or consists of; of a choice, the branches that fit the value at first sight.
    pub fn expand<'a>(
        &'a self,
        nodes: &[Node<'a>],
        choose: &dyn Fn(&[Node<'a>]) -> Vec<Node<'a>>,
    ) -> Vec<Node<'a>> {
        let mut expanded = Vec::new();
        for node in nodes {
            expanded.push(node.clone());
            if let Some(reference) = node.schema["$ref"].as_str() {
                let folder = node.document.rsplit_once('/').map_or("", |(folder, _)| folder);
                let target = self.document_key(&format!("{folder}/{reference}"));
                expanded.extend(self.expand(&[self.document(target)], choose));
            }
            expanded.extend(self.expand(&node.children("allOf"), choose));
            let branches = node.children("oneOf");
            if !branches.is_empty() {
                expanded.extend(self.expand(&choose(&branches), choose));
            }
        }
        expanded
    }

    /// The branches of a choice that fit a value at first sight: its type, and for a record its members.
    pub fn fitting<'a>(&'a self, branches: &[Node<'a>], value: &Value) -> Vec<Node<'a>> {
        branches
            .iter()
            .filter(|branch| self.fits(branch, value))
            .cloned()
            .collect()
    }

    fn fits<'a>(&'a self, node: &Node<'a>, value: &Value) -> bool {
        self.expand(slice::from_ref(node), &|branches| self.fitting(branches, value))
            .iter()
            .all(|part| {
                part.allows_type_of(value)
                    && part.required().iter().all(|member| value.get(member).is_some())
                    && part.schema["enum"]
                        .as_array()
                        .is_none_or(|values| values.contains(value))
            })
    }

    fn document<'a>(&'a self, id: &'a str) -> Node<'a> {
        Node {
            document: id,
            location: id.trim_start_matches(BASE).to_string(),
            schema: &self.documents[id],
        }
    }

    fn document_key(&self, id: &str) -> &str {
        self.documents
            .get_key_value(id)
            .unwrap_or_else(|| panic!("no schema {id}"))
            .0
    }
}

impl<'a> Node<'a> {
    pub fn child(&self, keyword: &str, name: &str) -> Option<Node<'a>> {
        let schema = self.schema.get(keyword)?.get(name)?;
        Some(Node {
            document: self.document,
            location: format!("{}/{keyword}/{name}", self.location),
            schema,
        })
    }

    pub fn keyword(&self, keyword: &str) -> Option<Node<'a>> {
        let schema = self.schema.get(keyword).filter(|schema| schema.is_object())?;
        Some(Node {
            document: self.document,
            location: format!("{}/{keyword}", self.location),
            schema,
        })
    }

    pub fn children(&self, keyword: &str) -> Vec<Node<'a>> {
        let schemas = self.schema[keyword].as_array().into_iter().flatten().enumerate();
        schemas
            .map(|(index, schema)| Node {
                document: self.document,
                location: format!("{}/{keyword}/{index}", self.location),
                schema,
            })
            .collect()
    }

    pub fn properties(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.schema["properties"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(name, _)| name.as_str())
    }

    pub fn required(&self) -> Vec<&'a str> {
        self.schema["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect()
    }

    /// The types that the node itself names.
    pub fn types(&self) -> Vec<&'a str> {
        match &self.schema["type"] {
            Value::String(name) => vec![name],
            Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        }
    }

    fn allows_type_of(&self, value: &Value) -> bool {
        let types = self.types();
        let matches = |name: &&str| match *name {
            "null" => value.is_null(),
            "boolean" => value.is_boolean(),
            "integer" => value.is_number(),
            "string" => value.is_string(),
            "array" => value.is_array(),
            "object" => value.is_object(),
            other => panic!("a type that no schema here uses: {other}"),
        };
        types.is_empty() || types.iter().any(matches)
    }
}

/// What is in a folder, in the order of the names.
pub fn list(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths
}

pub fn name(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_string()
}
