//! The names under which secrets stand in documents, of a contract and all that are inside of it.

use std::collections::{HashMap, HashSet};

use crate::descriptor::{Body, ContractDescriptor, FieldDescriptor, Tagging, direct, has_foreign, reachable};
use crate::link::{Linked, linked};
use crate::shape::Kind;
use crate::violation::nearest;

/// How many names are compared with those of secrets. What comes beyond is hidden, so that the cost is bounded.
const COMPARED: usize = 1024;

/// The names of secrets.
#[derive(Debug)]
pub(super) struct Names {
    exact: HashSet<&'static str>,
    /// The same, also without what people write differently.
    near: Vec<String>,
    /// What was found of other names.
    compared: HashMap<String, bool>,
    /// Whether there is a secret without a name, so that all of the document is one.
    everything: bool,
}

/// Contracts, with what is known of the secrets that they have without a name.
struct Nameless {
    contracts: Vec<&'static ContractDescriptor>,
    /// Those that have one.
    found: HashSet<*const ContractDescriptor>,
}

impl Names {
    /// The names of all secrets of these contracts and those inside. In types that are no contract's there may be any of the
    /// program.
    pub(super) fn of(roots: &[&'static ContractDescriptor]) -> Self {
        let mut contracts = reachable(roots.to_vec());
        if contracts.iter().copied().any(has_foreign) {
            contracts.extend(linked().map(Linked::descriptor));
            contracts = reachable(contracts);
        }
        let nameless = Nameless::of(contracts);
        let mut exact = HashSet::new();
        for contract in &nameless.contracts {
            nameless.names(contract.body(), None, &mut exact);
        }
        let mut near: Vec<String> = exact
            .iter()
            .flat_map(|name| [(*name).to_owned(), folded(name)])
            .collect();
        near.sort_unstable();
        near.dedup();
        Names {
            exact,
            near,
            compared: HashMap::new(),
            everything: roots
                .iter()
                .any(|root| nameless.found.contains(&std::ptr::from_ref(*root))),
        }
    }

    /// Whether the whole document is a secret.
    pub(super) fn is_everything(&self) -> bool {
        self.everything
    }

    /// Whether there is no secret.
    pub(super) fn is_empty(&self) -> bool {
        self.exact.is_empty()
    }

    /// Whether a member of this name, which stands in the text as `raw`, is a secret, or may be meant to be one.
    pub(super) fn has(&mut self, name: &str, raw: &str) -> bool {
        if self.exact.contains(name) {
            return true;
        }
        if let Some(known) = self.compared.get(raw) {
            return *known;
        }
        // What is escaped needs but a slip to look like no name at all.
        if self.compared.len() == COMPARED || raw.contains('\\') {
            return true;
        }
        let written = [name.to_owned(), folded(name), folded(&mended(name))];
        let found = self
            .near
            .iter()
            .any(|known| written.iter().any(|name| is_near(name, known)));
        self.compared.insert(raw.to_owned(), found);
        found
    }
}

/// A name without case, and without what separates words in it.
fn folded(name: &str) -> String {
    let chars = name.chars().filter(|char| char.is_alphanumeric());
    chars.flat_map(char::to_lowercase).collect()
}

/// A name with what was meant to be an escape, as in `pass-u0077ord` for `pass\u0077ord`.
fn mended(name: &str) -> String {
    let mut mended = String::new();
    for (index, part) in name.split('u').enumerate() {
        let escaped = part
            .get(..4)
            .and_then(|digits| u32::from_str_radix(digits, 16).ok());
        match escaped.and_then(char::from_u32).filter(|_| index > 0) {
            Some(char) => {
                // What stands for the backslash.
                mended.pop();
                mended.push(char);
                mended.push_str(part.get(4..).unwrap_or_default());
            }
            None => {
                mended.push_str(if index > 0 { "u" } else { "" });
                mended.push_str(part);
            }
        }
    }
    mended
}

/// Whether one name may stand for another by mistake.
fn is_near(name: &str, known: &str) -> bool {
    // An empty name is near to none, but a letter away from some.
    let lacks_one = name.is_empty() && known.chars().count() == 1;
    if name == known || lacks_one || nearest(name, [known]).is_some() {
        return true;
    }
    // Names that are too long to be compared character by character: they begin and end alike.
    let begin = name
        .bytes()
        .zip(known.bytes())
        .take_while(|(one, other)| one == other);
    let end = name.bytes().rev().zip(known.bytes().rev());
    let end = end.take_while(|(one, other)| one == other);
    let (long, same) = (name.len().max(known.len()), begin.count() + end.count());
    long > 64 && same >= long - long / 3
}

impl Nameless {
    fn of(contracts: Vec<&'static ContractDescriptor>) -> Self {
        let mut nameless = Nameless {
            contracts,
            found: HashSet::new(),
        };
        // What one has without a name is in what holds it, and so on until nothing is added.
        loop {
            let bodies = nameless.contracts.iter();
            let found: HashSet<_> = bodies
                .filter(|contract| nameless.lacks(contract.body(), None))
                .map(|contract| std::ptr::from_ref(*contract))
                .collect();
            if found.len() == nameless.found.len() {
                return nameless;
            }
            nameless.found = found;
        }
    }

