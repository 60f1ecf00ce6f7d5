//! The names of groups: which characters they have, and which of them may be there twice.

use std::collections::HashMap;

use super::super::{idna, idna_table::has};

/// The groups with names, and what refers to them.
///
/// Two groups may share a name where at most one of them takes part in a match: in different alternatives of a
/// disjunction (ECMA-262, section 22.2.1.1). Alternatives are nodes of a tree, closed where they end. Of all groups before
/// with the same name the last one decides: what is further away from it than it is from here is further away from here.
#[derive(Debug, Default)]
pub(super) struct Names {
    nodes: Vec<Node>,
    /// The disjunctions and alternatives that the reader is in.
    current: usize,
    /// The alternative that the last group of the name is in.
    groups: HashMap<String, usize>,
    references: Vec<String>,
}

#[derive(Debug)]
struct Node {
    parent: usize,
    kind: Kind,
    is_open: bool,
}

#[derive(Debug, PartialEq, Eq)]
enum Kind {
    Disjunction,
    Alternative,
}

impl Names {
    /// Begins a disjunction and its first alternative.
    pub(super) fn open(&mut self) {
        self.push(Kind::Disjunction);
        self.push(Kind::Alternative);
    }

    /// Ends an alternative and begins the next one.
    pub(super) fn next_alternative(&mut self) {
        self.pop();
        self.push(Kind::Alternative);
    }

    /// Ends a disjunction and its last alternative.
    pub(super) fn close(&mut self) {
        self.pop();
        self.pop();
    }

    /// Notes a group; `false` if another of the name may take part in the same match.
    pub(super) fn group(&mut self, name: String) -> bool {
        match self.groups.insert(name, self.current) {
            None => true,
            Some(before) => {
                let common = self.nearest_open(before);
                self.nodes.get(common).is_some_and(|node| node.kind == Kind::Disjunction)
            }
        }
    }

    /// Notes a reference, which may stand before its group.
    pub(super) fn reference(&mut self, name: String) {
        self.references.push(name);
    }

    /// Whether each reference has a group.
    pub(super) fn are_complete(&self) -> bool {
        self.references.iter().all(|name| self.groups.contains_key(name))
    }

    fn push(&mut self, kind: Kind) {
        self.nodes.push(Node {
            parent: self.current,
            kind,
            is_open: true,
        });
        self.current = self.nodes.len() - 1;
    }

    fn pop(&mut self) {
        if let Some(node) = self.nodes.get_mut(self.current) {
            node.is_open = false;
            self.current = node.parent;
        }
    }

    /// The nearest node above, or this one, that the reader is in. What is closed stays closed, so paths are shortened
    /// for the next time.
    fn nearest_open(&mut self, node: usize) -> usize {
        let mut nearest = node;
        while let Some(Node { parent, is_open: false, .. }) = self.nodes.get(nearest) {
            nearest = *parent;
        }
        let mut at = node;
        while let Some(closed) = self.nodes.get_mut(at).filter(|node| !node.is_open) {
            at = std::mem::replace(&mut closed.parent, nearest);
        }
        nearest
    }
}

/// `ID_Start` of Unicode, `$` and `_`.
pub(super) fn begins_name(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphabetic() || matches!(character, '$' | '_');
    }
    match character {
        // Enclosed letters are symbols; of the letters, a few belong to the syntax of patterns or were always allowed.
        '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f149}' | '\u{1f150}'..='\u{1f169}' | '\u{1f170}'..='\u{1f189}'
        | '\u{2e2f}' => false,
        '\u{1885}' | '\u{1886}' | '\u{2118}' | '\u{212e}' | '\u{309b}' | '\u{309c}' => true,
        _ => character.is_alphabetic() && !idna::is_mark(character),
    }
}

