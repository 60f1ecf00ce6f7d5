//! From bytes to pointers: one walk over the text that was read finds the path of every fault.
//!
//! Its cost is that of stepping over the text once, and it runs only when something was found. Pointers of all
//! violations together are bounded, however long the keys are: what goes beyond is counted, not kept.

use std::fmt::Write as _;
use std::ops::Range;

use super::at::push_segment;
use super::found::{Anchor, Found, Shown};
use super::part::descend;
use super::report::POINTERS;
use super::{Place, Severity, Violation};
use crate::descriptor::ContractDescriptor;
use crate::json::{MAX_DEPTH, Reader, Token};

/// How often the text may be read in search of the parts that checks point to, all searches together; where parts are
/// not searched for any more, the place is that of the value that the check is of.
const SEARCHES: usize = 4;

/// What may be read beyond that, in bytes, so that no report on a short text notices.
const FREE_SEARCH: usize = 1 << 16;

/// Gives every fault its pointer, span, line and column, and puts them in the order of the document.
///
/// `end` is the byte where the grammar of JSON stops to hold, which ends what is still open, whether that is among the faults
/// or was only counted. `contract` is the one that the text is checked by.
pub(crate) fn locate(
    text: &str,
    end: Option<usize>,
    mut found: Vec<Found>,
    contract: Option<&'static ContractDescriptor>,
) -> Vec<Violation> {
    if let [Found { anchor: None, .. }] = *found {
        // Of the text as a whole, which was not read.
        return found.into_iter().map(|found| found.settled(contract)).collect();
    }
    found.sort_by_key(|found| found.anchor.map_or(0, Anchor::at));
    let known = end.and_then(|end| text.get(..end)).unwrap_or(text);
    let reader = Reader::new(known, usize::MAX);
    let mut walk = Walk {
        text,
        faults: &mut found,
        next: 0,
        path: Vec::new(),
        open: Vec::new(),
        prefix: String::new(),
        waiting: 0,
        budget: POINTERS,
        told: false,
        search: text.len().saturating_mul(SEARCHES).saturating_add(FREE_SEARCH),
        reader,
    };
    walk.run();
    // What the budget had no pointer for has no place.
    found.retain(|found| found.violation.0.place.is_some());
    let settled = found.into_iter().map(|found| found.settled(contract));
    let mut violations: Vec<Violation> = settled.collect();
    violations.sort_by_key(|violation| violation.span().map_or(0, |span| span.start));
    let places = violations
        .iter_mut()
        .filter_map(|violation| violation.0.place.as_mut());
    number_lines(text, places);
    violations
}

/// A step of the path to where the walk is.
enum Step {
    /// A member whose key is not read yet.
    Key,
    /// A member; the range of its key, quotes included.
    Name(Range<usize>),
    /// An element.
    Index(usize),
}

/// The walk: where it is, and which faults have their path already.
struct Walk<'t, 'f> {
    text: &'t str,
    faults: &'f mut Vec<Found>,
    next: usize,
    path: Vec<Step>,
    open: Vec<Open>,
    /// The pointer of the innermost container that is open.
    prefix: String,
    /// How many of the open containers have faults that wait for their end.
    waiting: usize,
    /// How long the pointers that are still to come may be together.
    budget: usize,
    /// Whether an error has its pointer.
    told: bool,
    /// How many bytes may still be read in search of parts.
    search: usize,
    reader: Reader<'t>,
}

/// An array or object that is open.
struct Open {
    close: u8,
    start: usize,
    /// How long the pointer of the container around it is.
    base: usize,
    /// The faults of the whole of it.
    faults: Range<usize>,
}

impl Walk<'_, '_> {
    fn run(&mut self) {
        // An error ends the walk where it ended the reading: all faults but that of the syntax lie before.
        let end = self.walk().map_or_else(|error| error.at, |()| self.reader.at());
        self.settle_before(usize::MAX);
        while let Some(open) = self.open.pop() {
            self.extend(open.faults, open.start..end);
        }
    }