    /// Whether a value of this kind is, or holds without a name around it, a secret without a name.
    fn is_open(&self, kind: Kind) -> bool {
        let mut inside = direct(kind).into_iter();
        inside.any(|inner| self.found.contains(&std::ptr::from_ref(inner)))
    }

    fn hides(&self, field: &FieldDescriptor) -> bool {
        field.is_secret() || self.is_open(field.kind())
    }

    /// Whether a body has a secret without a name; `name` is that of the body as the content of a variant.
    fn lacks(&self, body: Body, name: Option<&str>) -> bool {
        match body {
            Body::Record(fields) => fields
                .iter()
                .any(|field| field.is_flattened() && self.hides(field)),
            Body::Tuple(fields) => name.is_none() && fields.iter().any(|field| self.hides(field)),
            Body::Newtype(field) => name.is_none() && self.hides(field),
            Body::Unit => false,
            Body::Variants { tagging, variants } => variants
                .iter()
                .any(|variant| self.lacks(variant.body(), content(tagging, variant.wire_name()))),
            Body::Converted(kind) => self.is_open(kind),
        }
    }

    /// Adds the names of the secrets of a body.
    fn names(&self, body: Body, name: Option<&'static str>, names: &mut HashSet<&'static str>) {
        match body {
            Body::Record(fields) => {
                for field in fields.iter().filter(|field| self.hides(field)) {
                    names.insert(field.wire_name());
                    names.extend(field.aliases());
                }
            }
            Body::Tuple(fields) if fields.iter().any(|field| self.hides(field)) => names.extend(name),
            Body::Newtype(field) if self.hides(field) => names.extend(name),
            Body::Variants { tagging, variants } => {
                for variant in variants {
                    for known in [&[variant.wire_name()], variant.aliases()].into_iter().flatten() {
                        self.names(variant.body(), content(tagging, known), names);
                    }
                }
            }
            Body::Tuple(_) | Body::Newtype(_) | Body::Unit | Body::Converted(_) => {}
        }
    }
}

/// The member that the content of a variant of this name stands in, if it is one of its own.
fn content(tagging: Tagging, variant: &'static str) -> Option<&'static str> {
    match tagging {
        Tagging::External => Some(variant),
        Tagging::Adjacent { content, .. } => Some(content),
        Tagging::Internal { .. } | Tagging::Untagged => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_to_be_an_escape_is_read_as_one() {
        assert_eq!(mended("pass-u0077ord"), "password");
        assert_eq!(mended("user_under"), "user_under");
        assert_eq!(mended("u0041"), "A");
    }

    #[test]
    fn names_that_are_too_long_to_be_compared_are_near_by_their_ends() {
        let known = "a_rather_long_name_of_a_field_that_holds_the_second_password_of_the_user";
        assert!(is_near(&known.replace("second", "secXnd"), known));
        assert!(!is_near(&known.to_uppercase(), known));
        assert!(!is_near("password", known));
    }
}
