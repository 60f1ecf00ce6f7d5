//! What fields and variants are called in documents, where that is not what they are called in the program.

/// What most fields and variants do not have, out of their way: a name of its own in documents, further names, a doc
/// comment.
#[derive(Debug)]
pub struct Notes {
    pub(super) wire_name: &'static str,
    /// Whether the name holds nothing that JSON escapes.
    pub(super) plain: bool,
    aliases: &'static [&'static str],
    docs: &'static str,
}

impl Notes {
    /// The name in documents, other names that are read, and the doc comment.
    #[must_use]
    pub const fn new(wire_name: &'static str, aliases: &'static [&'static str], docs: &'static str) -> Self {
        Notes {
            wire_name,
            plain: is_plain(wire_name.as_bytes()),
            aliases,
            docs,
        }
    }
}

const fn is_plain(mut name: &[u8]) -> bool {
    while let [byte, rest @ ..] = name {
        if matches!(byte, b'"' | b'\\' | 0..=0x1f) {
            return false;
        }
        name = rest;
    }
    true
}

#[inline]
pub(super) const fn wire_name(name: &'static str, notes: Option<&'static Notes>) -> &'static str {
    match notes {
        Some(notes) => notes.wire_name,
        None => name,
    }
}

#[inline]
pub(super) const fn aliases(notes: Option<&'static Notes>) -> &'static [&'static str] {
    match notes {
        Some(notes) => notes.aliases,
        None => &[],
    }
}

#[inline]
pub(super) const fn docs(notes: Option<&'static Notes>) -> &'static str {
    match notes {
        Some(notes) => notes.docs,
        None => "",
    }
}

#[inline]
pub(super) fn is_called(wire_name: &str, notes: Option<&'static Notes>, name: &str) -> bool {
    wire_name == name || aliases(notes).contains(&name)
}
