//! The hash of what a contract says, and the contracts that one can reach.
//!
//! # The algorithm
//!
//! Each contract that can be reached is written as bytes: its name, version, zone, what it does with unknown members,
//! its limits, its body with all fields and variants, its checks and what is said across fields. A text is `s`, its length as 8 bytes and its bytes in
//! UTF-8; an integer `i` and 16 bytes; a float `f` and the 8 bytes of its bits; a truth value `b` and a byte; what comes in
//! any number has an integer before it that says how many; a contract inside is `n` alone. Numbers have their lowest byte
//! first. The first hash of a contract is that of its bytes; each further one is that of its bytes and the previous hashes
//! of the contracts inside, 16 bytes each, in the order in which they stand. That is done as often as there are contracts
//! with different hashes, so that what is inside counts however deep it is, also where contracts hold each other. The
//! hash is FNV-1a with 128 bits; its upper half is added to the lower one without carry, the whole is multiplied by
//! the constant `MIX`, and the upper half is added to the lower one again.

use std::fmt;

use super::graph::{Graph, What, hash_of};
use super::{Body, Checks, ContractDescriptor, FieldDescriptor, Tagging, UnknownFields, VariantDescriptor};
use crate::across::AcrossRule;
use crate::boundary::Limits;
use crate::rules::RuleInfo;
use crate::shape::Kind;
use crate::violation::{Param, Params, Severity};

/// The hash of what a contract says. Its text is 32 hexadecimal digits.
///
/// It tells versions of a contract apart; it is no protection against someone who looks for two contracts with one hash.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentHash(u128);

impl ContentHash {
    /// The hash of what is written as these bytes.
    #[doc(hidden)]
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        ContentHash(hash_of(bytes))
    }

    /// As a number.
    #[must_use]
    pub const fn get(self) -> u128 {
        self.0
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ContentHash({self})")
    }
}

impl ContractDescriptor {
    /// The hash of what the contract says to senders: the same for the same content in every build and on every
    /// platform, another one after every change that a sender can notice.
    ///
    /// In it are name, version, zone, limits, what happens to unknown members, the names of members and variants as
    /// documents have them with their order, kinds, presence, defaults that are written out, rules with their
    /// parameters, messages and conditions, checks and what changes values by their paths, what is said across fields, and
    /// the content of the contracts inside. Not in it are
    /// module, file and line, doc comments, metadata, and names that only the program has. What a `usize` can hold
    /// depends on the platform, and so does the hash of a contract that has one.
    ///
    /// It takes time in the number of contracts inside, squared, and allocates: keep it where it is needed often.
    ///
    /// ```
    /// use contracts_runtime::{Body, ContractDescriptor, Kind, Zone};
    ///
    /// static OLD: ContractDescriptor =
    ///     ContractDescriptor::new("id", "app", Zone::Core, Body::Converted(Kind::Bool));
    /// static MOVED: ContractDescriptor =
    ///     ContractDescriptor::new("id", "app::other", Zone::Core, Body::Converted(Kind::Bool));
    /// static NEW: ContractDescriptor =
    ///     ContractDescriptor::new("id", "app", Zone::Core, Body::Converted(Kind::Number));
    /// assert_eq!(OLD.content_hash(), MOVED.content_hash());
    /// assert_ne!(OLD.content_hash(), NEW.content_hash());
    /// assert_eq!(OLD.content_hash().to_string().len(), 32);
    /// ```
    #[must_use]
    pub fn content_hash(&'static self) -> ContentHash {
        let graph = Graph::new([self], What::Content);
        ContentHash(graph.hashes().first().copied().unwrap_or_default())
    }
}

/// The bytes of a contract, and the contracts inside.
#[derive(Default)]
pub(super) struct Content {
    pub(super) bytes: Vec<u8>,
    pub(super) inside: Vec<&'static ContractDescriptor>,
}

impl Content {
    pub(super) fn text(&mut self, text: &str) {
        self.bytes.push(b's');
        self.bytes.extend((text.len() as u64).to_le_bytes());
        self.bytes.extend(text.as_bytes());
    }

    pub(super) fn integer(&mut self, value: impl Into<i128>) {
        self.bytes.push(b'i');
        self.bytes.extend(value.into().to_le_bytes());
    }

    fn count(&mut self, count: usize) {
        self.integer(count as u64);
    }

    fn flag(&mut self, flag: bool) {
        self.bytes.extend([b'b', u8::from(flag)]);
    }

    fn texts(&mut self, texts: &[&str]) {
        self.count(texts.len());
        for text in texts {
            self.text(text);
        }
    }

    pub(super) fn contract(&mut self, descriptor: &'static ContractDescriptor) {
        self.text(descriptor.name());
        self.text(descriptor.version());
        self.text(descriptor.zone().as_str());
        self.flag(descriptor.is_transparent());
        self.text(match descriptor.unknown_fields() {
            UnknownFields::Zone => "zone",
            UnknownFields::Deny => "deny",
            UnknownFields::Ignore => "ignore",
        });
        let Limits {
            max_bytes,
            max_depth,
            max_violations,
        } = descriptor.limits();
        for limit in [max_bytes, max_depth, max_violations] {
            self.flag(limit.is_some());
            self.count(limit.unwrap_or_default());
        }
        self.body(descriptor.body());
        self.count(descriptor.checks().len());
        for check in descriptor.checks() {
            self.source(check.path());
            self.texts(check.reads());
        }
        self.across(descriptor.across());
    }

