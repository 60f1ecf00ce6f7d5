//! The pairs of a form, where they stand, and what they say: `application/x-www-form-urlencoded` (WHATWG URL standard,
//! section 5.1).

use std::borrow::Cow;
use std::ops::Range;

/// A name or a value as it stands in the form.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'f> {
    bytes: &'f [u8],
    start: usize,
}

/// What is wrong with a form, and where.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Flaw {
    pub(super) span: Range<usize>,
    pub(super) reason: &'static str,
}

/// The names and values of a form, in order. Empty pairs, as in `a=1&&b=2`, are none; a pair without `=` is a name with
/// an empty value.
pub(super) fn pairs(form: &[u8]) -> impl Iterator<Item = (Piece<'_>, Piece<'_>)> {
    let mut at = 0;
    form.split(|byte| *byte == b'&').filter_map(move |pair| {
        let start = at;
        at += pair.len() + 1;
        if pair.is_empty() {
            return None;
        }
        let equals = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
        let (name, value) = pair.split_at(equals);
        let value = value.get(1..).unwrap_or_default();
        let value = Piece {
            bytes: value,
            start: start + pair.len() - value.len(),
        };
        Some((Piece { bytes: name, start }, value))
    })
}

impl<'f> Piece<'f> {
    /// The bytes of the form that it is.
    pub(super) fn span(self) -> Range<usize> {
        self.start..self.start + self.bytes.len()
    }

    /// What it says. What the standard would put up with, a `%` that begins nothing and bytes that are not UTF-8, is a
    /// flaw: it would not be what was meant.
    pub(super) fn decoded(self) -> Result<Cow<'f, str>, Flaw> {
        self.escapes()?;
        let not_utf8 = || Flaw {
            span: self.span(),
            reason: "these bytes are not UTF-8",
        };
        if !self.bytes.contains(&b'+') {
            let decoded = percent_encoding::percent_decode(self.bytes).decode_utf8();
            return decoded.map_err(|_| not_utf8());
        }
        let spaced: Vec<u8> = self
            .bytes
            .iter()
            .map(|byte| if *byte == b'+' { b' ' } else { *byte })
            .collect();
        let decoded = percent_encoding::percent_decode(&spaced).decode_utf8();
        decoded
            .map(|text| Cow::Owned(text.into_owned()))
            .map_err(|_| not_utf8())
    }

    fn escapes(self) -> Result<(), Flaw> {
        for (at, byte) in self.bytes.iter().enumerate() {
            let digits = self.bytes.get(at + 1..at + 3);
            let sound = || digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
            if *byte == b'%' && !sound() {
                let start = self.start + at;
                return Err(Flaw {
                    span: start..start + 1,
                    reason: "`%` has to be followed by two hexadecimal digits",
                });
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(form: &str) -> Vec<(String, String, Range<usize>)> {
        let decoded = |piece: Piece<'_>| {
            piece
                .decoded()
                .map_or_else(|flaw| format!("{flaw:?}"), Cow::into_owned)
        };
        pairs(form.as_bytes())
            .map(|(name, value)| (decoded(name), decoded(value), value.span()))
            .collect()
    }

    #[test]
    fn pairs_are_those_of_the_standard() {
        let pair = |name: &str, value: &str, span| (name.to_owned(), value.to_owned(), span);
        assert_eq!(read(""), []);
        assert_eq!(read("&&"), []);
        assert_eq!(read("a"), [pair("a", "", 1..1)]);
        assert_eq!(read("a=&=b"), [pair("a", "", 2..2), pair("", "b", 4..5)]);
        assert_eq!(
            read("a=b=c&d=%26+%2B"),
            [pair("a", "b=c", 2..5), pair("d", "& +", 8..15)]
        );
        assert_eq!(read("%C3%A9=é"), [pair("é", "é", 7..9)]);
    }

    #[test]
    fn what_is_not_meant_is_a_flaw() {
        let flaw = |form: &str| {
            let (_, value) = pairs(form.as_bytes()).next()?;
            value.decoded().err().map(|flaw| flaw.span)
        };
        assert_eq!(flaw("a=1%"), Some(3..4));
        assert_eq!(flaw("a=%2"), Some(2..3));
        assert_eq!(flaw("a=%+f"), Some(2..3));
        assert_eq!(flaw("a=x%ff"), Some(2..6));
        assert_eq!(flaw("a=%EF%BF%BD"), None);
    }
}