/// `ID_Continue` of Unicode, `$` and the two joiners; also what is not assigned between marks.
pub(super) fn continues_name(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric() || matches!(character, '$' | '_');
    }
    let is_enclosing_mark = matches!(
        character,
        '\u{488}' | '\u{489}' | '\u{1abe}' | '\u{20dd}'..='\u{20e0}' | '\u{20e2}'..='\u{20e4}' | '\u{a670}'..='\u{a672}'
    );
    match character {
        // Joiners, connectors, and what was always allowed.
        '\u{200c}' | '\u{200d}' | '\u{203f}' | '\u{2040}' | '\u{2054}' | '\u{fe33}' | '\u{fe34}' | '\u{fe4d}'..='\u{fe4f}'
        | '\u{ff3f}' | '\u{b7}' | '\u{387}' | '\u{1369}'..='\u{1371}' | '\u{19da}' | '\u{30fb}' | '\u{ff65}' => true,
        _ => {
            begins_name(character)
                || has(DECIMAL_DIGITS, character)
                || idna::is_mark(character) && !is_enclosing_mark
        }
    }
}

/// General category Nd outside ASCII, in the form of `idna_table` and of Unicode 17.
static DECIMAL_DIGITS: &[u32] = &[
    0x660, 0x66a, 0x6f0, 0x6fa, 0x7c0, 0x7ca, 0x966, 0x970, 0x9e6, 0x9f0, 0xa66, 0xa70,
    0xae6, 0xaf0, 0xb66, 0xb70, 0xbe6, 0xbf0, 0xc66, 0xc70, 0xce6, 0xcf0, 0xd66, 0xd70, 0xde6, 0xdf0,
    0xe50, 0xe5a, 0xed0, 0xeda, 0xf20, 0xf2a, 0x1040, 0x104a, 0x1090, 0x109a, 0x17e0, 0x17ea, 0x1810,
    0x181a, 0x1946, 0x1950, 0x19d0, 0x19da, 0x1a80, 0x1a8a, 0x1a90, 0x1a9a, 0x1b50, 0x1b5a, 0x1bb0,
    0x1bba, 0x1c40, 0x1c4a, 0x1c50, 0x1c5a, 0xa620, 0xa62a, 0xa8d0, 0xa8da, 0xa900, 0xa90a, 0xa9d0,
    0xa9da, 0xa9f0, 0xa9fa, 0xaa50, 0xaa5a, 0xabf0, 0xabfa, 0xff10, 0xff1a, 0x1_04a0, 0x1_04aa,
    0x1_0d30, 0x1_0d3a, 0x1_0d40, 0x1_0d4a, 0x1_1066, 0x1_1070, 0x1_10f0, 0x1_10fa, 0x1_1136, 0x1_1140,
    0x1_11d0, 0x1_11da, 0x1_12f0, 0x1_12fa, 0x1_1450, 0x1_145a, 0x1_14d0, 0x1_14da, 0x1_1650, 0x1_165a,
    0x1_16c0, 0x1_16ca, 0x1_16d0, 0x1_16e4, 0x1_1730, 0x1_173a, 0x1_18e0, 0x1_18ea, 0x1_1950, 0x1_195a,
    0x1_1bf0, 0x1_1bfa, 0x1_1c50, 0x1_1c5a, 0x1_1d50, 0x1_1d5a, 0x1_1da0, 0x1_1daa, 0x1_1de0, 0x1_1dea,
    0x1_1f50, 0x1_1f5a, 0x1_6130, 0x1_613a, 0x1_6a60, 0x1_6a6a, 0x1_6ac0, 0x1_6aca, 0x1_6b50, 0x1_6b5a,
    0x1_6d70, 0x1_6d7a, 0x1_ccf0, 0x1_ccfa, 0x1_d7ce, 0x1_d800, 0x1_e140, 0x1_e14a, 0x1_e2f0, 0x1_e2fa,
    0x1_e4f0, 0x1_e4fa, 0x1_e5f1, 0x1_e5fb, 0x1_e950, 0x1_e95a, 0x1_fbf0, 0x1_fbfa,
];
