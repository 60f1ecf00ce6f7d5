//! The definitions of contracts, and what they are called.

use std::fmt::Write as _;

use super::tree::{Node, Object};
use crate::descriptor::{Body, ContractDescriptor, Graph, UnknownFields, What};
use crate::zone::Zone;

/// From where a contract is reached: what that changes of what it accepts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mode {
    /// Whether contracts that say nothing themselves reject members that they do not know.
    pub(super) denies: bool,
    /// The tags of enums that stand among the members of the object and are not the contract's own.
    pub(super) tags: Vec<&'static str>,
    /// Whether the members are among those of an outer record, which knows others.
    pub(super) open: bool,
}

impl Mode {
    /// A value of its own.
    pub(super) const fn plain(denies: bool) -> Self {
        Mode {
            denies,
            tags: Vec::new(),
            open: false,
        }
    }

    /// That of a contract that is accepted itself.
    fn own(descriptor: &ContractDescriptor) -> Self {
        Mode::plain(descriptor.zone().denies_unknown() && descriptor.denies_unknown())
    }

    /// Behind a tag among the members.
    pub(super) fn tagged(&self, tag: &'static str) -> Self {
        let mut inner = self.clone();
        if !inner.tags.contains(&tag) {
            inner.tags.push(tag);
        }
        inner
    }

    /// Whether the value is an object that others have a part in.
    pub(super) fn is_shared(&self) -> bool {
        self.open || !self.tags.is_empty()
    }
}

/// Puts schemas together, each contract's once for each way in which it is reached.
pub(super) struct Builder {
    contracts: Vec<Known>,
    /// What is or will be defined; the first may be the document itself.
    definitions: Vec<Definition>,
    root: bool,
}

/// A contract, and what is known of it.
struct Known {
    descriptor: &'static ContractDescriptor,
    /// The same for all that stand for one contract.
    identity: u128,
    /// Whether what it accepts depends on what the outermost contract does with unknown members.
    follows: bool,
    name: String,
}

struct Definition {
    descriptor: &'static ContractDescriptor,
    identity: u128,
    mode: Mode,
    name: String,
}

