//! Strings: sixteen bytes at a time to the closing quote; escapes out of line.

use std::borrow::Cow;

use super::{Flaw, Reader, SyntaxError};

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// The high bit of each byte of `word` that is a quote, a backslash or a control character. Bytes above the first
/// such one may be marked wrongly (the borrow runs upwards), the first never.
#[inline(always)]
#[allow(
    clippy::inline_always,
    reason = "a dozen instructions in the loop that most of a text goes through"
)]
fn special(word: u64) -> u64 {
    // With this bit turned the quote, 0x22, comes next to the control characters, and none of these leaves its place.
    let quote_or_control = (word ^ (ONES * 0x02)).wrapping_sub(ONES * 0x21);
    let backslash = (word ^ (ONES * 0x5c)).wrapping_sub(ONES);
    (quote_or_control | backslash) & !word & HIGHS
}

/// What follows from the first quote, backslash or control character on; nothing if there is none.
#[inline(always)]
#[allow(clippy::inline_always, reason = "the loop that most of a text goes through")]
pub(crate) fn to_special(mut rest: &[u8]) -> &[u8] {
    while let Some((chunk, behind)) = rest.split_first_chunk::<8>() {
        let found = special(u64::from_le_bytes(*chunk));
        if found != 0 {
            return rest
                .get((found.trailing_zeros() / 8) as usize..)
                .unwrap_or_default();
        }
        rest = behind;
    }
    while let [byte, behind @ ..] = rest {
        if matches!(byte, b'"' | b'\\' | 0..=0x1f) {
            break;
        }
        rest = behind;
    }
    rest
}

impl<'de> Reader<'de> {
    /// A string, whose opening quote comes next. Borrowed unless it holds an escape.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<Cow<'de, str>, SyntaxError> {
        match self.plain_string() {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => self.escaped().map(Cow::Owned),
        }
    }

    /// The string without escapes that comes next, right here. If there is none, nothing is consumed.
    #[inline]
    pub(crate) fn plain_string(&mut self) -> Option<&'de str> {
        let [b'"', inside @ ..] = self.rest else {
            return None;
        };
        let end = to_special(inside);
        let [b'"', rest @ ..] = end else { return None };
        // Both ends lie beside a quote, which is one byte: the slice is always there.
        let text = self
            .text
            .get(self.text.len() - inside.len()..self.text.len() - end.len())?;
        self.rest = rest;
        Some(text)
    }

    /// A key and its colon, and where the key starts.
    #[inline]
    pub(crate) fn key(&mut self) -> Result<(usize, Cow<'de, str>), SyntaxError> {
        if self.peek_token() != b'"' {
            return Err(self.unexpected("a key in quotes"));
        }
        let at = self.at();
        let key = self.string()?;
        self.colon()?;
        Ok((at, key))
    }

    /// Where the key starts that stands before the value that comes next. Reading does not note it: nearly no key is
    /// asked for.
    #[cold]
    pub(crate) fn key_before(&self) -> usize {
        const SPACE: [char; 4] = [' ', '\n', '\r', '\t'];
        let before = self.text.get(..self.at()).unwrap_or_default();
        let before = before.trim_end_matches(SPACE).trim_end_matches(':');
        let mut key = before
            .trim_end_matches(SPACE)
            .strip_suffix('"')
            .unwrap_or_default();
        while let Some(quote) = key.rfind('"') {
            key = key.get(..quote).unwrap_or_default();
            // One behind a backslash that is not itself behind one is part of the key.
            if (key.len() - key.trim_end_matches('\\').len()) % 2 == 0 {
                break;
            }
        }
        key.len()
    }

    /// Steps over a string, whose opening quote comes next. Holds it to the grammar only: half a surrogate pair,
    /// which no text can be made of, is stepped over.
    pub(super) fn skip_string(&mut self) -> Result<(), SyntaxError> {
        self.bump();
        loop {
            self.rest = to_special(self.rest);
            match self.rest {
                [b'"', rest @ ..] => {
                    self.rest = rest;
                    return Ok(());
                }
                [b'\\', b'u', rest @ ..] => {
                    self.rest = rest;
                    self.hex()?;
                }
                [
                    b'\\',
                    b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't',
                    rest @ ..,
                ] => self.rest = rest,
                [b'\\', rest @ ..] => {
                    self.rest = rest;
                    return Err(self.bad_escape());
                }
                _ => return Err(self.unterminated()),
            }
        }
    }

    /// A string with escapes, or one that is none, into text of its own.
    #[cold]
    #[inline(never)]
    fn escaped(&mut self) -> Result<String, SyntaxError> {
        let mut text = String::new();
        self.bump();
        loop {
            let from = self.at();
            self.rest = to_special(self.rest);
            text.push_str(self.text.get(from..self.at()).unwrap_or_default());
            match self.rest {
                [b'"', rest @ ..] => {
                    self.rest = rest;
                    return Ok(text);
                }
                [b'\\', rest @ ..] => {
                    self.rest = rest;
                    text.push(self.escape()?);
                }
                _ => return Err(self.unterminated()),
            }
        }
    }

    /// What comes after a backslash.
    fn escape(&mut self) -> Result<char, SyntaxError> {
        let char = match self.peek() {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                self.bump();
                return self.unicode();
            }
            _ => return Err(self.bad_escape()),
        };
        self.bump();
        Ok(char)
    }

    /// The digits after `\u`, and the second escape of a surrogate pair (RFC 8259, section 7).
    fn unicode(&mut self) -> Result<char, SyntaxError> {
        let start = self.at() - 2;
        let lone = SyntaxError {
            at: start,
            flaw: Flaw::Surrogate,
        };
        let high = self.hex()?;
        if !(0xd800..0xdc00).contains(&high) {
            return char::from_u32(high).ok_or(lone);
        }
        if !self.eat(b"\\u") {
            return Err(lone);
        }
        let low = self.hex()?;
        if !(0xdc00..0xe000).contains(&low) {
            return Err(lone);
        }
        char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00)).ok_or(lone)
    }

    fn hex(&mut self) -> Result<u32, SyntaxError> {
        let mut value = 0;
        for _ in 0..4 {
            let Some(digit) = char::from(self.peek()).to_digit(16) else {
                return Err(self.bad_escape());
            };
            value = value * 16 + digit;
            self.bump();
        }
        Ok(value)
    }

    #[cold]
    fn bad_escape(&self) -> SyntaxError {
        let flaw = if self.rest.is_empty() {
            Flaw::End
        } else {
            Flaw::Escape
        };
        SyntaxError { at: self.at(), flaw }
    }

    #[cold]
    fn unterminated(&self) -> SyntaxError {
        let flaw = if self.rest.is_empty() {
            Flaw::End
        } else {
            Flaw::Control
        };
        SyntaxError { at: self.at(), flaw }
    }
}