    /// Walks the values without recursion; an open container is a step of the path.
    fn walk(&mut self) -> Result<(), crate::json::SyntaxError> {
        loop {
            let token = self.reader.token();
            if self.done() {
                return Ok(());
            }
            let start = self.reader.at();
            let mine = self.claim(start);
            match token {
                Token::Object | Token::Array => {
                    let close = if token == Token::Object { b'}' } else { b']' };
                    self.reader.enter()?;
                    self.waiting += usize::from(!mine.is_empty());
                    let base = self.prefix.len();
                    push_step(&mut self.prefix, self.text, self.path.last());
                    self.open.push(Open {
                        close,
                        start,
                        base,
                        faults: mine,
                    });
                    if self.reader.peek_token() != close {
                        if close == b'}' {
                            self.path.push(Step::Key);
                            self.key()?;
                        } else {
                            self.path.push(Step::Index(0));
                        }
                        continue;
                    }
                    self.close();
                }
                _ => {
                    self.reader.skip()?;
                    let end = self.reader.at();
                    // Half a surrogate pair is a fault inside a string that is a string all the same.
                    self.settle_before(end);
                    self.extend(mine, start..end);
                }
            }
            loop {
                let Some(&Open { close, .. }) = self.open.last() else {
                    return Ok(());
                };
                if self.reader.peek_token() == close {
                    self.path.pop();
                    self.close();
                    continue;
                }
                self.reader.more(close)?;
                if close == b'}' {
                    self.key()?;
                } else if let Some(Step::Index(index)) = self.path.last_mut() {
                    *index += 1;
                }
                break;
            }
        }
    }

    /// Whether the walk has been at every fault, or where the text is no JSON any more.
    fn done(&self) -> bool {
        match self.faults.get(self.next).and_then(|found| found.anchor) {
            Some(Anchor::Syntax(at)) => at <= self.reader.at(),
            Some(_) => false,
            None => self.waiting == 0,
        }
    }

    /// The byte of the next fault that has no path yet.
    fn pending(&self) -> Option<usize> {
        self.faults
            .get(self.next)
            .map(|found| found.anchor.map_or(0, Anchor::at))
    }

    /// Reads a key, which becomes the last step of the path.
    fn key(&mut self) -> Result<(), crate::json::SyntaxError> {
        if let Some(last) = self.path.last_mut() {
            *last = Step::Key;
        }
        self.reader.peek_token();
        let start = self.reader.at();
        self.reader.key()?;
        // The key ends at its quote, before white space and the colon.
        let end = self
            .text
            .get(start..self.reader.at())
            .and_then(|key| key.rfind('"'))
            .map_or(start, |at| start + at + 1);
        if let Some(last) = self.path.last_mut() {
            *last = Step::Name(start..end);
        }
        while self.pending().is_some_and(|at| at <= start) {
            self.settle(start..end);
        }
        Ok(())
    }

    /// Gives the faults at the value that starts here their pointer; their span comes with its end.
    fn claim(&mut self, start: usize) -> Range<usize> {
        let first = self.next;
        while self.pending().is_some_and(|at| at <= start) && !self.done() {
            self.settle(start..start);
        }
        first..self.next
    }

    /// Closes the innermost container, whose bracket comes next.
    fn close(&mut self) {
        let at = self.reader.at();
        while self.pending().is_some_and(|fault| fault <= at) {
            self.settle(at..at + 1);
        }
        self.reader.bump();
        self.reader.leave();
        if let Some(Open {
            start, base, faults, ..
        }) = self.open.pop()
        {
            self.prefix.truncate(base);
            self.waiting -= usize::from(!faults.is_empty());
            self.extend(faults, start..self.reader.at());
        }
    }

    /// Settles the faults before that byte at the characters that they are at.
    fn settle_before(&mut self, end: usize) {
        while let Some(at) = self.pending().filter(|at| *at < end) {
            let start = at.min(self.text.len());
            let rest = self.text.get(start..).unwrap_or_default();
            let width = rest.chars().next().map_or(0, char::len_utf8);
            self.settle(start..start + width);
        }
    }