impl Builder {
    /// What builds the schemas of these contracts and of all inside. With `root` the first is the document itself.
    pub(super) fn new(roots: &[&'static ContractDescriptor], root: bool) -> Self {
        let graph = Graph::new(roots.iter().copied(), What::Identity);
        let hashes = graph.hashes();
        let mut contracts: Vec<Known> = Vec::new();
        for (at, (descriptor, identity)) in graph.contracts().zip(hashes).enumerate() {
            contracts.push(Known {
                descriptor,
                identity,
                follows: follows(&graph, at),
                name: String::new(),
            });
        }
        let names: Vec<String> = contracts.iter().map(|known| name(known, &contracts)).collect();
        for (known, name) in contracts.iter_mut().zip(names) {
            known.name = name;
        }
        Builder {
            contracts,
            definitions: Vec::new(),
            root,
        }
    }

    /// A reference to the definition of a contract.
    pub(super) fn reference(&mut self, descriptor: &'static ContractDescriptor, mode: Mode) -> Object {
        let name = self.define(descriptor, mode);
        let target = match name.as_str() {
            "" => "#".to_owned(),
            name => format!("#/$defs/{}", fragment(name)),
        };
        Object::new().with("$ref", target)
    }

    /// Takes note that a contract is to be defined, and gives the name of that.
    pub(super) fn define(&mut self, descriptor: &'static ContractDescriptor, mut mode: Mode) -> String {
        let known = self
            .contracts
            .iter()
            .find(|known| std::ptr::eq(known.descriptor, descriptor));
        let (identity, follows, base) = match known {
            Some(known) => (known.identity, known.follows, known.name.as_str()),
            // The graph has all that can be reached.
            None => (0, true, descriptor.name()),
        };
        let own = Mode::own(descriptor);
        if !follows {
            mode.denies = own.denies;
        }
        let same = |definition: &&Definition| definition.identity == identity && definition.mode == mode;
        if let Some(definition) = self.definitions.iter().find(same) {
            return definition.name.clone();
        }
        let name = match self.root && self.definitions.is_empty() {
            true => String::new(),
            false => variant(base, &mode, &own),
        };
        self.definitions.push(Definition {
            descriptor,
            identity,
            mode,
            name: name.clone(),
        });
        name
    }

    /// The document: the first contract if there is a root, and all definitions.
    pub(super) fn document(mut self, roots: &[&'static ContractDescriptor]) -> Node {
        for descriptor in roots {
            self.define(descriptor, Mode::own(descriptor));
        }
        let mut document = Object::new().with("$schema", "https://json-schema.org/draft/2020-12/schema");
        let mut definitions: Vec<(String, Object)> = Vec::new();
        let mut at = 0;
        while let Some(Definition {
            descriptor,
            mode,
            name,
            ..
        }) = self.definitions.get(at)
        {
            let (descriptor, mode, name) = (*descriptor, mode.clone(), name.clone());
            let schema = self.contract(descriptor, &mode);
            match name.is_empty() {
                true => schema
                    .iter()
                    .for_each(|(keyword, value)| document.push(keyword.to_owned(), value.clone())),
                false => definitions.push((name, schema)),
            }
            at += 1;
        }
        // The order in which they were reached would change with any contract before.
        definitions.sort_by(|(one, _), (other, _)| one.cmp(other));
        let mut named = Object::new();
        for (name, schema) in definitions {
            named.push(name, schema);
        }
        document.push_filled("$defs", named);
        document.into()
    }
}

/// Whether the contract at a place, or one inside, does with unknown members what the outermost one does.
fn follows(graph: &Graph, at: usize) -> bool {
    let all: Vec<_> = graph.contracts().collect();
    let mut reached = vec![at];
    let mut next = 0;
    while let Some(at) = reached.get(next).copied() {
        if let Some(descriptor) = all.get(at) {
            let says =
                descriptor.unknown_fields() != UnknownFields::Zone || descriptor.zone() == Zone::External;
            if !says && has_members(descriptor.body()) {
                return true;
            }
        }
        for inner in graph.inside(at) {
            if !reached.contains(inner) {
                reached.push(*inner);
            }
        }
        next += 1;
    }
    false
}

/// Whether there are members of which others could be told.
fn has_members(body: Body) -> bool {
    !matches!(
        body,
        Body::Unit | Body::Converted(_) | Body::Newtype(_) | Body::Tuple(_)
    )
}

/// Module, name and version; behind them some of the hash where that stands for several contracts.
fn name(known: &Known, all: &[Known]) -> String {
    let plain = |descriptor: &ContractDescriptor| {
        let mut name = descriptor.module().replace("::", ".");
        if !name.is_empty() {
            name.push('.');
        }
        name.push_str(descriptor.name());
        if !descriptor.version().is_empty() {
            name.push('@');
            name.push_str(descriptor.version());
        }
        name
    };
    let mut name = plain(known.descriptor);
    let shared = all
        .iter()
        .any(|other| other.identity != known.identity && plain(other.descriptor) == name);
    if shared {
        // The content alone, so that it stays the same where the source moves; the identity tells those apart that say
        // the same.
        let hash = known.descriptor.content_hash();
        let same = |other: &&Known| {
            other.identity != known.identity
                && plain(other.descriptor) == name
                && other.descriptor.content_hash() == hash
        };
        let hash = match all.iter().find(same) {
            Some(_) => known.identity,
            None => hash.get(),
        };
        // Writing to a text can't fail.
        let _ = write!(name, "-{:08x}", hash >> 96);
    }
    name
}

/// The name of a contract's definition for one of the ways in which it is reached.
fn variant(base: &str, mode: &Mode, own: &Mode) -> String {
    let mut name = base.to_owned();
    if mode.denies != own.denies {
        name.push_str(match mode.denies {
            true => ":closed",
            false => ":lenient",
        });
    }
    for tag in &mode.tags {
        name.push_str(":beside-");
        name.push_str(tag);
    }
    if mode.open {
        name.push_str(":members");
    }
    name
}

/// A name in the fragment of a URI: a JSON Pointer in which what a fragment must not hold is escaped.
fn fragment(name: &str) -> String {
    let mut fragment = String::with_capacity(name.len());
    for byte in name.replace('~', "~0").replace('/', "~1").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b':' | b'@' => {
                fragment.push(char::from(byte));
            }
            _ => {
                // Writing to a text can't fail.
                let _ = write!(fragment, "%{byte:02X}");
            }
        }
    }
    fragment
}

#[cfg(test)]
mod tests {
    use super::fragment;

    #[test]
    fn names_are_escaped_for_pointer_and_uri() {
        assert_eq!(fragment("app.order@1"), "app.order@1");
        assert_eq!(fragment("a/b~c d\u{e9}"), "a~1b~0c%20d%C3%A9");
    }
}
