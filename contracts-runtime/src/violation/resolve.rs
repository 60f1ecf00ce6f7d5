//! From pointers to places: one walk over the text for all violations that have a pointer and no place.

use std::collections::HashMap;
use std::ops::Range;

use super::locate::number_lines;
use super::{Place, Violations};
use crate::json::{Reader, SyntaxError, Token};

impl Violations {
    /// Gives violations that have no place the one that their pointer leads to in `text`: those that were found after
    /// reading, by a look-up for example. Others stay as they are. The report is then in the order of the document, with
    /// what has no place at its end.
    ///
    /// Where a part of the pointer is not there, the place is the closing bracket of the innermost object or array that
    /// is, as for a missing member, or the value that has no parts. Of a member that is there twice it is the first.
    /// Behind a byte where the text stops being JSON nothing is found, and a pointer that is none (RFC 6901) leads
    /// nowhere. Values are not taken from the text: [`value`](super::Violation::value) stays `None`.
    ///
    /// Takes time in the length of the text and of the pointers together.
    ///
    /// ```
    /// use contracts_runtime::{Violation, Violations};
    ///
    /// let taken = Violation::new("taken", "is already taken").at("/user/email");
    /// let report = Violations::one(taken).locate("{\"user\":\n  {\"email\": \"ada@example.com\"}}");
    /// assert_eq!(report.to_string(), "2:13: /user/email: is already taken");
    /// ```
    #[must_use]
    pub fn locate(self, text: &str) -> Self {
        self.each(|violations| {
            let mut tree = Tree::default();
            for (at, violation) in violations.iter().enumerate() {
                if violation.0.place.is_none() {
                    tree.insert(violation.pointer(), at);
                }
            }
            let mut found = Walk::over(text, tree);
            found.sort_by_key(|(_, place)| place.span.start);
            number_lines(text, found.iter_mut().map(|(_, place)| place));
            for (at, place) in found {
                if let Some(violation) = violations.get_mut(at) {
                    violation.0.place = Some(place);
                }
            }
            violations.sort_by_key(|violation| violation.span().map_or(usize::MAX, |span| span.start));
        })
    }
}

/// All pointers, as a tree of their segments.
struct Tree(Vec<Node>);

#[derive(Default)]
struct Node {
    parts: HashMap<String, usize>,
    /// The violations whose pointer ends here.
    ends: Vec<usize>,
    /// Whether the walk has met it.
    met: bool,
}

impl Default for Tree {
    fn default() -> Self {
        Tree(vec![Node::default()])
    }
}

/// The node of the whole document.
const ROOT: usize = 0;

impl Tree {
    fn insert(&mut self, pointer: &str, violation: usize) {
        let mut segments = pointer.split('/');
        if segments.next() != Some("") {
            return;
        }
        let mut at = ROOT;
        for segment in segments {
            let name = segment.replace("~1", "/").replace("~0", "~");
            let next = self.0.len();
            let Some(node) = self.0.get_mut(at) else { return };
            at = *node.parts.entry(name).or_insert(next);
            if at == next {
                self.0.push(Node::default());
            }
        }
        if let Some(node) = self.0.get_mut(at) {
            node.ends.push(violation);
        }
    }

    /// The node of a part that was not met before.
    fn part(&mut self, of: usize, name: &str) -> Option<usize> {
        let at = *self.0.get(of)?.parts.get(name)?;
        let met = &mut self.0.get_mut(at)?.met;
        (!std::mem::replace(met, true)).then_some(at)
    }

    /// The parts that are elements of an array, by their indexes in falling order. An index has no leading zeros
    /// (RFC 6901, section 4).
    fn elements(&self, of: usize) -> Vec<(usize, usize)> {
        let parts = self.0.get(of).into_iter().flat_map(|node| &node.parts);
        let mut elements: Vec<(usize, usize)> = parts
            .filter_map(|(name, at)| Some((name.parse().ok()?, name, *at)))
            .filter(|(index, name, _): &(usize, _, _)| index.to_string() == **name)
            .map(|(index, _, at)| (index, at))
            .collect();
        elements.sort_unstable_by(|one, other| other.cmp(one));
        elements
    }

    fn has_parts(&self, at: usize) -> bool {
        self.0.get(at).is_some_and(|node| !node.parts.is_empty())
    }

    fn ends(&self, at: usize) -> &[usize] {
        self.0.get(at).map_or(&[], |node| &node.ends)
    }

