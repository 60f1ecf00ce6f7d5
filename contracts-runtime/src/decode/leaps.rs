//! Values that are stepped over now and read later: where they end, so that what is inside of them is not stepped over
//! again at each level.
//!
//! Looking for the tag of an enum, leaving members to flattened fields, and content before its tag all step over values
//! that are read afterwards, and what is read may do the same one level below. Without a note of where values end, the
//! innermost would be stepped over as often as it is deep.

use std::collections::BTreeMap;

use super::{Decoder, Read};
use crate::json::Witness;

/// Shorter values are stepped over again: that is as cheap as to look their ends up. It also bounds the notes, each of
/// which stands for so many bytes at its depth.
const SHORTEST: usize = 128;

/// Where members' values end, by where they start.
#[derive(Debug, Default)]
pub(super) struct Leaps {
    ends: BTreeMap<usize, usize>,
    /// Where the values start that are being stepped over.
    open: Vec<usize>,
}

impl Leaps {
    fn note(&mut self, start: usize, end: usize) {
        if end - start >= SHORTEST {
            self.ends.insert(start, end);
        }
    }
}

impl Witness for Leaps {
    fn starts(&mut self, at: usize) {
        self.open.push(at);
    }

    fn ends(&mut self, at: usize, member: bool) {
        // Only members are stepped over one by one.
        if let (Some(start), true) = (self.open.pop(), member) {
            self.note(start, at);
        }
    }
}

impl Decoder<'_> {
    /// Steps over the next value, which is read later.
    pub(super) fn leap(&mut self) -> Read<()> {
        let start = self.begin();
        let leaps = self.leaps.get_or_insert_default();
        if let Some(end) = leaps.ends.get(&start) {
            self.reader.seek(*end);
            return Ok(());
        }
        leaps.open.clear();
        if let Err(error) = self.reader.step_over(&mut **leaps) {
            return Err(self.syntax(error));
        }
        leaps.note(start, self.reader.at());
        Ok(())
    }
}
