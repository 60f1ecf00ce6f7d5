//! The reader: JSON text (RFC 8259) into tokens and positions. It knows nothing of contracts. `write` is the way back.
//!
//! The text is UTF-8 already ([`Reader::new`] takes a `&str`), so strings without escapes are slices of it. There is
//! no `unsafe` and no recursion here; every step moves forward, so the cost is linear in what is read.

mod number;
mod skip;
mod string;
mod write;

pub(crate) use number::Number;
pub(crate) use skip::Witness;
pub(crate) use string::to_special;
pub(crate) use write::push_string;

/// How deep arrays and objects may nest unless a limit says otherwise: as deep as `serde_json` reads.
pub(crate) const MAX_DEPTH: usize = 127;

/// What is wrong with a text that is not JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// The text ends inside a value.
    End,
    /// A byte that can't stand here; what was expected.
    Expected(&'static str),
    /// A control character inside a string.
    Control,
    /// A backslash with something after it that is no escape.
    Escape,
    /// Half of a surrogate pair in `\u` escapes.
    Surrogate,
    /// A number that the grammar does not have.
    Number,
    /// Something after the value.
    Trailing,
    /// Arrays and objects nested deeper than the limit.
    Depth,
    /// Bytes that are not UTF-8.
    Utf8,
}

/// Where and why a text is not JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    pub(crate) at: usize,
    pub(crate) flaw: Flaw,
}

/// What kind of value starts at a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token {
    Null,
    Bool,
    Number,
    String,
    Array,
    Object,
    /// No value: the end, or a byte that starts none.
    None,
}

/// A position in a JSON text.
#[derive(Debug, Clone)]
pub(crate) struct Reader<'de> {
    text: &'de str,
    /// What is left of the text.
    rest: &'de [u8],
    room: usize,
}

impl<'de> Reader<'de> {
    /// A reader at the start of `text`.
    pub(crate) fn new(text: &'de str, max_depth: usize) -> Self {
        Reader {
            text,
            rest: text.as_bytes(),
            room: max_depth,
        }
    }