    /// The violations whose pointers lead to parts that were not met.
    fn unmet(&self, of: usize) -> Vec<usize> {
        let mut unmet = Vec::new();
        let parts = |at: usize| self.0.get(at).into_iter().flat_map(|node| node.parts.values());
        let mut open: Vec<usize> = parts(of).copied().collect();
        while let Some(at) = open.pop() {
            let Some(node) = self.0.get(at).filter(|node| !node.met) else {
                continue;
            };
            unmet.extend(&node.ends);
            open.extend(parts(at));
        }
        unmet
    }
}

/// The walk over the text, into those objects and arrays that pointers lead into.
struct Walk<'t> {
    reader: Reader<'t>,
    tree: Tree,
    open: Vec<Open>,
    found: Vec<(usize, Place)>,
}

struct Open {
    node: usize,
    start: usize,
    inside: Inside,
}

enum Inside {
    Object,
    /// The index of the element at hand, and the elements that are looked for.
    Array(usize, Vec<(usize, usize)>),
}

impl Walk<'_> {
    fn over(text: &str, tree: Tree) -> Vec<(usize, Place)> {
        let mut walk = Walk {
            reader: Reader::new(text, usize::MAX),
            tree,
            open: Vec::new(),
            found: Vec::new(),
        };
        // An error ends the walk: what it has not come to has no place.
        let _ = walk.run();
        walk.found
    }

    fn run(&mut self) -> Result<(), SyntaxError> {
        self.value(ROOT)?;
        while let Some(open) = self.open.last_mut() {
            let (node, close) = match &open.inside {
                Inside::Object => (open.node, b'}'),
                Inside::Array(..) => (open.node, b']'),
            };
            // A container is entered in front of its first part, and left in front of its bracket.
            if self.reader.peek_token() == close {
                self.close();
                self.behind_value()?;
                continue;
            }
            let part = match &mut open.inside {
                Inside::Object => {
                    let (_, key) = self.reader.key()?;
                    self.tree.part(node, &key)
                }
                Inside::Array(index, elements) => {
                    let wanted = elements.last().filter(|(wanted, _)| wanted == index);
                    let wanted = wanted.map(|(_, at)| *at);
                    if wanted.is_some() {
                        elements.pop();
                    }
                    *index += 1;
                    wanted
                }
            };
            match part {
                Some(part) => self.value(part)?,
                None => {
                    self.reader.skip()?;
                    self.behind_value()?;
                }
            }
        }
        Ok(())
    }

    /// Reads the value of a node, or steps into it.
    fn value(&mut self, node: usize) -> Result<(), SyntaxError> {
        let token = self.reader.token();
        let start = self.reader.at();
        if let Some(node) = self.tree.0.get_mut(node) {
            node.met = true;
        }
        let inside = match token {
            Token::Object if self.tree.has_parts(node) => Inside::Object,
            Token::Array if self.tree.has_parts(node) => Inside::Array(0, self.tree.elements(node)),
            _ => {
                self.reader.skip()?;
                let span = start..self.reader.at();
                self.settle(self.tree.unmet(node), &span);
                self.settle(self.tree.ends(node).to_vec(), &span);
                return self.behind_value();
            }
        };
        self.reader.enter()?;
        self.open.push(Open { node, start, inside });
        Ok(())
    }

    /// Steps over the comma behind a value, if there is one.
    fn behind_value(&mut self) -> Result<(), SyntaxError> {
        let Some(open) = self.open.last() else {
            return Ok(());
        };
        let close = match open.inside {
            Inside::Object => b'}',
            Inside::Array(..) => b']',
        };
        if self.reader.peek_token() != close {
            self.reader.more(close)?;
        }
        Ok(())
    }

    /// Steps over the closing bracket of the innermost container.
    fn close(&mut self) {
        let bracket = self.reader.at();
        self.reader.bump();
        self.reader.leave();
        if let Some(open) = self.open.pop() {
            self.settle(self.tree.unmet(open.node), &(bracket..bracket + 1));
            self.settle(self.tree.ends(open.node).to_vec(), &(open.start..bracket + 1));
        }
    }

    fn settle(&mut self, violations: Vec<usize>, span: &Range<usize>) {
        let place = |violation| {
            let span = span.clone();
            let place = Place {
                span,
                line: 0,
                column: 0,
            };
            (violation, place)
        };
        self.found.extend(violations.into_iter().map(place));
    }
}
