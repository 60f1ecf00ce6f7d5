//! What is known of a record's members, and the tags that enums have read off objects.

use super::Decoder;
use crate::descriptor::FieldDescriptor;
use crate::violation::{Anchor, Params, Structural, nearest_within};

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
    /// The fields as the contract's descriptor has them; each goes by its position.
    fields: &'static [FieldDescriptor],
    unknown: Unknown,
    /// Whether members that the record does not know are kept for its flattened fields.
    pub(super) keep: bool,
}

impl Record {
    /// A record of these fields.
    #[must_use]
    pub const fn new(fields: &'static [FieldDescriptor], unknown: Unknown) -> Self {
        Record {
            fields,
            unknown,
            keep: false,
        }
    }

    /// The same record with flattened fields.
    #[must_use]
    pub const fn flattened(self) -> Self {
        Record { keep: true, ..self }
    }

    /// The fields that are members, with their positions.
    fn members(&self) -> impl Iterator<Item = (usize, &'static FieldDescriptor)> {
        let fields = self.fields.iter().enumerate();
        fields.filter(|(_, field)| !field.is_flattened())
    }

    /// The field called `name`.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        let mut members = self.members();
        members.find_map(|(position, field)| field.is_called(name).then_some(position))
    }

    /// The name of the field at a position, if it stands in a JSON text as it is.
    #[inline]
    pub(super) fn plain_name(&self, position: usize) -> Option<&'static str> {
        let field = self.fields.get(position).filter(|field| !field.is_flattened());
        field.and_then(FieldDescriptor::plain_name)
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
        decoder.telling(|effort| {
            let known = self.members().map(|(_, field)| field.wire_name());
            params.push("nearest", nearest_within(name, known, effort)?);
            Some(())
        });
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