    fn across(&mut self, rules: &[AcrossRule]) {
        self.count(rules.len());
        for rule in rules {
            self.text(rule.word());
            self.text(rule.field().unwrap_or_default());
            self.texts(rule.others());
            let values = rule.values();
            self.count(values.len());
            for value in &values {
                self.param(value);
            }
            self.rule(rule.info());
        }
    }

    fn body(&mut self, body: Body) {
        match body {
            Body::Record(fields) => {
                self.text("record");
                self.fields(fields);
            }
            Body::Tuple(fields) => {
                self.text("tuple");
                self.fields(fields);
            }
            Body::Newtype(field) => {
                self.text("newtype");
                self.field(field);
            }
            Body::Unit => self.text("unit"),
            Body::Variants { tagging, variants } => {
                self.text("variants");
                self.tagging(tagging);
                self.count(variants.len());
                for variant in variants {
                    self.variant(variant);
                }
            }
            Body::Converted(kind) => {
                self.text("converted");
                self.kind(kind);
            }
        }
    }

    fn tagging(&mut self, tagging: Tagging) {
        match tagging {
            Tagging::External => self.text("external"),
            Tagging::Internal { tag } => {
                self.text("internal");
                self.text(tag);
            }
            Tagging::Adjacent { tag, content } => {
                self.text("adjacent");
                self.text(tag);
                self.text(content);
            }
            Tagging::Untagged => self.text("untagged"),
        }
    }

    fn variant(&mut self, variant: &VariantDescriptor) {
        self.text(variant.wire_name());
        self.texts(variant.aliases());
        self.flag(variant.is_other());
        self.body(variant.body());
        self.across(variant.across());
    }

    fn fields(&mut self, fields: &[FieldDescriptor]) {
        self.count(fields.len());
        for field in fields {
            self.field(field);
        }
    }

    fn field(&mut self, field: &FieldDescriptor) {
        let presence = field.presence();
        self.text(field.wire_name());
        self.texts(field.aliases());
        self.kind(field.kind());
        for flag in [
            presence.required,
            presence.nullable,
            presence.default,
            field.is_demanded(),
            field.refuses_null(),
            field.is_flattened(),
            field.is_secret(),
            field.is_opaque(),
        ] {
            self.flag(flag);
        }
        let default = field.default_value();
        self.flag(default.is_some());
        if let Some(default) = &default {
            self.param(default);
        }
        self.checks(field.checks());
    }

    fn checks(&mut self, checks: &Checks) {
        self.count(checks.rules().len());
        for rule in checks.rules() {
            self.rule(*rule);
        }
        self.count(checks.custom().len());
        for path in checks.custom() {
            self.source(path);
        }
        self.texts(checks.sanitized());
        for part in [checks.each(), checks.keys(), checks.values()] {
            self.flag(part.is_some());
            if let Some(part) = part {
                self.checks(part);
            }
        }
    }

    fn rule(&mut self, rule: &dyn RuleInfo) {
        self.text(rule.code());
        self.params(&rule.params());
        self.flag(rule.severity() == Severity::Warn);
        self.flag(rule.wording().is_some());
        self.text(rule.wording().unwrap_or_default());
        self.flag(rule.condition().is_some());
        self.source(rule.condition().unwrap_or_default());
    }

    /// What was written in Rust, without the spaces: compilers differ in them.
    fn source(&mut self, source: &str) {
        let text: String = source.chars().filter(|char| !char.is_whitespace()).collect();
        self.text(&text);
    }

    fn params(&mut self, params: &Params) {
        self.count(params.iter().count());
        for (name, value) in params.iter() {
            self.text(name);
            self.param(value);
        }
    }

    fn param(&mut self, param: &Param) {
        match param {
            Param::Bool(value) => self.flag(*value),
            Param::Integer(value) => self.integer(*value),
            Param::Float(value) => {
                self.bytes.push(b'f');
                self.bytes.extend(value.to_bits().to_le_bytes());
            }
            Param::Text(text) => self.text(text),
            Param::List(values) => {
                self.text("list");
                self.count(values.len());
                for value in values {
                    self.param(value);
                }
            }
            Param::Object(values) => {
                self.text("object");
                self.params(values);
            }
        }
    }

    fn kind(&mut self, kind: Kind) {
        match kind {
            Kind::Any => self.text("any"),
            Kind::Null => self.text("null"),
            Kind::Bool => self.text("bool"),
            Kind::Integer { signed, bits } => {
                self.text("integer");
                self.flag(signed);
                self.integer(bits);
            }
            Kind::Number => self.text("number"),
            Kind::Text { format } => {
                self.text("text");
                self.flag(format.is_some());
                self.text(format.unwrap_or_default());
            }
            Kind::Char => self.text("char"),
            Kind::List { items, length } => {
                self.text("list");
                self.flag(length.is_some());
                self.count(length.unwrap_or_default());
                self.kind(*items);
            }
            Kind::Set(items) => {
                self.text("set");
                self.kind(*items);
            }
            Kind::Tuple(kinds) => {
                self.text("tuple");
                self.count(kinds.len());
                for kind in kinds {
                    self.kind(*kind);
                }
            }
            Kind::Map { keys, values } => {
                self.text("map");
                self.kind(*keys);
                self.kind(*values);
            }
            Kind::Optional(kind) => {
                self.text("optional");
                self.kind(*kind);
            }
            Kind::Contract(of) => {
                self.bytes.push(b'n');
                self.inside.push(of());
            }
            Kind::Foreign => self.text("foreign"),
        }
    }
}
