//! The item at hand: what is kept of it while it is read, and where it starts. Nothing here is generic.

use super::item::{Content, Item};
use super::position::{Position, fit};
use crate::boundary::Item as Place;

/// How much memory stays with the buffer whatever the items need.
const SPARE: usize = 64 << 10;

/// The item that is read or was read last.
pub(super) struct Current {
    /// What is kept of it.
    text: Vec<u8>,
    /// How many bytes at the end of `text` are the end of the line.
    line_end: usize,
    /// Whether it is too long, and nothing of it is kept.
    cut: bool,
    /// How many bytes it may have.
    pub(super) max: usize,
    /// Where it starts.
    start: Position,
    /// Where reading is.
    pub(super) at: Position,
    /// How many items were read before it.
    index: u64,
    /// Whether all of it was read, so that the next one may take its place.
    complete: bool,
}

/// How far a line is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// There is none: the batch has ended.
    None,
    /// There is nothing in it.
    Blank,
    /// It is complete.
    Whole,
    /// It is too long, and its end was not read yet.
    Endless,
}

impl Current {
    pub(super) const fn new(max: usize) -> Self {
        Current {
            text: Vec::new(),
            line_end: 0,
            cut: false,
            max,
            start: Position::START,
            at: Position::START,
            index: 0,
            complete: false,
        }
    }

    /// Makes room for the next item, unless this one is not complete.
    pub(super) fn begin(&mut self) {
        if self.complete {
            self.complete = false;
            self.index += 1;
            self.cut = false;
            self.clear();
        }
    }

    /// How many items were read.
    pub(super) fn read(&self) -> u64 {
        self.index + u64::from(self.complete)
    }

    pub(super) fn index(&self) -> u64 {
        self.index
    }

    /// Whether it is too long.
    pub(super) fn is_cut(&self) -> bool {
        self.cut
    }

    /// Whether all of it was read.
    pub(super) fn is_complete(&self) -> bool {
        self.complete
    }

    /// The start of a line: where to put what follows, and how much of it.
    pub(super) fn line(&mut self) -> (&mut Vec<u8>, u64) {
        // The end of the line is not counted: CR and LF.
        let room = self.max.saturating_add(2).saturating_sub(self.text.len());
        (&mut self.text, room as u64)
    }

    /// Takes what was read of a line for what it is.
    pub(super) fn end_of_line(&mut self) -> Line {
        let read = self.text.len();
        let (line, line_end) = match self.text.as_slice() {
            [] => return Line::None,
            [line @ .., b'\r', b'\n'] => (line, 2),
            [line @ .., b'\n'] => (line, 1),
            line => (line, 0),
        };
        if line.len() > self.max {
            // With two bytes more than a line may have, reading has stopped at the limit and not at the end.
            let ended = line_end > 0 || read < self.max.saturating_add(2);
            self.start = self.at;
            self.cut();
            self.pass(read, ended);
            return if ended { Line::Whole } else { Line::Endless };
        }
        if line.iter().all(|byte| matches!(byte, b' ' | b'\t' | b'\r')) {
            self.at.advance_line(read as u64);
            self.text.clear();
            return Line::Blank;
        }
        self.line_end = line_end;
        self.start = self.at;
        self.at.advance_line(read as u64);
        self.complete = true;
        Line::Whole
    }

    /// Steps over so many bytes of a line that is too long, which are its last if it is `ended`.
    pub(super) fn pass(&mut self, bytes: usize, ended: bool) {
        self.at.bytes += bytes as u64;
        self.at.line += u64::from(ended);
        self.complete = ended;
    }

    /// Marks where an element starts.
    pub(super) fn start(&mut self) {
        self.start = self.at;
    }

    /// Adds bytes of an element.
    pub(super) fn keep(&mut self, bytes: &[u8]) {
        self.at.advance(bytes);
        if self.cut {
            return;
        }
        if bytes.len() > self.max.saturating_sub(self.text.len()) {
            self.cut();
        } else {
            self.text.extend_from_slice(bytes);
        }
    }

    /// Ends an element.
    pub(super) fn end(&mut self) {
        self.complete = true;
    }

    /// The item, as those who check it see it.
    pub(super) fn item(&self) -> Item<'_> {
        let content = if self.cut {
            Content::Cut { max: self.max }
        } else {
            Content::Whole {
                raw: &self.text,
                line_end: self.line_end,
            }
        };
        // Places in the item are added to these, and none is farther from its start than it is long.
        let length = self.text.len() + 1;
        let place = Place {
            index: fit(self.index, 0),
            start: fit(self.start.bytes, length),
            line: fit(self.start.line, length),
            column: fit(self.start.column, length),
        };
        Item::new(content, place)
    }

    fn cut(&mut self) {
        self.cut = true;
        self.clear();
    }

    /// Empties the buffer. One that a giant has left is given back once an item needs far less.
    fn clear(&mut self) {
        let needed = if self.cut { 0 } else { self.text.len() };
        self.text.clear();
        self.line_end = 0;
        if self.text.capacity() > SPARE && needed < self.text.capacity() / 4 {
            self.text.shrink_to(SPARE);
        }
    }
}
