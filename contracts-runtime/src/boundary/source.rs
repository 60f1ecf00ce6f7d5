//! What a boundary reads from.

use std::fmt;

use super::Origin;
use crate::decode::Cut;
use crate::violation::Violation;

/// A text to read: bytes, which are held to UTF-8 first, a `&str`, or a [`Payload`](super::Payload).
///
/// ```
/// use contracts_runtime::Source;
///
/// let body: Vec<u8> = b"[1, 2]".to_vec();
/// let from_bytes = Source::from(&body);
/// let from_text = Source::from("[1, 2]");
/// // What is in it is not shown: it may be secret.
/// assert_eq!(format!("{from_bytes:?}"), format!("{from_text:?}"));
/// ```
#[derive(Clone, Copy)]
pub struct Source<'de> {
    input: Input<'de>,
    origin: Option<&'de Origin>,
}

#[derive(Clone, Copy)]
enum Input<'de> {
    Bytes(&'de [u8]),
    Text(&'de str),
    Made(&'de Made),
    /// Longer than `max` bytes, of which it is not known how much longer: not all of it is there.
    Cut {
        max: usize,
    },
}

/// A text that was made of something else.
pub(crate) struct Made {
    pub(crate) text: Result<String, Unmade>,
    /// How many bytes it was made of, which is what the limit is on.
    pub(crate) length: usize,
    /// Whether the text ends where a value would be nested too deeply.
    pub(crate) too_deep: bool,
}

impl Made {
    /// A text that counts by its own length.
    pub(crate) fn of(text: String) -> Self {
        Made {
            length: text.len(),
            text: Ok(text),
            too_deep: false,
        }
    }
}

/// That no text could be made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unmade {
    /// What it is not, as the end of a sentence.
    pub(crate) form: &'static str,
    /// Why not.
    pub(crate) reason: &'static str,
}

impl Unmade {
    /// The violation, of the code that JSON text has which is none.
    pub(crate) fn violation(self) -> Violation {
        let Unmade { form, reason } = self;
        Violation::new("syntax", format!("is not {form}: {reason}")).with("reason", reason)
    }
}

/// Why a source is not read at all.
pub(crate) enum Refusal {
    /// It has more bytes than these.
    Long(usize),
    /// There is no text.
    Unmade(Unmade),
}

impl<'de> Source<'de> {
    const fn new(input: Input<'de>) -> Self {
        Source { input, origin: None }
    }

    /// A source of more than `max` bytes, which were too many to be kept.
    pub(crate) const fn cut(max: usize) -> Self {
        Source::new(Input::Cut { max })
    }

    /// A text that was made of something else.
    pub(crate) const fn made(made: &'de Made) -> Self {
        Source::new(Input::Made(made))
    }

    /// The same from there.
    pub(crate) const fn coming_from(self, origin: &'de Origin) -> Self {
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
            Input::Made(made) => Some(made.length),
            Input::Cut { .. } => None,
        }
    }

    /// The text as far as it can be read, and why that is not all of it; or why it is not read at all, if it may have
    /// `max` bytes.
    #[inline]
    pub(crate) fn open(self, max: usize) -> Result<(&'de str, Option<Cut>), Refusal> {
        let fits = |length: usize| {
            if length > max {
                Err(Refusal::Long(max))
            } else {
                Ok(())
            }
        };
        match self.input {
            Input::Bytes(bytes) => {
                fits(bytes.len())?;
                Ok(valid(bytes))
            }
            Input::Text(text) => {
                fits(text.len())?;
                Ok((text, None))
            }
            Input::Made(made) => {
                fits(made.length)?;
                let text = made.text.as_ref().map_err(|unmade| Refusal::Unmade(*unmade))?;
                Ok((text, made.too_deep.then_some(Cut::Depth)))
            }
            Input::Cut { max: cut } => Err(Refusal::Long(max.min(cut))),
        }
    }
}

/// The bytes as far as they are UTF-8.
#[inline]
fn valid(bytes: &[u8]) -> (&str, Option<Cut>) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let valid = bytes.get(..error.valid_up_to());
            let valid = valid.and_then(|valid| std::str::from_utf8(valid).ok());
            (valid.unwrap_or_default(), Some(Cut::Utf8))
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

/// How long it is. The text is not shown: it may hold secrets.
impl fmt::Debug for Source<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Source")
            .field("length", &self.len())
            .finish_non_exhaustive()
    }
}
