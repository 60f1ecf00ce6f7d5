//! Stepping over a value whose content does not matter, without recursion.

use super::{Reader, SyntaxError};

/// Who is told where the values start and end that are stepped over.
pub(crate) trait Witness {
    /// A value starts here.
    fn starts(&mut self, at: usize);

    /// The value that started last, and has not ended yet, ends here; whether it is that of an object's `member`.
    fn ends(&mut self, at: usize, member: bool);
}

/// Nobody.
impl Witness for () {
    #[inline]
    fn starts(&mut self, _: usize) {}

    #[inline]
    fn ends(&mut self, _: usize, _: bool) {}
}

impl Reader<'_> {
    /// Steps over the next value, held to the grammar and to the depth limit.
    pub(crate) fn skip(&mut self) -> Result<(), SyntaxError> {
        self.step_over(&mut ())
    }

    /// The same, with the values inside told to `witness`.
    ///
    /// What kind of bracket is open at each level is kept in bits: no allocation up to 128 levels, which is more
    /// than the default limit allows.
    pub(crate) fn step_over<W: Witness>(&mut self, witness: &mut W) -> Result<(), SyntaxError> {
        let mut open = Brackets::default();
        loop {
            let first = self.peek_token();
            witness.starts(self.at());
            match first {
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
                witness.ends(self.at(), object);
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