    /// Gives the next fault its pointer and span.
    fn settle(&mut self, span: Range<usize>) {
        let Some(next) = self.faults.get(self.next) else {
            return;
        };
        // The first one is kept whatever its length, and so is the first error: a report says why it rejects.
        let is_error = next.violation.severity() == Severity::Error;
        let first = self.next == 0 || (is_error && !self.told);
        if self.prefix.len() > self.budget && !first {
            self.next += 1;
            return;
        }
        let prefix = self.pointer(next.secret);
        if let Some(found) = self.faults.get_mut(self.next) {
            let below = std::mem::take(&mut found.violation.0.pointer);
            let length = prefix.len() + below.len();
            if length > self.budget && !first {
                self.next += 1;
                return;
            }
            self.told |= is_error;
            self.budget = self.budget.saturating_sub(length);
            found.violation.0.place = Some(Place {
                span,
                line: 0,
                column: 0,
            });
            found.base = prefix.len();
            found.violation.0.pointer = prefix;
            // A fault at a bracket or of the syntax speaks of the container, its pointer goes on from there; one at a
            // value may point below it, which needs the value's end and is resolved by `extend`.
            found.violation.0.pointer.push_str(&below);
        }
        self.next += 1;
    }

    /// Gives faults of a value that is now complete their span: the value's own, or that of the part they point to.
    fn extend(&mut self, faults: Range<usize>, span: Range<usize>) {
        for index in faults {
            let Some(found) = self
                .faults
                .get_mut(index)
                .filter(|found| found.violation.0.place.is_some())
            else {
                continue;
            };
            let below = found.violation.0.pointer.get(found.base..).unwrap_or_default();
            let part = if below.is_empty() {
                Some(span.clone())
            } else if span.len() > self.search {
                None
            } else {
                // It ends with the value, so that no more than that is read.
                self.search -= span.len();
                descend(self.text, span.clone(), below)
            };
            if let (Some(Anchor::Value(_)), Some(part)) = (found.anchor, &part) {
                let raw = self.text.get(part.clone()).unwrap_or_default();
                let is_seen = match found.shown {
                    Shown::Yes => true,
                    Shown::Scalar => !raw.starts_with(['{', '[']),
                    Shown::No | Shown::Never => false,
                };
                if is_seen {
                    found.violation.reveal(raw);
                }
            }
            found.violation.0.place = Some(Place {
                span: part.unwrap_or_else(|| span.clone()),
                line: 0,
                column: 0,
            });
        }
    }

    /// The pointer of where the walk is, or of the `secret` around it, which starts at that byte.
    fn pointer(&self, secret: Option<usize>) -> String {
        let hiding = secret.and_then(|secret| self.open.iter().position(|open| open.start >= secret));
        if let Some(hiding) = hiding {
            let end = self
                .open
                .get(hiding + 1)
                .map_or(self.prefix.len(), |open| open.base);
            return self.prefix.get(..end).unwrap_or_default().to_owned();
        }
        let mut pointer = self.prefix.clone();
        // Of a container that is being closed, the last step leads to itself.
        if self.path.len() == self.open.len() {
            push_step(&mut pointer, self.text, self.path.last());
        }
        pointer
    }
}

/// Appends a step to a pointer.
fn push_step(pointer: &mut String, text: &str, step: Option<&Step>) {
    match step {
        None | Some(Step::Key) => {}
        Some(Step::Index(index)) => {
            // Writing to a string does not fail.
            let _ = write!(pointer, "/{index}");
        }
        Some(Step::Name(range)) => push_segment(pointer, &key_at(text, range)),
    }
}

/// The key that stands in `range`, quotes included.
fn key_at(text: &str, range: &Range<usize>) -> String {
    let quoted = text.get(range.clone()).unwrap_or_default();
    Reader::new(quoted, MAX_DEPTH)
        .string()
        .map(std::borrow::Cow::into_owned)
        .unwrap_or_default()
}

/// Gives places, which stand in the order of the document, their lines and columns.
pub(super) fn number_lines<'p>(text: &str, places: impl Iterator<Item = &'p mut Place>) {
    let (mut line, mut column, mut at) = (1, 1, 0);
    for place in places {
        for char in text.get(at..place.span.start).unwrap_or_default().chars() {
            if char == '\n' {
                line += 1;
                column = 1;
            } else {
                column += 1;
            }
        }
        at = at.max(place.span.start);
        place.line = line;
        place.column = column;
    }
}
