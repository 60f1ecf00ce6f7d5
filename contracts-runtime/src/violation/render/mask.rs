//! Which stretches of a text are secrets: one walk over it, by the names of members.

use std::ops::Range;

use super::names::Names;
use crate::json::{Reader, SyntaxError, Token};

/// The stretches of a text that are not shown, in order, apart from each other.
#[derive(Debug)]
pub(super) struct Masks(Vec<Range<usize>>);

impl Masks {
    pub(super) fn of(text: &[u8], names: &mut Names) -> Self {
        if names.is_everything() {
            return Masks(std::iter::once(0..text.len()).collect());
        }
        let mut masks = Masks(Vec::new());
        if names.is_empty() {
            return masks;
        }
        let valid = match std::str::from_utf8(text) {
            Ok(valid) => valid,
            Err(error) => {
                let valid = text.get(..error.valid_up_to());
                valid
                    .and_then(|valid| std::str::from_utf8(valid).ok())
                    .unwrap_or_default()
            }
        };
        let mut walk = Walk {
            reader: Reader::new(valid, usize::MAX),
            open: Vec::new(),
            masks: &mut masks,
            names,
            container: None,
        };
        let end = walk.documents();
        masks.0.retain(|mask| mask.start < end);
        masks.add(end..text.len());
        masks
    }

    /// The stretch that a byte is in.
    pub(super) fn at(&self, byte: usize) -> Option<&Range<usize>> {
        let behind = self.0.partition_point(|mask| mask.end <= byte);
        self.0.get(behind).filter(|mask| mask.start <= byte)
    }

    /// Adds a stretch behind the others.
    fn add(&mut self, mask: Range<usize>) {
        match self.0.last_mut() {
            _ if mask.is_empty() => {}
            Some(last) if last.end >= mask.start => last.end = last.end.max(mask.end),
            _ => self.0.push(mask),
        }
    }
}

struct Walk<'t, 'm> {
    reader: Reader<'t>,
    /// The closing brackets of what is open.
    open: Vec<u8>,
    masks: &'m mut Masks,
    names: &'m mut Names,
    /// Where the first secret of the document starts that is an object or array.
    container: Option<usize>,
}

impl Walk<'_, '_> {
    /// Walks documents that stand on lines of their own; gives the byte up to which the text is known.
    fn documents(&mut self) -> usize {
        loop {
            self.container = None;
            let known = match self.document() {
                Err(error) => error.at,
                Ok(()) => {
                    let end = self.reader.at();
                    self.reader.peek_token();
                    let next = self.reader.at();
                    let between = self.reader.text().get(end..next).unwrap_or_default();
                    match (self.reader.is_empty(), between.contains('\n')) {
                        (true, _) => return next,
                        (false, true) => continue,
                        (false, false) => next,
                    }
                }
            };
            // Where brackets do not fit together, a secret may go on behind the one that seems to close it.
            return self.container.map_or(known, |start| start.min(known));
        }
    }

    fn document(&mut self) -> Result<(), SyntaxError> {
        loop {
            let token = self.reader.token();
            match token {
                Token::Object | Token::Array => {
                    let close = if token == Token::Object { b'}' } else { b']' };
                    self.reader.enter()?;
                    self.open.push(close);
                    if self.reader.peek_token() != close && !self.part()? {
                        continue;
                    }
                }
                _ => self.reader.skip()?,
            }
            loop {
                let Some(&close) = self.open.last() else {
                    return Ok(());
                };
                if !self.reader.more(close)? {
                    self.reader.leave();
                    self.open.pop();
                    continue;
                }
                if !self.part()? {
                    break;
                }
            }
        }
    }

    /// At a part of what is open: true if it was stepped over, because it is a secret.
    fn part(&mut self) -> Result<bool, SyntaxError> {
        if self.open.last() != Some(&b'}') {
            return Ok(false);
        }
        self.reader.peek_token();
        let start = self.reader.at();
        // A text without a colon is no name: it may be an element of a list that lost its bracket.
        let key = self.reader.key();
        let (_, name) = key.map_err(|error| SyntaxError { at: start, ..error })?;
        let raw = self
            .reader
            .text()
            .get(start..self.reader.at())
            .unwrap_or_default();
        let raw = raw.rsplit_once('"').map_or(raw, |(raw, _)| raw);
        if !self.names.has(&name, raw.strip_prefix('"').unwrap_or(raw)) {
            return Ok(false);
        }
        let token = self.reader.token();
        let start = self.reader.at();
        if matches!(token, Token::Object | Token::Array) {
            self.container.get_or_insert(start);
        }
        let skipped = self.reader.skip();
        self.masks.add(start..self.reader.at());
        // A value that is not closed goes on to the end.
        skipped.map_err(|error| SyntaxError { at: start, ..error })?;
        Ok(true)
    }
}
