//! Stepping over a value whose content does not matter, without recursion.

use super::{Reader, SyntaxError};

impl Reader<'_> {
    /// Steps over the next value, held to the grammar and to the depth limit.
    ///
    /// What kind of bracket is open at each level is kept in bits: no allocation up to 128 levels, which is more
    /// than the default limit allows.
    pub(crate) fn skip(&mut self) -> Result<(), SyntaxError> {
        let mut open = Brackets::default();
        loop {
            match self.peek_token() {
                b'"' => self.skip_string()?,
                b'{' => {
                    self.enter()?;
                    if self.peek_token() != b'}' {
                        open.push(true);
                        self.skip_key()?;
                        continue;
                    }
                    self.bump();
                    self.leave();
                }
                b'[' => {
                    self.enter()?;
                    if self.peek_token() != b']' {
                        open.push(false);
                        continue;
                    }
                    self.bump();
                    self.leave();
                }
                b'n' if self.eat(b"null") => {}
                b't' | b'f' => drop(self.bool()?),
                b'-' | b'0'..=b'9' => drop(self.number()?),
                _ => return Err(self.unexpected("a value")),
            }
            loop {
                let Some(object) = open.last() else { return Ok(()) };
                if self.more(if object { b'}' } else { b']' })? {
                    if object {
                        self.skip_key()?;
                    }
                    break;
                }
                self.leave();
                open.pop();
            }
        }
    }

    fn skip_key(&mut self) -> Result<(), SyntaxError> {
        if self.peek_token() != b'"' {
            return Err(self.unexpected("a key in quotes"));
        }
        self.skip_string()?;
        self.colon()
    }
}

/// A stack of booleans: true for an object, false for an array.
#[derive(Default)]
struct Brackets {
    depth: usize,
    near: u128,
    far: Vec<u128>,
}

impl Brackets {
    fn push(&mut self, object: bool) {
        if self.depth > 0 && self.depth % 128 == 0 {
            self.far.push(self.near);
        }
        self.near = self.near << 1 | u128::from(object);
        self.depth += 1;
    }

    fn last(&self) -> Option<bool> {
        (self.depth > 0).then_some(self.near & 1 == 1)
    }

    fn pop(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        self.near >>= 1;
        if self.depth > 0 && self.depth % 128 == 0 {
            self.near = self.far.pop().unwrap_or(0);
        }
    }
}