    /// The whole text.
    pub(crate) fn text(&self) -> &'de str {
        self.text
    }

    /// The position, in bytes from the start of the text.
    #[inline]
    pub(crate) fn at(&self) -> usize {
        self.text.len() - self.rest.len()
    }

    /// Moves to a position that was read from this reader before.
    #[inline]
    pub(crate) fn seek(&mut self, at: usize) {
        self.rest = self.text.as_bytes().get(at..).unwrap_or_default();
    }

    /// The next byte, without white space skipped; 0 at the end.
    #[inline]
    pub(crate) fn peek(&self) -> u8 {
        self.rest.first().copied().unwrap_or(0)
    }

    /// The next byte that is not white space.
    #[inline]
    pub(crate) fn peek_token(&mut self) -> u8 {
        let byte = self.peek();
        if byte > b' ' {
            return byte;
        }
        self.skip_space();
        self.peek()
    }

    /// The kind of value that comes next.
    pub(crate) fn token(&mut self) -> Token {
        match self.peek_token() {
            b'n' => Token::Null,
            b't' | b'f' => Token::Bool,
            b'-' | b'0'..=b'9' => Token::Number,
            b'"' => Token::String,
            b'[' => Token::Array,
            b'{' => Token::Object,
            _ => Token::None,
        }
    }

    /// Steps over the next byte, which [`peek`](Self::peek) has shown.
    #[inline]
    pub(crate) fn bump(&mut self) {
        if let [_, rest @ ..] = self.rest {
            self.rest = rest;
        }
    }

    /// Steps over `literal` if the text goes on with it.
    #[inline]
    pub(crate) fn eat(&mut self, literal: &[u8]) -> bool {
        match self.rest.strip_prefix(literal) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// The same if no white space follows, so that the reader is at the next token.
    #[inline]
    pub(crate) fn eat_closely(&mut self, literal: &[u8]) -> bool {
        match self.rest.split_at_checked(literal.len()) {
            Some((next, rest @ [byte, ..])) if *byte > b' ' && next == literal => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    /// Steps over a key that stands in the text as `name`, and its colon, if both come next without white space. Two
    /// words decide up to sixteen bytes, which is cheaper than a call.
    #[inline]
    pub(crate) fn eat_key(&mut self, name: &[u8]) -> bool {
        let [b'"', rest @ ..] = self.rest else {
            return false;
        };
        let Some((next, [b'"', b':', rest @ ..])) = rest.split_at_checked(name.len()) else {
            return false;
        };
        let same = match (name.first_chunk::<8>(), name.last_chunk::<8>()) {
            (Some(head), Some(tail)) => {
                next.first_chunk::<8>() == Some(head)
                    && next.last_chunk::<8>() == Some(tail)
                    && (name.len() <= 16 || next == name)
            }
            _ => next == name,
        };
        if same {
            self.rest = rest;
        }
        same
    }

    /// Whether `null` comes next, which is then consumed.
    #[inline]
    pub(crate) fn eat_null(&mut self) -> bool {
        self.peek_token() == b'n' && self.eat(b"null")
    }

    /// Steps into an array or object whose bracket comes next. Pairs with [`leave`](Self::leave).
    #[inline]
    pub(crate) fn enter(&mut self) -> Result<(), SyntaxError> {
        if self.room == 0 {
            return Err(self.flaw(Flaw::Depth));
        }
        self.room -= 1;
        self.bump();
        Ok(())
    }

    /// Notes that the innermost array or object is closed.
    #[inline]
    pub(crate) fn leave(&mut self) {
        self.room += 1;
    }

    /// How many more levels may be entered.
    #[inline]
    pub(crate) fn room(&self) -> usize {
        self.room
    }

    /// Restores what [`room`](Self::room) gave, after values were left half read.
    #[inline]
    pub(crate) fn set_room(&mut self, room: usize) {
        self.room = room;
    }

    /// After an element: true for a comma, false for the closing bracket, which are consumed.
    #[inline]
    pub(crate) fn more(&mut self, close: u8) -> Result<bool, SyntaxError> {
        self.peek_token();
        match self.rest {
            [b',', rest @ ..] => {
                self.rest = rest;
                Ok(true)
            }
            [byte, rest @ ..] if *byte == close => {
                self.rest = rest;
                Ok(false)
            }
            _ => Err(self.unexpected(if close == b'}' { "`,` or `}`" } else { "`,` or `]`" })),
        }
    }

    /// The colon between a key and its value.
    #[inline]
    pub(crate) fn colon(&mut self) -> Result<(), SyntaxError> {
        if self.peek_token() == b':' {
            self.bump();
            return Ok(());
        }
        Err(self.unexpected("`:`"))
    }

    /// `true` or `false`.
    pub(crate) fn bool(&mut self) -> Result<bool, SyntaxError> {
        if self.eat(b"true") {
            Ok(true)
        } else if self.eat(b"false") {
            Ok(false)
        } else {
            Err(self.unexpected("`true` or `false`"))
        }
    }

    /// Whether nothing is left of the text.
    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The end of the text, after white space.
    pub(crate) fn end(&mut self) -> Result<(), SyntaxError> {
        if self.rest.is_empty() {
            return Ok(());
        }
        self.skip_space();
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(self.flaw(Flaw::Trailing))
        }
    }

    /// The error for a byte that is not what was `expected`.
    #[cold]
    pub(crate) fn unexpected(&self, expected: &'static str) -> SyntaxError {
        self.flaw(if self.rest.is_empty() {
            Flaw::End
        } else {
            Flaw::Expected(expected)
        })
    }

    #[cold]
    fn flaw(&self, flaw: Flaw) -> SyntaxError {
        SyntaxError { at: self.at(), flaw }
    }

    #[cold]
    #[inline(never)]
    fn skip_space(&mut self) {
        while let [b' ' | b'\n' | b'\r' | b'\t', rest @ ..] = self.rest {
            self.rest = rest;
        }
    }
}
