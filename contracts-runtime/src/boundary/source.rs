//! What a boundary reads from.

/// A text to read: bytes, which are held to UTF-8 first, or a `&str`.
#[derive(Debug, Clone, Copy)]
pub struct Source<'de>(Input<'de>);

#[derive(Debug, Clone, Copy)]
enum Input<'de> {
    Bytes(&'de [u8]),
    Text(&'de str),
}

impl<'de> Source<'de> {
    /// How many bytes it has.
    pub(crate) fn len(&self) -> usize {
        match self.0 {
            Input::Bytes(bytes) => bytes.len(),
            Input::Text(text) => text.len(),
        }
    }

    /// The text as far as it is UTF-8, and where it ceases to be.
    #[inline]
    pub(crate) fn text(self) -> (&'de str, Option<usize>) {
        match self.0 {
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
        Source(Input::Bytes(bytes))
    }
}

impl<'de, const N: usize> From<&'de [u8; N]> for Source<'de> {
    fn from(bytes: &'de [u8; N]) -> Self {
        Source(Input::Bytes(bytes))
    }
}

impl<'de> From<&'de Vec<u8>> for Source<'de> {
    fn from(bytes: &'de Vec<u8>) -> Self {
        Source(Input::Bytes(bytes))
    }
}

impl<'de> From<&'de str> for Source<'de> {
    fn from(text: &'de str) -> Self {
        Source(Input::Text(text))
    }
}

impl<'de> From<&'de String> for Source<'de> {
    fn from(text: &'de String) -> Self {
        Source(Input::Text(text))
    }
}
