//! Which values of a text are secret: those that any schema which may be about them marks.

use std::collections::{HashMap, HashSet};

use contracts_runtime::schema::KEYWORD;
use serde_json::{Map, Value};

use super::escaped;
use super::subschemas::visit;

/// The schemas that mark secrets, and where references lead.
#[derive(Debug)]
pub(super) struct Secrets {
    /// The pointers of what has an `$id` or an anchor, by that.
    named: HashMap<String, String>,
}

/// How many pairs of a schema and a value are looked at before the text as a whole is taken for secret.
const MOST: usize = 1 << 20;

/// How many schemas may be looked at, each inside or behind the one before, until that is done: stacks are not endless.
const DEEPEST: usize = 512;

/// How long the pointers may be together before that is done, too.
const LONGEST: usize = 1 << 24;

impl Secrets {
    /// `None` if nothing is secret.
    pub(super) fn of(root: &Value) -> Option<Self> {
        let (mut any, mut named) = (false, HashMap::new());
        visit(root, &mut |schema, pointer| {
            any |= marks(schema);
            for keyword in ["$id", "id", "$anchor", "$dynamicAnchor"] {
                if let Some(Value::String(name)) = schema.get(keyword) {
                    let name = match keyword {
                        "$id" | "id" => name.clone(),
                        _ => format!("#{name}"),
                    };
                    named.insert(name, pointer.to_owned());
                }
            }
        });
        any.then_some(Secrets { named })
    }

    /// The pointers of the secrets in `value`.
    pub(super) fn within(&self, root: &Value, value: &Value) -> Vec<String> {
        let mut search = Search {
            secrets: self,
            root,
            seen: HashSet::new(),
            found: Vec::new(),
            length: 0,
            depth: 0,
        };
        let sound = search.at(root, value, &mut String::new());
        match sound && search.seen.len() < MOST && search.length <= LONGEST {
            true => search.found,
            false => vec![String::new()],
        }
    }

    /// Where a reference leads, if that is plain to see.
    fn target<'d>(&self, root: &'d Value, reference: &str) -> Option<&'d Value> {
        match reference.strip_prefix('#') {
            Some("") => Some(root),
            Some(fragment) if fragment.starts_with('/') => root.pointer(&decoded(fragment)?),
            _ => root.pointer(self.named.get(reference)?),
        }
    }
}

/// Whether a schema says that its values are secret.
fn marks(schema: &Map<String, Value>) -> bool {
    let ours = schema.get(KEYWORD).and_then(|ours| ours.get("secret"));
    [ours, schema.get("writeOnly"), schema.get("x-secret")].contains(&Some(&Value::Bool(true)))
}

/// What `%XX` stands for.
pub(super) fn decoded(fragment: &str) -> Option<String> {
    if !fragment.contains('%') {
        return Some(fragment.to_owned());
    }
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
            let code = digit(rest.next())? * 16 + digit(rest.next())?;
            bytes.push(u8::try_from(code).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

struct Search<'d, 's> {
    secrets: &'s Secrets,
    root: &'d Value,
    /// The schemas and values that were looked at, by their addresses.
    seen: HashSet<(usize, usize)>,
    found: Vec<String>,
    /// How long the pointers are together.
    length: usize,
    /// How many schemas are being looked at, each inside or behind the one before.
    depth: usize,
}

impl<'d> Search<'d, '_> {
    /// False if a reference leads nowhere that is known: then anything may be secret.
    fn at(&mut self, schema: &'d Value, value: &Value, pointer: &mut String) -> bool {
        let Value::Object(keywords) = schema else {
            return true;
        };
        let address = |value: &Value| std::ptr::from_ref(value).addr();
        if self.seen.len() >= MOST || !self.seen.insert((address(schema), address(value))) {
            return true;
        }
        if marks(keywords) {
            self.length += pointer.len();
            if self.length <= LONGEST {
                self.found.push(pointer.clone());
            }
            return true;
        }
        if self.depth >= DEEPEST {
            return false;
        }
        self.depth += 1;
        let mut sound = true;
        for (keyword, inner) in keywords {
            sound &= self.keyword((keywords, keyword), inner, value, pointer);
        }
        self.depth -= 1;
        sound
    }

    fn keyword(
        &mut self,
        (beside, keyword): (&Map<String, Value>, &str),
        inner: &'d Value,
        value: &Value,
        pointer: &mut String,
    ) -> bool {
        match (keyword, inner) {
            ("$ref" | "$dynamicRef" | "$recursiveRef", Value::String(reference)) => {
                match self.secrets.target(self.root, reference) {
                    Some(target) => self.at(target, value, pointer),
                    None => false,
                }
            }
            ("allOf" | "anyOf" | "oneOf", Value::Array(schemas)) => schemas
                .iter()
                .fold(true, |sound, schema| self.at(schema, value, pointer) & sound),
            ("if" | "then" | "else" | "not", schema) => self.at(schema, value, pointer),
            ("dependentSchemas" | "dependencies", Value::Object(schemas)) => schemas
                .values()
                .fold(true, |sound, schema| self.at(schema, value, pointer) & sound),
            ("properties", Value::Object(schemas)) => {
                let Value::Object(members) = value else {
                    return true;
                };
                let known = schemas
                    .iter()
                    .filter_map(|(name, schema)| Some((name, schema, members.get(name)?)));
                known.fold(true, |sound, (name, schema, value)| {
                    self.below(&escaped(name), schema, value, pointer) & sound
                })
            }
            // Which names they are about does not matter much: what may be secret is.
            ("patternProperties", Value::Object(schemas)) => schemas.values().fold(true, |sound, schema| {
                self.members((schema, None), value, pointer) & sound
            }),
            ("additionalProperties" | "unevaluatedProperties", schema) => {
                self.members((schema, beside.get("properties")), value, pointer)
            }
            ("prefixItems" | "items", Value::Array(schemas)) => {
                let Value::Array(items) = value else { return true };
                let pairs = schemas.iter().zip(items).enumerate();
                pairs.fold(true, |sound, (index, (schema, value))| {
                    self.below(&index.to_string(), schema, value, pointer) & sound
                })
            }
            ("items" | "additionalItems" | "unevaluatedItems" | "contains", schema) => {
                let Value::Array(items) = value else { return true };
                items.iter().enumerate().fold(true, |sound, (index, value)| {
                    self.below(&index.to_string(), schema, value, pointer) & sound
                })
            }
            _ => true,
        }
    }

    /// All members of an object but those that are `known`.
    fn members(
        &mut self,
        (schema, known): (&'d Value, Option<&Value>),
        value: &Value,
        pointer: &mut String,
    ) -> bool {
        let Value::Object(members) = value else {
            return true;
        };
        if !schema.is_object() {
            return true;
        }
        let other = |name: &str| known.is_none_or(|known| known.get(name).is_none());
        let members = members.iter().filter(|(name, _)| other(name));
        members.fold(true, |sound, (name, value)| {
            self.below(&escaped(name), schema, value, pointer) & sound
        })
    }

    fn below(&mut self, segment: &str, schema: &'d Value, value: &Value, pointer: &mut String) -> bool {
        let length = pointer.len();
        pointer.push('/');
        pointer.push_str(segment);
        let sound = self.at(schema, value, pointer);
        pointer.truncate(length);
        sound
    }
}
