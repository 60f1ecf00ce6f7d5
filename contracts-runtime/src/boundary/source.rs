//! What a boundary reads from.

use super::Origin;

/// A text to read: bytes, which are held to UTF-8 first, or a `&str`.
#[derive(Debug, Clone, Copy)]
pub struct Source<'de> {
    input: Input<'de>,
    origin: Option<&'de Origin>,
}

#[derive(Debug, Clone, Copy)]
enum Input<'de> {
    Bytes(&'de [u8]),
    Text(&'de str),
    /// Longer than `max` bytes, of which it is not known how much longer: not all of it is there.
    Cut {
        max: usize,
    },
}

impl<'de> Source<'de> {
    const fn new(input: Input<'de>) -> Self {
        Source { input, origin: None }
    }

    /// A source of more than `max` bytes, which were too many to be kept.
    pub(crate) const fn cut(max: usize) -> Self {
        Source::new(Input::Cut { max })
    }

    /// The same from there.
    pub(crate) const fn from(self, origin: &'de Origin) -> Self {
        Source {
            origin: Some(origin),
            ..self
        }
    }

    /// Where it comes from, if it is not the sender's text as it stands.
    pub(crate) const fn origin(&self) -> Option<&'de Origin> {
        self.origin
    }

    /// How many bytes it has; unknown of what is cut.
    pub(crate) fn len(&self) -> Option<usize> {
        match self.input {
            Input::Bytes(bytes) => Some(bytes.len()),
            Input::Text(text) => Some(text.len()),
            Input::Cut { .. } => None,
        }
    }

    /// The limit that it is beyond, if it may have `max` bytes and has more.
    pub(crate) fn exceeds(&self, max: usize) -> Option<usize> {
        match self.input {
            Input::Bytes(bytes) => (bytes.len() > max).then_some(max),
            Input::Text(text) => (text.len() > max).then_some(max),
            Input::Cut { max: cut } => Some(max.min(cut)),
        }
    }

    /// The text as far as it is UTF-8, and where it ceases to be.
    #[inline]
    pub(crate) fn text(self) -> (&'de str, Option<usize>) {
        match self.input {
            Input::Cut { .. } => ("", None),
            Input::Text(text) => (text, None),
            Input::Bytes(bytes) => match std::str::from_utf8(bytes) {
                Ok(text) => (text, None),
                Err(error) => {
                    let end = error.valid_up_to();
                    let valid = bytes.get(..end).and_then(|valid| std::str::from_utf8(valid).ok());
                    (valid.unwrap_or_default(), Some(end))
                }
            },
        }
    }
}

impl<'de> From<&'de [u8]> for Source<'de> {
    fn from(bytes: &'de [u8]) -> Self {
        Source::new(Input::Bytes(bytes))
    }
}

impl<'de, const N: usize> From<&'de [u8; N]> for Source<'de> {
    fn from(bytes: &'de [u8; N]) -> Self {
        Source::new(Input::Bytes(bytes))
    }
}

impl<'de> From<&'de Vec<u8>> for Source<'de> {
    fn from(bytes: &'de Vec<u8>) -> Self {
        Source::new(Input::Bytes(bytes))
    }
}

impl<'de> From<&'de str> for Source<'de> {
    fn from(text: &'de str) -> Self {
        Source::new(Input::Text(text))
    }
}

impl<'de> From<&'de String> for Source<'de> {
    fn from(text: &'de String) -> Self {
        Source::new(Input::Text(text))
    }
}
