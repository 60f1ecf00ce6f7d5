//! What is known of a record's members, and the tags that enums have read off objects.

use super::Decoder;
use crate::violation::{Anchor, Params, Structural, nearest};

/// What a record does with members that it does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// What the zone of the contract that is accepted says.
    Zone,
    /// They are faults, because the contract is external.
    External,
    /// They are faults, because the contract says so.
    Deny,
    /// They are dropped.
    Ignore,
}

/// What is known of a record's members: a constant beside each decoder.
#[derive(Debug)]
pub struct Record {
    /// For each field the key as it stands in a compact text behind another member: `,"name":`.
    pub(super) keys: &'static [&'static str],
    /// For each field its name.
    names: &'static [&'static str],
    /// Other names: the name and the field.
    aliases: &'static [(&'static str, usize)],
    unknown: Unknown,
    /// Whether members that the record does not know are kept for its flattened fields.
    pub(super) keep: bool,
}

impl Record {
    /// A record with these names; `keys` has each as it stands in a compact text, with comma, quotes and colon.
    #[must_use]
    pub const fn new(
        keys: &'static [&'static str],
        names: &'static [&'static str],
        aliases: &'static [(&'static str, usize)],
        unknown: Unknown,
    ) -> Self {
        Record {
            keys,
            names,
            aliases,
            unknown,
            keep: false,
        }
    }

    /// The same record with flattened fields.
    #[must_use]
    pub const fn flattened(self) -> Self {
        Record { keep: true, ..self }
    }

    /// The field called `name`.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        let named = self.names.iter().position(|known| *known == name);
        named.or_else(|| {
            self.aliases
                .iter()
                .find_map(|(alias, field)| (*alias == name).then_some(*field))
        })
    }

    /// Whether members that it does not know are faults.
    pub(super) fn denies(&self, decoder: &Decoder<'_>) -> bool {
        match self.unknown {
            Unknown::Zone => decoder.denies_unknown(),
            Unknown::External | Unknown::Deny => true,
            Unknown::Ignore => false,
        }
    }

    /// Whether the contract says itself that there is nothing but what it knows.
    pub(super) fn is_closed(&self) -> bool {
        self.unknown == Unknown::Deny
    }

    /// Reports a member that the record does not know.
    #[cold]
    pub(super) fn unknown(&self, decoder: &mut Decoder<'_>, key: usize, name: &str) {
        let mut params = Params::new();
        if decoder.report.has_room() {
            if let Some(nearest) = nearest(name, self.names.iter().copied()) {
                params.push("nearest", nearest);
            }
        }
        decoder
            .report
            .add_anchored(Anchor::Key(key), Structural::Unknown.with(params));
    }
}

/// The tag of an enum, read off an object whose other members are the variant's.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tag {
    /// Where the object starts.
    pub(super) object: usize,
    pub(super) name: &'static str,
    /// Whether the member was met again while the variant was read.
    pub(super) seen: bool,
}
